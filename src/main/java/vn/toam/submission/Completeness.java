package vn.toam.submission;

/**
 * How much of what was asked for is there. A sum without it means nothing: returns are never complete at the cut-off.
 *
 * @param expected units that owe the return
 * @param received units whose return was sent, or whose accepted figures count; a nil return is received, a missing one is not
 * @param onTime of those received, first sent not later than the due day
 * @param accepted units whose figures count in sums
 */
public record Completeness(int expected, int received, int onTime, int accepted) {

    /** Nothing was asked for. */
    public static final Completeness NONE = new Completeness(0, 0, 0, 0);

    /** Units that have sent nothing. */
    public int missing() {
        return expected - received;
    }

    /** Sent and waiting for the receiver. */
    public int waiting() {
        return received - accepted;
    }

    /** Share received, 0 to 100, rounded down so that 100 means all. */
    public int percent() {
        return expected == 0 ? 0 : received * 100 / expected;
    }

    /** Both together: of several places, or the worse of two forms is {@link #worse}. */
    public Completeness plus(Completeness other) {
        return new Completeness(
                expected + other.expected, received + other.received, onTime + other.onTime, accepted + other.accepted);
    }

    /** The one with fewer accepted: a figure made of two forms is only as complete as the poorer of them. */
    public Completeness worse(Completeness other) {
        return other.accepted < accepted ? other : this;
    }
}
