package vn.toam.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.CriteriaSet;

/** The days of a village's year: who was called when, how long the list hung out, when the review is over. */
class VillageCourseTest {

    /** Ten days of posting, ten to decide, the review over on 25/11. */
    private static final CriteriaSet SET =
            TitleRulesTest.set(CriteriaSet.Scoring.NONE, List.of(), List.of(), TitleRulesTest.meeting(null, "0.5"));

    @ParameterizedTest
    @CsvSource({"2026-11-24,true", "2026-11-25,true", "2026-11-26,false", "2025-11-20,false", "2027-01-03,false"})
    void aMeetingAfterTheLastDayOfTheReviewIsRefusedForItsYear(LocalDate met, boolean allowed) {
        VillageCourse course = new VillageCourse(2026, met.minusDays(5), met, null, null, null);
        assertThat(course.faults(SET, 0).isEmpty()).isEqualTo(allowed);
        assertThat(course.state()).isEqualTo(VillageCourse.State.MEETING_HELD);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-08,true", "2026-11-09,false", "2026-11-10,false"})
    void householdsAreCalledTwoDaysBefore(LocalDate called, boolean allowed) {
        VillageCourse course = new VillageCourse(2026, called, LocalDate.of(2026, 11, 10), null, null, null);
        assertThat(course.faults(SET, 0).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20,false", "2026-11-21,true", "2026-12-01,true"})
    void aListHangsOutForTenWholeDaysBeforeItIsFiled(LocalDate filed, boolean allowed) {
        VillageCourse course = posted(filed, null);
        assertThat(course.filedFrom(SET)).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(course.faults(SET, 0).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void anObjectionThatNobodyDecidedHoldsTheFileBack() {
        VillageCourse course = posted(LocalDate.of(2026, 11, 22), null);
        assertThat(course.faults(SET, 1)).containsExactly(VillageCourse.Fault.OBJECTION_OPEN);
        assertThat(posted(null, null).faults(SET, 1))
                .as("the list goes on hanging")
                .isEmpty();
    }

    @Test
    void noStepComesBeforeTheOneItNeeds() {
        LocalDate day = LocalDate.of(2026, 11, 10);
        assertThat(new VillageCourse(2026, null, day, null, null, null).faults(SET, 0))
                .containsExactly(VillageCourse.Fault.ORDER);
        assertThat(new VillageCourse(2026, day.minusDays(9), day, day.minusDays(1), null, null).faults(SET, 0))
                .containsExactly(VillageCourse.Fault.ORDER);
        assertThat(posted(null, day.plusDays(30)).faults(SET, 0)).containsExactly(VillageCourse.Fault.ORDER);
        assertThat(VillageCourse.of(2026).faults(SET, 0)).isEmpty();
        assertThat(VillageCourse.of(2026).state()).isEqualTo(VillageCourse.State.NOT_STARTED);
    }

    @Test
    void aFileIsDecidedWithinTenDays() {
        VillageCourse course = posted(LocalDate.of(2026, 11, 22), null);
        assertThat(course.decideBy(SET)).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(posted(null, null).decideBy(SET)).isNull();
        assertThat(posted(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 12, 20))
                        .state())
                .as("late is late, not undone")
                .isEqualTo(VillageCourse.State.DECIDED);
    }

    private static VillageCourse posted(LocalDate filed, LocalDate decided) {
        return new VillageCourse(
                2026,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 10),
                LocalDate.of(2026, 11, 11),
                filed,
                decided);
    }
}
