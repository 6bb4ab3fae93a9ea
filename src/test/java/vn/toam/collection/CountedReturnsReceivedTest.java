package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.toam.indicator.Value;
import vn.toam.round.Round;
import vn.toam.submission.FormView;
import vn.toam.submission.RoundRow;
import vn.toam.submission.RoundView;
import vn.toam.submission.SubmissionStatus;

/** What became of the count once a return is sent: who receives it sees who differs and why, and every figure leads back to the records. */
class CountedReturnsReceivedTest extends CountedReturns {

    @Test
    void whatWasCountedStaysWithAReturnThatWasSent() {
        Round round = twoClubsReady();
        assertThat(obstacles(round)).isEmpty();
        club(commune, "Ba", "SLOW");
        officer.run(() -> counts.count(round.id(), commune, true));
        counts.countOpened(List.of(round));
        assertThat(of(round).tallies().lines().get("chess_clubs").figure()).isEqualByComparingTo("2");
        assertThat(of(round).differences()).isEmpty();

        officer.run(
                () -> collection.recall(round.id(), commune, UUID.randomUUID().toString()));
        officer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).tallies().lines().get("chess_clubs").figure()).isEqualByComparingTo("3");
        assertThat(of(round).figures()).containsEntry("chess_clubs", new BigDecimal("2"));
    }

    @Test
    void whoReceivesSeesWhoDiffersAndWhyAndNothingOfItIsAcceptedUnseen() throws Exception {
        Round round = twoClubsReady();
        type(round, Map.of("chess_clubs", "3"), Map.of("chess_clubs", "Một câu lạc bộ chưa vào sổ"));
        obstacles(round);
        int second = ground.communes().get(1);
        officers.save(round, Officers.of(second), second, officers.lines(round, Map.of()), Map.of());
        officers.submit(round, Officers.of(second), second);

        String list = page(reviewer, "/collection/rounds/" + round.id() + "?status=DIFFERS");
        assertThat(list)
                .contains("Khác số đếm", "(1)", "Đếm được 2 từ", "báo cáo 3.", "Lý do: Một câu lạc bộ chưa vào sổ")
                .contains("2/" + ground.communes().size());
        assertThat(page(reviewer, address(round, commune))).contains("Khác số đếm", "báo cáo 3.");
        RoundView differing =
                reviewer.get(() -> lists.round(round.id(), RoundView.Asked.of(null, RoundView.Filter.DIFFERS)));
        assertThat(differing.slice().items()).extracting(RoundRow::unit).containsExactly(commune);
        assertThat(differing.differing()).isEqualTo(1);

        assertThat(reviewer.get(() -> bulk.accept(
                        round.id(), ground.province(), UUID.randomUUID().toString())))
                .isEqualTo(new BulkAcceptance.Outcome(1, 1));
        assertThat(of(round).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    void anEarlierVersionShowsWhatWasCountedThen() {
        Round round = twoClubsReady();
        int sent = of(round).version();
        obstacles(round);
        officer.run(
                () -> collection.recall(round.id(), commune, UUID.randomUUID().toString()));
        club(commune, "Ba", "SLOW");
        officer.run(() -> counts.count(round.id(), commune, true));

        FormView then = officer.get(() -> reader.at(round.id(), commune, sent));
        assertThat(then.submission().tallies().lines().get("chess_clubs").figure())
                .isEqualByComparingTo("2");
        assertThat(then.submission()
                        .tallies()
                        .lines()
                        .get("chess_clubs")
                        .sources()
                        .getFirst()
                        .records())
                .startsWith("/registers/chess-club?unit=" + commune + "&count=clubs");
    }

    @Test
    void aRoundThatWasOnlyFilledCanStillBeWithdrawn() {
        club(commune, "Một", "BLITZ");
        Round round = open();
        assertThat(of(round).version()).isEqualTo(1);
        assertThat(lists(round).undoable()).isNotNull();
        type(round, Map.of("chess_clubs", "2"), Map.of());
        assertThat(lists(round).undoable()).isNull();
    }

    @Test
    void whatIsAcceptedReachesTheProvinceAndLeadsBackToTheRecords() throws Exception {
        Round round = twoClubsReady();
        type(round, Map.of("chess_clubs", "3"), Map.of("chess_clubs", "Một câu lạc bộ chưa vào sổ"));
        obstacles(round);
        Value before = reviewer.get(() -> indicators.value("chess-clubs", ground.province(), ground.year()));
        assertThat(before.counted()).as("sent is not accepted").isFalse();

        reviewer.run(
                () -> collection.accept(round.id(), commune, UUID.randomUUID().toString()));
        Value value = reviewer.get(() -> indicators.value("chess-clubs", ground.province(), ground.year()));
        assertThat(value.value())
                .as("what was reported counts, not what was counted")
                .isEqualByComparingTo("3");
        assertThat(value.coverage().received()).isEqualTo(1);
        assertThat(value.coverage().expected()).isEqualTo(ground.communes().size());

        String trace =
                page(reviewer, "/indicators/trace?indicator=chess-clubs&unit=" + commune + "&year=" + ground.year());
        assertThat(trace).contains("Đếm được 2 từ", "/registers/chess-club?unit=" + commune + "&amp;count=clubs");
    }

    @Test
    void aFigureFromAFileOrAnotherSystemIsHeldAgainstTheCountLikeOneThatIsTyped() {
        Round round = twoClubsReady();
        BulkEntry.Return other = new BulkEntry.Return(commune, Map.of("chess_clubs", new BigDecimal("5")), Map.of());
        officer.run(
                () -> entry.save(round.id(), List.of(other), UUID.randomUUID().toString(), ""));
        assertThat(obstacles(round)).containsExactly("n_chess_clubs");

        BulkEntry.Return explained =
                new BulkEntry.Return(commune, Map.of(), Map.of("chess_clubs", "Theo văn bản số 5"));
        officer.run(() ->
                entry.save(round.id(), List.of(explained), UUID.randomUUID().toString(), ""));
        assertThat(obstacles(round)).isEmpty();
    }
}
