package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.toam.access.As;
import vn.toam.collection.CollectionFigures;
import vn.toam.shared.SentStatements.Sent;

/** What pages really send is answered from indexes, and about one place from the partition of its province alone. */
class QueryPlansTest extends ToamTest {

    /** Tables that grow: of no statement of a page are they read from end to end. */
    private static final Pattern THROUGH = Pattern.compile(
            "Seq Scan on (?:\\w+\\.)?((?:submission|step|value|entry|notice|lineage|unit_name|unit_parent|duty)(?:_\\w+)?) ");

    private static final Pattern PARTITION = Pattern.compile(
            " on (?:\\w+\\.)?(submission|step|hand|passed|successor|reminder|comment|comment_file|notice|notice_read)_(\\d+|rest)\\b");

    /** Sent only where a year was asked in parts: until when a state is known is no kept figure, so it is read from returns. */
    private static final String STATES_OF_PARTS = "min(own.part) as first";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    @Autowired
    private CollectionFigures figures;

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "/collection,reporter.tanyen",
        "/collection/forms/{round}/107339,reporter.tanyen",
        "/collection/forms/{round}/107339,planner.bn",
        "/indicators?unit=107339,reporter.tanyen",
        "/plans/tasks,reporter.tanyen",
        "/coordination,reporter.tanyen",
        "/units/107339,reporter.tanyen"
    })
    void aPageAboutOnePlaceReadsItsPartitionThroughIndexes(String address, String who) throws Exception {
        List<Sent> sent = page(address, who);

        assertThat(sent).isNotEmpty();
        for (Sent each : sent) {
            String plan = each.plan(pool);
            assertThat(through(plan)).as("%s\n%s", each.sql(), plan).isEmpty();
            assertThat(partitions(plan)).as("%s\n%s", each.sql(), plan).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "/collection,ministry",
        "/indicators,ministry",
        "/indicators/scorecard,ministry",
        "/plans/tasks,ministry",
        "/accounts,admin",
        "/units?q=tan+yen,ministry"
    })
    void aPageAboutTheCountryReadsNoGrowingTableFromEndToEnd(String address, String who) throws Exception {
        for (Sent each : page(address, who)) {
            String plan = each.plan(pool);
            assertThat(through(plan)).as("%s\n%s", each.sql(), plan).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/indicators", "/indicators/scorecard", "/plans/tasks", "/units?q=tan+yen"})
    void aPageOfFiguresOfTheCountryReadsItsKeptRowsAndNoProvincesReturns(String address) throws Exception {
        for (Sent each : page(address, "ministry")) {
            if (each.sql().contains(STATES_OF_PARTS)) {
                continue;
            }
            String plan = each.plan(pool);
            assertThat(partitions(plan)).as("%s\n%s", each.sql(), plan).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void statesOfYearsAskedInPartsAreReadFromThePartitionOfThePlace() throws Exception {
        jdbc.sql("""
                insert into round.round (id, form, form_version, year, part, scope, level, rule_set, geography, opens, cut_off, due, demo)
                select gen_random_uuid(), form, form_version, 2098, 1, scope, level, rule_set, geography, opens, cut_off, due, false
                from round.round where part = 0 and level = 'COMMUNE' limit 1
                """).update();

        try {
            assertThat(partitions(states(List.of(107339)))).containsExactly("24");
            assertThat(partitions(states(List.of(107339, -24)))).containsExactly("24");
            assertThat(partitions(states(List.of(107339, -1)))).hasSizeGreaterThan(1);
        } finally {
            jdbc.sql("delete from round.round where year = 2098 and part = 1").update();
        }
    }

    private String states(List<Integer> places) throws Exception {
        return SentStatements.of(() -> figures.states(places, new int[] {2098}, Set.of("any")))
                .getLast()
                .plan(pool);
    }

    @Test
    void aTableWithoutAnIndexIsCaught() throws Exception {
        List<Sent> sent =
                SentStatements.of(() -> jdbc.sql("select count(*) from collection.submission where changed_by = ?")
                        .param("nobody")
                        .query(Integer.class)
                        .single());

        assertThat(sent).hasSize(1);
        String plan = sent.getFirst().plan(pool);
        assertThat(through(plan)).isNotEmpty();
        assertThat(partitions(plan)).hasSizeGreaterThan(1);
    }

    private List<Sent> page(String address, String who) throws Exception {
        String round = jdbc.sql("""
                        select round::text from collection.submission s where province = 24 and unit = 107339 and not ad_hoc
                        order by year desc, part limit 1""").query(String.class).single();
        return SentStatements.of(() -> {
            int status = mvc.perform(MockMvcRequestBuilders.get(address.replace("{round}", round))
                            .with(as.request(who)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).isEqualTo(200);
        });
    }

    private static List<String> through(String plan) {
        List<String> found = new ArrayList<>();
        Matcher matcher = THROUGH.matcher(plan);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static TreeSet<String> partitions(String plan) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PARTITION.matcher(plan);
        while (matcher.find()) {
            found.add(matcher.group(2));
        }
        return found;
    }
}
