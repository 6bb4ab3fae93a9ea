package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.Posts;
import vn.toam.register.RecordService;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** What the pages of registers say of records, and of records that are not there. */
class RegisterWordsTest extends ToamTest {

    @Autowired
    private RecordService service;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private TestGround.Ground ground;
    private int commune;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        commune = ground.commune();
    }

    private String page(String role, int unit, String address) throws Exception {
        return new String(
                mvc.perform(get(address).with(Posts.request(role, unit)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private UUID keep(String register, Map<String, List<String>> typed) {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create(register, commune, null, UUID.randomUUID(), typed));
    }

    @Test
    void aRecordThatIsKnownByAnotherOneIsNamedInWordsNeverByAnId() throws Exception {
        UUID school = keep(
                "school",
                Map.of("name", List.of("Trường làm mẫu"), "level", List.of("TH"), "from", List.of("2020-01-01")));
        UUID year = keep(
                "school-year",
                Map.of(
                        "school", List.of(school.toString()),
                        "year", List.of("2025-2026"),
                        "reported", List.of(today.toString()),
                        "outside_class", List.of("1"),
                        "violence_free", List.of("1")));
        String page = page("REPORTER", commune, "/registers/school/" + commune + "/" + school);
        assertThat(page.replaceAll("\\s+", " ")).contains(year + "\">2025-2026</a>");
    }

    @Test
    void whereOnlyTheKeeperReadsRecordsThoseAboveAreNeverToldThatThereAreNone() throws Exception {
        for (String register : List.of("family-support", "complaint", "harmful-information")) {
            assertThat(page("PLANNER", ground.province(), "/registers/" + register))
                    .as(register)
                    .doesNotContain("Đơn vị giữ sổ chưa ghi mục nào");
        }
        assertThat(page("PLANNER", ground.province(), "/registers/complaint")).contains("mục của chính đơn vị");
        assertThat(page("REPORTER", commune, "/registers/complaint")).doesNotContain("mục của chính đơn vị");
    }

    @Test
    void aRegisterThatTakesNoTableSaysWhy() throws Exception {
        assertThat(page("REPORTER", commune, "/registers/coordination-regulation"))
                .contains("không nhập từ bảng", "Các bên và nhiệm vụ");
        assertThat(page("REPORTER", commune, "/registers/school")).doesNotContain("không nhập từ bảng");
    }
}
