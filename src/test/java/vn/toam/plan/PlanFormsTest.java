package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.ItemForm;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** What may be typed about plans, on both sides of each limit; no database. */
class PlanFormsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Item.Goal goal(String value) {
        return new Item.Goal(
                Text.of("Chỉ tiêu"),
                null,
                Comparison.GE,
                new BigDecimal(value),
                null,
                "percent",
                null,
                null,
                true,
                false,
                false,
                null);
    }

    private static Item.Goal read(Item.Goal now, String value, String... more) {
        Map<String, String> typed = new HashMap<>(Map.of("text", "Chỉ tiêu", "value", value));
        for (int at = 0; at < more.length; at += 2) {
            typed.put(more[at], more[at + 1]);
        }
        return (Item.Goal) ItemForm.read(now, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500", "1234567.25", "0.125", "80", "7.5", "20000"})
    void aValueThatNobodyTouchedStaysAsItWas(String value) {
        Item.Goal now = goal(value);
        assertThat(read(now, Numbers.exact(now.value())).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "'0,5', 0.5", "'1.234,5', 1234.5", "1234, 1234", "0, 0", "2.000.000, 2000000"})
    void aValueIsReadTheVietnameseWay(String typed, String value) {
        assertThat(read(goal("1"), typed).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nhiều", "1.234", "1e5", "80 %", "-1", "1000000000000"})
    void aValueThatIsNoneOrMayBeTwoIsAsked(String typed) {
        assertThatThrownBy(() -> read(goal("1"), typed))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("value")));
    }

    @Test
    void aYearIsOneOfTwoCenturiesAndAnElementHasWords() {
        assertThat(read(goal("1"), "1", "by", "1900").by()).isEqualTo(1900);
        assertThat(read(goal("1"), "1", "by", "2099").by()).isEqualTo(2099);
        assertThat(read(goal("1"), "1", "by", " ").by()).isNull();
        for (String bad : List.of("1899", "2100", "20300", "x")) {
            assertThatThrownBy(() -> read(goal("1"), "1", "by", bad)).as(bad).isInstanceOf(Rejected.class);
        }
        assertThatThrownBy(() -> read(goal("1"), "1", "text", " ")).isInstanceOf(Rejected.class);
    }

    private static List<String> wrong(ChangeForm form) {
        try {
            form.check();
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(Rejected.Problem::field).toList();
        }
    }

    @Test
    void aChangeSaysWhyInAThousandCharactersAndADateHasItsNumber() {
        assertThat(wrong(new ChangeForm("a".repeat(1_000), "", null, false))).isEmpty();
        assertThat(wrong(new ChangeForm("a".repeat(1_001), "", null, false))).containsExactly("reason");
        assertThat(wrong(new ChangeForm(" ", "", DAY, false))).containsExactly("reason", "number");
        assertThat(wrong(new ChangeForm("Vì", "1/QĐ", DAY, false))).isEmpty();
        assertThat(wrong(new ChangeForm("Vì", "1/QĐ", null, false))).isEmpty();
    }

    private static List<String> wrong(Integer from, Integer to) {
        try {
            new IssueForm("Kế hoạch", "1/KH", DAY, "UBND", "", "", "Sở", from, to, "").check();
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(Rejected.Problem::field).toList();
        }
    }

    @Test
    void aPeriodLiesBetween1990And2100AndDoesNotEndBeforeItBegins() {
        assertThat(wrong(1990, 2100)).isEmpty();
        assertThat(wrong(2026, 2026)).isEmpty();
        for (Integer[] years : new Integer[][] {{1989, 2026}, {2026, 2101}, {2027, 2026}, {null, 2026}, {2026, null}}) {
            assertThat(wrong(years[0], years[1])).containsExactly("periodFrom");
        }
    }

    @Test
    void whatIsMissingToIssueAPlanIsNamedAtOnce() {
        assertThatThrownBy(() -> new IssueForm("", " ", null, "", "", "", "", 2026, 2030, "").check())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream().map(Rejected.Problem::field))
                                .containsExactly("name", "number", "issuer", "standing", "issuedOn"));
        assertThat(new IssueForm("", "", null, "", "", "", "", null, null, " a \n\n b").lines())
                .containsExactly("a", "b");
    }
}
