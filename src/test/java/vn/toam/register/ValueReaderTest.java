package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Catalogs;
import vn.toam.definition.Register;
import vn.toam.shared.Rejected.Problem;

/** How long, how many, how early: what may be typed into a record, on both sides of each limit. */
class ValueReaderTest {

    private static Catalog catalog;

    @BeforeAll
    static void read() throws java.io.IOException {
        catalog = Catalogs.standard();
    }

    private record Read(Values values, List<Problem> problems) {

        List<String> wrong() {
            return problems.stream()
                    .map(problem -> problem.field() + " " + problem.key())
                    .toList();
        }
    }

    private static Read read(String register, Map<String, List<String>> typed) {
        ValueReader reader = new ValueReader(catalog.get(Register.class, register), catalog);
        return new Read(reader.read(typed), reader.problems());
    }

    private static Read club(String... pairs) {
        Map<String, List<String>> typed = new HashMap<>(
                Map.of("name", List.of("Tượng"), "kind", List.of("BLITZ"), "founded", List.of("02/03/2026")));
        for (int at = 0; at < pairs.length; at += 2) {
            typed.put(pairs[at], List.of(pairs[at + 1]));
        }
        return read("chess-club", typed);
    }

    private static Read match(int rows) {
        Map<String, List<String>> typed = new HashMap<>(Map.of("title", List.of("Giải"), "day", List.of("2026-03-02")));
        for (int row = 0; row < rows; row++) {
            typed.put("appeals." + row + ".text", List.of("Khiếu nại " + row));
            typed.put("appeals." + row + ".due", List.of("2026-04-01"));
        }
        return read("chess-match", typed);
    }

    @Test
    void aLineHoldsThreeHundredCharactersAndNotOneMore() {
        assertThat(club("name", "ấ".repeat(300)).values().text("name")).hasSize(300);
        assertThat(club("name", "ấ".repeat(301)).wrong()).containsExactly("name register.problem.long");
        assertThat(club("trainer", "a".repeat(300)).wrong()).isEmpty();
        assertThat(club("trainer", "a".repeat(301)).wrong()).containsExactly("trainer register.problem.long");
        assertThat(club("decision.number", "9".repeat(301)).wrong())
                .containsExactly("decision.number register.problem.long");
    }

    @Test
    void aLongTextHoldsTwentyThousandCharactersAndNotOneMore() {
        assertThat(raised("a".repeat(20_000)).wrong()).isEmpty();
        assertThat(raised("a".repeat(20_001)).wrong()).containsExactly("details register.problem.long");
    }

    private static Read raised(String text) {
        return read(
                "difficulty",
                Map.of(
                        "topic", List.of("STAFF"),
                        "text", List.of("Thiếu người"),
                        "details", List.of(text),
                        "raised", List.of("2026-03-02"),
                        "asked_of", List.of("123456789")));
    }

