package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.shared.ToamTest;

/** Sets of household numbers, in Java and in the database the same. */
class BitsTest extends ToamTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void numberOneIsTheFirstBit() {
        assertThat(Bits.of(List.of(2, 4)).written()).isEqualTo("0101");
        assertThat(Bits.of(List.of()).written()).isEmpty();
        assertThat(Bits.parse("0101").numbers()).containsExactly(2, 4);
        assertThat(Bits.parse("01010000")).isEqualTo(Bits.of(Set.of(4, 2))).hasSameHashCodeAs(Bits.parse("0101"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Bits.MOST + 1})
    void whatIsNoNumberIsRefused(int number) {
        assertThatThrownBy(() -> Bits.of(List.of(number))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Bits.of(List.of(1, Bits.MOST)).has(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0 1", "01x", "-1"})
    void whatIsNoBitsIsRefused(String written) {
        assertThatThrownBy(() -> Bits.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,110,11,1,0", "111,001,111,001,11", "1,01,11,0,1", "0,1,1,0,0", "101,101,101,101,0"})
    void setsArePutTogether(String one, String other, String or, String and, String except) {
        Bits a = Bits.parse(one);
        Bits b = Bits.parse(other);

        assertThat(a.or(b)).isEqualTo(b.or(a)).isEqualTo(Bits.parse(or));
        assertThat(a.and(b)).isEqualTo(b.and(a)).isEqualTo(Bits.parse(and));
        assertThat(a.except(b)).isEqualTo(Bits.parse(except));
        assertThat(a).isEqualTo(Bits.parse(one));
    }

    @Test
    void theDatabaseSaysTheSameOfRandomSets() {
        Random random = new Random(36);
        for (int turn = 0; turn < 25; turn++) {
            Set<Integer> one = numbers(random);
            Set<Integer> other = numbers(random);
            Set<Integer> both = new TreeSet<>(one);
            both.addAll(other);
            String or = jdbc.sql("""
                            select bit_or(nos::bit(10000))::text from (values (cast(? as bit varying)), (cast(? as bit varying))) m (nos)
                            """)
                    .params(Bits.of(one).written(), Bits.of(other).written())
                    .query(String.class)
                    .single();
            int counted = jdbc.sql("select bit_count(cast(? as bit varying))")
                    .param(or)
                    .query(Integer.class)
                    .single();

            assertThat(Bits.parse(or)).isEqualTo(Bits.of(one).or(Bits.of(other)));
            assertThat(counted).isEqualTo(both.size()).isEqualTo(Bits.of(both).count());
            assertThat(Bits.parse(or).numbers()).containsExactlyElementsOf(both);
            for (int number : List.of(1, 299, 1500)) {
                int bit = jdbc.sql("select get_bit(cast(? as bit(10000)), ?)")
                        .params(or, number - 1)
                        .query(Integer.class)
                        .single();
                assertThat(bit == 1).isEqualTo(both.contains(number));
            }
        }
    }

    private static Set<Integer> numbers(Random random) {
        Set<Integer> numbers = new HashSet<>();
        int most = 1 + random.nextInt(1500);
        for (int n = random.nextInt(300); n > 0; n--) {
            numbers.add(1 + random.nextInt(most));
        }
        return numbers;
    }
}
