package vn.toam.recordentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.imports.ImportService;
import vn.toam.mapping.Entry;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RecordRow;
import vn.toam.recordquery.RegisterReader;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;
import vn.toam.village.VillageChange;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageReshaping;
import vn.toam.village.VillageService;

/** Villages and agencies in tables, as people write them. */
class RegisterImportPlacesTest extends ToamTest {

    private static final LocalDate PASSED = LocalDate.of(2026, 2, 1);
    private static final String HEAD = "Tên câu lạc bộ hoặc nhóm;Loại;Lĩnh vực;Thôn;Ngày thành lập;Kỳ sinh hoạt";

    @Autowired
    ImportService imports;

    @Autowired
    RegisterReader registers;

    @Autowired
    VillageService villages;

    @Autowired
    VillageReshaping reshaping;

    @Autowired
    UnitService units;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    @Autowired
    As as;

    @Autowired
    JdbcClient jdbc;

    private int commune;
    private int other;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        commune = ground.communes().get(2);
        other = ground.communes().get(3);
    }

    private UUID village(int unit, String kind, String name) {
        return Posts.at("REPORTER", unit)
                .get(() -> villages.add(
                        unit,
                        new VillageForm(
                                kind, name, Set.of(), "", "", "", "", null, LocalDate.of(2025, 7, 5), "", null, 0)));
    }

    private Sent groups(String... villages) {
        String[] lines = new String[villages.length + 1];
        lines[0] = HEAD;
        for (int at = 0; at < villages.length; at++) {
            lines[at + 1] = "Nhóm " + at + ";Câu lạc bộ;Khác;" + villages[at] + ";1/3/2026;Hằng tháng";
        }
        return Sent.csv(imports, "community-group", commune, lines).mapped();
    }

    private Map<String, String> kept() {
        return Posts.at("REPORTER", commune)
                .get(() -> registers.whole("community-group", RecordQuery.of(Map.of(), commune)))
                .slice()
                .items()
                .stream()
                .map(RecordRow::record)
                .collect(java.util.stream.Collectors.toMap(
                        record -> String.valueOf(record.values().text("name")),
                        record -> String.valueOf(record.values().text("village"))));
    }

    @Test
    void aVillageSpeltInManyWaysIsTheOne() {
        String id = village(commune, "THON", "Thử Nghiệm Hoà").toString();
        Sent sent = groups(
                "Thôn Thử Nghiệm Hòa",
                "thu nghiem hoa",
                "THÔN THỬ NGHIỆM HOÀ ",
                "thôn  Thử nghiệm hoà",
                "thon thu nghiem hoa");
        assertThat(sent.states().values()).containsOnly(Entry.Status.NEW);
        sent.confirm();
        assertThat(kept().values()).containsOnly(id);
    }

    @Test
    void whatMayBeSeveralVillagesOrIsWrittenOtherwiseIsAskedAbout() {
        String hamlet = village(commune, "THON", "97").toString();
        String quarter = village(commune, "TO_DAN_PHO", "97").toString();
        village(commune, "THON", "Thử Nghiệm Mạ");
        Sent sent = groups("97", "TDP 97", "Thôn số 097", "Thử Nghiệm Mã", "Không Đâu Cả", "");
        assertThat(sent.states())
                .isEqualTo(Map.of(
                        2, Entry.Status.DOUBTFUL,
                        3, Entry.Status.NEW,
                        4, Entry.Status.NEW,
                        5, Entry.Status.DOUBTFUL,
                        6, Entry.Status.DOUBTFUL,
                        7, Entry.Status.WRONG));
        assertThat(sent.entry(2).doubts().getFirst().choices())
                .extracting(Entry.Choice::code)
                .containsExactlyInAnyOrder(hamlet, quarter);
        assertThat(sent.entry(5).doubts().getFirst().choices().getFirst().name())
                .isEqualTo("Thôn Thử Nghiệm Mạ");
        sent.choose("village", "97", hamlet).confirm();
        assertThat(kept()).isEqualTo(Map.of("Nhóm 0", hamlet, "Nhóm 1", quarter, "Nhóm 2", hamlet));
    }

    @Test
    void villagesOfOneNameAreToldApartByTheCommuneTheyCameFrom() {
        String own = village(commune, "THON", "Trùng Tên Thử").toString();
        UUID came = village(other, "THON", "Trùng Tên Khác");
        int province = geographies.province(commune);
        String once = units.find(other, PASSED).fullName().vi();
        as.role("admin")
                .run(() -> reshaping.pass(
                        province, came, commune, new VillageChange.Basis(PASSED, "12/QĐ-UBND", PASSED.minusDays(10))));
        jdbc.sql(
                        "update village.period set name = 'Trùng Tên Thử', full_name = 'Thôn Trùng Tên Thử' where province = ? and village = ?")
                .params(province, came)
                .update(); // as reorganisations bring villages of one name into one commune
        Sent sent = groups("Trùng Tên Thử", "Thôn Trùng Tên Thử (" + once + " cũ)", "Trùng Tên Thử, " + once);
        assertThat(sent.states()).isEqualTo(Map.of(2, Entry.Status.DOUBTFUL, 3, Entry.Status.NEW, 4, Entry.Status.NEW));
        assertThat(sent.entry(2).doubts().getFirst().choices())
                .extracting(Entry.Choice::name)
                .containsExactlyInAnyOrder("Thôn Trùng Tên Thử", "Thôn Trùng Tên Thử (" + once + ")");
        sent.choose("village", "Trùng Tên Thử", own).confirm();
        assertThat(kept().values()).containsExactlyInAnyOrder(own, came.toString(), came.toString());
    }

    @Test
    void anAgencyIsKnownByItsShortName() {
        String name = units.find(commune, PASSED).fullName().vi();
        Sent sent = Sent.csv(
                        imports,
                        "event",
                        commune,
                        "Loại hoạt động;Tên hoạt động;Từ ngày;Cơ quan tổ chức",
                        "Hội nghị;A;1/3/2026;UBND " + name,
                        "Hội nghị;B;1/3/2026;Ủy ban nhân dân " + name,
                        "Hội nghị;C;1/3/2026;Uỷ ban nhân dân " + name,
                        "Hội nghị;D;1/3/2026;Sở Không Có")
                .mapped();
        List<String> unclear = sent.entries().stream()
                .filter(entry ->
                        entry.doubts().stream().anyMatch(doubt -> doubt.column().equals("organiser")))
                .map(entry -> String.valueOf(entry.row()))
                .toList();
        assertThat(unclear).containsExactly("5");
    }
}
