package vn.toam.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.assignment.Stage.BLOCKED;
import static vn.toam.assignment.Stage.CANCELLED;
import static vn.toam.assignment.Stage.DONE;
import static vn.toam.assignment.Stage.IN_PROGRESS;
import static vn.toam.assignment.Stage.NEW;
import static vn.toam.assignment.Stage.PASSED;
import static vn.toam.assignment.Stage.PAUSED;
import static vn.toam.assignment.Stage.RECEIVED;
import static vn.toam.assignment.Stage.REFUSED;
import static vn.toam.assignment.Stage.SENT_BACK;
import static vn.toam.assignment.Stage.SUBMITTED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.assignment.Stage.Side;

/** Every pair of stages for every side: what is not written here is refused. */
class StageTest {

    private static final Map<Stage, Set<Stage>> ADDRESSEE = Map.of(
            NEW, Set.of(RECEIVED, REFUSED),
            RECEIVED, Set.of(IN_PROGRESS, REFUSED, SUBMITTED),
            IN_PROGRESS, Set.of(SUBMITTED, BLOCKED),
            BLOCKED, Set.of(IN_PROGRESS, SUBMITTED),
            SENT_BACK, Set.of(IN_PROGRESS));

    private static final Map<Stage, Set<Stage>> GIVER = Map.of(
            NEW, Set.of(PAUSED, CANCELLED),
            RECEIVED, Set.of(PAUSED, CANCELLED),
            REFUSED, Set.of(NEW, PAUSED, CANCELLED),
            IN_PROGRESS, Set.of(PAUSED, CANCELLED),
            BLOCKED, Set.of(PAUSED, CANCELLED),
            SUBMITTED, Set.of(DONE, SENT_BACK, CANCELLED),
            SENT_BACK, Set.of(PAUSED, CANCELLED),
            DONE, Set.of(SENT_BACK),
            PAUSED, Set.of(NEW, RECEIVED, REFUSED, IN_PROGRESS, BLOCKED, SENT_BACK, CANCELLED));

    private static final Set<Stage> PASSES = Stage.OPEN;

    @ParameterizedTest
    @EnumSource
    void noStepIsTakenButThoseOfTheTable(Stage from) {
        for (Stage to : Stage.values()) {
            assertThat(from.may(Side.ADDRESSEE, to))
                    .as("the agency takes it from %s to %s", from, to)
                    .isEqualTo(ADDRESSEE.getOrDefault(from, Set.of()).contains(to));
            assertThat(from.may(Side.GIVER, to))
                    .as("the giver takes it from %s to %s", from, to)
                    .isEqualTo(GIVER.getOrDefault(from, Set.of()).contains(to));
            assertThat(from.may(Side.SUCCESSION, to))
                    .as("succession takes it from %s to %s", from, to)
                    .isEqualTo(to == PASSED && PASSES.contains(from));
        }
    }

    @Test
    void aReportReceivesAndBeginsByItself() {
        Set<Stage> said = EnumSet.of(RECEIVED, IN_PROGRESS, BLOCKED, SUBMITTED);
        Map<Stage, Set<Stage>> reached = Map.of(
                NEW, said,
                RECEIVED, said,
                IN_PROGRESS, Set.of(IN_PROGRESS, BLOCKED, SUBMITTED),
                BLOCKED, Set.of(IN_PROGRESS, BLOCKED, SUBMITTED),
                SENT_BACK, Set.of(IN_PROGRESS, BLOCKED, SUBMITTED),
                SUBMITTED, Set.of(SUBMITTED));
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                assertThat(from.reaches(to))
                        .as("a report brings it from %s to %s", from, to)
                        .isEqualTo(reached.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void aDutyIsDoneOpenOrOutsideNeverTwoOfThem() {
        for (Stage stage : Stage.values()) {
            int kinds =
                    (stage.done() ? 1 : 0) + (stage.open() ? 1 : 0) + (stage == CANCELLED || stage == PASSED ? 1 : 0);
            assertThat(kinds).as("%s", stage).isEqualTo(1);
        }
        assertThat(PAUSED.open()).isTrue();
        assertThat(PAUSED.running()).isFalse();
    }
}
