package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencySuccessor;
import vn.toam.agency.Body;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Course;
import vn.toam.assignment.Coverage;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyCounts;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Stage;
import vn.toam.assignment.TargetGap;
import vn.toam.assignment.Timeliness;
import vn.toam.assignment.Transfer;
import vn.toam.definition.WorkDays;
import vn.toam.document.Document;
import vn.toam.geography.Level;
import vn.toam.geography.Validity;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Role;
import vn.toam.plancontent.Target;
import vn.toam.programme.Issued;
import vn.toam.programme.TaskOrder;
import vn.toam.shared.Text;

/** The small rules of duties, on both sides of each boundary. */
class DutyRulesTest {

    private static final WorkDays DAYS = new WorkDays(List.of(), null);
    private static final LocalDate DUE = LocalDate.of(2026, 7, 22);
    private static final Plan PLAN = new Plan(
            new UUID(1, 1),
            1,
            null,
            Document.cited("Kế hoạch", "1/KH", null, null, "Kế hoạch"),
            Text.of("Kế hoạch"),
            2026,
            2030,
            PlanStatus.ISSUED,
            null,
            null,
            null,
            List.of(),
            false,
            0,
            null);

    @ParameterizedTest(name = "{1} of {0} done, {2} begun, {3} blocked, {4} overdue: {5} %, {6}")
    @CsvSource({
        "0,0,0,0,0,0,''",
        "3,0,0,0,0,0,''",
        "3,1,0,0,0,33,course",
        "3,2,0,0,0,66,course",
        "3,0,1,0,0,0,course",
        "3,2,0,0,1,66,behind",
        "3,0,1,1,0,0,behind",
        "3,3,0,0,0,100,met",
        "200,199,0,0,0,99,course"
    })
    void aTallySaysHowFarDutiesHaveCome(
            int all, int done, int started, int blocked, int overdue, int percent, String tone) {
        DutyCounts tally = new DutyCounts(all, done, started, blocked, overdue);

        assertThat(tally.percent()).isEqualTo(percent);
        assertThat(tally.tone()).isEqualTo(tone);
        assertThat(tally.plus(new DutyCounts(5, 4, 3, 2, 1)))
                .isEqualTo(new DutyCounts(all + 5, done + 4, started + 3, blocked + 2, overdue + 1));
    }

