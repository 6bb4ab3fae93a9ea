package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Calendar;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.definition.LineKind;
import vn.toam.shared.NotFound;
import vn.toam.shared.Text;

/** The engine on a chess club's definitions. */
class CatalogReaderTest {

    private final Catalog catalog = CatalogReader.read(Chess.files());

    @Test
    void aFormIsReadWithItsLinesAndDefaults() {
        Form form = catalog.form("season-return");
        assertThat(form.fields()).extracting(Field::id).containsExactly("games", "wins", "draws", "remarks");
        assertThat(catalog.field("wins").type()).isEqualTo(FieldType.INTEGER);
        assertThat(catalog.field("wins").min()).isZero();
        assertThat(form.missing(field -> field.equals("games")))
                .extracting(Field::id)
                .containsExactly("wins", "draws");
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 3, true",
        "INTEGER, 3.0, true",
        "INTEGER, 2.5, false",
        "INTEGER, -1, false",
        "DECIMAL, 2.5, true",
        "DECIMAL, -0.1, false",
        "YES_NO, 1, true",
        "YES_NO, 2, false",
        "TEXT, 1, false"
    })
    void aLineAcceptsOnlyFiguresOfItsType(FieldType type, BigDecimal figure, boolean accepted) {
        Field line = new Field(
                "x", "X", Text.of("x"), null, type, LineKind.FLOW, BigDecimal.ZERO, false, null, null, null, null);
        assertThat(line.accepts(figure)).isEqualTo(accepted);
    }

    @Test
    void onlyChecksThatCanBeJudgedAreBroken() {
        Form form = catalog.form("season-return");
        Map<String, BigDecimal> now = Map.of("games", BigDecimal.TEN, "wins", BigDecimal.TEN, "draws", BigDecimal.ONE);
        assertThat(form.broken(now::get, none -> null)).extracting(Check::id).containsExactly("wins_within_games");
        assertThat(form.broken(now::get, now::get))
                .extracting(Check::id)
                .containsExactly("wins_within_games", "games_not_copied");
    }

    @Test
    void ratesAreAddedUpBeforeTheyAreDivided() {
        Indicator rate = catalog.indicator("win-rate");
        assertThat(rate.value(new BigDecimal(3), new BigDecimal(8))).isEqualByComparingTo("37.5");
        assertThat(rate.value(BigDecimal.ZERO, BigDecimal.ZERO)).isNull();
        assertThat(rate.value(null, BigDecimal.ONE)).isNull();
    }

    @Test
    void aYearKeepsTheRulesOfItsTime() {
        Calendar season = catalog.calendar("season");
        Calendar.RuleSet rule = season.forYear(2024).orElseThrow();
        assertThat(rule.id()).isEqualTo("new-season");
        assertThat(rule.window().start(2024)).isEqualTo(LocalDate.of(2023, 9, 1));
        assertThat(rule.window().end(2024)).isEqualTo(LocalDate.of(2024, 9, 1));
        assertThat(rule.due("CLUB", 2024)).contains(LocalDate.of(2024, 9, 10));
        assertThat(rule.due("LEAGUE", 2024)).isEmpty();
        assertThat(season.forYear(2019).orElseThrow().id()).isEqualTo("old-season");
        assertThat(season.forYear(1999)).isEmpty();
    }

    @Test
    void theNewestVersionIsMeantUnlessOneIsNamed() {
        Map<String, String> files = Chess.files();
        files.put("catalog/forms/season-2.yaml", Chess.FORM.replace("version: 1", "version: 2"));
        Catalog both = CatalogReader.read(files);
        assertThat(both.forms()).hasSize(1);
        assertThat(both.form("season-return").version()).isEqualTo(2);
        assertThat(both.form("season-return", 1).version()).isEqualTo(1);
        assertThatThrownBy(() -> both.form("season-return", 3)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            unit: game, kind: FLOW, partOf | unit: goal, kind: FLOW, partOf | 'goal' is not in code list units: use one of [game, percent]
            calendar: season | calendar: summer | no Calendar 'summer': use one of [season]
            id: draws | id: wins | field wins: stands twice
            partOf: games, name: {vi: Thắng | partOf: matches, name: {vi: Thắng | matches is not a field of this form
            sum: [wins, draws] | sum: [wins, losses] | no form has a field 'losses'
            {le: [{sum | {less: [{sum | operator 'less' with 2 parts is not one of: previous, sum
            en: Wins} | en: ''} | sections[0].fields[1].name.en: is missing
            line: G2, | | sections[0].fields[1].line: is missing
            level: CLUB | livel: CLUB | Unrecognized property "livel"
            unit: game, kind: FLOW, name | unit: game, name | field games.kind: a figure is STOCK
            kind: FLOW, partOf: games, name: {vi: Thắng | kind: STOCK, partOf: games, name: {vi: Thắng | field wins.kind: is a part of games, which is FLOW
            type: TEXT, optional | type: TEXT, kind: FLOW, optional | field remarks.kind: a figure is STOCK
            unit: game, kind: FLOW, name | unit: percent, kind: FLOW, name | field games.unit: shares cannot be added up
            kind: SOFT | kind: MILD | checks[1].kind
            version: 1 | version: 0 | versions count from 1
            """)
    void aBadDefinitionIsNamedWithItsFileAndPlace(String right, String wrong, String said) {
        Map<String, String> files = Chess.files();
        files.put(
                "catalog/forms/season.yaml",
                Chess.FORM.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("catalog/forms/season.yaml")
                .hasMessageContaining(said);
    }

    @Test
    void anotherFormMayNotAskForTheSameFieldAgain() {
        Map<String, String> files = Chess.files();
        files.put("catalog/forms/winter.yaml", Chess.FORM.replace("id: season-return", "id: winter-return"));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .hasMessageStartingWith("catalog/forms/winter.yaml, field games: belongs to form season-return");
    }

    @Test
    void aFormWhoseLinesAreUnknownSaysSoAndAFormHasLines() {
        Map<String, String> files = Chess.files();
        String shell = """
            id: %s
            version: 1
            name: {vi: Biểu giải trẻ, en: Youth return}
            level: CLUB
            calendar: season
            shell: %s
            """;
        files.put("catalog/forms/youth.yaml", shell.formatted("youth", true));
        assertThat(CatalogReader.read(files).form("youth").shell()).isTrue();

        files.put("catalog/forms/youth.yaml", shell.formatted("youth", false));
        assertThatThrownBy(() -> CatalogReader.read(files)).hasMessageContaining("a form has lines");
    }

    @Test
    void aCheckAddedToAFormWorksWithoutCode() {
        Map<String, String> files = Chess.files();
        files.put("catalog/forms/season.yaml", Chess.FORM + """
              - id: few_draws
                rule: R7
                kind: QUERY
                holds: {le: [draws, {multiply: [0.5, games]}]}
                message: {vi: Hòa quá nửa số ván., en: More than half the games were drawn.}
            """);
        Form form = CatalogReader.read(files).form("season-return");
        Map<String, java.math.BigDecimal> figures = Map.of(
                "games",
                java.math.BigDecimal.TEN,
                "wins",
                java.math.BigDecimal.ONE,
                "draws",
                java.math.BigDecimal.valueOf(6));
        assertThat(form.broken(figures::get, none -> null)).singleElement().satisfies(check -> {
            assertThat(check.id()).isEqualTo("few_draws");
            assertThat(check.kind()).isEqualTo(Check.Kind.QUERY);
        });
    }

    @Test
    void aFormOfTheLeagueIsHeldAgainstItsClubsAndNeverMeasured() {
        Map<String, String> files = Chess.files();
        String league = """
                id: league-return
                version: 1
                name: {vi: Báo cáo liên đoàn, en: League return}
                level: LEAGUE
                calendar: season
                consolidates: season-return
                sections:
                  - id: clubs
                    name: {vi: Câu lạc bộ, en: Clubs}
                    fields:
                      - {id: league_games, line: L1, unit: game, kind: FLOW, below: games, name: {vi: Số ván, en: Games}}
                """;
        files.put("catalog/forms/league.yaml", league);
        assertThat(CatalogReader.read(files).form("league-return").consolidates())
                .isEqualTo("season-return");

        files.put("catalog/forms/league.yaml", league.replace("below: games", "below: goals"));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .hasMessageContaining("league_games.below: 'goals' is not a line of the form named by 'consolidates'");

        files.put("catalog/forms/league.yaml", league);
        files.computeIfPresent(
                "catalog/indicators/win-rate.yaml", (file, text) -> text.replace(": games", ": league_games"));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .hasMessageContaining("'league_games' restates returns of the units below");
    }

    @Test
    void brokenYamlIsNamedWithItsFile() {
        Map<String, String> files = Chess.files();
        files.put("catalog/observances/days.yaml", "id: [unclosed");
        assertThatThrownBy(() -> CatalogReader.read(files)).hasMessageStartingWith("catalog/observances/days.yaml");
    }
}
