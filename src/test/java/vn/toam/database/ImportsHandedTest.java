package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toam.shared.TestDatabase;

/** Imports of an older installation: what senders taught, what is on its way and what can be taken back goes along to the module of imports. */
class ImportsHandedTest {

    private final Schema.Owner owner = new Schema.Owner(
            TestDatabase.ownerUrl("m" + UUID.randomUUID().toString().replace("-", "")), null, null);

    @BeforeEach
    void anOlderInstallation() throws SQLException {
        Migrations migrations = new Migrations();
        migrations.apply(owner, Map.of("base", "1980"));
        tell("""
                insert into exchange.mapping values (24, 'dv-family-commune', 'abc',
                    '{"sheet": "Bảng", "shape": "UNITS_DOWN", "header": 3, "first": 5, "key": 1, "name": 2, "fields": {"4": "dv_cases"}, "value": -1,
                      "note": -1, "unit": "", "spelling": "VIETNAMESE", "chosen": {"Xã Cũ": "07339"}}', now()),
                    (24, 'dv-family-commune', 'def',
                    '{"sheet": "", "shape": "LINES_DOWN", "header": 1, "first": 2, "key": 0, "name": null, "fields": {}, "value": 3, "note": 4,
                      "unit": "07339", "spelling": null}', now())
                """);
        tell("""
                insert into exchange.import (id, account, sender, round, file_name, status, signature, mapping, outcome, left_out, created_at, changed_at)
                select id::uuid, gen_random_uuid(), 24, '00000000-0000-0000-0000-00000000000a', 'a.xlsx', status, 'abc',
                    (select mapping from exchange.mapping where signature = 'abc'), outcome::jsonb,
                    '[{"sheet": "Bảng", "row": 4, "column": "", "key": "exchange.left.total", "arguments": []},
                      {"sheet": "Bảng", "row": 6, "column": "A", "key": "exchange.left.line", "arguments": ["X"]}]', now(), now()
                from (values ('00000000-0000-0000-0000-000000000001', 'DONE',
                        '{"saved": 1, "figures": 2, "same": 0, "left": [{"unit": "Xã B", "faults": [{"sheet": "", "row": 2, "column": "A",
                          "key": "exchange.wrong.twice", "arguments": ["3"], "last": null}]}], "problem": null}'),
                    ('00000000-0000-0000-0000-000000000002', 'PREVIEW', null)) each (id, status, outcome)
                """);
        tell("""
                insert into exchange.entry select id, 0, 'CHANGED', '{"unit": 7, "province": 24, "name": "Xã A", "row": 3, "version": 2,
                    "status": "CHANGED", "changes": [["dv_cases", 5, 7, "7,0", null], ["divorces", null, 3, null, 2]], "texts": {"remark": "mới"},
                    "before": {"remark": "cũ"}, "same": 1, "checks": [], "faults": [], "choices": []}' from exchange.import
                """);
        tell("insert into exchange.line select id, 'Bảng', 1, '[\"Mã\"]' from exchange.import");
        migrations.apply(owner);
    }

    @Test
    void whatSendersTaughtIsRemembered() throws SQLException {
        assertThat(ask("select target || ' ' || mapping::text from imports.mapping order by signature"))
                .satisfiesExactly(
                        across -> assertThat(across)
                                .startsWith("return:dv-family-commune")
                                .contains("\"columns\": {\"1\": \"@unit\", \"2\": \"@second\", \"4\": \"dv_cases\"}")
                                .contains("\"answers\": {\"spelling\": \"vi\"}")
                                .contains("\"chosen\": {\"@unit:Xã Cũ\": \"07339\"}"),
                        down -> assertThat(down)
                                .contains("\"columns\": {\"0\": \"@line\", \"3\": \"@value\", \"4\": \"@note\"}")
                                .contains("\"answers\": {\"unit\": \"07339\"}"));
    }

    @Test
    void whatWasSavedCanBeTakenBackAndWhatWasOnItsWayIsAskedForItsColumns() throws SQLException {
        assertThat(ask("select kind || ' ' || key || ' ' || status from imports.import order by id"))
                .containsExactly(
                        "return 00000000-0000-0000-0000-00000000000a DONE",
                        "return 00000000-0000-0000-0000-00000000000a MAPPING");
        assertThat(ask("select content from imports.entry"))
                .singleElement()
                .satisfies(content -> assertThat(content)
                        .contains("\"key\": \"7\"")
                        .contains("[\"dv_cases\", 5, 7, \"7,0\", null]")
                        .contains("[[\"remark\", \"cũ\", \"mới\", null, null]]")
                        .contains("\"memo\": {\"version\": \"2\", \"province\": \"24\"}"));
        assertThat(ask("select outcome::text from imports.import where status = 'DONE'")
                        .getFirst())
                .contains("\"values\": 2")
                .contains("\"name\": \"Xã B\"")
                .contains("imports.wrong.twice");
        assertThat(ask("select left_out::text from imports.import where status = 'DONE'")
                        .getFirst())
                .contains("imports.left.total")
                .contains("exchange.left.line");
        assertThat(ask("select count(*) from imports.line")).containsExactly("2");
        assertThat(ask("select count(*) from pg_namespace where nspname = 'exchange'"))
                .containsExactly("0");
    }

    private void tell(String sql) throws SQLException {
        try (Connection connection = owner.open()) {
            connection.createStatement().execute(sql);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = owner.open();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
