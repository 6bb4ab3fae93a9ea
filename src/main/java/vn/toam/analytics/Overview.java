package vn.toam.analytics;

import java.time.LocalDate;
import java.util.List;
import vn.toam.collection.OverviewView;
import vn.toam.duty.Duty;
import vn.toam.duty.PlanCard;
import vn.toam.unit.Unit;

/**
 * What concerns one account now. A part that the account may not see is empty.
 *
 * @param unit where it works
 * @param today the day it is asked
 * @param duties what its agency owes this year and has not done, late first
 * @param rounds figures asked of its place, soonest first
 * @param plans programmes of its place and above, and its drafts
 */
public record Overview(
        Unit unit, LocalDate today, List<Duty> duties, List<OverviewView.Item> rounds, List<PlanCard> plans) {

    /** Duties past their day. */
    public long overdue() {
        return duties.stream().filter(duty -> duty.overdue(today)).count();
    }

    /** Duties due within a month. */
    public long soon() {
        return duties.stream().filter(duty -> duty.soon(today)).count();
    }

    /** Returns that lower units sent and nobody has decided on. */
    public int waiting() {
        return rounds.stream().mapToInt(item -> item.completeness().waiting()).sum();
    }

    /** Returns not yet sent in rounds that are open. */
    public int missing() {
        return rounds.stream()
                .filter(item -> item.round().open())
                .mapToInt(item -> item.completeness().missing())
                .sum();
    }
}
