package vn.toam.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.DutyCounts;
import vn.toam.assignment.PlanCard;
import vn.toam.document.Document;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Role;
import vn.toam.shared.Text;

/** The days of a plan's year: commemorative days, dated tasks, reports and reviews; and the order of the list of plans. */
class PlanCalendarTest {

    private static final int YEAR = 2027;

    private final List<Element> elements = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();

    @ParameterizedTest(name = "from {0} to {1}: until {2}")
    @CsvSource(
            nullValues = "-",
            value = {"06-28,-,-", "06-28,06-28,-", "11-15,12-15,2027-12-15", "06-28,2027-06-30,-"})
    void anObservanceOfTheYearLastsOnlyWhenItEndsOnAnotherDay(
            String from, @Nullable String to, @Nullable LocalDate until) {
        element(ElementState.ACCEPTED, new Item.Occasion(Text.of("Ngày Gia đình"), null, from, to));

        assertThat(days()).singleElement().satisfies(day -> {
            assertThat(day.from()).isEqualTo(MonthDay.parse("--" + from).atYear(YEAR));
            assertThat(day.to()).isEqualTo(until);
            assertThat(day.kind()).isEqualTo("OBSERVANCE");
        });
    }

    @Test
    void whatHasNoDayOfEveryYearOrWasNotAcceptedIsNoObservance() {
        element(ElementState.ACCEPTED, new Item.Occasion(Text.of("Không ngày"), null, null, null));
        element(ElementState.ACCEPTED, new Item.Occasion(Text.of("Một lần"), null, "2027-06-28", null));
        element(ElementState.SUGGESTED, new Item.Occasion(Text.of("Chưa duyệt"), null, "06-28", null));
        element(ElementState.ACCEPTED, new Item.Heading(Text.of("Mục")));

        assertThat(days()).isEmpty();
    }

    @Test
    void datedTasksOfTheYearStandInTheirOrderAndThoseOfOtherYearsDoNot() {
        Element task = element(ElementState.ACCEPTED, work());
        assign(task, DutyKind.TASK, Frequency.YEARLY, "10-20", null, true);
        assign(task, DutyKind.TASK, Frequency.ONCE, "2027-03-31", 2027, true);
        assign(task, DutyKind.TASK, Frequency.ONCE, "2028-03-31", 2028, true);
        assign(task, DutyKind.TASK, Frequency.YEARLY, "05-01", null, false);
        assign(element(ElementState.DROPPED, work()), DutyKind.TASK, Frequency.YEARLY, "02-01", null, true);

        assertThat(days())
                .extracting(PlanCalendar.Day::from)
                .containsExactly(LocalDate.of(2027, 3, 31), LocalDate.of(2027, 10, 20));
        assertThat(calendar().undated()).isZero();
    }

    @Test
    void yearlyAndStandingWorkWithoutADayIsCountedAndAnsweredForByTheReport() {
        Element task = element(ElementState.ACCEPTED, work());
        assign(task, DutyKind.TASK, Frequency.STANDING, null, null, true);
        assign(task, DutyKind.TASK, Frequency.YEARLY, null, null, true);
        element(ElementState.ACCEPTED, new Item.Due(Text.of("Báo cáo năm"), "annual_report", "11-15", null, List.of()));

        assertThat(calendar().undated()).isEqualTo(2);
        assertThat(calendar().reportDay()).isEqualTo(MonthDay.of(11, 15));
        assertThat(days()).isEmpty();
    }

    @Test
    void singleAndRecurringWorkWithoutADayOfItsOwnStandsOnTheDaysItFallsDue() {
        Element task = element(ElementState.ACCEPTED, work());
        assign(task, DutyKind.TASK, Frequency.ONCE, null, 2027, true);
        assign(task, DutyKind.REPORT, Frequency.HALF_YEARLY, null, null, true);

        assertThat(days())
                .extracting(PlanCalendar.Day::from)
                .containsExactly(LocalDate.of(2027, 6, 30), LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 31));
        assertThat(calendar().undated()).isZero();
    }

    @Test
    void reviewsOfTheWholePeriodStandApartInTheirOrder() {
        Element review = element(ElementState.ACCEPTED, work());
        assign(review, DutyKind.REVIEW, Frequency.ONCE, null, 2030, true);
        assign(review, DutyKind.REVIEW, Frequency.ONCE, null, 2028, true);

        assertThat(calendar().reviews())
                .extracting(PlanCalendar.Day::from)
                .containsExactly(LocalDate.of(2028, 12, 31), LocalDate.of(2030, 12, 31));
        assertThat(days()).isEmpty();
    }

    @Test
    void theListOfPlansIsSortedByEveryColumnBothWays() {
        PlanCard none = card("B", null, 0, 0, 0);
        PlanCard half = card("A", "UBND tỉnh", 4, 2, 2);
        PlanCard whole = card("C", "Bộ", 2, 2, 1);
        List<PlanCard> usual = List.of(none, half, whole);

        assertThat(PlanOrder.USUAL.sort(usual, false)).containsExactly(none, half, whole);
        assertThat(PlanOrder.USUAL.sort(usual, true)).containsExactly(whole, half, none);
        assertThat(PlanOrder.NAME.sort(usual, false)).containsExactly(half, none, whole);
        assertThat(PlanOrder.NAME.sort(usual, true)).containsExactly(whole, none, half);
        assertThat(PlanOrder.ISSUER.sort(usual, false)).containsExactly(none, whole, half);
        assertThat(PlanOrder.OVERDUE.sort(usual, false)).containsExactly(none, whole, half);
        assertThat(PlanOrder.DONE.sort(usual, false)).containsExactly(none, half, whole);
        assertThat(PlanOrder.DONE.sort(usual, true)).containsExactly(whole, half, none);
        assertThat(PlanOrder.DONE.sort(List.of(card("D", null, 3, 0, 0), none), false))
                .as("a plan that opened nothing stands before one of which nothing is done")
                .startsWith(none);
    }

    private PlanCalendar calendar() {
        return PlanCalendar.of(elements, assignments, plan("Kế hoạch", null), YEAR);
    }

    private List<PlanCalendar.Day> days() {
        return calendar().days();
    }

    private static Item work() {
        return new Item.Work(Text.of("Tổ chức"), Map.of(), Frequency.YEARLY, null, null, null);
    }

    private Element element(ElementState state, Item item) {
        int position = elements.size() + 1;
        Element element = new Element(
                new UUID(3, position),
                new UUID(1, 1),
                ElementKind.TASK,
                "" + position,
                null,
                position,
                state,
                item,
                null,
                null,
                1,
                null,
                0,
                null,
                Instant.EPOCH);
        elements.add(element);
        return element;
    }

    private void assign(
            Element element,
            DutyKind kind,
            Frequency frequency,
            @Nullable String due,
            @Nullable Integer year,
            boolean answers) {
        assignments.add(new Assignment(
                new UUID(4, assignments.size()),
                element.id(),
                "Sở",
                Role.LEAD,
                frequency,
                kind,
                due,
                year,
                answers,
                true,
                new DutyCounts(0, 0, 0, 0, 0)));
    }

    private static PlanCard card(String name, @Nullable String issuer, int duties, int done, int overdue) {
        return new PlanCard(plan(name, issuer), new PlanCard.Figures(0, duties, done, overdue, null, 0));
    }

    private static Plan plan(String name, @Nullable String issuer) {
        return new Plan(
                new UUID(1, 1),
                1,
                null,
                Document.cited("Kế hoạch", "1/KH", issuer, null, name),
                Text.of(name),
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
    }
}