    @Test
    void aTableHoldsAsManyRowsAsItsDefinitionSaysOrElseFiveHundred() {
        assertThat(board(3).wrong()).isEmpty();
        assertThat(board(4).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).last().isEqualTo(3));
        assertThat(match(500).values().rows("appeals")).hasSize(500);
        assertThat(match(501).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).last().isEqualTo(500));
    }

    private static Read board(int rows) {
        String[] pairs = new String[4 * rows];
        for (int row = 0; row < rows; row++) {
            pairs[4 * row] = "board." + row + ".person";
            pairs[4 * row + 1] = "Người " + row;
            pairs[4 * row + 2] = "board." + row + ".from";
            pairs[4 * row + 3] = "2026-03-02";
        }
        return club(pairs);
    }

    @Test
    void aTableThatHasToHoldRowsSaysHowMany() {
        Register register = catalog.readRegister("""
                id: chess-team
                version: 1
                name: {vi: Đội, en: Team}
                shape: BODY
                levels: [COMMUNE]
                sensitivity: OPEN
                retention: 0
                date: day
                title: [name]
                fields:
                  - {id: name, type: TEXT, name: {vi: Tên, en: Name}}
                  - {id: day, type: DATE, name: {vi: Ngày, en: Day}}
                tables:
                  - id: players
                    name: {vi: Kỳ thủ, en: Players}
                    min: 2
                    max: 0
                    fields:
                      - {id: name, type: TEXT, name: {vi: Tên, en: Name}}
                states:
                  start: NEW
                  states:
                    - {id: NEW, name: {vi: Mới, en: New}}
                    - {id: OVER, closed: true, name: {vi: Xong, en: Over}}
                  moves: {NEW: [OVER]}
                """);
        Map<String, List<String>> typed = new HashMap<>(Map.of("name", List.of("A"), "day", List.of("2026-03-02")));
        typed.put("players.7.name", List.of("Một"));
        ValueReader one = new ValueReader(register, catalog);
        one.read(typed);
        assertThat(one.problems())
                .singleElement()
                .isEqualTo(new Problem(
                        "players",
                        "register.problem.fewest",
                        List.of(register.tables().getFirst().name(), 2)));
        typed.put("players.3.name", List.of("Hai"));
        ValueReader two = new ValueReader(register, catalog);
        assertThat(two.read(typed).rows("players"))
                .as("in the order of their numbers")
                .extracting(row -> row.text("name"))
                .containsExactly("Hai", "Một");
        assertThat(two.problems()).isEmpty();
    }

    @Test
    void aRowThatIsWhollyEmptyDoesNotExist() {
        assertThat(club("board.0.person", " ", "board.0.from", "").values().map())
                .doesNotContainKey("board");
        assertThat(club("board.0.person", "A", "board.0.from", "").wrong())
                .containsExactly("board.0.from register.problem.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/1900, 1900-01-01",
        "31/12/2199, 2199-12-31",
        "2026-03-02, 2026-03-02",
        "2/3/2026, 2026-03-02",
        "2.3.2026, 2026-03-02",
        "2-3-2026, 2026-03-02",
        "29/02/2028, 2028-02-29"
    })
    void aDayIsWrittenTheWaysPeopleWriteIt(String typed, String day) {
        assertThat(club("founded", typed).values().text("founded")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/1899", "01/01/2200", "29/02/2026", "13/2026", "2/3/26", "hôm qua"})
    void whatIsNoDayIsNamedOnceWithWhatWasTyped(String typed) {
        assertThat(club("founded", typed).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).last().isEqualTo(typed));
    }

    @Test
    void aPaperHasANumberIfItHasAnything() {
        assertThat(club("decision.date", "2026-03-02").wrong())
                .containsExactly("decision.number register.problem.number");
        assertThat(club("decision.issuer", "UBND").wrong()).containsExactly("decision.number register.problem.number");
        Values values = club("decision.number", "12/QĐ-UBND", "decision.date", "02/03/2026", "decision.issuer", "UBND")
                .values();
        assertThat(values.paper("decision").map())
                .isEqualTo(Map.of("number", "12/QĐ-UBND", "date", "2026-03-02", "issuer", "UBND"));
        assertThat(club().values().map()).doesNotContainKey("decision");
    }

    @Test
    void aFieldThatMustBeFilledIsAskedForOnce() {
        assertThat(club("name", "  ").wrong()).containsExactly("name register.problem.missing");
        assertThat(club("founded", "x").wrong()).containsExactly("founded register.problem.day");
        assertThat(club("rhythm", "").wrong()).as("an optional one is not").isEmpty();
    }

    @Test
    void numbersAreWholeWhereTheyCountAndNeverBelowTheirLeast() {
        assertThat(club("players", "0").values().number("players")).isEqualByComparingTo("0");
        assertThat(club("players", "-1").problems()).isNotEmpty();
        assertThat(club("players", "1,5").problems()).isNotEmpty();
        assertThat(club("fund", "2.500.000").values().number("fund")).isEqualByComparingTo("2500000");
    }

    @Test
    void aChoiceIsFoundByItsCodeOrItsWordsInEitherLanguage() {
        for (String typed : List.of("SLOW", "Cờ tiêu chuẩn", "co tieu chuan", "classical")) {
            assertThat(club("kind", typed).values().text("kind")).as(typed).isEqualTo("SLOW");
        }
        assertThat(club("kind", "POKER").wrong()).containsExactly("kind register.problem.choice");
    }

    @Test
    void aUnitIsANumberOfNineDigitsAtMost() {
        assertThat(raised("a").values().map()).containsEntry("asked_of", 123_456_789);
        Map<String, List<String>> typed =
                new HashMap<>(Map.of("topic", List.of("STAFF"), "text", List.of("a"), "raised", List.of("2026-03-02")));
        for (String bad : List.of("1234567890", "-1", "x")) {
            typed.put("asked_of", List.of(bad));
            assertThat(read("difficulty", typed).wrong()).as(bad).containsExactly("asked_of register.problem.choice");
        }
    }

    @Test
    void severalReferencesAreKeptOnceEach() {
        String id = "0b6e1d7a-0000-4000-8000-000000000001";
        Map<String, List<String>> typed = new HashMap<>(
                Map.of("title", List.of("Giao hữu"), "kind", List.of("EVENING"), "day", List.of("2026-03-02")));
        typed.put("clubs", List.of(id, " ", id));
        assertThat(read("chess-meeting", typed).values().all("clubs")).containsExactly(id);
        typed.put("clubs", List.of("Mã"));
        assertThat(read("chess-meeting", typed).wrong()).containsExactly("clubs register.problem.choice");
    }

    @Test
    void linesEndAsInUnix() {
        assertThat(raised("một\r\nhai").values().text("details")).isEqualTo("một\nhai");
    }
}
