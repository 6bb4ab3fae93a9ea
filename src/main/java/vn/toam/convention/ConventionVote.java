package vn.toam.convention;

import java.time.LocalDate;

/**
 * A vote of the households of a village on a draft (Decree 61/2023/NĐ-CP, Article 10).
 *
 * @param households representatives of all households of the village
 * @param present those at the meeting, or those who gave a ballot
 * @param agreed those of them who agreed
 */
public record ConventionVote(LocalDate day, Way way, int households, int present, int agreed) {

    public enum Way {
        MEETING,
        /** From house to house; only after a meeting to which too few came. */
        BALLOTS
    }

    public ConventionVote {
        if (agreed < 0 || present < agreed || households < present) {
            throw new IllegalArgumentException("agreed ≤ present ≤ households");
        }
    }

    /** Did more than half of all households come? */
    boolean quorate() {
        return 2L * present > households;
    }

    /** Did the draft pass: more than half of all households agreed, whether they came or not? */
    boolean passes() {
        return 2L * agreed > households && (way == Way.BALLOTS || quorate());
    }
}
