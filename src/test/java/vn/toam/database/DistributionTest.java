package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.toam.shared.TestDatabase;

/** Where a database cannot be distributed it is told why; the whole thread runs where {@code -Dtoam.citus=jdbc:…} names a coordinator. */
class DistributionTest {

    @Test
    void aDatabaseWithoutTheApplicationsTablesIsRefusedInWords() throws Exception {
        try (Connection owner = DriverManager.getConnection(TestDatabase.ownerUrl("distributionempty"))) {
            assertThatThrownBy(() -> new Distribution(owner).run())
                    .isInstanceOf(CannotDistribute.class)
                    .hasMessageContaining("chưa có bảng unit.unit_type")
                    .hasMessageContaining("has no table unit.unit_type");
        }
    }

    @Test
    void aPlainServerAndOneInUseAreRefusedAndNothingIsChanged() throws Exception {
        String url = TestDatabase.ownerUrl("distributionplain");
        new Migrations().apply(new Schema.Owner(url, null, null));
        try (Connection owner = DriverManager.getConnection(url)) {
            assertThatThrownBy(() -> new Distribution(owner).run())
                    .isInstanceOf(CannotDistribute.class)
                    .hasMessageContaining("create extension citus");
            try (Connection other = DriverManager.getConnection(url)) {
                assertThat(other.isValid(5)).isTrue();
                assertThatThrownBy(() -> new Distribution(owner).run())
                        .isInstanceOf(CannotDistribute.class)
                        .hasMessageContaining("1 other connections");
            }
            assertThat(kind(owner, "collection.submission")).isEqualTo("p");
            everyLargeTableCanBeMadeWholeAndCutAgain(owner);
        }
    }

    /** What a coordinator has, as far as it is asked for before the first table is spread; that then fails. */
    private static final List<String> HALF_A_COORDINATOR = List.of(
            "set allow_system_table_mods = on",
            "update pg_extension set extname = 'citus' where extname = 'pg_trgm'",
            "create table public.pg_dist_node as select 0 as groupid",
            "create function public.citus_get_active_worker_nodes() returns int language sql as 'select 1'",
            "create table public.citus_tables (table_name regclass, citus_table_type text)");

    @Test
    void aFailureOfTheDatabaseIsSaidInWordsWithTheTableAndItsOwnWordsAreTheCause() throws Exception {
        String url = TestDatabase.ownerUrl("distributionhalf");
        new Migrations().apply(new Schema.Owner(url, null, null));
        try (Connection owner = DriverManager.getConnection(url);
                var statement = owner.createStatement()) {
            for (String sentence : HALF_A_COORDINATOR) {
                statement.execute(sentence);
            }
        }
        assertThatThrownBy(() -> DistributeCommand.distribute(url))
                .isInstanceOf(CannotDistribute.class)
                .hasMessageContaining("PostgreSQL từ chối ở bước: unit.unit_type (mã lỗi 42883)")
                .hasMessageContaining("PostgreSQL refused at: unit.unit_type (error 42883)")
                .message()
                .doesNotContain("create_reference_table");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidInWords() {
        String url = TestDatabase.ownerUrl("distributionempty");
        refused(url.replaceFirst(":\\d+/", ":1/"), "máy chủ không trả lời", "does not answer");
        refused(
                url.replace("distributionempty", "nowhere"),
                "không có cơ sở dữ liệu tên đó",
                "no database of that name");
        refused(url.replaceFirst("password=[^&]*", "password=wrong"), "mật khẩu không được nhận", "not accepted");
    }

    private static void refused(String url, String... words) {
        assertThatThrownBy(() -> DistributeCommand.distribute(url))
                .isInstanceOf(CannotDistribute.class)
                .message()
                .contains(words)
                .doesNotContain("FATAL");
    }

    private static void everyLargeTableCanBeMadeWholeAndCutAgain(Connection owner) throws Exception {
        try (var statement = owner.createStatement()) {
            for (String table : List.of("coordination.reminder", "collection.hand", "collection.step")) {
                String before = shape(owner, table);
                statement.execute("select shared.in_one_piece('" + table + "')");
                assertThat(kind(owner, table)).isEqualTo("r");
                statement.execute("select shared.by_province('" + table + "')");
                assertThat(shape(owner, table)).isEqualTo(before);
            }
        }
    }

    @Test
    void aCoordinatorsDatabaseIsDistributedAndMayBeAgain() throws Exception {
        String citus = System.getProperty("toam.citus", "");
        Assumptions.assumeTrue(!citus.isEmpty(), "no Citus server is given (-Dtoam.citus=jdbc:postgresql://…)");
        new Migrations().apply(new Schema.Owner(citus, null, null));
        try (Connection owner = DriverManager.getConnection(citus)) {
            assertThat(new Distribution(owner).run()).isNotNull();
            assertThat(new Distribution(owner).run()).isEmpty();
        }
    }

    private static String kind(Connection owner, String table) throws Exception {
        return one(owner, "select relkind from pg_class where oid = '" + table + "'::regclass");
    }

    private static String shape(Connection owner, String table) throws Exception {
        return one(
                owner,
                "select relkind::text || coalesce(string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ', ' order by k.conname), '') from pg_class c"
                        + " left join pg_constraint k on k.conrelid = c.oid and k.conparentid = 0 where c.oid = '"
                        + table + "'::regclass group by relkind");
    }

    private static String one(Connection owner, String sql) throws Exception {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
