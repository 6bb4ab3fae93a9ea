package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.database.LargeTables;

/** Rules 1 to 3 of decision 23, asked of the real schema: what keeps the rows of a province together also keeps them apart from others. */
class LargeTableKeysTest extends ToamTest {

    /** Each rule with the tables that break it. ${large} and ${reference} are lists of tables. */
    private static final List<String> RULES = List.of("""
            select '1 key without province: ' || i.indexrelid::regclass from pg_index i
            where i.indrelid = any(${large}) and (i.indisunique or i.indisexclusion) and not exists (select 1 from pg_attribute a
                where a.attrelid = i.indrelid and a.attname = 'province' and a.attnum = any(i.indkey))
            """, """
            select '1 not on the list: ' || t.partrelid::regclass from pg_partitioned_table t
            join pg_attribute a on a.attrelid = t.partrelid and a.attnum = t.partattrs[0] and a.attname = 'province'
            where t.partrelid <> all(${large})
            """, """
            select '1 not cut by province: ' || c.oid::regclass from pg_class c where c.oid = any(${large}) and c.relkind <> 'p'
            """, """
            select '2 key to elsewhere: ' || k.conname from pg_constraint k
            where k.contype = 'f' and k.conparentid = 0 and k.conrelid = any(${large}) and k.confrelid <> all(${reference})
              and not (k.confrelid = any(${large}) and exists (select 1 from pg_attribute a
                where a.attrelid = k.conrelid and a.attname = 'province' and a.attnum = any(k.conkey)))
            """, """
            select '3 trigger: ' || tgname from pg_trigger where tgrelid = any(${large}) and not tgisinternal
            """, """
            select '3 takes a row: ' || p.oid::regprocedure from pg_proc p join pg_type t on t.oid = any(p.proargtypes)
            where t.typrelid = any(${large})
            """);

    @Test
    void keysAndTriggersOfLargeTablesKeepTheRules() throws Exception {
        try (Connection owner = DriverManager.getConnection(TestDatabase.ownerUrl())) {
            assertThat(faults(owner)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 key without province|create table x (province smallint, id int); alter table x add column n int; "
                        + "create unique index planted on collection.step_24 (id)",
                "1 not on the list|create table x (province smallint) partition by list (province)",
                "2 key to elsewhere|create table x (id uuid primary key); alter table collection.hand add constraint planted foreign key (account) references x not valid",
                "3 trigger|create trigger planted before insert on notice.notice for each row execute function audit.refuse()",
                "3 takes a row|create function planted(s collection.submission) returns int language sql return 1"
            })
    void aPlantedViolationIsCaught(String rule, String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(TestDatabase.ownerUrl());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            List<String> faults = faults(owner, rule.startsWith("1 key") ? "collection.step_24" : "");
            owner.rollback();
            assertThat(faults).anyMatch(fault -> fault.startsWith(rule));
        }
    }

    private static List<String> faults(Connection owner, String... more) throws Exception {
        List<String> large = new ArrayList<>(LargeTables.large());
        List.of(more).stream().filter(table -> !table.isEmpty()).forEach(large::add);
        List<String> faults = new ArrayList<>();
        for (String rule : RULES) {
            String sql =
                    rule.replace("${large}", tables(large)).replace("${reference}", tables(LargeTables.reference()));
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    faults.add(rows.getString(1));
                }
            }
        }
        return faults;
    }

    private static String tables(List<String> names) {
        return "array['" + String.join("', '", names) + "']::regclass[]";
    }
}
