package vn.toam.difficulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Passages;
import vn.toam.difficulty.Difficulties.Ticked;
import vn.toam.difficulty.Difficulty.State;
import vn.toam.register.RecordService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Twenty communes, one trouble: it is put together, answered once, passed up, returned, and closed by who raised it. */
@Transactional
class DifficultiesTest extends ToamTest {

    @Autowired
    private Difficulties difficulties;

    @Autowired
    private DifficultyReader reader;

    @Autowired
    private Passages passages;

    @Autowired
    private RecordService records;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private TestGround.Ground ground;
    private int province;
    private Somebody planner;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        province = ground.province();
        planner = Posts.at("PLANNER", province);
    }

    private int commune(int number) {
        return ground.communes().get(number);
    }

    private Somebody reporter(int commune) {
        return Posts.at("REPORTER", commune);
    }

    private Ticked raise(int commune, String text, int daysAgo) {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "topic", List.of("STAFF"),
                "text", List.of(text),
                "raised", List.of(today.minusDays(daysAgo).toString()),
                "asked_of", List.of(String.valueOf(province))));
        UUID id = reporter(commune).get(() -> records.create("difficulty", commune, null, UUID.randomUUID(), typed));
        return new Ticked(commune, id, 1);
    }

    private Difficulty seen(Ticked one) {
        return planner.get(() -> reader.view(one.unit(), one.id())).one();
    }

    private Ticked now(Ticked one) {
        return new Ticked(one.unit(), one.id(), seen(one).version());
    }

    private Ticked joined(Ticked... parts) {
        UUID whole =
                planner.get(() -> difficulties.join(province, List.of(parts), "Thiếu người làm công tác gia đình"));
        return now(new Ticked(province, whole, 0));
    }

    private Ticked twenty() {
        Ticked[] parts = new Ticked[20];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = raise(commune(at % ground.communes().size()), "Thiếu người " + at, at + 1);
        }
        return joined(parts);
    }

    @Test
    void oneAnswerReachesEveryUnitThatRaisedIt() {
        Ticked whole = twenty();
        int units = Math.min(20, ground.communes().size());
        assertThat(planner.get(() -> reader.asked(province, 1).items()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.joint()).isTrue();
                    assertThat(one.units()).isEqualTo(units);
                });
        planner.run(() -> difficulties.answer(List.of(whole), "Được giao thêm một chỉ tiêu", "12/SVHTTDL", ""));
        assertThat(planner.get(() -> reader.view(whole.unit(), whole.id())).parts())
                .hasSize(20)
                .allSatisfy(part -> {
                    assertThat(part.state()).isEqualTo(State.ANSWERED);
                    assertThat(part.answer()).isEqualTo("Được giao thêm một chỉ tiêu");
                });
        assertThat(planner.get(() -> reader.asked(province, 1).items())).isEmpty();
    }

    @Test
    void whoIsAskedIsToldUnderTheBellWhenADifficultyIsRaisedAndRaisedAgain() throws Exception {
        Ticked one = raise(commune(0), "Chưa có kinh phí", 3);
        assertThat(bell()).contains("Khó khăn, vướng mắc, kiến nghị: “Chưa có kinh phí” (");
        planner.run(() -> difficulties.sendBack(one.unit(), one.id(), 1, "Nói rõ khoản nào"));
        Ticked back = now(one);
        reporter(one.unit()).run(() -> difficulties.raiseAgain(one.unit(), one.id(), back.version(), "Chi nước"));
        assertThat(bell()).contains("Khó khăn “Chưa có kinh phí” được nêu lại");
    }

    private String bell() throws Exception {
        return new String(
                mvc.perform(get("/coordination").with(Posts.request("PLANNER", province)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aLongListIsReadPageByPageAndWhatWasPutIntoAnotherStandsOnNone() {
        for (int at = 0; at < 53; at++) {
            raise(commune(0), "Việc " + at, 60 - at);
        }
        Ticked one = raise(commune(0), "Một", 80);
        Ticked other = raise(commune(1), "Hai", 80);
        joined(one, other);
        Slice<Difficulty> first = planner.get(() -> reader.asked(province, 1));
        Slice<Difficulty> second = planner.get(() -> reader.asked(province, 2));
        assertThat(List.of(first.total(), first.pages(), first.items().size())).containsExactly(54, 2, 50);
        assertThat(second.items())
                .hasSize(4)
                .last()
                .satisfies(last -> assertThat(last.joint()).isTrue());
        assertThat(planner.get(() -> reader.asked(province, 9)).number()).isEqualTo(2);
        assertThat(reporter(commune(0)).get(() -> reader.raised(commune(0), 2)).items())
                .hasSize(4);
    }

    @Test
    void aCommonDifficultyIsTakenApartUntilItIsAnswered() {
        Ticked one = raise(commune(0), "Chưa có kinh phí", 3);
        Ticked other = raise(commune(1), "Chưa có tiền", 5);
        Ticked whole = joined(one, other);
        assertThat(seen(one).partOf()).isEqualTo(whole.id());
        planner.run(() -> difficulties.part(whole.unit(), whole.id(), whole.version()));
        assertThat(seen(one).partOf()).isNull();
        assertThat(seen(one).state()).isEqualTo(State.RAISED);
        assertThat(planner.get(() -> reader.asked(province, 1).items()))
                .extracting(Difficulty::id)
                .containsExactly(other.id(), one.id());
        Ticked again = joined(now(one), now(other));
        planner.run(() -> difficulties.answer(List.of(again), "Đã bố trí", "", ""));
        Ticked answered = now(again);
        assertThatThrownBy(
                        () -> planner.run(() -> difficulties.part(answered.unit(), answered.id(), answered.version())))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void onlyWhatIsFreeAndAsksThisUnitIsPutTogether() {
        Ticked one = raise(commune(0), "Một", 3);
        Ticked other = raise(commune(1), "Hai", 3);
        joined(one, other);
        Ticked third = raise(commune(2), "Ba", 3);
        assertThatThrownBy(() -> planner.run(() -> difficulties.join(province, List.of(now(one), third), "")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> planner.run(() -> difficulties.join(province, List.of(third), "")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> planner.run(() ->
                        difficulties.join(province, List.of(third, new Ticked(commune(0), one.id(), 1)), "")))
                .isInstanceOf(Conflict.class);
        assertThat(seen(third).state()).isEqualTo(State.RAISED);
    }

    @Test
    void onlyTheUnitThatIsAskedAnswersAndOnlyWhoRaisedItClosesIt() {
        Ticked one = raise(commune(0), "Thiếu tài liệu tập huấn", 12);
        for (Somebody other : List.of(
                reporter(commune(0)),
                reporter(commune(1)),
                Posts.at("LEADER", province),
                Posts.at("CHECKER", province))) {
            assertThatThrownBy(() -> other.run(() -> difficulties.answer(List.of(one), "Xong", "", "")))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> planner.run(() -> difficulties.close(one.unit(), one.id(), one.version(), "")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(
                        () -> planner.run(() -> records.move(one.unit(), one.id(), one.version(), "CLOSED", today, "")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reporter(commune(0))
                        .run(() -> records.move(one.unit(), one.id(), one.version(), "CONSOLIDATED", today, "")))
                .isInstanceOf(NotAllowed.class);
        reporter(commune(0)).run(() -> difficulties.close(one.unit(), one.id(), one.version(), "Đã tự khắc phục"));
        assertThat(seen(one).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void itIsPassedUpAndSaysHowLongItStoodWhere() {
        Ticked one = raise(commune(0), "Chưa có văn bản hướng dẫn", 12);
        assertThat(seen(one).days()).isEqualTo(12);
        assertThat(seen(one).askedName().vi())
                .isEqualTo(seen(one).holder() == null ? "" : seen(one).holder().vi());
        planner.run(() -> difficulties.passUp(one.unit(), one.id(), one.version(), "Vượt thẩm quyền"));
        assertThat(seen(one).asked()).isEqualTo(UnitService.COUNTRY);
        assertThat(planner.get(() -> reader.view(one.unit(), one.id())).standing())
                .extracting(DifficultyReader.Standing::days)
                .containsExactly(12L, 0L);
        Somebody ministry = Posts.at("MINISTRY", UnitService.COUNTRY);
        assertThat(ministry.get(() -> reader.asked(UnitService.COUNTRY, 1).items()))
                .extracting(Difficulty::id)
                .contains(one.id());
        Ticked up = now(one);
        assertThatThrownBy(() -> planner.run(() -> difficulties.answer(List.of(up), "Xong", "", "")))
                .isInstanceOf(NotAllowed.class);
        ministry.run(() -> difficulties.answer(List.of(up), "Sẽ có thông tư", "", ""));
        assertThat(seen(one).state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void whatIsReturnedIsRaisedAgain() {
        Ticked one = raise(commune(0), "Không rõ", 2);
        assertThatThrownBy(() -> planner.run(() -> difficulties.sendBack(one.unit(), one.id(), one.version(), " ")))
                .isInstanceOf(Rejected.class);
        planner.run(() -> difficulties.sendBack(one.unit(), one.id(), one.version(), "Nêu rõ số người thiếu"));
        assertThat(planner.get(() -> reader.asked(province, 1).items())).isEmpty();
        Ticked back = now(one);
        reporter(commune(0)).run(() -> difficulties.raiseAgain(back.unit(), back.id(), back.version(), "Thiếu hai"));
        assertThat(planner.get(() -> reader.asked(province, 1).items())).hasSize(1);
    }

    @Test
    void anOfficerSeesAnswersToOthersWithAndWithoutMarks() {
        Ticked one = raise(commune(0), "Kinh phí sinh hoạt câu lạc bộ chưa bố trí", 30);
        planner.run(() -> difficulties.answer(List.of(one), "Chi từ nguồn Cuộc vận động", "", ""));
        Somebody other = reporter(commune(1));
        for (String words : List.of("kinh phí câu lạc bộ", "kinh phi cau lac bo", "CÂU LẠC BỘ")) {
            assertThat(other.get(() -> reader.answered(words)))
                    .as(words)
                    .extracting(Difficulty::answer)
                    .containsExactly("Chi từ nguồn Cuộc vận động");
        }
        assertThat(other.get(() -> reader.answered("phần mềm"))).isEmpty();
        assertThat(reporter(grounds.take().commune()).get(() -> reader.answered("kinh phí câu lạc bộ")))
                .isEmpty();
        assertThat(read("REPORTER", commune(1), "/difficulties/new?text=kinh+phi+cau+lac+bo"))
                .contains("Chi từ nguồn Cuộc vận động", "Chưa giải quyết được, vẫn nêu");
        assertThatThrownBy(() -> other.run(() -> reader.view(one.unit(), one.id())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theReportOfTheProvinceNamesEachTroubleOnce() {
        twenty();
        raise(commune(0), "Việc riêng", 0);
        int year = today.getYear();
        List<Difficulty> all = planner.get(() -> reader.ofYear(province, year));
        assertThat(all.stream().filter(Difficulty::joint)).hasSize(1);
        assertThat(all).extracting(Difficulty::text).contains("Việc riêng");
        assertThat(all.getFirst().joint()).isTrue();
    }

    @Test
    void theLineOfAReturnIsOfferedWhatWasRaisedInTheYear() {
        Ticked one = raise(commune(0), "Chưa có cộng tác viên", 0);
        raise(commune(1), "Của xã khác", 0);
        int year = today.getYear();
        assertThat(reporter(commune(0)).get(() -> passages.of("difficulties", commune(0), year)))
                .get()
                .satisfies(offer -> assertThat(offer.text())
                        .contains("Chưa có cộng tác viên")
                        .doesNotContain("Của xã khác"));
        assertThat(reporter(commune(0)).get(() -> passages.of("results", commune(0), year)))
                .isEmpty();
        assertThat(reporter(commune(2)).get(() -> passages.of("difficulties", commune(0), year)))
                .isEmpty();
        reporter(commune(0)).run(() -> difficulties.close(one.unit(), one.id(), one.version(), ""));
        assertThat(reporter(commune(0))
                        .get(() -> passages.of("difficulties", commune(0), year))
                        .orElseThrow()
                        .text())
                .contains("đã xong");
    }

    @Test
    void thePagesShowAskAnswerAndRefuse() {
        Ticked one = raise(commune(0), "Thiếu loa truyền thanh", 12);
        assertThat(read("PLANNER", province, "/difficulties"))
                .contains("Thiếu loa truyền thanh", "đang chờ 12 ngày tại", "Gộp thành một vấn đề");
        assertThat(read("REPORTER", commune(0), "/difficulties"))
                .contains("Thiếu loa truyền thanh", "Nêu khó khăn")
                .doesNotContain("Gộp thành một vấn đề");
        String path = "/difficulties/" + one.unit() + "/" + one.id();
        assertThat(read("PLANNER", province, path)).contains("Thời gian ở từng bước", "Chuyển lên");
        assertThat(send("PLANNER", province, post(path).param("version", "1").param("step", "ANSWER")))
                .contains("Nhập nội dung trả lời");
        assertThat(send(
                        "PLANNER",
                        province,
                        post("/difficulties")
                                .param("unit", String.valueOf(province))
                                .param("step", "join")
                                .param("text", "Giữ lại chữ này")))
                .contains("Chọn ít nhất hai", "Giữ lại chữ này");
        assertThat(read("REPORTER", commune(0), "/registers/difficulty?unit=" + commune(0)))
                .contains("/difficulties?unit=" + commune(0));
    }

    private String read(String role, int unit, String address) {
        return send(role, unit, get(address));
    }

    private String send(String role, int unit, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            var response = mvc.perform(request.with(Posts.request(role, unit)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isIn(200, 422);
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
