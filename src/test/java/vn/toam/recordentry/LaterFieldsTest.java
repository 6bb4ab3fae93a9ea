package vn.toam.recordentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.toam.access.Posts;
import vn.toam.imports.ImportService;
import vn.toam.mapping.Entry;
import vn.toam.register.RecordService;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** What a later step asks for, and what only a desk writes, is not typed before: not on the form, not past it, not from a table. */
class LaterFieldsTest extends ToamTest {

    @Autowired
    private RecordService service;

    @Autowired
    private Records repository;

    @Autowired
    private ImportService imports;

    @Autowired
    private Geographies geographies;

    @Autowired
    private UnitService units;

    @Autowired
    private VillageService villages;

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

    private Map<String, List<String>> difficulty() {
        return new HashMap<>(Map.of(
                "topic", List.of("STAFF"),
                "text", List.of("Một người kiêm nhiệm bốn việc"),
                "raised", List.of(today.toString()),
                "asked_of", List.of(String.valueOf(ground.province()))));
    }

    private Map<String, List<String>> complaint() {
        return new HashMap<>(Map.of(
                "type", List.of("PETITION"),
                "about", List.of("OTHER"),
                "received", List.of(today.minusDays(9).toString()),
                "due", List.of(today.plusDays(9).toString())));
    }

    private UUID keep(String register, Map<String, List<String>> typed) {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create(register, commune, null, UUID.randomUUID(), typed));
    }

    private RegisterRecord kept(UUID id) {
        return repository.find(geographies.province(commune), id).orElseThrow();
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(Posts.request("REPORTER", commune)))
                .andReturn()
                .getResponse();
    }

    private String page(String address) throws Exception {
        return new String(send(get(address)).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whoeverRaisesADifficultyNeitherAnswersItNorPutsSeveralTogether() throws Exception {
        Map<String, List<String>> typed = difficulty();
        typed.put("answer", List.of("Tự trả lời"));
        typed.put("answered_on", List.of(today.toString()));
        typed.put("joint", List.of("JOINT"));
        typed.put("steps.0.action", List.of("ANSWERED"));
        UUID id = keep("difficulty", typed);
        assertThat(kept(id).values().map()).doesNotContainKeys("answer", "answered_on", "joint", "steps");
        Posts.at("REPORTER", commune).run(() -> service.change(commune, id, 1, typed, ""));
        assertThat(kept(id).values().map()).doesNotContainKeys("answer", "answered_on", "joint", "steps");
        assertThat(page("/registers/difficulty/new?unit=" + commune))
                .contains("name=\"text\"")
                .doesNotContain("name=\"answer\"", "name=\"joint\"", "name=\"part_of\"", "steps.0");
    }

    @Test
    void whatWasAnsweredStaysWhenTheRaiserCorrectsTheRest() {
        UUID id = keep("difficulty", difficulty());
        Posts.at("PLANNER", ground.province())
                .run(() -> service.step(
                        commune,
                        id,
                        1,
                        "ANSWERED",
                        today,
                        Map.of("answer", List.of("Bổ sung"), "answered_on", List.of(today.toString())),
                        ""));
        Map<String, List<String>> typed = difficulty();
        typed.put("text", List.of("Một người kiêm nhiệm năm việc"));
        typed.put("answer", List.of("Khác"));
        int version = kept(id).version();
        Posts.at("REPORTER", commune).run(() -> service.change(commune, id, version, typed, ""));
        assertThat(kept(id).values().text("answer")).isEqualTo("Bổ sung");
        assertThat(kept(id).values().text("text")).isEqualTo("Một người kiêm nhiệm năm việc");
    }

    @Test
    void theStepItselfAsksForWhatItNeedsAndIsOneSaving() throws Exception {
        UUID id = keep("complaint", complaint());
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 1, "ACCEPTED", today, ""));
        String path = "/registers/complaint/" + commune + "/" + id;
        assertThat(page("/registers/complaint/new?unit=" + commune)).doesNotContain("decided_on", "result.number");
        assertThat(page(path)).contains("id=\"s-DECIDED-decided_on\"", "name=\"result.number\"");
        MockHttpServletResponse refused = send(decided(path, ""));
        String again = new String(refused.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(again).contains("href=\"#s-DECIDED-decided_on\"", "value=\"7/QĐ-UBND\"");
        assertThat(kept(id).version()).isEqualTo(2);
        assertThat(send(decided(path, today.toString())).getStatus()).isEqualTo(302);
        assertThat(kept(id).state()).isEqualTo("DECIDED");
        assertThat(kept(id).values().text("decided_on")).isEqualTo(today.toString());
        assertThat(page(path + "/edit")).contains("name=\"decided_on\"", "7/QĐ-UBND");
    }

    private AbstractMockHttpServletRequestBuilder<?> decided(String path, String on) {
        return post(path + "/move")
                .param("version", "2")
                .param("to", "DECIDED")
                .param("on", today.toString())
                .param("decided_on", on)
                .param("result.number", "7/QĐ-UBND")
                .param("type", "COMPLAINT");
    }

    @Test
    void aStepWritesOnlyWhatItAsksFor() {
        UUID id = keep("complaint", complaint());
        Map<String, List<String>> typed = Map.of("type", List.of("DENUNCIATION"), "decided_on", List.of("2020-01-01"));
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 1, "ACCEPTED", today, typed, ""));
        assertThat(kept(id).values().text("type")).isEqualTo("PETITION");
        assertThat(kept(id).values().map()).doesNotContainKey("decided_on");
    }

    @Test
    void aClubThatGoesIntoAnotherSaysWhich() {
        UUID into = club("Câu lạc bộ Một");
        UUID id = club("Câu lạc bộ Hai");
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 1, "ACTIVE", today, ""));
        assertThatThrownBy(() ->
                        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 2, "MERGED", today, "")))
                .isInstanceOf(Rejected.class);
        Map<String, List<String>> which = Map.of("merged_into", List.of(into.toString()));
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 2, "MERGED", today, which, ""));
        assertThat(kept(id).values().text("merged_into")).isEqualTo(into.toString());
    }

    private UUID club(String name) {
        VillageForm form = new VillageForm("THON", "Của " + name, Set.of(), "", "", "", "", null, null, "", null, 0);
        UUID village = Posts.at("REPORTER", commune).get(() -> villages.add(commune, form));
        return keep(
                "community-group",
                Map.of(
                        "name", List.of(name),
                        "class", List.of("GROUP"),
                        "kind", List.of("OTHER"),
                        "village", List.of(village.toString()),
                        "founded", List.of(today.minusDays(9).toString()),
                        "rhythm", List.of("MONTHLY")));
    }

    @Test
    void noTableSaysThatTheUnitThatIsAskedHasAnswered() {
        Sent table = Sent.csv(
                        imports,
                        "difficulty",
                        commune,
                        "Về việc;Khó khăn, vướng mắc;Ngày nêu;Đề nghị cấp giải quyết;Tình trạng;Trả lời",
                        "Kinh phí;Thiếu kinh phí;" + Numbers.date(today.minusDays(5)) + ";"
                                + units.find(ground.province(), today)
                                        .fullName()
                                        .vi() + ";Đã trả lời;Tự trả lời")
                .mapped();
        assertThat(table.states()).isEqualTo(Map.of(2, Entry.Status.WRONG));
        assertThat(table.faults()).singleElement().asString().contains("register.import.by");
    }
}
