package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Catalogs;
import vn.toam.definition.Check;
import vn.toam.definition.Register;
import vn.toam.recordquery.RecordOrder;
import vn.toam.recordquery.RecordQuery;
import vn.toam.shared.BadRequest;

/** What follows from a definition and from an address, without a database. */
class RecordRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static Catalog catalog;
    private static Register club;
    private static Register match;
    private static Register meeting;

    @BeforeAll
    static void read() throws java.io.IOException {
        catalog = Catalogs.standard();
        club = catalog.get(Register.class, "chess-club");
        match = catalog.get(Register.class, "chess-match");
        meeting = catalog.get(Register.class, "chess-meeting");
    }

    private static Values values(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put((String) pairs[at], pairs[at + 1]);
        }
        return new Values(map);
    }

    private static RegisterRecord record(Register register, String state, boolean merged, Values values) {
        return new RegisterRecord(
                1,
                UUID.randomUUID(),
                register.id(),
                1,
                2,
                null,
                null,
                state,
                DAY,
                DAY,
                values,
                0,
                1,
                RegisterRecord.Source.TYPED,
                null,
                merged ? UUID.randomUUID() : null,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                "");
    }

    @Test
    void aCheckIsBrokenFromTheFirstNumberThatDoesNotHold() {
        assertThat(RecordRules.broken(club, values("players", 4), Check.Kind.SOFT))
                .isEmpty();
        assertThat(RecordRules.broken(club, values("players", 3), Check.Kind.SOFT))
                .hasSize(1);
        assertThat(RecordRules.broken(club, values("players", 3), Check.Kind.HARD))
                .as("the number of women is not known")
                .isEmpty();
        assertThat(RecordRules.broken(club, values("players", 3, "women", 4), Check.Kind.HARD))
                .hasSize(1);
        assertThat(RecordRules.broken(club, values(), Check.Kind.SOFT)).isEmpty();
        assertThat(RecordRules.broken(match, values("day", "2026-03-02", "until", "2026-03-02"), Check.Kind.HARD))
                .isEmpty();
        assertThat(RecordRules.broken(match, values("day", "2026-03-02", "until", "2026-03-01"), Check.Kind.HARD))
                .hasSize(1);
    }

    @Test
    void aStateAsksForItsFieldsAndForTheColumnOfEveryRow() {
        assertThat(RecordRules.missing(club, club.states().state("CLOSED").orElseThrow(), values()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("closed_on"));
        assertThat(RecordRules.missing(
                        club, club.states().state("CLOSED").orElseThrow(), values("closed_on", "2026-03-02")))
                .isEmpty();
        var settled = match.states().state("SETTLED").orElseThrow();
        Map<String, Object> done = Map.of("settled", "2026-03-02");
        assertThat(RecordRules.missing(match, settled, values("appeals", List.of(done))))
                .isEmpty();
        assertThat(RecordRules.missing(match, settled, values("appeals", List.of(done, Map.of()))))
                .hasSize(1);
    }

    @Test
    void whatMayNotBeThereTwiceIsFoldedAndSaysNothingWhereNothingIsSaid() {
        assertThat(RecordRules.same(club, values("kind", "SLOW", "name", "Tượng ĐỎ")))
                .isEqualTo(RecordRules.same(club, values("kind", "SLOW", "name", "tuong  do")))
                .isNotEqualTo(RecordRules.same(club, values("kind", "BLITZ", "name", "Tượng đỏ")));
        assertThat(RecordRules.same(club, values("name", " "))).isNull();
        assertThat(RecordRules.same(match, values("title", "Giải")))
                .as("any two may be alike")
                .isNull();
    }

    @Test
    void namesOfPeopleAreAmongTheWordsOfTheKeeperOnly() {
        Values values = values(
                "name",
                "Tượng",
                "trainer",
                "Thầy Mẫu",
                "decision",
                Map.of("number", "12/QĐ"),
                "players",
                7,
                "board",
                List.of(Map.of("person", "Chủ nhiệm")));
        assertThat(RecordRules.words(club, values, true, List.of("Cờ chớp")))
                .contains("Tượng", "Thầy Mẫu", "12/QĐ", "Chủ nhiệm", "Cờ chớp")
                .doesNotContain("7");
        assertThat(RecordRules.words(club, values, false, List.of("Cờ chớp")))
                .contains("Tượng", "12/QĐ", "Cờ chớp")
                .doesNotContain("Mẫu", "Chủ nhiệm");
    }

    @Test
    void aRecordIsDueOnItsDayAndSoManyDaysAfterWhatIsOpen() {
        assertThat(RecordReminders.days(club, record(club, "PLAYING", false, values("lease", "2026-05-01"))))
                .extracting(RecordReminders.Day::on)
                .containsExactly(LocalDate.of(2026, 5, 1));
        assertThat(RecordReminders.days(meeting, record(meeting, "PLANNED", false, values("day", "2026-05-01"))))
                .extracting(RecordReminders.Day::on)
                .containsExactly(LocalDate.of(2026, 5, 8));
        assertThat(RecordReminders.days(meeting, record(meeting, "HELD", false, values("day", "2026-05-01"))))
                .isEmpty();
        assertThat(RecordReminders.days(club, record(club, "CLOSED", false, values("lease", "2026-05-01"))))
                .isEmpty();
        assertThat(RecordReminders.days(club, record(club, "PLAYING", true, values("lease", "2026-05-01"))))
                .as("it stands for itself no longer")
                .isEmpty();
        assertThat(RecordReminders.days(club, record(club, "PLAYING", false, values())))
                .isEmpty();
    }

    @Test
    void aFindingIsDueUntilItIsVerified() {
        Register inspection = catalog.get(Register.class, "inspection");
        Values findings = values(
                "findings",
                List.of(Map.of("due", "2026-05-01"), Map.of("due", "2026-06-01", "verified", "2026-05-20")));
        for (String state : List.of("UNDER_WAY", "CONCLUDED", "FOLLOW_UP")) {
            assertThat(RecordReminders.days(inspection, record(inspection, state, false, findings)))
                    .as(state)
                    .extracting(RecordReminders.Day::on)
                    .containsExactly(LocalDate.of(2026, 5, 1));
        }
    }

    @Test
    void yesIsOneAndNoIsNothing() {
        assertThat(values("a", true).number("a")).isEqualByComparingTo("1");
        assertThat(values("a", false).number("a")).isEqualByComparingTo("0");
        assertThat(values("a", "x").number("a")).isNull();
        assertThat(Values.of("{\"a\":1.10}").text("a")).isEqualTo("1.10");
        assertThat(values().paper("a").map()).isEmpty();
        assertThat(values("a", List.of("x", "y"), "b", "z").all("a")).containsExactly("x", "y");
        assertThat(values("b", "z").all("b")).containsExactly("z");
        assertThat(values("t", List.of(Map.of("c", "1"), Map.of("c", List.of("2", "3"))))
                        .everywhere("t.c"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void theNewestComeFirstUnlessTheAddressSaysOtherwise() {
        RecordQuery plain = RecordQuery.of(Map.of(), 5);
        assertThat(List.of(plain.sort(), plain.down(), plain.unit())).containsExactly(RecordOrder.DAY, true, 5);
        assertThat(RecordQuery.of(Map.of("sort", "NAME"), 5).down()).isFalse();
        assertThat(RecordQuery.of(Map.of("sort", "NAME", "down", "true"), 5).down())
                .isTrue();
        assertThat(RecordQuery.of(Map.of("down", "false"), 5).down()).isFalse();
        assertThat(RecordQuery.of(Map.of("sort", "SIZE"), 5).sort()).isEqualTo(RecordOrder.DAY);
        assertThat(RecordQuery.of(Map.of("sort", "NAME"), 5)
                        .sorted(RecordOrder.DAY)
                        .down())
                .isTrue();
        assertThat(plain.sorted(RecordOrder.NAME).down()).isTrue();
    }

    @Test
    void anAddressKeepsWhatNarrowsTheListAndNothingBlank() {
        Map<String, String> asked = Map.of(
                "unit",
                "7",
                "q",
                "mã",
                "f.kind",
                "SLOW",
                "f.rhythm",
                " ",
                "year",
                "2026",
                "from",
                "2026-01-01",
                "to",
                "2026-12-31",
                "unproven",
                "true",
                "count",
                "clubs");
        RecordQuery query = RecordQuery.of(asked, 5);
        assertThat(query.unit()).isEqualTo(7);
        assertThat(query.narrowed())
                .containsOnlyKeys("q", "f.kind", "year", "from", "to", "unproven", "count")
                .containsEntry("year", "2026")
                .containsEntry("unproven", "true");
        assertThat(RecordQuery.of(Map.of("unproven", "yes"), 5).narrowed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"year, 1234567890", "year, -1", "unit, x", "from, 2026-02-30", "to, tomorrow"})
    void whatIsNoNumberOrDayInAnAddressIsRefused(String name, String typed) {
        assertThatThrownBy(() -> RecordQuery.of(Map.of(name, typed), 5)).isInstanceOf(BadRequest.class);
    }
}
