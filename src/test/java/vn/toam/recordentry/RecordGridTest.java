package vn.toam.recordentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.toam.access.Posts;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RegisterReader;
import vn.toam.register.RecordService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** Several records entered at once, and a list narrowed to a village. */
class RecordGridTest extends ToamTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RegisterReader registers;

    @Autowired
    RecordService service;

    @Autowired
    VillageService villages;

    @Autowired
    TestGround grounds;

    private int commune;
    private String grid;

    @BeforeEach
    void ground() {
        commune = grounds.take().communes().get(4);
        grid = "/registers/chess-club/grid?unit=" + commune;
    }

    private MockHttpServletResponse send(String role, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request.with(Posts.request(role, commune)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder typed(UUID id, String verb, String... cells) {
        MockHttpServletRequestBuilder request =
                post(grid).param("_id", id.toString()).param("_rows", "10").param("_verb", verb);
        for (int at = 0; at < cells.length; at += 2) {
            request.param(cells[at], cells[at + 1]);
        }
        return request;
    }

    private List<String> kept() {
        return Posts.at("REPORTER", commune)
                .get(() -> registers.whole("chess-club", RecordQuery.of(Map.of(), commune)))
                .slice()
                .items()
                .stream()
                .map(row -> row.record().values().text("name"))
                .sorted()
                .toList();
    }

    @Test
    void rowsThatAreFilledBecomeRecordsOnce() throws Exception {
        assertThat(text(send("REPORTER", get(grid))))
                .contains("name=\"r.0.name\"", "name=\"r.9.founded\"")
                .doesNotContain("r.10.name", "r.0.fund");
        UUID id = UUID.randomUUID();
        String[] cells = {
            "r.0.name", "Tượng", "r.0.kind", "BLITZ", "r.0.founded", "1/2/2020",
            "r.7.name", "Mã", "r.7.kind", "cờ tiêu chuẩn", "r.7.founded", "2021-03-04"
        };
        assertThat(send("REPORTER", typed(id, "save", cells)).getRedirectedUrl())
                .isEqualTo("/registers/chess-club?unit=" + commune);
        assertThat(kept()).containsExactly("Mã", "Tượng");
        send("REPORTER", typed(id, "save", cells));
        assertThat(kept()).as("the same form twice").hasSize(2);
    }

    @Test
    void oneWrongRowKeepsAllFromBeingSavedAndNothingTypedIsLost() throws Exception {
        MockHttpServletResponse refused = send(
                "REPORTER",
                typed(
                        UUID.randomUUID(),
                        "save",
                        "r.0.name",
                        "Tượng",
                        "r.0.kind",
                        "BLITZ",
                        "r.0.founded",
                        "1/2/2020",
                        "r.2.name",
                        "Mã",
                        "r.2.founded",
                        "31/2/2020",
                        "r.3.name",
                        "TƯỢNG",
                        "r.3.kind",
                        "BLITZ",
                        "r.3.founded",
                        "1/2/2020"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused))
                .contains("value=\"Tượng\"", "value=\"31/2/2020\"", "không phải là ngày", "id=\"f-r.2.kind-error\"")
                .contains("id=\"f-r.3.name-error\"")
                .doesNotContain("id=\"f-r.0.name-error\"");
        assertThat(kept()).isEmpty();
        assertThat(text(send("REPORTER", typed(UUID.randomUUID(), "save")))).contains("Chưa dòng nào được ghi.");
    }

    @Test
    void moreRowsKeepWhatWasTyped() throws Exception {
        String more = text(send("REPORTER", typed(UUID.randomUUID(), "more", "r.4.name", "Đang gõ")));
        assertThat(more).contains("value=\"Đang gõ\"", "name=\"r.14.name\"").doesNotContain("r.15.name");
    }

    @Test
    void whoOnlyReadsIsRefused() throws Exception {
        for (String role : List.of("LEADER", "CHECKER")) {
            assertThat(send(role, get(grid)).getStatus()).isEqualTo(403);
            assertThat(send(role, typed(UUID.randomUUID(), "save", "r.0.name", "A"))
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(text(send("REPORTER", get("/registers/chess-club?unit=" + commune))))
                .contains("chess-club/grid?unit=");
    }

    @Test
    void aListIsNarrowedToAVillage() throws Exception {
        UUID village = Posts.at("REPORTER", commune)
                .get(() -> villages.add(
                        commune,
                        new VillageForm("THON", "Thử Lọc", Set.of(), "", "", "", "", null, null, "", null, 0)));
        UUID other = Posts.at("REPORTER", commune)
                .get(() -> villages.add(
                        commune,
                        new VillageForm("THON", "Thử Khác", Set.of(), "", "", "", "", null, null, "", null, 0)));
        for (UUID each : List.of(village, other)) {
            Posts.at("REPORTER", commune)
                    .get(() -> service.create(
                            "community-group",
                            commune,
                            null,
                            UUID.randomUUID(),
                            Map.of(
                                    "name", List.of(each.equals(village) ? "Nhóm một" : "Nhóm hai"),
                                    "class", List.of("CLUB"),
                                    "kind", List.of("OTHER"),
                                    "village", List.of(each.toString()),
                                    "founded", List.of("1/2/2026"),
                                    "rhythm", List.of("MONTHLY"))));
        }
        String list = "/registers/community-group?unit=" + commune;
        assertThat(text(send("REPORTER", get(list))))
                .contains("name=\"f.village\"", "Thôn Thử Lọc", "Nhóm một", "Nhóm hai");
        assertThat(text(send("REPORTER", get(list + "&f.village=" + village))))
                .contains("Nhóm một")
                .doesNotContain("Nhóm hai");
        assertThat(text(send("REPORTER", get(list + "&f.village=x")))).contains("Không có mục nào như vậy");
    }
}
