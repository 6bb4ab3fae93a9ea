package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.toam.access.Posts;
import vn.toam.audit.Audit;
import vn.toam.catalog.Counts;
import vn.toam.register.RecordService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** The pages of registers as people meet them, in a world of chess. */
class RegisterPagesTest extends ToamTest {

    private static final Pattern ROW = Pattern.compile("<th scope=\"row\">\\s*<a href=\"[^\"]*\">\\s*([^<]*?)\\s*</a>");

    @Autowired
    private Audit audit;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RecordService service;

    @Autowired
    private RecordCounting counts;

    @Autowired
    private TestGround grounds;

    @Autowired
    private Clock clock;

    private int commune;
    private int province;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        commune = ground.commune();
        province = ground.province();
    }

    private UUID club(String name, String founded, String... more) {
        Map<String, List<String>> typed =
                new HashMap<>(Map.of("name", List.of(name), "kind", List.of("BLITZ"), "founded", List.of(founded)));
        for (int at = 0; at < more.length; at += 2) {
            typed.put(more[at], List.of(more[at + 1]));
        }
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-club", commune, null, UUID.randomUUID(), typed));
    }

    private MockHttpServletResponse send(String role, int unit, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            MockHttpServletResponse response = mvc.perform(request.with(Posts.request(role, unit)))
                    .andReturn()
                    .getResponse();
            response.setCharacterEncoding("UTF-8");
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String read(String role, int unit, String address) {
        MockHttpServletResponse response = send(role, unit, get(java.net.URI.create(address)));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return text(response);
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> rows(String page) {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(row.group(1));
        }
        return rows;
    }

    private String list(String narrowed) {
        return "/registers/chess-club?unit=" + commune + narrowed;
    }

    private String path(UUID id) {
        return "/registers/chess-club/" + commune + "/" + id;
    }

    @Test
    void theIndexSaysWhatEachRegisterHoldsAndEachFigureOpensItsRecords() {
        club("Một", "2025-08-01");
        club("Hai", LocalDate.now(clock).toString());
        String index = read("REPORTER", commune, "/registers");
        assertThat(index).contains("Câu lạc bộ cờ vua", "Buổi sinh hoạt cờ", "Tổ chức, mô hình", "Ghi mới");
        assertThat(index).containsPattern("chess-club\\?unit=" + commune + "&amp;unproven=true\">1<");
        assertThat(rows(read("REPORTER", commune, list("&unproven=true")))).containsExactly("Một");
        assertThat(rows(read(
                        "REPORTER",
                        commune,
                        list("&year=" + LocalDate.now(clock).getYear()))))
                .containsExactly("Hai");
        assertThat(rows(read("REPORTER", commune, list("&state=ASLEEP")))).containsExactly("Một");
    }

    @Test
    void whoeverOnlyReadsIsNotOfferedToWrite() {
        UUID id = club("Một", "2026-01-01");
        assertThat(read("REPORTER", commune, list(""))).contains("/new?unit=");
        for (String role : List.of("LEADER", "CHECKER")) {
            assertThat(read(role, commune, list(""))).doesNotContain("/new?unit=", "/grid?unit=");
            assertThat(read(role, commune, path(id)))
                    .doesNotContain("/edit", "/move", "/undo", "/merge", "type=\"file\"");
            assertThat(send(role, commune, get("/registers/chess-club/new?unit=" + commune))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(send(role, commune, get(path(id) + "/edit")).getStatus()).isEqualTo(403);
        }
        int elsewhere = grounds.take().commune();
        assertThat(send("REPORTER", elsewhere, get(list(""))).getStatus()).isEqualTo(403);
        assertThat(send("REPORTER", elsewhere, get(path(id))).getStatus()).isEqualTo(403);
    }

    @Test
    void namesOfPeopleAreShownToTheKeeperAlone() {
        UUID id = club(
                "Kín đáo",
                "2026-01-01",
                "trainer",
                "Người mẫu Alekhine",
                "board.0.person",
                "Người mẫu Botvinnik",
                "board.0.from",
                "2026-01-01");
        assertThat(read("REPORTER", commune, path(id))).contains("Alekhine", "Botvinnik");
        String above = read("REVIEWER", province, path(id));
        assertThat(above).doesNotContain("Alekhine", "Botvinnik").contains("ẩn", "chỉ đơn vị giữ sổ");
        assertThat(rows(read("REPORTER", commune, list("&q=alekhine")))).containsExactly("Kín đáo");
        assertThat(rows(read("REVIEWER", province, "/registers/chess-club?unit=" + province + "&q=alekhine")))
                .isEmpty();
        assertThat(rows(read("REVIEWER", province, "/registers/chess-club?unit=" + province + "&q=kin+dao")))
                .containsExactly("Kín đáo");
        MockHttpServletResponse file =
                send("REVIEWER", province, get("/registers/chess-club/list.xlsx?unit=" + province));
        assertThat(file.getStatus()).isEqualTo(200);
    }

    @Test
    void pagesFollowOneAnotherBothWaysWhereManyDaysAreTheSame() {
        for (int at = 0; at < 120; at++) {
            club("Câu lạc bộ " + at, at < 115 ? "2025-08-05" : "2025-09-0" + (at - 114));
        }
        for (String order : List.of("", "&sort=NAME&down=false", "&sort=STATE&down=true")) {
            List<String> seen = new ArrayList<>();
            List<String> pages = new ArrayList<>();
            String address = list(order);
            while (address != null) {
                String page = read("REPORTER", commune, address);
                seen.addAll(rows(page));
                pages.add(page);
                address = link(page, "next");
            }
            assertThat(pages).hasSize(3);
            assertThat(seen).as(order).hasSize(120).doesNotHaveDuplicates();
            String back = read("REPORTER", commune, link(pages.get(2), "prev"));
            assertThat(rows(back)).as(order).isEqualTo(rows(pages.get(1)));
            assertThat(rows(read("REPORTER", commune, link(back, "prev")))).isEqualTo(rows(pages.getFirst()));
            assertThat(link(pages.getFirst(), "prev")).isNull();
        }
    }

    private static String link(String page, String rel) {
        Matcher link = Pattern.compile("href=\"([^\"]*)\" rel=\"" + rel + "\"").matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    @Test
    void theListBehindAFigureIsExactlyItsRecords() {
        UUID one = club("Một", "2025-08-01");
        club("Hai", "2025-08-02", "kind", "SLOW");
        club("Sau này", "2026-12-15");
        UUID meeting = UUID.randomUUID();
        Posts.at("REPORTER", commune)
                .run(() -> service.create(
                        "chess-meeting",
                        commune,
                        null,
                        meeting,
                        Map.of(
                                "title",
                                List.of("Tập huấn"),
                                "kind",
                                List.of("TRAINING"),
                                "day",
                                List.of("2026-03-03"),
                                "clubs",
                                List.of(one.toString()))));
        Posts.at("REPORTER", commune)
                .run(() -> service.move(commune, meeting, 1, "HELD", LocalDate.of(2026, 3, 3), ""));
        List<Counts.Counted> counted = counts.of(
                List.of(commune),
                Set.of(
                        "chess_clubs",
                        "chess_clubs_awake",
                        "chess_clubs_blitz",
                        "chess_clubs_trained",
                        "chess_meetings"),
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2026, 11, 30));
        assertThat(counted).hasSize(5);
        for (Counts.Counted figure : counted) {
            MockHttpServletResponse first = send("REPORTER", commune, get(java.net.URI.create(figure.records())));
            String page = first.getStatus() == 302 ? read("REPORTER", commune, first.getRedirectedUrl()) : text(first);
            assertThat(rows(page)).as(figure.line()).hasSize(figure.figure().intValue());
            assertThat(page)
                    .as(figure.line())
                    .contains("được đếm vào")
                    .contains(": " + figure.figure().intValue() + ".");
        }
    }

    @Test
    void aRecordIsEnteredOnceHoweverOftenTheFormIsSent() {
        String form = read("REPORTER", commune, "/registers/chess-club/new?unit=" + commune);
        String id = form.replaceAll("(?s).*name=\"_id\" value=\"([^\"]+)\".*", "$1");
        for (int twice = 0; twice < 2; twice++) {
            MockHttpServletResponse saved = send(
                    "REPORTER",
                    commune,
                    filled("/registers/chess-club/new?unit=" + commune, "Tượng đỏ")
                            .param("_id", id)
                            .param("fund", "2.500.000"));
            assertThat(saved.getRedirectedUrl()).isEqualTo(path(UUID.fromString(id)));
        }
        assertThat(rows(read("REPORTER", commune, list("")))).containsExactly("Tượng đỏ");
        assertThat(read("REPORTER", commune, path(UUID.fromString(id))))
                .contains("2.500.000", "Cờ chớp", "02/03/2026", "đã ghi vào sổ");
    }

    private AbstractMockHttpServletRequestBuilder<?> filled(String address, String name) {
        return post(address).param("name", name).param("kind", "BLITZ").param("founded", "2026-03-02");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        MockHttpServletResponse answer = send(
                "REPORTER",
                commune,
                post("/registers/chess-club/new?unit=" + commune)
                        .param("_id", UUID.randomUUID().toString())
                        .param("name", "")
                        .param("kind", "POKER")
                        .param("founded", "31/02/2026")
                        .param("players", "3,5")
                        .param("board.2.from", "2026-01-01")
                        .param("decision.date", "2026-01-01")
                        .param("trainer", "<b>Người mẫu</b>"));
        assertThat(answer.getStatus()).isEqualTo(422);
        String page = text(answer);
        assertThat(page)
                .contains(
                        "id=\"f-name-error\"",
                        "id=\"f-kind-error\"",
                        "id=\"f-founded-error\"",
                        "id=\"f-board.2.person-error\"")
                .contains(
                        "value=\"31/02/2026\"",
                        "value=\"3,5\"",
                        "“POKER” (không có trong danh sách)",
                        "value=\"&lt;b>Người mẫu")
                .containsPattern("name=\"board.2.from\" type=\"date\" value=\"2026-01-01\"");
    }

    @Test
    void moreRowsAreGivenWithoutScriptAndWithoutSaving() {
        MockHttpServletResponse answer = send(
                "REPORTER",
                commune,
                filled("/registers/chess-club/new?unit=" + commune, "Tượng đỏ")
                        .param("_id", UUID.randomUUID().toString())
                        .param("_verb", "more.board")
                        .param("board.0.person", "Người mẫu"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer)).contains("name=\"board.2.person\"", "value=\"Người mẫu\"", "value=\"Tượng đỏ\"");
        assertThat(rows(read("REPORTER", commune, list("")))).isEmpty();
    }

    @Test
    void whoDidNotSeeAChangeIsShownItAndKeepsWhatWasTyped() {
        UUID id = club("Tượng đỏ", "2026-03-02", "players", "4");
        assertThat(read("REPORTER", commune, path(id) + "/edit")).contains("value=\"Tượng đỏ\"", "value=\"4\"");
        AbstractMockHttpServletRequestBuilder<?> first =
                filled(path(id) + "/edit", "Tượng đỏ").param("_version", "1").param("players", "6");
        assertThat(send("REPORTER", commune, first).getRedirectedUrl()).isEqualTo(path(id));
        MockHttpServletResponse second = send(
                "PLANNER",
                commune,
                filled(path(id) + "/edit", "Tượng xanh").param("_version", "1").param("players", "9"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(text(second))
                .contains(
                        "value=\"Tượng xanh\"",
                        "value=\"9\"",
                        "<del>4</del>",
                        "<ins>6</ins>",
                        "name=\"_version\" value=\"2\"");
        assertThat(read("REPORTER", commune, path(id))).contains("<del>4</del>", "Hoàn tác thay đổi cuối");
    }

    @Test
    void itIsMovedOnProvedAndTakenBackOnItsPage() {
        UUID id = club("Tượng đỏ", "2026-03-02");
        MockHttpServletResponse early = send(
                "REPORTER",
                commune,
                post(path(id) + "/move")
                        .param("version", "1")
                        .param("to", "PLAYING")
                        .param("on", "2026-03-01")
                        .param("note", "Ghi chú đã viết"));
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(text(early)).contains("on-PLAYING-error", "Ghi chú đã viết");
        send(
                "REPORTER",
                commune,
                post(path(id) + "/move")
                        .param("version", "1")
                        .param("to", "PLAYING")
                        .param("on", "2026-04-01"));
        assertThat(read("REPORTER", commune, path(id))).contains("Đang chơi", "đã chuyển sang “Đang chơi”");
        assertThat(send(
                                "REPORTER",
                                commune,
                                post(path(id) + "/move")
                                        .param("version", "1")
                                        .param("to", "CLOSED")
                                        .param("on", "2026-05-01"))
                        .getStatus())
                .isEqualTo(409);
        send(
                "REPORTER",
                commune,
                multipart(path(id) + "/files")
                        .file(new MockMultipartFile(
                                "file",
                                "quyết định.txt",
                                "text/plain",
                                "Quyết định".getBytes(StandardCharsets.UTF_8))));
        String page = read("REPORTER", commune, path(id));
        String file = page.replaceAll("(?s).*href=\"([^\"]*/files/[0-9a-f-]{36})\".*", "$1");
        assertThat(text(send("REPORTER", commune, get(file)))).isEqualTo("Quyết định");
        assertThat(read("REVIEWER", province, path(id)))
                .as("its name may name somebody")
                .contains("Tệp 1", "mỗi lần mở được ghi vào nhật ký")
                .doesNotContain("quyết định.txt");
        assertThat(opened(id)).isZero();
        assertThat(text(send("REVIEWER", province, get(file)))).isEqualTo("Quyết định");
        assertThat(opened(id)).as("the keeper's opening is not written down").isEqualTo(1);
        send("REPORTER", commune, post(file + "/remove"));
        assertThat(read("REPORTER", commune, path(id)))
                .doesNotContain("/files/")
                .contains("cần minh chứng");
    }

    private long opened(UUID id) {
        return audit.timeline("record", id, 50).stream()
                .filter(entry -> entry.action().equals("register.audit.opened"))
                .count();
    }

    @Test
    void twoThatAreOneArePutTogether() {
        UUID one = club("Tượng đỏ", "2026-03-02");
        UUID other = club("Tượng đỏ 1", "2026-03-03");
        String page = read("REPORTER", commune, path(other) + "?merge=tuong+do");
        assertThat(page)
                .contains("value=\"" + commune + "/" + one + "\"")
                .doesNotContain("value=\"" + commune + "/" + other);
        send(
                "REPORTER",
                commune,
                post(path(other) + "/merge").param("version", "1").param("into", commune + "/" + one));
        assertThat(rows(read("REPORTER", commune, list("")))).containsExactly("Tượng đỏ");
        assertThat(read("REPORTER", commune, path(other)))
                .contains("đã được gộp", path(one))
                .doesNotContain("/edit");
        assertThat(send("REPORTER", commune, get(path(other) + "/edit")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void theSearchBoxFindsRecordsOfOnesPlaceAndNamesToTheKeeperAlone() {
        UUID id = club("Hội Xe Pháo Kín", "2026-03-02", "trainer", "Người mẫu Capablanca");
        assertThat(read("REPORTER", commune, "/search?q=xe+phao+kin")).contains(path(id), "Mục trong sổ");
        assertThat(read("REPORTER", commune, "/search?q=capablanca")).contains(path(id));
        assertThat(read("REVIEWER", province, "/search?q=xe+phao+kin")).contains(path(id));
        assertThat(read("REVIEWER", province, "/search?q=capablanca")).doesNotContain(path(id));
        assertThat(read("REPORTER", grounds.take().commune(), "/search?q=xe+phao+kin"))
                .doesNotContain(path(id));
    }

    @Test
    void everythingIsThereInEnglish() {
        UUID id = club("Tượng đỏ", "2026-03-02");
        assertThat(read("REPORTER", commune, "/registers?lang=en")).contains("Chess clubs", "Lacking proof");
        assertThat(read("REPORTER", commune, list("&lang=en"))).contains("1 record", "Classical", "Founded on");
        assertThat(read("REPORTER", commune, path(id) + "?lang=en")).contains("Begin to play", "entered it", "History");
        assertThat(read("REPORTER", commune, "/registers/chess-club/new?lang=en&unit=" + commune))
                .contains("New record in “Chess clubs”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&at=x",
                "&at=a.MjAyNi0wMS0wMQ.eA",
                "&at=a.AA.AA",
                "&at=b.",
                "&sort=NOTHING",
                "&down=maybe",
                "&q=%25%27%22%5C",
                "&q=(",
                "&year=2026&from=2030-01-01",
                "&count=clubs",
                "&count=clubs&from=2026-01-01&to=2020-01-01",
                "&count=chess-meeting.trained",
                "&state=overdue",
                "&unproven=true&state=open"
            })
    void aStrangeAddressIsAnsweredCalmly(String narrowed) {
        club("Một", "2026-01-01");
        assertThat(send("REPORTER", commune, get(java.net.URI.create(list(narrowed))))
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&year=abc",
                "&from=2026-13-01",
                "&unit=x",
                "&state=NOWHERE",
                "&f.trainer=x",
                "&f.nothing=x",
                "&count=nothing",
                "&count=chess-meeting.games"
            })
    void anAddressThatMeansNothingIsRefused(String narrowed) {
        String address = narrowed.startsWith("&unit") ? "/registers/chess-club?unit=x" : list(narrowed);
        assertThat(send("REPORTER", commune, get(java.net.URI.create(address))).getStatus())
                .isIn(400, 404);
    }
}
