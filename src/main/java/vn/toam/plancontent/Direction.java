package vn.toam.plancontent;

/** Where an aim without a number wants a figure to go. */
public enum Direction {
    UP("↗"),
    DOWN("↘"),
    /** "Let none occur". */
    NONE("∅");

    private final String sign;

    Direction(String sign) {
        this.sign = sign;
    }

    /** An arrow that stands for it beside its word. */
    public String sign() {
        return sign;
    }
}
