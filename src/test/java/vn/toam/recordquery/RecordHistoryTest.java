package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Posts;
import vn.toam.ownform.OwnFormService;
import vn.toam.ownform.Sheet;
import vn.toam.register.RecordService;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.shared.TwoWriters;
import vn.toam.unit.TestGround;

/** What the page of a record says of itself beyond its fields, and what is said to the second of two who enter the same. */
class RecordHistoryTest extends ToamTest {

    @Autowired
    private RecordService service;

    @Autowired
    private RecordReader reader;

    @Autowired
    private RegisterReader lists;

    @Autowired
    private OwnFormService forms;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

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

    private UUID club(String name) {
        Map<String, List<String>> typed = Map.of(
                "name", List.of(name),
                "kind", List.of("BLITZ"),
                "founded", List.of(today.minusDays(40).toString()));
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-club", commune, null, UUID.randomUUID(), typed));
    }

    @Test
    void aStepIsShownWithTheDayFromWhichItHoldsNotOnlyWithTheHourItWasTyped() {
        UUID id = club("Xe");
        LocalDate on = today.minusDays(20);
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 1, "PLAYING", on, ""));
        assertThat(since(id)).containsExactly(on, null);
        Posts.at("REPORTER", commune).run(() -> service.undo(commune, id, 2));
        assertThat(since(id)).as("a step that was taken back holds from no day").containsExactly(null, null, null);
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 3, "PLAYING", today, ""));
        assertThat(since(id)).containsExactly(today, null, null, null);
    }

    private List<LocalDate> since(UUID id) {
        return Posts.at("REPORTER", commune).get(() -> reader.find("chess-club", commune, id)).history().stream()
                .map(RecordView.Step::since)
                .toList();
    }

    @Test
    void theLineOfAFormThatTheProvinceMadeIsNamedBesideThoseOfTheCountry() {
        Sheet.Line line =
                new Sheet.Line("", "Câu lạc bộ cờ ở xã", "STOCK", "club", false, false, false, "chess-club.clubs");
        Posts.at("REVIEWER", ground.province())
                .run(() -> forms.create(
                        ground.province(), new Sheet("Biểu cờ của tỉnh", "COMMUNE", List.of(line), List.of())));
        UUID id = club("Mã");
        assertThat(Posts.at("REPORTER", commune).get(() -> reader.find("chess-club", commune, id)).counts().stream()
                        .filter(into -> into.form() != null)
                        .map(into -> Objects.requireNonNull(into.form()).vi() + ": "
                                + Objects.requireNonNull(into.line()).vi()))
                .contains("Biểu cờ của tỉnh: Câu lạc bộ cờ ở xã");
    }

    @Test
    void theSecondOfTwoWhoEnterTheSameAtOnceIsToldWhichRecordStandsAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = TwoWriters.second(
                database,
                transaction,
                () -> club("Hậu Song Sinh"),
                () -> mvc.perform(post("/registers/chess-club/new")
                                .param("unit", String.valueOf(commune))
                                .param("_id", UUID.randomUUID().toString())
                                .param("name", "Hậu Song Sinh")
                                .param("kind", "BLITZ")
                                .param("founded", today.minusDays(40).toString())
                                .param("players", "17")
                                .with(Posts.request("REPORTER", commune)))
                        .andReturn()
                        .getResponse());
        String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page).contains("“Hậu Song Sinh”", "value=\"17\"", Numbers.date(today.minusDays(40)));
    }

    @Test
    void anAreaNumberIsWrittenPlainAndNeverAddedUp() throws Exception {
        for (int area = 1007; area < 1009; area++) {
            Map<String, List<String>> typed = new HashMap<>(Map.of(
                    "person", List.of("Người làm mẫu " + area),
                    "sex", List.of("FEMALE"),
                    "role", List.of("COLLABORATOR"),
                    "culture", List.of("0"),
                    "appointed", List.of("2024-01-01"),
                    "area_no", List.of(String.valueOf(area))));
            Posts.at("REPORTER", commune)
                    .run(() -> service.create("family-worker", commune, null, UUID.randomUUID(), typed));
        }
        RecordList list =
                Posts.at("REPORTER", commune).get(() -> lists.list("family-worker", RecordQuery.of(Map.of(), commune)));
        assertThat(list.numbers()).noneMatch(field -> field.id().equals("area_no"));
        String page = new String(
                mvc.perform(get("/registers/family-worker?unit=" + commune).with(Posts.request("REPORTER", commune)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("2.015", "Địa bàn số</th>");
    }
}
