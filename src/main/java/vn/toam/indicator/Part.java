package vn.toam.indicator;

import java.math.BigDecimal;

/**
 * What one or more reporting units contribute to an indicator.
 *
 * @param numerator sum over the units that count
 * @param base sum of what it is divided by over the same units; 0 for counts
 * @param units how many reporting units count: those that know both
 * @param whole how many of these with the whole unit and the whole year
 */
public record Part(BigDecimal numerator, BigDecimal base, int units, int whole) {

    static final Part NONE = new Part(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    Part plus(Part other) {
        return new Part(numerator.add(other.numerator), base.add(other.base), units + other.units, whole + other.whole);
    }

    Part minus(Part other) {
        return new Part(
                numerator.subtract(other.numerator),
                base.subtract(other.base),
                units - other.units,
                whole - other.whole);
    }

    /** The share of it that counts; still one reporting unit. */
    Part times(BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) == 0
                ? this
                : new Part(numerator.multiply(share), base.multiply(share), units, whole);
    }

    boolean nothing() {
        return numerator.signum() == 0 && base.signum() == 0 && units == 0 && whole == 0;
    }
}
