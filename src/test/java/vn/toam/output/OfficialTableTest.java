package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Officers;
import vn.toam.definition.Field;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** The table that Circular 07/2017 prints: its rows alone, pairs added, of a commune and of a province (§ published figures of Bắc Giang 2019). */
@Transactional
class OfficialTableTest extends ToamTest {

    private static final String FORM = "dv-family-commune";

    private static final Map<String, String> BAC_GIANG = Map.of(
            "households_total", "450051",
            "households_two_generation", "233342",
            "households_mother_children", "40000",
            "households_father_children", "7116",
            "households_three_generation", "108512",
            "households_couple", "42114",
            "households_single", "10000",
            "households_other", "8967");

    @Autowired
    private OfficialTableService tables;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private TestGround grounds;

    @Autowired
    private MockMvc mvc;

    private TestGround.Ground ground;
    private Somebody reviewer;

    @BeforeEach
    void accepted() {
        ground = grounds.take();
        reviewer = Posts.at("REVIEWER", ground.province());
        Round round = reviewer.get(() -> rounds.open(FORM, ground.year(), ground.province(), ""));
        Map<String, String> typed = new HashMap<>(officers.lines(round, BAC_GIANG));
        typed.remove("substance_help");
        Somebody officer = Officers.of(ground.commune());
        officers.save(round, officer, ground.commune(), typed, Map.of());
        officers.submit(round, officer, ground.commune());
        reviewer.run(() -> collection.accept(
                round.id(), ground.commune(), UUID.randomUUID().toString()));
    }

    private OfficialTable of(int unit) {
        return reviewer.get(() -> tables.of(unit, ground.year()));
    }

