package vn.toam.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.WorkDays;

/** The terms and shares of Decree 61/2023/NĐ-CP. */
class ConventionCourseTest {

    private static final LocalDate POSTED = LocalDate.of(2026, 9, 1);
    private static final LocalDate VOTED = LocalDate.of(2026, 10, 1);
    private static final LocalDate FILED = LocalDate.of(2026, 10, 5);
    private static final WorkDays DAYS = new WorkDays(List.of(), null);

    @Test
    void moreThanHalfOfThosePresentButNotOfAllHouseholdsCannotBeFiled() {
        ConventionVote vote = meeting(100, 96, 49);
        assertThat(filed(vote).faults()).containsExactly(ConventionCourse.Fault.NOT_AGREED);
        assertThat(new ConventionCourse(POSTED, List.of(vote), null, null, null).faults())
                .as("the vote itself may be kept")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100,51,51,",
        "100,50,50,QUORUM",
        "100,60,50,NOT_AGREED",
        "101,51,51,",
        "3,2,2,",
        "3,1,1,QUORUM",
        "0,0,0,QUORUM"
    })
    void sharesAreOfAllHouseholds(int households, int present, int agreed, ConventionCourse.Fault fault) {
        ConventionCourse course = filed(meeting(households, present, agreed));
        if (fault == null) {
            assertThat(course.faults()).isEmpty();
        } else {
            assertThat(course.faults()).containsExactly(fault);
        }
    }

    @Test
    void ballotsGoFromHouseToHouseOnlyAfterAMeetingWithTooFew() {
        ConventionVote ballots = new ConventionVote(VOTED.plusDays(3), ConventionVote.Way.BALLOTS, 100, 70, 51);
        assertThat(filed(ballots).faults()).containsExactly(ConventionCourse.Fault.BALLOTS_FIRST);
        assertThat(filed(meeting(100, 60, 40), ballots).faults())
                .as("a meeting that said no is not asked again from house to house")
                .containsExactly(ConventionCourse.Fault.BALLOTS_FIRST);
        assertThat(filed(meeting(100, 50, 50), ballots).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30,false", "2026-10-01,true"})
    void aDraftHangsOutForThirtyDays(LocalDate voted, boolean allowed) {
        ConventionVote vote = new ConventionVote(voted, ConventionVote.Way.MEETING, 100, 80, 70);
        assertThat(new ConventionCourse(POSTED, List.of(vote), null, null, null)
                        .faults()
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void threeClocksCountWorkingDays() {
        ConventionCourse course =
                new ConventionCourse(POSTED, List.of(meeting(100, 80, 70)), FILED, FILED.plusDays(2), null);
        assertThat(course.faults()).isEmpty();
        assertThat(course.fileBy(DAYS)).as("voted on a Thursday").isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(course.decideBy(DAYS)).as("filed on a Monday").isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(course.sendBy(DAYS)).as("decided on a Wednesday").isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(filed(meeting(100, 80, 40)).fileBy(DAYS))
                .as("a vote that failed is not filed")
                .isNull();
    }

    @Test
    void noStepComesBeforeTheOneItNeeds() {
        assertThat(new ConventionCourse(null, List.of(meeting(10, 9, 9)), null, null, null).faults())
                .containsExactly(ConventionCourse.Fault.ORDER);
        assertThat(new ConventionCourse(POSTED, List.of(), FILED, null, null).faults())
                .containsExactly(ConventionCourse.Fault.ORDER);
        assertThat(new ConventionCourse(POSTED, List.of(meeting(10, 9, 9)), VOTED.minusDays(1), null, null).faults())
                .containsExactly(ConventionCourse.Fault.ORDER);
        assertThat(new ConventionCourse(POSTED, List.of(meeting(10, 9, 9)), FILED, FILED.minusDays(1), null).faults())
                .containsExactly(ConventionCourse.Fault.ORDER);
        assertThat(new ConventionCourse(POSTED, List.of(meeting(10, 9, 9)), FILED, null, FILED).faults())
                .containsExactly(ConventionCourse.Fault.ORDER);
        assertThatThrownBy(() -> meeting(10, 9, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ConventionCourse filed(ConventionVote... votes) {
        return new ConventionCourse(POSTED, List.of(votes), FILED, null, null);
    }

    private static ConventionVote meeting(int households, int present, int agreed) {
        return new ConventionVote(VOTED, ConventionVote.Way.MEETING, households, present, agreed);
    }
}
