package vn.toam.geography;

import org.jspecify.annotations.Nullable;

/** Tiers of administration, from the top. Districts ended on 1/7/2025; villages are no administrative level but keep the household book. */
public enum Level {
    COUNTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    VILLAGE;

    /** True for the tiers at the ground of all sums; what stands above only adds up. */
    public boolean reports() {
        return this == COMMUNE || this == VILLAGE;
    }

    /** The tier whose units make up a unit of this one before (district) or after 1/7/2025; null below a village. */
    public @Nullable Level below(boolean withDistricts) {
        return switch (this) {
            case COUNTRY -> PROVINCE;
            case PROVINCE -> withDistricts ? DISTRICT : COMMUNE;
            case DISTRICT -> COMMUNE;
            case COMMUNE -> VILLAGE;
            case VILLAGE -> null;
        };
    }
}
