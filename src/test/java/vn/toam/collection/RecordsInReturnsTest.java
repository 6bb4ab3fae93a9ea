package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import vn.toam.SecondServer;
import vn.toam.round.Round;
import vn.toam.shared.Conflict;
import vn.toam.submission.Cells;
import vn.toam.submission.Submission;
import vn.toam.submission.TypedReturn;

/** Records counted into returns: lines are filled when the round opens, and what is typed is held against the count until it is sent. */
class RecordsInReturnsTest extends CountedReturns {

    @Test
    void whatWasCountedStandsInTheLinesOfARoundThatOpens() {
        club(commune, "Một", "BLITZ");
        club(commune, "Hai", "SLOW");
        Round round = open();

        Submission filled = of(round);
        assertThat(filled.figures())
                .containsEntry("chess_clubs", new BigDecimal("2"))
                .containsEntry("chess_clubs_blitz", new BigDecimal("1"))
                .as("no meeting was ever entered: nothing is known, and 0 is not invented")
                .doesNotContainKeys("chess_meetings", "chess_games", "chess_clubs_trained");
        assertThat(filled.untouched()).as("nobody typed it").isTrue();
        assertThat(filled.tallies().lines().get("chess_clubs").unproven()).isEqualTo(2);

        Submission other = officers.find(round, ground.communes().get(1));
        assertThat(other.figures()).isEmpty();
        assertThat(other.tallies().lines()).isEmpty();
        assertThat(other.tallies().at())
                .as("it was counted, and nothing is known")
                .isNotNull();
    }

