package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.geography.Level;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Pages of the villages of An Lão, as its officer and as others see them. */
class VillagePagesTest extends ToamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String OFFICER = "reporter.anlao";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private UnitService units;

    @Autowired
    private VillageService service;

    @Autowired
    private Villages villages;

    @Test
    void theListShowsNamesToAllAndPersonsToThoseWhoMayKnow() {
        UUID id = add("Thấy Tên", "Người Mẫu Kín", "0912345678");

        assertThat(get(list() + "?q=thay ten", OFFICER))
                .contains("Thôn Thấy Tên", "Người Mẫu Kín", "0912345678", "Cộng 1 thôn, tổ dân phố");
        assertThat(get(list() + "?q=thay ten", "reporter.tanyen"))
                .contains("Thôn Thấy Tên")
                .doesNotContain("Người Mẫu Kín", "0912345678");
        assertThat(get(one(id), "reporter.tanyen")).contains("Thôn Thấy Tên").doesNotContain("Người Mẫu Kín");
        assertThat(get(one(id), "reviewer.haiphong")).contains("Người Mẫu Kín").doesNotContain("/edit");
        assertThat(mvc.get().uri(one(id) + "/edit").with(as.request("reviewer.haiphong")))
                .hasStatus(403);
    }

    @Test
    void theListIsNarrowedSortedAndAddedUp() {
        add("Nhất Lọc", "", "");
        UUID over = add("Nhì Lọc", "", "");
        as.role(OFFICER)
                .run(() -> service.end(
                        province(), over, new VillageChange.Basis(LocalDate.of(2026, 2, 2), "7/QĐ-UBND", null)));

        assertThat(get(list() + "?q=loc&sort=NAME&down=true", OFFICER))
                .contains("Thôn Nhất Lọc", "0 nơi đã có số hộ")
                .doesNotContain("Nhì Lọc");
        assertThat(get(list() + "?q=loc&shown=ENDED", OFFICER))
                .contains("Nhì Lọc")
                .doesNotContain("Nhất Lọc");
        assertThat(get(list() + "?q=loc&kind=BAN&shown=ALL", OFFICER)).contains("Không có thôn, tổ dân phố nào");
        assertThat(get(one(over), OFFICER)).contains("Không còn sau ngày 01/02/2026", "7/QĐ-UBND");
    }

    @Test
    void whatIsRefusedStaysOnThePage() {
        assertThat(mvc.post()
                        .uri(list())
                        .param("kind", "BAN")
                        .param("name", "Thôn thử")
                        .param("head", "Mẫu giữ lại")
                        .param("households", "nhiều")
                        .param("on", "2026-01-01")
                        .with(as.request(OFFICER)))
                .hasStatus(422)
                .bodyText()
                .contains("Thôn thử", "Mẫu giữ lại", "nhiều", "2026-01-01");
        assertThat(mvc.post()
                        .uri(list())
                        .param("kind", "THON")
                        .param("name", "Của người khác")
                        .with(as.request("reporter.tanyen")))
                .hasStatus(403);
    }

    @Test
    void aVillageIsEnteredEditedSplitMergedAndTakenBackOnPages() {
        assertThat(post(list(), "kind", "THON", "name", "thôn qua trang", "on", "2026-01-01"))
                .isEqualTo(list());
        Village village = find("Qua Trang");
        assertThat(post(
                        one(village.id()) + "/edit",
                        "kind",
                        "THON",
                        "name",
                        "Qua Trang Mới",
                        "how",
                        "from",
                        "on",
                        "2026-02-01",
                        "households",
                        "1.200",
                        "version",
                        "0"))
                .isEqualTo(one(village.id()));
        assertThat(get(one(village.id()), OFFICER))
                .contains("Thôn Qua Trang Mới", "từ 01/01/2026 đến hết 31/01/2026", "1.200");
        assertThat(post(
                        one(village.id()) + "/split",
                        "goesOn",
                        "true",
                        "kind1",
                        "THON",
                        "name1",
                        "Tách Ra",
                        "on",
                        "2026-02-10",
                        "decision",
                        "8/QĐ-UBND"))
                .isEqualTo(one(village.id()));
        UUID part = find("Tách Ra").id();
        assertThat(mvc.post()
                        .uri(list() + "/merge")
                        .param("of", village.id().toString())
                        .param("kind", "THON")
                        .param("name", "Một mình")
                        .param("on", "2026-02-20")
                        .param("decision", "9/QĐ-UBND")
                        .with(as.request(OFFICER)))
                .hasStatus(422)
                .bodyText()
                .contains("ít nhất hai");
        assertThat(mvc.post()
                        .uri(list() + "/merge")
                        .param("of", village.id().toString(), part.toString())
                        .param("kind", "THON")
                        .param("name", "Nhập Lại")
                        .param("on", "2026-02-20")
                        .param("decision", "9/QĐ-UBND")
                        .with(as.request(OFFICER)))
                .hasStatus3xxRedirection();
        Village merged = find("Nhập Lại");
        assertThat(get(one(part), OFFICER)).contains("Đã trở thành", "Thôn Nhập Lại", "toàn bộ");
        UUID change = as.role(OFFICER)
                .get(() -> service.view(province(), merged.id()))
                .changes()
                .getFirst()
                .id();
        assertThat(post("/villages/" + province() + "/changes/" + change + "/undo"))
                .isEqualTo(list());
        assertThat(villages.of(commune(), TODAY)).extracting(Village::id).contains(village.id(), part);
    }

    @Test
    void aTableIsLookedAtBeforeItIsSaved() {
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "bang.csv",
                "text/csv",
                "Tên thôn;Số hộ\nThôn Từ Bảng;10\nThôn Bảng Sai;x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post().multipart().uri(list() + "/table").file(file).with(as.request(OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("Thôn Từ Bảng", "bang.csv, dòng 3, cột “Số hộ”", "Mới 1", "sai 1");
        assertThat(villages.find(commune(), "Từ Bảng", TODAY).none()).isTrue();
        assertThat(mvc.post()
                        .uri(list() + "/table")
                        .param("text", "Tên thôn;Số hộ\nThôn Từ Bảng;10\n")
                        .param("from", "2026-01-01")
                        .param("confirm", "true")
                        .with(as.request(OFFICER)))
                .hasStatus3xxRedirection();
        assertThat(villages.find(commune(), "Từ Bảng", TODAY).one()).isPresent();
    }

    @Test
    void everyPageOpensInBothLanguages() {
        UUID id = add("Hai Tiếng", "", "");
        for (String path : List.of(
                list(),
                list() + "/new",
                list() + "/merge",
                list() + "/table",
                one(id),
                one(id) + "/edit",
                one(id) + "/split",
                one(id) + "/pass",
                one(id) + "/end")) {
            assertThat(mvc.get().uri(path).with(as.request(OFFICER))).as(path).hasStatusOk();
            assertThat(mvc.get().uri(path + "?lang=en").with(as.request(OFFICER)))
                    .as(path)
                    .hasStatusOk();
        }
        assertThat(mvc.get().uri("/units/1/villages").with(as.request(OFFICER))).hasStatus(404);
        assertThat(mvc.get().uri("/villages/31/" + UUID.randomUUID()).with(as.request(OFFICER)))
                .hasStatus(404);
    }

    private String get(String path, String who) {
        return new String(
                mvc.get()
                        .uri(path)
                        .with(as.request(who))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String post(String path, String... parameters) {
        var request = mvc.post().uri(path);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return String.valueOf(
                request.with(as.request(OFFICER)).exchange().getResponse().getRedirectedUrl());
    }

    private Village find(String name) {
        return villages.find(commune(), name, TODAY).one().orElseThrow();
    }

    private UUID add(String name, String head, String phone) {
        return as.role(OFFICER)
                .get(() -> service.add(
                        commune(),
                        new VillageForm(
                                "THON",
                                name,
                                Set.of(),
                                head,
                                phone,
                                "",
                                "",
                                null,
                                LocalDate.of(2026, 1, 1),
                                "",
                                null,
                                0)));
    }

    private int commune() {
        return units.byCode(Level.COMMUNE, "11629", TODAY).orElseThrow().id();
    }

    private int province() {
        return units.find(commune()).province();
    }

    private String list() {
        return "/units/" + commune() + "/villages";
    }

    private String one(UUID id) {
        return "/villages/" + province() + "/" + id;
    }
}
