package vn.toam.convention;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.WorkDays;

/**
 * The course of one version of a convention by the days on its papers. What has no day has not happened. Terms in working days are clocks:
 * late is shown, not refused; what the decree asks for before a step is a {@link Fault}, and the step is refused.
 *
 * @param posted first day on which the draft hung out
 * @param votes in the order of their days; the last one counts
 * @param filed day on which the village's file reached the commune
 * @param decided day on which the commune recognised or refused it
 * @param sent day on which the decision went to the head and the Front
 */
public record ConventionCourse(
        @Nullable LocalDate posted,
        List<ConventionVote> votes,
        @Nullable LocalDate filed,
        @Nullable LocalDate decided,
        @Nullable LocalDate sent) {

    /** Days for which a draft hangs out (Article 9). */
    static final int POSTING_DAYS = 30;

    /** Working days to file after the vote (Article 11). */
    static final int FILE = 5;

    /** Working days to decide on a file (Article 11). */
    static final int DECIDE = 5;

    /** Working days to send the decision (Article 18). */
    static final int SEND = 2;

    /** What stands against a step. */
    public enum Fault {
        /** A step without the one before it, or before its day. */
        ORDER,
        /** Voted on before the draft hung out for thirty days. */
        POSTED_TOO_SHORT,
        /** Not more than half of all households came to the meeting. */
        QUORUM,
        /** Not more than half of all households agreed. */
        NOT_AGREED,
        /** Ballots from house to house without a meeting that failed for want of people. */
        BALLOTS_FIRST
    }

    public ConventionCourse {
        votes = List.copyOf(votes);
    }

    /** The vote that counts. */
    public Optional<ConventionVote> vote() {
        return votes.isEmpty() ? Optional.empty() : Optional.of(votes.getLast());
    }

    /** What the decree says against these days. */
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        LocalDate day = posted;
        for (ConventionVote vote : votes) {
            if (day == null || vote.day().isBefore(day)) {
                faults.add(Fault.ORDER);
            }
            day = vote.day();
            if (posted != null && vote.day().isBefore(votedFrom())) {
                faults.add(Fault.POSTED_TOO_SHORT);
            }
        }
        if (ballotsFirst()) {
            faults.add(Fault.BALLOTS_FIRST);
        }
        if (filed != null) {
            vote().ifPresentOrElse(vote -> filed(vote, faults), () -> faults.add(Fault.ORDER));
        }
        if (decided != null && (filed == null || decided.isBefore(filed))
                || sent != null && (decided == null || sent.isBefore(decided))) {
            faults.add(Fault.ORDER);
        }
        return faults;
    }

    /** Ballots follow a meeting to which too few came, and nothing else. */
    private boolean ballotsFirst() {
        for (int at = 0; at < votes.size(); at++) {
            if (votes.get(at).way() == ConventionVote.Way.BALLOTS
                    && votes.subList(0, at).stream()
                            .noneMatch(before -> before.way() == ConventionVote.Way.MEETING && !before.quorate())) {
                return true;
            }
        }
        return false;
    }

    private void filed(ConventionVote vote, Set<Fault> faults) {
        if (filed != null && filed.isBefore(vote.day())) {
            faults.add(Fault.ORDER);
        }
        if (vote.way() == ConventionVote.Way.MEETING && !vote.quorate()) {
            faults.add(Fault.QUORUM);
        } else if (!vote.passes()) {
            faults.add(Fault.NOT_AGREED);
        }
    }

    /** First day on which households may vote; null before the draft was posted. */
    public @Nullable LocalDate votedFrom() {
        return posted == null ? null : posted.plusDays(POSTING_DAYS);
    }

    /** Last day to file; null before a vote that passed. */
    public @Nullable LocalDate fileBy(WorkDays days) {
        return vote().filter(ConventionVote::passes)
                .map(vote -> days.plus(vote.day(), FILE))
                .orElse(null);
    }

    /** Last day to decide; null before it was filed. */
    public @Nullable LocalDate decideBy(WorkDays days) {
        return filed == null ? null : days.plus(filed, DECIDE);
    }

    /** Last day to send the decision; null before it was made. */
    public @Nullable LocalDate sendBy(WorkDays days) {
        return decided == null ? null : days.plus(decided, SEND);
    }
}
