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
