package vn.toam.assignment;

/**
 * How far duties have come.
 *
 * @param all what is owed, {@code done} of it
 * @param started reported as in progress
 * @param blocked reported as blocked
 * @param overdue not done and past its day (also counted in the others)
 */
public record DutyCounts(int all, int done, int started, int blocked, int overdue) {

    /** Share done, whole percent; 0 when nothing is owed. */
    public int percent() {
        return all == 0 ? 0 : done * 100 / all;
    }

    /** CSS class of its badge. */
    public String tone() {
        if (all > 0 && done == all) {
            return "met";
        }
        if (overdue > 0 || blocked > 0) {
            return "behind";
        }
        return started > 0 || done > 0 ? "course" : "";
    }

    public DutyCounts plus(DutyCounts other) {
        return new DutyCounts(
                all + other.all,
                done + other.done,
                started + other.started,
                blocked + other.blocked,
                overdue + other.overdue);
    }
}
