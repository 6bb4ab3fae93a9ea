package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.recordquery.RecordCounting;
import vn.toam.recordquery.RecordList;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RecordSearch;
import vn.toam.recordquery.RegisterReader;
import vn.toam.shared.SearchWords;
import vn.toam.shared.SentStatements;
import vn.toam.shared.SentStatements.Sent;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** What registers really send to a table of thousands of records: each scan knows more than the province, and words are found through their index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPlansTest extends ToamTest {

    /** The southernmost province: no other test keeps records there. */
    private static final int PROVINCE = 96;

    private static final Pattern SCAN =
            Pattern.compile("Scan .*on (?:register\\.)?(record|span|link|change|file)_(\\w+)");

    @Autowired
    NationalRecords national;

    @Autowired
    RegisterReader registers;

    @Autowired
    RecordSearch search;

    @Autowired
    RecordCounting counts;

    @Autowired
    Catalog catalog;

    @Autowired
    UnitService units;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Unit province;
    private List<Integer> communes;

    @BeforeAll
    void thousandsOfRecords() throws Exception {
        LocalDate today = LocalDate.now(clock);
        province = units.children(UnitService.COUNTRY, today).stream()
                .filter(unit -> unit.province() == PROVINCE)
                .findFirst()
                .orElseThrow();
        national.make(List.of(province), 5);
        jdbc.sql("analyze register.record").update();
        communes = jdbc.sql("select distinct unit from register.record where province = ?")
                .param(PROVINCE)
                .query(Integer.class)
                .list();
    }

    @AfterAll
    void asBefore() {
        jdbc.sql("delete from register.record where province = ? and demo")
                .param(PROVINCE)
                .update();
    }

    private List<String> plans(SentStatements.Work work) throws Exception {
        List<String> plans = new java.util.ArrayList<>();
        for (Sent each : SentStatements.of(work)) {
            if (each.sql().contains("register.record")) {
                plans.add(each.plan(pool));
            }
        }
        assertThat(plans).isNotEmpty();
        return plans;
    }

    /** Every scan of a table of records is of this province and names a register, unit, record or word. */
    private static void narrow(List<String> plans) {
        assertThat(plans).allSatisfy(plan -> {
            String[] lines = plan.split("\n");
            for (int at = 0; at < lines.length; at++) {
                var scan = SCAN.matcher(lines[at]);
                if (scan.find()) {
                    assertThat(scan.group(2)).as(plan).startsWith(String.valueOf(PROVINCE));
                    assertThat(lines[at]).as(plan).doesNotContain("Seq Scan");
                    String rest = String.join(" ", List.of(lines).subList(at, Math.min(lines.length, at + 8)));
                    assertThat(rest)
                            .as(plan)
                            .matches(
                                    ".*(Index|Recheck) Cond: .*(register|unit|\\bid\\b|record|target|array_to_tsvector).*");
                }
            }
        });
    }

    private List<String> list(String role, int unit, String register, String... narrowed) throws Exception {
        Map<String, String> asked = new java.util.HashMap<>();
        for (int at = 0; at < narrowed.length; at += 2) {
            asked.put(narrowed[at], narrowed[at + 1]);
        }
        return plans(() -> Posts.at(role, unit).run(() -> registers.list(register, RecordQuery.of(asked, unit))));
    }

    @Test
    void aCommunesListsAreReadThroughItsUnit() throws Exception {
        int commune = communes.getFirst();
        narrow(list("REPORTER", commune, "event"));
        narrow(list("REPORTER", commune, "event", "q", "tap huan", "year", "2025"));
        narrow(list("REPORTER", commune, "community-group", "count", "active"));
        narrow(plans(() -> Posts.at("REPORTER", commune).run(() -> registers.index(commune))));
    }

    @Test
    void wordsOfAProvinceAreFoundThroughTheirIndex() throws Exception {
        narrow(list("PLANNER", province.id(), "media-product", "q", "to roi 31"));
        narrow(list("PLANNER", province.id(), "event", "q", "khongcogica"));
        assertThat(plans(() -> Posts.at("PLANNER", province.id())
                        .run(() -> search.search(SearchWords.of("khong co gi ca"), 5))))
                .allMatch(plan -> plan.contains("lexemes"));
    }

    /** All that narrows, counts and sorts stands in one index: records themselves are read for the page that is shown. */
    @Test
    void listsOfAProvinceAskOnlyForWhatStandsInTheirIndex() throws Exception {
        for (Map<String, String> narrowed : List.of(
                Map.<String, String>of(),
                Map.of("f.kind", "TRAINING"),
                Map.of("f.kind", "TRAINING", "year", "2025"),
                Map.of("unproven", "true"),
                Map.of("state", "open"),
                Map.of("sort", "NAME"))) {
            assertThat(readFromRecords(narrowed)).as("%s", narrowed).isEmpty();
        }
    }

    /** A field of several codes stands in no index: the rule above sees it. */
    @Test
    void aListThatAsksTheRecordsThemselvesIsNoticed() throws Exception {
        assertThat(readFromRecords(Map.of("f.audience", "HOUSEHOLDS"))).containsExactly("data");
    }

    /** What the count and the page of a list of events ask of records, but for what the index has. */
    private Set<String> readFromRecords(Map<String, String> narrowed) throws Exception {
        String index = jdbc.sql("select pg_get_indexdef('register.record_days'::regclass)")
                .query(String.class)
                .single();
        Set<String> read = new java.util.TreeSet<>();
        for (Sent sent : SentStatements.of(() -> Posts.at("PLANNER", province.id())
                .run(() -> registers.list("event", RecordQuery.of(narrowed, province.id()))))) {
            String sql = sent.sql();
            int page = sql.indexOf("from (select r.id ");
            if (page < 0 && !sql.startsWith("select count(*) from register.record_v r")) {
                continue;
            }
            String asked = page < 0 ? sql : sql.substring(page, sql.indexOf(") shown"));
            Pattern.compile("\\br\\.(\\w+)")
                    .matcher(asked)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(read::add);
        }
        assertThat(read).contains("register");
        read.removeIf(column -> column.equals("merged_into") || index.matches(".*\\b" + column + "\\b.*"));
        return read;
    }

    @Test
    void wordsOfVeryManyRecordsOfAProvinceAreSaidToBeMore() {
        Posts.at("PLANNER", province.id()).run(() -> {
            RecordList all = registers.list("event", RecordQuery.of(Map.of(), province.id()));
            assertThat(all.slice().total()).isGreaterThan(RegisterReader.MOST_FOUND);
            assertThat(all.slice().more()).isFalse();
            List<RecordList> many = java.util.stream.Stream.of("c", "h", "n", "s", "m", "v")
                    .map(word -> registers.list("event", RecordQuery.of(Map.of("q", word), province.id())))
                    .filter(list -> list.slice().more())
                    .toList();
            assertThat(many).isNotEmpty().allSatisfy(list -> {
                assertThat(list.slice().total()).isEqualTo(RegisterReader.MOST_FOUND);
                assertThat(list.tooMany()).isTrue();
            });
        });
    }

    /** What stands beside a record for the index is what the record says. */
    @Test
    void codesBesideRecordsAreThoseOfTheirValues() {
        assertThat(jdbc.sql("""
                        select count(*) from register.record_v r cross join jsonb_each_text(r.data) said
                        where r.province = ? and (said.value ~ '^[A-Z][A-Z0-9_]{0,39}$') <> coalesce(r.codes ->> said.key = said.value, false)
                        """).param(PROVINCE).query(Long.class).single()).isZero();
    }

    @Test
    void countsOfManyCommunesAreOneStatementARegister() throws Exception {
        Set<String> lines = counts.lines();
        LocalDate today = LocalDate.now(clock);
        List<Sent> sent = SentStatements.of(() -> counts.of(communes, lines, today.minusYears(1), today));

        assertThat(sent).hasSizeLessThan(counts.lines().size() / 2);
        narrow(plans(() -> counts.of(communes, lines, today.minusYears(1), today)));
    }

    @Test
    void everyFigureIsTheNumberOfRecordsInItsList() {
        int commune = communes.getFirst();
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusYears(1).plusDays(1);
        Posts.at("REPORTER", commune)
                .run(() -> counts.of(List.of(commune), counts.lines(), first, today)
                        .forEach(each -> {
                            String[] count = each.count().split("\\.");
                            String listed = registers.counted(count[0], commune, count[1]);
                            RecordList list = registers.list(
                                    listed,
                                    RecordQuery.of(
                                            Map.of(
                                                    "count", listed.equals(count[0]) ? count[1] : each.count(),
                                                    "from", first.toString(),
                                                    "to", today.toString()),
                                            commune));
                            assertThat(list.counted().figure()).as(each.count()).isEqualByComparingTo(each.figure());
                            RecordCount said = catalog.get(Register.class, count[0])
                                    .count(count[1])
                                    .orElseThrow();
                            if (said.rows() == null
                                    && said.field() == null
                                    && (said.through() == null || !listed.equals(count[0]))) {
                                assertThat(list.slice().total())
                                        .as(each.count())
                                        .isEqualTo(each.figure().longValueExact());
                            }
                        }));
    }
}
