package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 3 to 8 of decision 23: what repositories say to tables that grow. */
class LargeTableStatementsTest {

    @Test
    void repositoriesKeepTheRulesOfLargeTables() {
        Set<String> listed = new TreeSet<>(countryReads());
        List<String> faults = statements().stream()
                .flatMap(each -> LargeTableRules.faults(each, listed).stream())
                .distinct()
                .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void theShortListOfCountryReadsNamesNothingElse() {
        Set<String> reading = new TreeSet<>();
        statements().stream()
                .filter(each -> LargeTableRules.country(each.sql()))
                .forEach(each -> reading.add(each.where()));
        assertThat(countryReads()).isSubsetOf(reading).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3 moves|update collection.submission set status = 'x', province = 4 where province = ? and id = ?",
                "4 names no province|select count(*) from collection.submission s where s.round = :round",
                "4 names no province|select 1 from collection.step t join collection.submission s on s.id = t.submission where t.province = ?",
                "4 says the province with an or|select 1 from collection.submission s where (:province = 0 or s.province = :province)",
                "5 locks|select s.* from collection.submission s where s.unit = any(:units) for update",
                "5 is recursive|with recursive m(id) as (select 1 union select id from m) select 1 from collection.submission s, m where s.unit = m.id",
                "5 asks|select r.* from round.round r where exists (select 1 from collection.submission s where s.round = r.id)",
                "5 changes|with a as (update collection.submission set version = 1 where province = ? returning id) select * from a",
                "6 inserts from unit.unit|insert into notice.notice (province, unit) select u.province, u.id from unit.unit u",
                "6 inserts from several|insert into collection.step (province, id) select s.province, s.id from collection.submission s where s.round = ?",
                "7 casts at|update collection.submission s set sent_at = d.at::timestamptz from unnest(:ids::uuid[], :at::text[]) d(id, at) where s.province = ?",
                "8 analyzes|analyze collection.submission"
            })
    void aPlantedViolationIsCaught(String rule, String sql) {
        List<SqlTexts.Statement> planted = SqlTexts.of(
                "Planted", "class Planted { static final String X = \"" + sql + "\"; void m() { jdbc.sql(X); } }");

        assertThat(planted).hasSize(1);
        assertThat(LargeTableRules.faults(planted.getFirst(), Set.of()))
                .anyMatch(fault -> fault.startsWith("Planted#m: " + rule));
    }

    @Test
    void aStatementThatIsPutTogetherIsReadInAllItsForms() {
        assertThat(SqlTexts.of("Planted", """
                class Planted {
                    static final String FROM = "from collection.submission s where %s";
                    void m(int p) { jdbc.sql("select 1 " + FROM.formatted(Partitions.where(p)) + (p > 1 ? " limit 1" : "")); }
                }"""))
                .extracting(SqlTexts.Statement::sql)
                .contains(
                        "select 1 from collection.submission s where true",
                        "select 1 from collection.submission s where s.province = :province limit 1");
    }

    private static List<SqlTexts.Statement> statements() {
        return SourceTree.files(SourceTree.JAVA, "Repository.java").stream()
                .flatMap(file -> SqlTexts.of(name(file), SourceTree.read(file)).stream())
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The few statements that read large tables of the whole country: class and method. */
    private static List<String> countryReads() {
        return SourceTree.read(Path.of("src/test/resources/database/country-reads"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
