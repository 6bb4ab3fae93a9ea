package vn.toam.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.agency.Agency;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatistics;
import vn.toam.assignment.PlanCard;
import vn.toam.definition.Indicator;
import vn.toam.definition.WorkDays;
import vn.toam.duty.DutyLists;
import vn.toam.geography.Unit;
import vn.toam.indicator.Value;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Text;
import vn.toam.submission.OverviewView;
import vn.toam.target.ScorecardService;

/**
 * What concerns one account now, on one page. A part that the account may not see, or that has nothing to say, is null or empty.
 *
 * @param unit where it works
 * @param today the day it is asked
 * @param toSign plans that wait for the signature of the account, oldest first
 * @param given what the plans of its unit gave to agencies
 * @param owed what its own agency owes
 * @param targets how the plans in force of its unit stand
 * @param recorded domestic-violence cases recorded in the place; null: no figure, or it may not be read
 * @param ahead commemorative days of the next two months, with those that are on
 * @param rounds figures asked of its place that are open and not long past, soonest first
 * @param late who has not reported in the first of them; null: all have
 * @param plans programmes of its place and above, and its drafts
 */
public record Overview(
        Unit unit,
        LocalDate today,
        WorkDays days,
        List<Plan> toSign,
        @Nullable Given given,
        @Nullable Owed owed,
        List<ScorecardService.Counts> targets,
        @Nullable Recorded recorded,
        List<Ahead> ahead,
        List<OverviewView.Item> rounds,
        @Nullable Late late,
        List<PlanCard> plans) {

    /** Who has not reported in a round. @param some a few of them */
    public record Late(OverviewView.Item item, List<Unit> some) {

        /** How many there are. */
        public int total() {
            return item.completeness().missing();
        }
    }

    /**
     * What was given.
     *
     * @param waiting results, refusals and requests to be decided
     * @param blocked difficulties, {@code urged} duties urged and still silent, {@code soon} due within 60 days
     * @param owing who owes most of what is overdue
     * @param oldest the duties overdue longest
     * @param since what is new since the last visit; null: it is the first
     */
    public record Given(
            DutyStatistics boxes,
            int waiting,
            int blocked,
            int urged,
            int soon,
            List<DutyLists.Owing> owing,
            List<Duty> oldest,
            Map<Integer, Agency> agencies,
            DutyLists.@Nullable Since since) {

        /** True when no plan of the unit gave anything to anybody. */
        public boolean nothing() {
            return boxes.all() + boxes.asked() + waiting + blocked + urged + soon == 0;
        }
    }

    /** What is owed. @param next the first of it, most urgent first */
    public record Owed(int overdue, int fresh, int soon, List<Duty> next, Map<Integer, Agency> agencies) {

        /** True when nothing is left to do. */
        public boolean nothing() {
            return next.isEmpty();
        }
    }

    /** What was recorded in a year, of how many units; never compared where returns are missing. @param before an earlier year; null: none */
    public record Recorded(
            Indicator indicator,
            Text measure,
            Value now,
            @Nullable Value before) {

        /** True when every unit's figure of both years is in it. */
        public boolean comparable() {
            return before != null && before.year() == now.year() - 1 && now.complete() && before.complete();
        }
    }

    /** A commemorative day or month. */
    public record Ahead(Text name, LocalDate from, LocalDate to) {}

    /** Returns not yet sent in rounds that are open. */
    public int missing() {
        return rounds.stream().mapToInt(item -> item.completeness().missing()).sum();
    }

    /** Returns that lower units sent and nobody has decided on. */
    public int received() {
        return rounds.stream().mapToInt(item -> item.completeness().waiting()).sum();
    }
}