    @ParameterizedTest(name = "{0} above, {1} below: weaker is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GE 80 - once | GE 80 - once | false",
                "GE 80 - once | GE 79 - once | true",
                "GE 80 - once | GE 81 - once | false",
                "LE 5 - once | LE 6 - once | true",
                "LE 5 - once | LE 5 - once | false",
                "LE 5 - once | LE 4 - once | false",
                "LT 5 - once | LT 6 - once | true",
                "GT 80 - once | GE 80 - once | true",
                "LT 5 - once | LE 5 - once | true",
                "GT 80 - once | GT 80 - once | false",
                "GE 80 - once | GT 80 - once | false",
                "GE 80 2030 once | GE 80 2031 once | true",
                "GE 80 2030 once | GE 80 2030 once | false",
                "GE 80 2030 once | GE 80 2029 once | false",
                "GE 80 - yearly | GE 80 2030 once | true",
                "GE 80 - yearly | GE 80 - once | false",
                "GE 80 - yearly | GE 80 - yearly | false",
                "GE 80 - once | - - - once | true",
                "- - - once | GE 80 - once | false",
                "- - - once | - - - once | false",
                "GE - - once | GE 80 - once | false"
            })
    void aLowerPlanIsWeakerWhenItAsksForLessOrLater(String upper, String lower, boolean weaker) {
        assertThat(TargetGap.weaker(target(upper), target(lower))).isEqualTo(weaker);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-22,false", "2026-07-23,true"})
    void aDutyIsOverdueFromTheDayAfterItsOwn(LocalDate today, boolean overdue) {
        assertThat(duty(Role.LEAD, Stage.IN_PROGRESS).overdue(today)).isEqualTo(overdue);
        assertThat(duty(Role.REQUESTED, Stage.IN_PROGRESS).overdue(today)).isFalse();
        assertThat(duty(Role.LEAD, Stage.SUBMITTED).overdue(today)).isFalse();
        assertThat(duty(Role.LEAD, Stage.PAUSED).overdue(today)).isFalse();
    }

    @Test
    void aDutyIsCarriedOverFromTheFirstDayOfTheNextYearWhileItIsOpen() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);

        assertThat(duty(Role.LEAD, Stage.IN_PROGRESS).carried(newYear.minusDays(1)))
                .isFalse();
        assertThat(duty(Role.LEAD, Stage.IN_PROGRESS).carried(newYear)).isTrue();
        assertThat(duty(Role.LEAD, Stage.DONE).carried(newYear)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aBodyThatIsAskedHasAnsweredOnceItBegan(Stage stage) {
        Timeliness word = switch (stage) {
            case NEW, RECEIVED -> Timeliness.NOT_ANSWERED;
            case PAUSED, CANCELLED -> Timeliness.OUTSIDE;
            default -> Timeliness.ANSWERED;
        };

        assertThat(duty(Role.REQUESTED, stage).timeliness(DAYS, DUE.plusYears(1)))
                .isEqualTo(word);
        assertThat(duty(Role.REQUESTED, stage).late(DAYS, DUE.plusYears(1))).isZero();
    }

    @Test
    void theDutiesOfATaskAreSortedByEveryColumnBothWaysAndEqualOnesByName() {
        Duty first = duty(1, "Công an", DUE.plusDays(2), Stage.DONE, Instant.EPOCH.plusSeconds(9));
        Duty second = duty(2, "Đoàn Thanh niên", DUE, Stage.NEW, null);
        Duty third = duty(3, "Y tế", DUE, Stage.NEW, Instant.EPOCH);
        List<Duty> all = List.of(third, first, second);

        assertThat(TaskOrder.AGENCY.sort(all, Map.of(), false)).containsExactly(first, second, third);
        assertThat(TaskOrder.AGENCY.sort(all, Map.of(), true)).containsExactly(third, second, first);
        assertThat(TaskOrder.DUE.sort(all, Map.of(), false)).containsExactly(second, third, first);
        assertThat(TaskOrder.DUE.sort(all, Map.of(), true)).containsExactly(first, second, third);
        assertThat(TaskOrder.STATUS.sort(all, Map.of(), false)).containsExactly(second, third, first);
        assertThat(TaskOrder.REPORTED.sort(all, Map.of(), false)).containsExactly(second, third, first);
        assertThat(TaskOrder.REPORTED.sort(all, Map.of(), true)).containsExactly(first, third, second);
    }

    @Test
    void whatOthersMayNotReadIsMasked() {
        Duty masked = duty(1, "Công an", DUE, Stage.NEW, Instant.EPOCH).masked();

        assertThat(masked.lastText()).isNull();
        assertThat(masked.lastAt()).isNull();
        assertThat(masked.due()).isEqualTo(DUE);
    }

    @Test
    void whatIssuingOpenedIsSaidWithWhatWaits() {
        Issued.Waiting waiting = new Issued.Waiting(element(), List.of("Ban Chỉ đạo"));
        Issued.Row row = new Issued.Row(agency(), 2, DUE);

        assertThat(new Issued(2026, List.of(), List.of(), List.of()).key()).isEqualTo("programme.issued.nothing");
        assertThat(new Issued(2026, List.of(), List.of(waiting), List.of()).key())
                .isEqualTo("programme.issued.nothing.waiting");
        assertThat(new Issued(2026, List.of(row), List.of(), List.of()).key()).isEqualTo("programme.issued.opened");
        assertThat(new Issued(2026, List.of(row, row), List.of(waiting), List.of()).key())
                .isEqualTo("programme.issued.opened.waiting");
        assertThat(new Issued(2026, List.of(row, row), List.of(), List.of()).duties())
                .isEqualTo(4);
    }

    @Test
    void whatIssuingOpenedIsCountedByAgencyThoseWithMostFirst() {
        Agency police = agency(1, "Công an tỉnh");
        Agency health = agency(2, "Sở Y tế");
        Agency youth = agency(3, "Đoàn Thanh niên");
        List<Duty> open = List.of(
                duty(3, "Đoàn", DUE.plusDays(3), Stage.NEW, null),
                duty(1, "Công an", DUE, Stage.NEW, null),
                duty(2, "Y tế", DUE.plusDays(2), Stage.NEW, null),
                duty(2, "Y tế", DUE.plusDays(1), Stage.NEW, null),
                duty(9, "Không còn", DUE, Stage.NEW, null));
        Target unmeasured = target("GE 80 - once");

        Issued issued = Issued.of(
                2026,
                open,
                Map.of(1, police, 2, health, 3, youth),
                List.of(
                        assignment(element().id(), "Ban Chỉ đạo", true, false),
                        assignment(element().id(), "Tổ công tác", true, false),
                        assignment(element().id(), "Sở Y tế", true, true),
                        assignment(element().id(), "Báo chí", false, false),
                        assignment(new UUID(9, 9), "Đã bỏ", true, false)),
                List.of(element()),
                List.of(unmeasured, unmeasured.measuredBy("dv-cases")));

        assertThat(issued.rows())
                .containsExactly(
                        new Issued.Row(health, 2, DUE.plusDays(1)),
                        new Issued.Row(police, 1, DUE),
                        new Issued.Row(youth, 1, DUE.plusDays(3)));
        assertThat(issued.waiting())
                .containsExactly(new Issued.Waiting(element(), List.of("Ban Chỉ đạo", "Tổ công tác")));
        assertThat(issued.unmeasured()).containsExactly(unmeasured);
    }

    @Test
    void aLowerPlanIsWholeWhenItLeavesOutNeitherTargetNorTask() {
        TargetGap gap = new TargetGap(target("GE 80 - once"), null);

        assertThat(new Coverage(PLAN, List.of(), List.of()).whole()).isTrue();
        assertThat(new Coverage(PLAN, List.of(gap), List.of()).whole()).isFalse();
        assertThat(new Coverage(PLAN, List.of(), List.of(element())).whole()).isFalse();
    }

    @Test
    void aTransferIsPlainWhenOneAgencyAloneMayTakeOver() {
        AgencySuccessor heir = new AgencySuccessor(agency(), Text.of("việc"));

        assertThat(new Transfer(agency(), DUE, 1, List.of()).plain()).isFalse();
        assertThat(new Transfer(agency(), DUE, 1, List.of(heir)).plain()).isTrue();
        assertThat(new Transfer(agency(), DUE, 1, List.of(heir, heir)).plain()).isFalse();
    }

    @Test
    void aNarrowedListBeginsAtItsFirstPageAndTheOtherSideKeepsThePage() {
        DutyFilter third = new DutyFilter(
                DutyFilter.Side.MINE, DutyFilter.Show.OPEN, null, null, null, null, null, null, null, null, null, 3);

        assertThat(third.with(DutyFilter.Side.GIVEN).page()).isEqualTo(3);
        assertThat(third.with(DutyFilter.Show.ALL).page()).isEqualTo(1);
        assertThat(third.ofAgency(1).page()).isEqualTo(1);
        assertThat(third.of(new UUID(1, 1)).page()).isEqualTo(1);
        assertThat(third.until(DUE, DUE).page()).isEqualTo(1);
        assertThat(DutyFilter.of(DutyFilter.Side.MINE, DutyFilter.Show.OPEN).page())
                .isEqualTo(1);
        assertThat(new DutyFilter(null, null, null, null, null, null, null, null, null, null, null, null).page())
                .isEqualTo(1);
    }

    private static Assignment assignment(UUID element, String label, boolean answers, boolean resolved) {
        return new Assignment(
                new UUID(5, 5),
                element,
                label,
                Role.LEAD,
                Frequency.YEARLY,
                DutyKind.TASK,
                null,
                null,
                answers,
                resolved,
                new DutyCounts(0, 0, 0, 0, 0));
    }

    private static Duty duty(Role role, Stage stage) {
        return duty(1, "Công an", role, DUE, stage, null);
    }

    private static Duty duty(int agency, String label, LocalDate due, Stage stage, @Nullable Instant reported) {
        return duty(agency, label, Role.LEAD, due, stage, reported);
    }

    private static Duty duty(
            int agency, String label, Role role, LocalDate due, Stage stage, @Nullable Instant reported) {
        Course course = new Course(stage, due, due, due, due, null, null, null, null, null, "");
        return new Duty(
                new UUID(0, agency),
                new UUID(1, 1),
                Text.of("KH 1"),
                1,
                null,
                new UUID(2, 2),
                "1",
                Text.of("Việc"),
                label,
                role,
                DutyKind.TASK,
                Frequency.YEARLY,
                null,
                agency,
                2026,
                0,
                due,
                DutyStatus.NOT_STARTED,
                course,
                0,
                "đã làm",
                reported,
                0,
                null);
    }

    private static Agency agency() {
        return agency(1, "Công an tỉnh");
    }

    private static Agency agency(int id, String name) {
        return new Agency(
                id,
                1,
                Level.PROVINCE,
                "CA",
                Body.FORCE,
                "",
                "Công an",
                "CA",
                Text.of(name),
                null,
                new Validity(LocalDate.MIN, LocalDate.MAX));
    }

    private static Element element() {
        return new Element(
                new UUID(2, 2),
                new UUID(1, 1),
                ElementKind.AGENCY,
                "1",
                null,
                1,
                ElementState.ACCEPTED,
                new Item.Body(Text.of("Ban Chỉ đạo"), Set.of(), List.of(), null),
                null,
                null,
                1,
                null,
                0,
                null,
                Instant.EPOCH);
    }

    /** "GE 80 2030 yearly": comparison, value, by, rhythm; "-": none. */
    private static Target target(String written) {
        String[] part = written.split(" ");
        return new Target(
                new UUID(0, 1),
                new UUID(0, 2),
                "1",
                Text.of("Chỉ tiêu"),
                null,
                part[0].equals("-") ? null : Comparison.valueOf(part[0]),
                part[1].equals("-") ? null : new BigDecimal(part[1]),
                null,
                null,
                null,
                part[2].equals("-") ? null : Integer.valueOf(part[2]),
                part[3].equals("yearly"),
                false,
                false,
                null,
                null,
                null);
    }
}
