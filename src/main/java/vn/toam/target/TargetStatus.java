package vn.toam.target;

/** How a unit stands against a target. Each has a colour, an icon and a word. */
public enum TargetStatus {
    MET("met"),
    /** Not there yet, but at least as far as the straight line to the target's year asks. */
    ON_COURSE("course"),
    BEHIND("behind"),
    /** There is a figure, of too few units to say how the place stands. */
    PROVISIONAL("provisional"),
    NO_DATA("nodata");

    private final String style;

    TargetStatus(String style) {
        this.style = style;
    }

    /** Class of the badge in the style sheet. */
    public String style() {
        return style;
    }
}