    @Test
    void recordsThatComeAfterTheOpeningFillTheEmptyLinesOfWhoeverTypes() {
        Round round = open();
        assertThat(of(round).figures()).isEmpty();
        club(commune, "Một", "BLITZ");

        reviewer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures()).as("not for those who only look").isEmpty();
        Officers.of(ground.communes().get(1)).run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures()).as("nor for the neighbour").isEmpty();

        officer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures()).containsEntry("chess_clubs", new BigDecimal("1"));
    }

    @Test
    void whoTypesForAUnitFromPaperCountsOnceThatIsDeclared() {
        Round round = open();
        club(commune, "Một", "BLITZ");
        reviewer.run(() -> desk.proxy(
                round.id(),
                commune,
                "Công văn 12, xã mất mạng",
                UUID.randomUUID().toString()));
        reviewer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures()).containsEntry("chess_clubs", new BigDecimal("1"));
    }

    @Test
    void whatWasTypedIsNeverOverwrittenAndALineClearedStaysEmpty() {
        Round round = open();
        type(round, Map.of("chess_clubs", "7"), Map.of());
        club(commune, "Một", "BLITZ");
        officer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures())
                .containsEntry("chess_clubs", new BigDecimal("7"))
                .containsEntry("chess_clubs_blitz", new BigDecimal("1"));

        type(round, Map.of("chess_clubs_blitz", ""), Map.of());
        club(commune, "Hai", "BLITZ");
        officer.run(() -> counts.count(round.id(), commune, true));
        assertThat(of(round).figures()).doesNotContainKey("chess_clubs_blitz");
    }

    @Test
    void anotherFigureIsSentOnlyWithANoteOnItsLineAndTheSameOneNeedsNone() {
        Round round = twoClubsReady();
        type(round, Map.of("chess_clubs", "3"), Map.of());
        assertThat(obstacles(round)).containsExactly("n_chess_clubs");

        type(round, Map.of(), Map.of("chess_clubs_blitz", "ghi ở dòng khác"));
        assertThat(obstacles(round)).containsExactly("n_chess_clubs");

        type(round, Map.of("chess_clubs", "2"), Map.of("chess_clubs_blitz", ""));
        assertThat(of(round).differences()).isEmpty();
        type(round, Map.of("chess_clubs", "3"), Map.of("chess_clubs", "Một câu lạc bộ chưa vào sổ"));
        assertThat(obstacles(round)).isEmpty();
        assertThat(of(round).differences()).singleElement().satisfies(each -> {
            assertThat(each.tally().figure()).isEqualByComparingTo("2");
            assertThat(each.reported()).isEqualByComparingTo("3");
            assertThat(each.reason()).isEqualTo("Một câu lạc bộ chưa vào sổ");
        });
    }

    @Test
    void aFigureThatStandsAsCountedIsSentWithoutANote() {
        Round round = twoClubsReady();
        assertThat(obstacles(round)).isEmpty();
    }

    @Test
    void aRecordEnteredBeforeSendingIsHeldAgainstTheFigureAndTheNewCountIsOffered() throws Exception {
        Round round = twoClubsReady();
        club(commune, "Ba", "SLOW");
        assertThat(obstacles(round)).as("counted once more when it is sent").contains("n_chess_clubs");

        String form = page(officer, address(round, commune));
        assertThat(form)
                .contains("Đếm được 3 từ", "Đếm được 3, nhập 2", "value=\"take.chess_clubs\"", "Lấy số đếm mới");
        assertThat(of(round).figures()).as("offered, not taken").containsEntry("chess_clubs", new BigDecimal("2"));

        save(round, "take.");
        assertThat(of(round).figures()).containsEntry("chess_clubs", new BigDecimal("3"));
        assertThat(page(officer, address(round, commune))).doesNotContain("Lấy số đếm mới");
        assertThat(obstacles(round)).isEmpty();
    }

    @Test
    void theNewCountsAreTakenInAllLinesButThoseThatSomebodyTyped() throws Exception {
        Round round = twoClubsReady();
        type(round, Map.of("chess_clubs", "9"), Map.of());
        club(commune, "Ba", "BLITZ");
        page(officer, address(round, commune));

        save(round, "take.");
        assertThat(of(round).figures())
                .containsEntry("chess_clubs", new BigDecimal("9"))
                .containsEntry("chess_clubs_blitz", new BigDecimal("2"));
        save(round, "take.chess_clubs");
        assertThat(of(round).figures()).as("asked for by name").containsEntry("chess_clubs", new BigDecimal("3"));
    }

    @Test
    void aWholePageOpenedBeforeTheLinesWereFilledIsNotSavedOverThem() {
        Round round = open();
        int seen = of(round).version();
        club(commune, "Một", "BLITZ");
        officer.run(() -> counts.count(round.id(), commune, true));

        Map<String, String> blank = new HashMap<>(Map.of("chess_clubs", "", "chess_games", "4"));
        assertThatThrownBy(() -> officer.run(() -> collection.save(
                        round.id(),
                        commune,
                        seen,
                        new TypedReturn(blank, Map.of(), Map.of()),
                        UUID.randomUUID().toString())))
                .isInstanceOf(Conflict.class);
        CollectionService.Merged merged = officer.get(() -> collection.merge(
                round.id(),
                commune,
                seen,
                List.of(new Cells.Cell("f_chess_games", "4", "")),
                UUID.randomUUID().toString()));
        assertThat(merged.cells()).as("the other tab learns what was filled").containsEntry("f_chess_clubs", "1");
        assertThat(of(round).figures()).containsEntry("chess_games", new BigDecimal("4"));
    }

    @Test
    void twoServersThatCountAtOnceFillOnceAndWhatWasLeftIsFoundTheNextTime() throws Exception {
        club(commune, "Một", "BLITZ");
        Round round = reviewer.get(() -> rounds.open(FORM, ground.year(), ground.province(), ""));
        assertThat(lists(round).uncounted()).isEqualTo(ground.communes().size());
        List<LineCounts> servers = List.of(counts, SecondServer.bean(LineCounts.class));
        SecondServer.together(servers.stream()
                .map(server -> (Callable<Boolean>) () -> {
                    server.countOpened(List.of(round));
                    return true;
                })
                .toList());
        assertThat(of(round).tallies().fills()).isEqualTo(1);
        assertThat(lists(round).uncounted()).isZero();
        assertThat(tallies.uncounted(List.of(round.id()))).isEmpty();
    }
}
