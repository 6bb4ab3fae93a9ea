package vn.toam.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.shared.TwoWriters;
import vn.toam.unit.TestGround;
import vn.toam.unit.TestGround.Ground;

/** Two reviewers at one round in the same moment: the second sees what the first did. */
class RoundTogetherTest extends ToamTest {

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private ExpectedReturns returns;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestGround grounds;

    @Test
    void aRoundThatTwoCloseAtOnceIsClosedOnce() {
        Ground ground = grounds.take();
        Somebody reviewer = Posts.at("REVIEWER", ground.province());
        Round round = reviewer.get(() -> rounds.open("dv-family-commune", ground.year(), ground.province(), ""));
        int missing = returns.missing(round.id());
        Runnable close = () -> reviewer.run(() -> changes.close(round.id(), missing));
        assertThatThrownBy(() -> TwoWriters.second(database, transaction, close, () -> {
                    close.run();
                    return true;
                }))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("round.closed");
        assertThat(reviewer.get(() -> changes.steps(round.id())))
                .extracting(RoundChanges.Step::verb)
                .containsExactly(RoundChanges.Verb.OPEN, RoundChanges.Verb.CLOSE);
    }

    @Test
    void aRoundIsSeenFromBelowAndAboveAndChangedByItsOwnReviewerAlone() {
        Ground ground = grounds.take();
        Ground elsewhere = grounds.take();
        Somebody reviewer = Posts.at("REVIEWER", ground.province());
        Round round = reviewer.get(() -> rounds.open("dv-family-commune", ground.year(), ground.province(), ""));
        assertThat(Posts.at("REPORTER", ground.commune()).get(() -> rounds.find(round.id())))
                .isEqualTo(round);
        assertThatThrownBy(() -> Posts.at("REPORTER", elsewhere.commune()).get(() -> rounds.find(round.id())))
                .isInstanceOf(NotAllowed.class);
        for (Somebody stranger :
                new Somebody[] {Posts.at("REVIEWER", elsewhere.province()), Posts.at("REPORTER", ground.commune())}) {
            assertThatThrownBy(() -> stranger.run(() -> changes.close(round.id(), 0)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> stranger.run(() -> changes.undo(round.id())))
                    .isInstanceOf(NotAllowed.class);
        }
        int missing = returns.missing(round.id());
        assertThatThrownBy(() -> reviewer.run(() -> changes.close(round.id(), missing + 1)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> changes.reopen(round.id(), "Mở lại cho nộp bù")))
                .as("it is open")
                .isInstanceOf(Rejected.class);
    }
}
