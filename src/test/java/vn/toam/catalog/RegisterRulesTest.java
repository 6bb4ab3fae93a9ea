package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;

/** What a register must not say, on the registers of a chess club: each mistake is named with its place. */
class RegisterRulesTest {

    @Test
    void aRegisterIsReadWithItsFieldsTablesStatesAndCounts() {
        Register evening = CatalogReader.read(Chess.withRegisters()).get(Register.class, "evening");
        assertThat(evening.places())
                .containsExactly(
                        "place", "held", "guests", "games.white", "games.result", "games.until", "games.ended");
        assertThat(evening.field("games.white").orElseThrow().register()).isEqualTo("player");
        assertThat(evening.field("games.nobody")).isEmpty();
        assertThat(evening.states().next("OPEN"))
                .extracting(Lifecycle.State::id)
                .containsExactly("OVER");
        assertThat(evening.states().next("OVER")).isEmpty();
        assertThat(evening.count("in_time").orElseThrow().inTime())
                .isEqualTo(new RecordCount.InTime("games.ended", "games.until"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type: INTEGER, unit: game, optional: true, name: {vi: Số bàn | type: REFERENCE, register: nobody, name: {vi: Số bàn | no Register 'nobody'
            type: INTEGER, unit: game, optional: true, name: {vi: Số bàn | type: REFERENCE, name: {vi: Số bàn | a REFERENCE names its register
            type: INTEGER, unit: game, optional: true, name: {vi: Số bàn | type: TEXT, register: player, name: {vi: Số bàn | only a REFERENCE names a register
            rank: [MASTER], state                             | rank: [CHAMPION], state                        | 'CHAMPION' is none of
            state: [IN]}                                      | state: [GONE]}                                 | no state 'GONE'
            games.result: [WON]                               | games.score: [WON]                             | evening has no field 'games.score'
            of: SUM, field: guests                            | of: SUM, field: place                          | place is not a number
            of: SUM, field: guests                            | of: SUM                                        | a SUM names the number
            of: FLOW, states: [OVER], rows: games, name       | of: FLOW, field: guests, name                  | a SUM names the number
            of: DISTINCT, through: place                      | of: DISTINCT                                   | a DISTINCT names the field
            of: DISTINCT, through: place                      | of: DISTINCT, through: held                    | names nothing that can be counted once
            of: DISTINCT, through: place                      | of: DISTINCT, through: place, whose: {rank: [MASTER]} | refers to, and it refers to none
            date: games.until, until                          | until                                          | PAST is counted from a DATE
            date: games.until, until                          | date: games.result, until                      | games.result is not a DATE
            until: games.ended, days                          | until: held, days                              | held does not stand beside games.until
            days: {other: 0}                                  | days: {WON: 0}                                 | says no number of days for 'other'
            moves: {OPEN: [OVER]}                             | moves: {OVER: [OPEN]}                          | no move leads there from OPEN
            id: OVER, closed: true                            | id: OVER                                       | none is closed
            requires: [games.ended]                           | requires: [games.started]                      | no field 'games.started'
            through: games.white, days                        | through: place, days                           | place of evening does not refer to player
            line: wins                                        | line: losses                                   | no form has a figure 'losses'
            line: wins                                        | line: remarks                                  | no form has a figure 'remarks'
            of: FLOW, states: [OVER], rows: games, name       | of: STOCK, states: [OVER], name                | STOCK does not fill 'games', which is a FLOW
            rows: games, name                                 | rows: moves, name                              | no table 'moves'
            of: FLOW, states: [OVER], rows: games, where      | of: FLOW, states: [OVER], where                | games.ended is not what is counted
            due: games.until}, name                           | due: guests}, name                             | guests is not a DATE
            id: joined, type: DATE                            | id: joined, type: DATE, optional: true         | a record without its day lies in no year
            title: [place, held]                              | title: [where]                                 | no field 'where'
            unique: [name]                                    | unique: [names]                                | no field 'names'
            holds: {le: [guests, 20]}                         | holds: {le: [place, 20]}                       | place is neither a number nor a DATE
            id: boards, type                                  | id: state, type                                | choose another id
            id: boards, type                                  | id: name, type                                 | stands twice
            unit: game, optional: true, name: {vi: Khách      | unit: goal, optional: true, name: {vi: Khách   | 'goal' is not in code list units
            """)
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String said) {
        assertThat(Chess.REGISTERS).contains(right);
        Map<String, String> files = Chess.withRegisters();
        files.put("catalog/registers/club.yaml", Chess.REGISTERS.replace(right, wrong));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("catalog/registers/club.yaml")
                .hasMessageContaining(said);
    }

    @Test
    void aLineIsCountedInOneRegisterOnly() {
        Map<String, String> files = Chess.withRegisters();
        files.put(
                "catalog/registers/club.yaml",
                Chess.REGISTERS.replace("{id: guests, of: SUM", "{id: guests, line: draws, of: SUM"));
        assertThat(CatalogReader.read(files).all(Register.class)).hasSize(2);
        files.put(
                "catalog/registers/club.yaml",
                Chess.REGISTERS
                        .replace("{id: guests, of: SUM", "{id: guests, line: draws, of: SUM")
                        .replace("{id: masters, of: STOCK", "{id: masters, line: draws, of: FLOW"));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining("'draws' is counted from register player; a line has one source");
    }

    @Test
    void theNextVersionOfARegisterCountsTheSameLines() {
        Map<String, String> files = Chess.withRegisters();
        files.put("catalog/registers/club.2.yaml", Chess.REGISTERS.replace("version: 1", "version: 2"));
        assertThat(CatalogReader.read(files).get(Register.class, "evening").version())
                .isEqualTo(2);
    }
}
