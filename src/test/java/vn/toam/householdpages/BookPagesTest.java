package vn.toam.householdpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** The pages of the book as a commune's officer, a village head and others use them. */
class BookPagesTest extends ToamTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestGround grounds;

    @Autowired
    private VillageService villages;

    @Autowired
    private As as;

    private int unit;

    @Nullable
    private RequestPostProcessor who;

    private UUID village(String name) {
        return as.role("admin")
                .get(() -> villages.add(
                        unit,
                        new VillageForm(
                                "THON", name, Set.of(), "", "", "", "", null, START.minusMonths(3), "", null, 0)));
    }

    private void officer() {
        unit = grounds.take().communes().getFirst();
        who = Posts.request("REPORTER", unit);
    }

    private String book() {
        return "/units/" + unit + "/households";
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(java.util.Objects.requireNonNull(who)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values) {
        var request = mvc.post().uri(path).with(java.util.Objects.requireNonNull(who));
        values.forEach((name, value) -> {
            for (String each : value.split("\\|")) {
                request.param(name, each);
            }
        });
        return request.exchange();
    }

    private String add(UUID village, String head) {
        MvcTestResult added = post(
                book(),
                Map.of(
                        "village", village.toString(),
                        "came", "FIRST_LIST",
                        "headName", head,
                        "headBirthYear", "1975",
                        "address", "Số 12",
                        "persons", "4",
                        "on", "2026-01-01",
                        "reason", "Lập sổ"));
        assertThat(added).hasStatus3xxRedirection();
        String to = String.valueOf(added.getResponse().getRedirectedUrl());
        return to.substring(to.lastIndexOf('/') + 1);
    }

    @Test
    void anEmptyVillageSaysWhatToDo() throws Exception {
        officer();
        UUID village = village("Sổ Trống");
        assertThat(get(book())).bodyText().contains("Sổ Trống", "thôn, tổ dân phố");
        assertThat(get(book() + "/list?village=" + village)).bodyText().contains("nhập danh sách đang có");
        assertThat(get(book() + "/marks?village=" + village)).bodyText().contains("Chưa có hộ nào");
        assertThat(get("/households")).hasRedirectedUrl(book());
        assertThat(get(book() + "/years/2024")).bodyText().contains("Sổ năm 2024 chưa được chốt", "30/11");
    }

    @Test
    void aHouseholdIsAddedFoundReadAndTold() throws Exception {
        officer();
        UUID village = village("Đầu Làng");
        String id = add(village, "Nguyễn Thị Mẫu Sổ");
        add(village, "Trần Văn Thứ Hai");

        assertThat(get(book())).bodyText().contains("+ 2", "Lập từ danh sách ban đầu");
        assertThat(get(book() + "/list?q=mau so"))
                .bodyText()
                .contains("Nguyễn Thị Mẫu Sổ", "1 hộ")
                .doesNotContain("Trần Văn Thứ Hai");
        assertThat(get(book() + "/list?q=khong ai")).bodyText().contains("Không có hộ nào khớp");
        assertThat(get(book() + "/" + id))
                .bodyText()
                .contains("Hộ Nguyễn Thị Mẫu Sổ", "-0001", "1975", "Số 12", "Lập hộ", "Lập sổ");
        assertThat(get(book() + "/" + id + "?lang=en")).hasStatusOk();
    }

    @Test
    void whatIsRefusedStaysTyped() {
        officer();
        UUID village = village("Giữ Lại");
        assertThat(post(book(), Map.of("village", village.toString(), "headName", "Còn Đây", "persons", "nhiều")))
                .hasStatus(422)
                .bodyText()
                .contains("Còn Đây", "nhiều");
        assertThat(post(book(), Map.of("village", "x", "headName", "Còn Đây"))).hasStatus(422);
    }

    @Test
    void everythingThatHappensHasAForm() throws Exception {
        officer();
        UUID village = village("Việc Làng");
        UUID next = village("Xóm Bên");
        String id = add(village, "Lê Thị Việc");
        String here = book() + "/" + id;
        for (Act act : Act.of(true)) {
            assertThat(get(here + "/" + act.path())).as(act.name()).hasStatusOk();
        }
        saved(
                here + "/members",
                Map.ofEntries(
                        Map.entry("name0", "Lê Thị Việc"),
                        Map.entry("sex0", "FEMALE"),
                        Map.entry("birth0", "15/03/1975"),
                        Map.entry("relation0", "HEAD"),
                        Map.entry("name1", "Lê Văn Con"),
                        Map.entry("sex1", "MALE"),
                        Map.entry("birth1", "2010"),
                        Map.entry("relation1", "CHILD")));
        saved(here + "/birth", Map.of("name", "Lê Thị Bé", "sex", "FEMALE", "relation", "GRANDCHILD"));
        assertThat(get(here)).bodyText().contains("Lê Văn Con", "15/03/1975", "Lê Thị Bé", "01/02/2026");

        String head = option(get(here + "/death"), "Lê Thị Việc");
        String child = option(get(here + "/death"), "Lê Văn Con");
        assertThat(done(here + "/death", Map.of("member", head)))
                .hasStatus(422)
                .bodyText()
                .contains("Hãy chọn chủ hộ mới");
        String baby = option(get(here + "/death"), "Lê Thị Bé");
        saved(
                here + "/death",
                Map.of("member", head, "relation-" + child, "HEAD", "relation-" + baby, "OTHER_RELATIVE"));
        saved(here + "/flag", Map.of("flag", "POOR", "decision", "12/QĐ-UBND"));
        saved(here + "/village", Map.of("village", next.toString()));
        assertThat(get(here)).bodyText().contains("Hộ Lê Văn Con", "Hộ nghèo", "12/QĐ-UBND", "Xóm Bên", "Đổi chủ hộ");
        assertThat(get(book() + "/list?flag=POOR")).bodyText().contains("Lê Văn Con");

        String other = add(next, "Phạm Nhận Hộ");
        assertThat(get(here + "/merge?q=pham nhan")).bodyText().contains("Phạm Nhận Hộ");
        saved(here + "/merge", Map.of("into", other, "duplicate", "true"));
        assertThat(get(here)).bodyText().contains("Hộ đã đóng", "Xem hộ đã nhập vào");
        saved(book() + "/" + other + "/close", Map.of("went", "MOVED_OUT"));
        saved(book() + "/" + other + "/reopen", Map.of("village", village.toString()));
    }

    @Test
    void aVillageIsTickedOnOnePageAndTakenBack() throws Exception {
        officer();
        UUID village = village("Điểm Danh");
        for (int i = 1; i <= 5; i++) {
            add(village, "Chủ Hộ Số " + "abcde".charAt(i - 1));
        }
        String grid = book() + "/marks?village=" + village + "&service=LAW&on=2026-02-01";
        Map<String, String> ticks = Map.of(
                "village", village.toString(),
                "service", "LAW",
                "depth", "ATTENDED",
                "mode", "ONLY",
                "on", "2026-02-01",
                "household", village + ":2|" + village + ":4");
        assertThat(post(book() + "/marks", ticks)).hasStatus3xxRedirection();
        assertThat(get(grid)).bodyText().contains("2 trong 5 hộ", "Dự trực tiếp", "2 hộ");

        Map<String, String> allBut = new java.util.HashMap<>(ticks);
        allBut.put("mode", "ALL_EXCEPT");
        assertThat(post(book() + "/marks", allBut))
                .hasStatus(422)
                .bodyText()
                .contains("phải gắn với một buổi")
                .containsPattern("value=\"" + village + ":2\" checked");
        allBut.put("depth", "BROADCAST");
        assertThat(post(book() + "/marks", allBut)).hasStatus3xxRedirection();
        assertThat(get(grid)).bodyText().contains("5 trong 5 hộ", "Qua loa");

        Matcher withdraw = Pattern.compile("/marks/([0-9a-f-]{36})/withdraw")
                .matcher(get(grid).getResponse().getContentAsString());
        assertThat(withdraw.find()).isTrue();
        post(
                book() + "/marks/" + withdraw.group(1) + "/withdraw",
                Map.of("village", village.toString(), "service", "LAW"));
        assertThat(get(grid)).bodyText().contains("2 trong 5 hộ", "đã bỏ");
        assertThat(get(book() + "/sheet?village=" + village)).bodyText().contains("☐", "Chủ Hộ Số e", "Ký tên");
    }

    @Test
    void aVillageHeadOpensTheOwnVillageAlone() throws Exception {
        officer();
        UUID own = village("Của Trưởng");
        UUID other = village("Không Của");
        String mine = add(own, "Nhà Trong Thôn");
        String theirs = add(other, "Nhà Thôn Khác");
        who = Posts.of("VILLAGE_HEAD", unit, own).request();

        assertThat(get(book())).bodyText().contains("Của Trưởng").doesNotContain("Không Của");
        assertThat(get(book() + "/list")).bodyText().contains("Nhà Trong Thôn").doesNotContain("Nhà Thôn Khác");
        assertThat(get(book() + "/" + mine)).hasStatusOk();
        assertThat(get(book() + "/" + theirs)).hasStatus(404);
        assertThat(get(book() + "/marks?village=" + other)).hasStatus(404);
        assertThat(get(book() + "/new")).bodyText().contains("Của Trưởng").doesNotContain("Không Của");
        who = Posts.request("REVIEWER", unit);
        assertThat(get(book())).bodyText().contains("Của Trưởng").doesNotContain("/list?village=");
        assertThat(get(book() + "/list")).hasStatus(403);
        assertThat(get(book() + "/new")).hasStatus(403);
    }

    private void saved(String path, Map<String, String> values) {
        assertThat(done(path, values)).as(path + values).hasStatus3xxRedirection();
    }

    private MvcTestResult done(String path, Map<String, String> values) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("on", "2026-02-01", "reason", "Theo đơn của chủ hộ"));
        all.putAll(values);
        return post(path, all);
    }

    /** The value of the option whose text begins so. */
    private static String option(MvcTestResult page, String text) throws Exception {
        Matcher option = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>\\s*" + text)
                .matcher(page.getResponse().getContentAsString());
        assertThat(option.find()).isTrue();
        return option.group(1);
    }
}
