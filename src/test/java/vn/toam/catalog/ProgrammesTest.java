package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.definition.Programme;

/** The five programmes hold the facts of the five plans. */
class ProgrammesTest {

    private static final Path GOLD = Path.of("..", "shared", "reader", "gold");

    private final Catalog catalog = CatalogReader.read(CatalogConfiguration.files());

    ProgrammesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({"hai-phong-100, 51", "tan-yen-541, 34", "dien-bien-99, 19", "kon-tum-4002, 16", "dien-bien-82, 14"})
    void everyTaskAndDutyHasSomebody(String id, int count) {
        List<Programme.Assignment> assignments = catalog.programme(id).assignments();
        assertThat(assignments.size()).isEqualTo(count);
        assertThat(assignments).allMatch(each -> !each.agencies().isEmpty());
    }

    @Test
    void whereThePlanNamesNobodyADutyBelongsToItsAgencyAndATaskToTheStandingAgency() {
        Programme plan = catalog.programme("hai-phong-100");
        assertThat(parties(plan, "IV.2.1"))
                .isEqualTo(Map.of(Programme.AgencyRole.ASSIGNED, List.of("Sở Giáo dục và Đào tạo")));
        assertThat(parties(plan, "II.1.1"))
                .isEqualTo(Map.of(Programme.AgencyRole.ASSIGNED, List.of("Sở Văn hóa và Thể thao")));
        assertThat(parties(plan, "II.2.4.1"))
                .containsEntry(Programme.AgencyRole.ASSIGNED, List.of("Sở Văn hóa và Thể thao"))
                .containsKey(Programme.AgencyRole.COORDINATE);
        assertThat(parties(plan, "IV.7.1"))
                .containsOnlyKeys(Programme.AgencyRole.LEAD, Programme.AgencyRole.COORDINATE);
    }

    @Test
    void aTargetWrittenInTimesIsScoredAsAShareOfClubs() {
        Programme.Target clubs = catalog.programme("kon-tum-4002").targets().get(3);
        assertThat(clubs.unit()).isEqualTo("times");
        assertThat(clubs.measure().comparator()).isEqualTo(Programme.Comparator.GE);
        assertThat(clubs.measure().value()).isEqualByComparingTo("100");
    }

    @Test
    void theFourPartsOfTheInteragencyRegulationAreKept() {
        Programme.Regulation regulation = catalog.programme("dien-bien-82").regulation();
        assertThat(regulation.parts())
                .extracting(Programme.Regulation.Part::code)
                .containsExactly("PREVENTION", "PROTECTION", "STATISTICS", "INSPECTION");
    }

    @ParameterizedTest
    @CsvSource({
        "hai-phong-100, hai-phong",
        "tan-yen-541, tan-yen",
        "dien-bien-99, dien-bien-99",
        "kon-tum-4002, kon-tum",
        "dien-bien-82, dien-bien-82"
    })
    void theFactsAgreeWithAReadingOfTheText(String id, String text) throws IOException {
        Path file = GOLD.resolve(text + ".json");
        assumeThat(Files.exists(file))
                .as("needs the annotated plans beside the repository")
                .isTrue();
        JsonNode gold = JsonMapper.shared().readTree(Files.readString(file));
        Programme plan = catalog.programme(id);
        assertThat(plan.header().issuer()).isEqualTo(gold.get("issuer").stringValue());
        assertThat(plan.header().title()).isEqualTo(gold.get("title").stringValue());
        assertThat(plan.header().number()).isEqualTo(gold.get("number").stringValue(null));
        assertThat(String.valueOf(plan.header().date()))
                .isEqualTo(gold.get("date").stringValue("null"));
        assertThat(plan.header().recipients()).isEqualTo(all(gold, "recipients", JsonNode::stringValue));
        assertThat(plan.citations())
                .extracting(cited -> cited.number() + cited.name() + cited.date() + cited.basis())
                .isEqualTo(all(gold, "citations", ProgrammesTest::citation));
        assertThat(plan.targets())
                .extracting(
                        t -> t.comparator() + " " + t.value() + " " + t.unit() + " " + t.population() + " " + t.by())
                .isEqualTo(all(gold, "targets", ProgrammesTest::target));
        assertThat(plan.agencies())
                .extracting(agency -> agency.name() + agency.roles())
                .containsAll(all(gold, "agencies", ProgrammesTest::agency));
        assertThat(plan.deadlines())
                .extracting(due -> due.kind()
                        + due.who()
                        + (due.date() == null ? null : due.date().toString().substring(2)))
                .isEqualTo(all(
                        gold,
                        "deadlines",
                        due -> due.get("kind").stringValue()
                                + due.get("who").stringValue("")
                                + due.get("date").stringValue(null)));
        assertThat(plan.budget())
                .extracting(Programme.Money::code)
                .isEqualTo(all(gold, "budgetSources", money -> money.get("code").stringValue()));
        assertThat(plan.observances()).hasSize(all(gold, "events", event -> "").size());
    }

    private static Map<Programme.AgencyRole, List<String>> parties(Programme plan, String ref) {
        return plan.assignments().stream()
                .filter(each -> each.task().ref().equals(ref))
                .findFirst()
                .orElseThrow()
                .agencies();
    }

    private static List<String> all(JsonNode gold, String part, java.util.function.Function<JsonNode, String> write) {
        List<String> all = new ArrayList<>();
        Stream<JsonNode> items = gold.has(part) ? gold.get(part).valueStream() : Stream.empty();
        items.filter(item -> !item.path("optional").booleanValue(false)).forEach(item -> all.add(write.apply(item)));
        return all;
    }

    private static String citation(JsonNode cited) {
        return cited.get("number").stringValue(null)
                + cited.path("name").stringValue(null)
                + cited.get("date").stringValue(null)
                + cited.get("basis").booleanValue();
    }

    private static String target(JsonNode target) {
        JsonNode by = target.get("by");
        return target.get("comparator").stringValue() + " " + target.get("value") + " "
                + target.get("unit").stringValue() + " "
                + target.get("population").stringValue() + " "
                + (by.isNull() ? null : by);
    }

    private static String agency(JsonNode agency) {
        return agency.get("name").stringValue()
                + agency.get("roles").valueStream().map(JsonNode::stringValue).toList();
    }
}
