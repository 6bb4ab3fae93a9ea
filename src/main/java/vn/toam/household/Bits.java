package vn.toam.household;

import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * A set of household numbers of one village, a bit each: number 1 is the first. Written as PostgreSQL writes {@code bit varying}, without idle
 * zeros at its end, so that sets of any length are put together.
 */
public final class Bits {

    /** Numbers have at most four digits. */
    public static final int MOST = 9_999;

    private final BitSet set;

    private Bits(BitSet set) {
        this.set = set;
    }

    /** @throws IllegalArgumentException when one is no number of a household */
    public static Bits of(Collection<Integer> numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            if (number < 1 || number > MOST) {
                throw new IllegalArgumentException("no number of a household: " + number);
            }
            set.set(number - 1);
        }
        return new Bits(set);
    }

    /** "0101" as 2 and 4. */
    static Bits parse(String written) {
        BitSet set = new BitSet();
        for (int at = 0; at < written.length(); at++) {
            switch (written.charAt(at)) {
                case '1' -> set.set(at);
                case '0' -> {}
                default -> throw new IllegalArgumentException("no bits: " + written);
            }
        }
        return new Bits(set);
    }

    /** As {@code bit varying} takes it; blank: nobody. */
    String written() {
        StringBuilder text = new StringBuilder(set.length());
        for (int at = 0; at < set.length(); at++) {
            text.append(set.get(at) ? '1' : '0');
        }
        return text.toString();
    }

    public Bits or(Bits other) {
        BitSet both = (BitSet) set.clone();
        both.or(other.set);
        return new Bits(both);
    }

    public Bits and(Bits other) {
        BitSet both = (BitSet) set.clone();
        both.and(other.set);
        return new Bits(both);
    }

    /** These, without those of {@code other}. */
    public Bits except(Bits other) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(other.set);
        return new Bits(rest);
    }

    public boolean has(int number) {
        return number > 0 && set.get(number - 1);
    }

    public int count() {
        return set.cardinality();
    }

    public boolean isEmpty() {
        return set.isEmpty();
    }

    /** In ascending order. */
    public IntStream numbers() {
        return set.stream().map(bit -> bit + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bits bits && bits.set.equals(set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return set.stream().map(bit -> bit + 1).boxed().toList().toString();
    }
}
