package vn.toam.plancontent;

/** How a target's value binds. The last two are changes on the year before in percent, all others are levels. */
public enum Comparison {
    EQ("="),
    GE("≥"),
    GT(">"),
    LE("≤"),
    LT("<"),
    DECREASE_BY("−"),
    INCREASE_BY("+");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign in front of the value. */
    public String sign() {
        return sign;
    }

    /** True for a change on the year before. */
    public boolean change() {
        return this == DECREASE_BY || this == INCREASE_BY;
    }

    /** True when less is better. */
    public boolean falling() {
        return this == LE || this == LT || this == DECREASE_BY;
    }
}
