package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import vn.toam.shared.TestDatabase;

/** New clusters compare bytes; the order of Vietnamese is said where people see it. Databases that sort by a language are known, not refused. */
class CollationTest {

    @Test
    void aNewClusterComparesBytesAndNamesHaveTheirOwnOrder() throws Exception {
        String url = TestDatabase.ownerUrl("collationnew");
        new Migrations().apply(new Schema.Owner(url, null, null));
        try (Connection owner = DriverManager.getConnection(url);
                var statement = owner.createStatement()) {
            assertThat(Schema.comparesBytes(owner)).isTrue();
            try (var rows = statement.executeQuery(
                    "select string_agg(n, ' ' order by n collate public.vietnamese),"
                            + " string_agg(n, ' ' order by n), lower('ĐẮK LẮK') from unnest(array['Đắk', 'Em', 'Dak', 'Ân', 'An']) n")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("An Ân Dak Đắk Em");
                assertThat(rows.getString(2)).isEqualTo("An Dak Em Ân Đắk");
                assertThat(rows.getString(3)).isEqualTo("đắk lắk");
            }
        }
    }

    @Test
    void aDatabaseThatSortsByALanguageIsKnown() throws Exception {
        try (Connection owner = DriverManager.getConnection(TestDatabase.ownerUrl("collationnew"));
                var statement = owner.createStatement()) {
            statement.execute("drop database if exists collationold");
            statement.execute(
                    "create database collationold template template0 locale_provider icu icu_locale 'vi' locale 'C'");
        }
        try (Connection old = DriverManager.getConnection(TestDatabase.ownerUrl("collationold"))) {
            assertThat(Schema.comparesBytes(old)).isFalse();
        }
    }
}