    private static OfficialTable.Row row(OfficialTable table, String number) {
        return table.rows().stream()
                .filter(row -> row.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pairsAreAddedAndTheRowsMakeTheTotalOfBacGiang() {
        for (int unit : List.of(ground.commune(), ground.province())) {
            OfficialTable table = of(unit);
            assertThat(row(table, "I").value()).isEqualByComparingTo("450051");
            assertThat(row(table, "I.1").value()).isEqualByComparingTo("47116");
            assertThat(row(table, "I.2").value()).isEqualByComparingTo("42114");
            assertThat(row(table, "I.3").value()).isEqualByComparingTo("233342");
            assertThat(row(table, "I.4").value()).isEqualByComparingTo("108512");
            assertThat(row(table, "I.5").value()).as("singles are others").isEqualByComparingTo("18967");
        }
    }

    @Test
    void everyRowSaysOfHowManyUnitsItIsAndWhereNobodyReportedNoZeroStands() {
        OfficialTable commune = of(ground.commune());
        assertThat(row(commune, "I").received()).isEqualTo(1);
        assertThat(row(commune, "I").expected()).isEqualTo(1);
        OfficialTable province = of(ground.province());
        assertThat(row(province, "I").received()).isEqualTo(1);
        assertThat(row(province, "I").expected()).isEqualTo(ground.communes().size());
        assertThat(row(province, "II.1").value()).as("0 was reported").isEqualByComparingTo("0");
        assertThat(row(province, "II.6.3").value()).as("nothing was").isNull();
        assertThat(OfficialLayout.grid(province).rows())
                .contains(List.of(
                        "II.6.3",
                        "Được hỗ trợ (cai nghiện rượu, điều trị rối loạn tâm thần do chất gây nghiện)",
                        "người",
                        "chưa đơn vị nào báo cáo",
                        "0/" + ground.communes().size()));
        assertThat(of(ground.communes().get(1)).rows())
                .as("a commune that sent nothing")
                .filteredOn(row -> !row.heading())
                .allSatisfy(row -> assertThat(row.value()).isNull());
    }

    /** Lines of our form by row, as the specification lists them. */
    @Test
    void theRowsAreThoseOfTheSpecificationAndNoLineOfOursAloneIsAmongThem() {
        Map<String, String> lines = Map.ofEntries(
                Map.entry("I", "F1"),
                Map.entry("I.1", "F3 F4"),
                Map.entry("I.2", "F6"),
                Map.entry("I.3", "F2"),
                Map.entry("I.4", "F5"),
                Map.entry("I.5", "F7 F8"),
                Map.entry("II.1", "D1"),
                Map.entry("II.2", "D2"),
                Map.entry("II.2.1", "D2.1"),
                Map.entry("II.2.2", "D2.2"),
                Map.entry("II.2.3", "D2.3"),
                Map.entry("II.2.4", "D2.4"),
                Map.entry("II.3.1", "P1.1"),
                Map.entry("II.3.2", "P1.2"),
                Map.entry("II.3.3", "P1.3"),
                Map.entry("II.3.4", "P1.4"),
                Map.entry("II.4.1", "P2.1"),
                Map.entry("II.4.2", "P2.2"),
                Map.entry("II.4.3", "P2.3"),
                Map.entry("II.4.4", "P2.4"),
                Map.entry("II.4.5", "P2.5"),
                Map.entry("II.5.1", "V1.1"),
                Map.entry("II.5.2", "V1.2"),
                Map.entry("II.5.3", "V1.3"),
                Map.entry("II.5.4", "V1.4"),
                Map.entry("II.6.1", "V2.1"),
                Map.entry("II.6.2", "V2.6"),
                Map.entry("II.6.3", "V2.7"),
                Map.entry("II.6.4", "V2.5"),
                Map.entry("III.1", "M1.1.1"),
                Map.entry("III.2.1", "M1.2"),
                Map.entry("III.2.2", "M1.3"),
                Map.entry("III.2.3", "M1.4"),
                Map.entry("III.2.4", "M1.5"));
        Map<String, String> standing = catalog.form(FORM).fields().stream()
                .filter(line -> line.official() != null)
                .collect(Collectors.groupingBy(
                        line -> line.official().row(), Collectors.mapping(Field::line, Collectors.joining(" "))));
        assertThat(standing).isEqualTo(lines);
        Set<String> filled = of(ground.commune()).rows().stream()
                .filter(row -> !row.heading())
                .map(OfficialTable.Row::number)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(filled).isEqualTo(new TreeSet<>(lines.keySet()));
        Set<String> printed = of(ground.commune()).rows().stream()
                .map(OfficialTable.Row::name)
                .collect(Collectors.toSet());
        assertThat(catalog.form(FORM).fields().stream()
                        .filter(line -> line.official() == null)
                        .map(line -> line.name().vi()))
                .as("lines of ours alone")
                .hasSizeGreaterThan(5)
                .noneMatch(printed::contains);
    }

    @Test
    void thePageThePaperAndTheWorkbookSayTheSame() throws Exception {
        String query = "?unit=" + ground.province() + "&year=" + ground.year();
        assertThat(bytes("/output/official" + query))
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .contains(
                        "450.051", "47.116", "18.967", "1/" + ground.communes().size(), "/output/official/table.docx")
                .contains("Mục III.2 ghi số như các đơn vị đã báo cáo");
        try (XWPFWordExtractor text = new XWPFWordExtractor(
                new XWPFDocument(new ByteArrayInputStream(bytes("/output/official/table.docx" + query))))) {
            assertThat(text.getText())
                    .contains(
                            "BÁO CÁO",
                            "450.051",
                            "47.116",
                            "chưa đơn vị nào báo cáo",
                            "Mục III.2 ghi số như các đơn vị đã báo cáo")
                    .doesNotContain("Cuộc tuyên truyền", "trợ giúp pháp lý");
        }
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(bytes("/output/official/table.xlsx" + query)))) {
            Set<Double> numbers = new TreeSet<>();
            book.getSheetAt(0)
                    .forEach(line -> line.forEach(cell -> {
                        if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                            numbers.add(cell.getNumericCellValue());
                        }
                    }));
            assertThat(numbers).contains(450_051.0, 47_116.0, 18_967.0);
        }
    }

    private byte[] bytes(String address) throws Exception {
        return mvc.perform(get(address).with(reviewer.request()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void whoMayNotSeeThePlacesFiguresDoesNotSeeItsTable() {
        Somebody neighbour = Posts.at("REPORTER", ground.communes().get(1));
        assertThatThrownBy(() -> neighbour.run(() -> tables.of(ground.commune(), ground.year())))
                .isInstanceOf(NotAllowed.class);
    }
}
