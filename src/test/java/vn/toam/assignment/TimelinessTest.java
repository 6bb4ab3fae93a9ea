package vn.toam.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.definition.WorkDays;

/** The words for time on both sides of each boundary: weeks without holidays, so that only the boundary can make the difference. */
class TimelinessTest {

    private static final WorkDays DAYS = new WorkDays(List.of(), null);

    /** A Wednesday. */
    private static final LocalDate DUE = LocalDate.of(2026, 7, 22);

    @ParameterizedTest
    @CsvSource({
        "2026-07-14,IN_TIME,0",
        "2026-07-15,SOON,0",
        "2026-07-21,SOON,0",
        "2026-07-22,SOON,0",
        "2026-07-23,OVERDUE,1",
        "2026-07-25,OVERDUE,2",
        "2026-07-29,OVERDUE,5"
    })
    void anOpenDutyIsInTimeThroughItsOwnDay(LocalDate today, Timeliness word, int late) {
        Course course = course(Stage.IN_PROGRESS, DUE, null, null);

        assertThat(course.timeliness(DAYS, today)).isEqualTo(word);
        assertThat(course.late(DAYS, today)).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01,DONE_ON_TIME,0",
        "2026-07-22,DONE_ON_TIME,0",
        "2026-07-23,DONE_LATE,1",
        "2026-07-27,DONE_LATE,3"
    })
    void oneDayDecidesWhetherItWasSubmittedOnTime(LocalDate submitted, Timeliness word, int late) {
        for (Stage stage : List.of(Stage.SUBMITTED, Stage.DONE)) {
            Course course = course(stage, DUE, null, submitted);

            assertThat(course.timeliness(DAYS, DUE.plusYears(1))).isEqualTo(word);
            assertThat(course.late(DAYS, DUE.plusYears(1))).isEqualTo(late);
            assertThat(course.onTimeFirst()).isEqualTo(word == Timeliness.DONE_ON_TIME);
        }
    }

    @Test
    void anExtensionAskedInTimeMovesTheBoundaryAndOneAskedTooLateDoesNot() {
        LocalDate later = DUE.plusDays(7);

        assertThat(course(Stage.DONE, later, null, later).timeliness(DAYS, later))
                .isEqualTo(Timeliness.DONE_ON_TIME);
        assertThat(course(Stage.DONE, later, null, later.plusDays(1)).timeliness(DAYS, later))
                .isEqualTo(Timeliness.DONE_LATE);
        assertThat(course(Stage.DONE, later, DUE, DUE.plusDays(1)).timeliness(DAYS, later))
                .isEqualTo(Timeliness.DONE_LATE);
        assertThat(course(Stage.IN_PROGRESS, later, DUE, null).timeliness(DAYS, later))
                .as("it has more time, and is open")
                .isEqualTo(Timeliness.SOON);
        assertThat(course(Stage.DONE, later, null, later).onTimeFirst())
                .as("by the day first given")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "CANCELLED", "PASSED"})
    void whatStandsStillIsNeitherLateNorInTime(Stage stage) {
        Course course = course(stage, DUE, null, null);

        assertThat(course.timeliness(DAYS, DUE.plusDays(30))).isEqualTo(Timeliness.OUTSIDE);
        assertThat(course.late(DAYS, DUE.plusDays(30))).isZero();
    }

    @Test
    void everyWordHasASignSoThatColourNeverSpeaksAlone() {
        assertThat(Timeliness.values())
                .allSatisfy(word -> assertThat(word.sign()).isNotBlank());
        assertThat(Timeliness.OVERDUE.tone()).isEqualTo("behind");
        assertThat(Timeliness.OUTSIDE.tone()).isEmpty();
    }

    private static Course course(
            Stage stage, LocalDate due, @Nullable LocalDate missed, @Nullable LocalDate submitted) {
        return new Course(stage, DUE, due, due, DUE, missed, submitted, null, null, null, "");
    }
}
