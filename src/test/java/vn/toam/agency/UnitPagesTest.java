package vn.toam.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.geography.Level;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

class UnitPagesTest extends ToamTest {

    static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    UnitService units;

    @Autowired
    AgencyService agencies;

    @Autowired
    CommitteeService committees;

    @Test
    void theTreeShowsTheChosenDay() {
        assertThat(mvc.get().uri("/units?date=2025-06-30").with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Tỉnh Kon Tum", "Thành phố Hải Phòng");
        assertThat(mvc.get().uri("/units?date=2025-07-01").with(as.request("reporter.hp")))
                .bodyText()
                .contains("Tỉnh Quảng Ngãi")
                .doesNotContain("Kon Tum");
    }

    @Test
    void searchNeedsNoDiacritics() {
        assertThat(mvc.get()
                        .uri("/units?q=tan yen&date=2022-01-01&level=DISTRICT")
                        .with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Huyện Tân Yên", "tỉnh Bắc Giang");
    }

    @Test
    void anAbolishedDistrictSaysWhatBecameOfIt() {
        int tanYen = units.byCode(Level.DISTRICT, "216", BEFORE).orElseThrow().id();
        assertThat(mvc.get().uri("/units/" + tanYen).with(as.request("reporter.ty")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "30/06/2025",
                        "Phường Đa Mai",
                        "1658/NQ-UBTVQH15",
                        "Không so sánh chính xác",
                        "Phòng Văn hóa và Thông tin");
    }

    @Test
    void aNewCommuneShowsTheClauseThatFormedIt() {
        assertThat(mvc.get().uri("/units/" + commune("07339")).with(as.request("reporter.ty")))
                .hasStatusOk()
                .bodyText()
                .contains("thị trấn Cao Thượng", "Toàn bộ", "So sánh được");
    }

    @Test
    void everyKindOfPageOpensInEnglish() {
        int province = units.byCode(Level.PROVINCE, "11", AFTER).orElseThrow().id();
        for (String path :
                new String[] {"/units", "/units/" + province, "/units/1", "/units/agencies/" + (province * 100 + 1)}) {
            assertThat(mvc.get().uri(path + "?lang=en").with(as.request("ministry")))
                    .as(path)
                    .hasStatusOk();
        }
        assertThat(mvc.get().uri("/units/77777777").with(as.request("ministry")))
                .hasStatus(404);
    }

    @Test
    void aSteeringCommitteeChangesWithoutForgetting() {
        int province = units.byCode(Level.PROVINCE, "11", AFTER).orElseThrow().id();
        Agency head = agencies.peoplesCommittee(province, AFTER);
        UUID id = as.role("planner.db")
                .get(() -> committees.establish(
                        province, "Ban Chỉ đạo công tác gia đình", "12/QĐ-UBND", LocalDate.of(2026, 1, 5)));
        as.role("planner.db")
                .run(() -> committees.seat(
                        id,
                        "Phó Chủ tịch",
                        head.id(),
                        CommitteePost.Role.HEAD,
                        "12/QĐ-UBND",
                        LocalDate.of(2026, 1, 5)));
        assertThatThrownBy(() -> as.role("planner.db")
                        .run(() -> committees.seat(
                                id, "Chủ tịch", head.id(), CommitteePost.Role.HEAD, "", LocalDate.of(2026, 3, 1))))
                .isInstanceOf(Rejected.class);
        UUID seat = committees.posts(id).getFirst().id();
        as.role("planner.db").run(() -> {
            committees.unseat(id, seat, LocalDate.of(2026, 2, 28));
            committees.seat(id, "Chủ tịch", head.id(), CommitteePost.Role.HEAD, "", LocalDate.of(2026, 3, 1));
        });
        assertThat(committees.posts(id)).hasSize(2);
        assertThat(mvc.get().uri("/units/committees/" + id).with(as.request("planner.db")))
                .hasStatusOk()
                .bodyText()
                .contains("Trưởng ban", "12/QĐ-UBND");
        assertThat(mvc.get().uri("/units/" + province).with(as.request("planner.db")))
                .bodyText()
                .contains("Ban Chỉ đạo công tác gia đình");
    }

    @Test
    void anAddedAgencyIsFollowedByTheOneNamedAtItsEnd() {
        int province = units.byCode(Level.PROVINCE, "11", AFTER).orElseThrow().id();
        int added = as.role("planner.db")
                .get(() -> agencies.addAgency(
                        province, Body.SERVICE, "CULTURE", "Trung tâm Văn hóa tỉnh thử", "TTVH", null, AFTER));
        int heir = agencies.ofKind(province, "SVHTTDL", AFTER).orElseThrow().id();
        as.role("planner.db").run(() -> agencies.closeAgency(added, LocalDate.of(2026, 1, 31), heir, ""));
        assertThat(agencies.successorsOf(added, LocalDate.of(2026, 2, 1)))
                .extracting(s -> s.agency().id())
                .containsExactly(heir);
        assertThat(mvc.get().uri("/units/agencies/" + added).with(as.request("planner.db")))
                .hasStatusOk()
                .bodyText()
                .contains("Sở Văn hóa, Thể thao và Du lịch tỉnh Điện Biên");
    }

    private int commune(String code) {
        return units.byCode(Level.COMMUNE, code, AFTER).orElseThrow().id();
    }
}
