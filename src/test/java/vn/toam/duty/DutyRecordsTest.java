package vn.toam.duty;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Stage;
import vn.toam.register.RecordService;
import vn.toam.register.RelatedRecords;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** Records of registers prove duties of their own unit; a duty shows them and stays what its agency says. */
@Transactional
class DutyRecordsTest extends ToamTest {

    @Autowired
    private RelatedRecords related;

    @Autowired
    private RecordService records;

    @Autowired
    private DutyRecords proofs;

    @Autowired
    private DutyRepository duties;

    @Autowired
    private DutyReports reports;

    @Autowired
    private ProgressRepository progress;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private TestGround.Ground ground;
    private int commune;
    private int committee;
    private UUID duty;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        commune = ground.commune();
        committee = agencies.peoplesCommittee(commune, today).id();
        duty = dutyOf(committee);
    }

    private UUID dutyOf(int agency) {
        return jdbc.sql("""
                        update duty.duty set agency = ?, stage = 'NEW', status = 'NOT_STARTED'
                        where id = (select id from duty.duty where passed_at is null and year = 2026 and agency <> ? order by id desc limit 1)
                        returning id
                        """).params(agency, agency).query(UUID.class).single();
    }

    private Somebody reporter(int unit) {
        return Posts.at("REPORTER", unit, agencies.peoplesCommittee(unit, today).id());
    }

    private Map<String, List<String>> clip(String title) {
        return new HashMap<>(Map.of(
                "kind", List.of("CLIP"),
                "title", List.of(title),
                "date", List.of(today.minusDays(60).toString()),
                "publisher", List.of(String.valueOf(committee))));
    }

    private UUID proves(String title) {
        return reporter(commune)
                .get(() ->
                        related.create("media-product", commune, null, UUID.randomUUID(), clip(title), "duty:" + duty));
    }

    private RelatedRecords.Seen seen(Somebody who) {
        return who.get(() -> proofs.of(duties.find(duty).orElseThrow()));
    }

    private String page(String role, int unit, String address) {
        try {
            byte[] body = mvc.perform(get(address).with(Posts.request(role, unit)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            return new String(body, StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDutyShowsItsRecordsAndIsNotDoneBecauseOfThem() {
        UUID id = proves("Phim ngắn về gia đình");
        assertThat(seen(reporter(commune)).rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.files()).isZero();
        });
        String page = page("REPORTER", commune, "/plans/duties/" + duty);
        assertThat(page).contains("Phim ngắn về gia đình", "Chưa có tệp");
        assertThat(duties.find(duty).orElseThrow().stage()).isEqualTo(Stage.NEW);
        assertThat(page("REPORTER", commune, "/registers/media-product/" + commune + "/" + id))
                .contains("Minh chứng cho nhiệm vụ", "/plans/duties/" + duty);
    }

    @Test
    void aRecordProvesADutyOfItsOwnUnitOnly() {
        int other = ground.communes().get(1);
        UUID theirs = reporter(other)
                .get(() -> records.create("media-product", other, null, UUID.randomUUID(), clip("Tin khác")));
        assertThatThrownBy(() -> reporter(other).run(() -> related.relate(other, theirs, "duty:" + duty)))
                .isInstanceOf(Rejected.class);
        UUID own = proves("Tin của xã");
        assertThatThrownBy(() -> reporter(other).run(() -> related.release(commune, own, "duty")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reporter(commune).run(() -> related.relate(commune, own, "duty:" + UUID.randomUUID())))
                .isInstanceOf(Rejected.class);
        assertThat(seen(reporter(commune)).rows())
                .extracting(RelatedRecords.Row::id)
                .containsExactly(own);
    }

    @Test
    void aFormThatCannotBeTiedKeepsNothing() throws Exception {
        int other = ground.communes().get(1);
        UUID id = UUID.randomUUID();
        var request = post("/registers/media-product/new?unit=" + other)
                .param("_id", id.toString())
                .param("_about", "duty:" + duty)
                .with(Posts.request("REPORTER", other));
        clip("Không gắn được").forEach((name, values) -> request.param(name, values.getFirst()));
        assertThat(mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void whoMayNotReadTheRegisterKnowsNothingOrTheNumber() {
        reporter(commune)
                .run(() -> related.create(
                        "difficulty",
                        commune,
                        null,
                        UUID.randomUUID(),
                        Map.of(
                                "topic", List.of("STAFF"),
                                "text", List.of("Thiếu người"),
                                "raised", List.of(today.toString()),
                                "asked_of", List.of(String.valueOf(ground.province()))),
                        "duty:" + duty));
        assertThat(seen(Posts.at("PLANNER", ground.province())).rows()).hasSize(1);
        assertThat(seen(reporter(ground.communes().get(1))).isEmpty()).isTrue();
        assertThat(page("REPORTER", ground.communes().get(1), "/plans/duties/" + duty))
                .doesNotContain("Thiếu người");
    }

    @Test
    void aReportNamesRecordsOfItsDutyAndNoOthers() {
        UUID id = proves("Tin bài đã đăng");
        UUID other = reporter(commune)
                .get(() -> records.create("media-product", commune, null, UUID.randomUUID(), clip("Tin không gắn")));
        Duty now = duties.find(duty).orElseThrow();
        assertThatThrownBy(() -> reporter(commune)
                        .run(() -> reports.report(
                                duty, now.version(), DutyStatus.IN_PROGRESS, "", List.of(), Set.of(other))))
                .isInstanceOf(Rejected.class);
        reporter(commune)
                .run(() -> reports.report(duty, now.version(), DutyStatus.IN_PROGRESS, "", List.of(), Set.of(id)));
        assertThat(progress.timeline(duty).getFirst().records()).containsExactly(id);
    }

    @Test
    void theDutyOfTheSuccessorShowsWhatProvedItBefore() {
        UUID id = proves("Tin trước khi sắp xếp");
        UUID heir = jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due, due_first, due_effective, first_effective, origin)
                        select plan, assignment, ?, year, part + 90, due, due_first, due_effective, first_effective, id
                        from duty.duty where id = ? returning id
                        """).params(committee, duty).query(UUID.class).single();
        assertThat(reporter(commune)
                        .get(() -> proofs.of(duties.find(heir).orElseThrow()))
                        .rows())
                .extracting(RelatedRecords.Row::id)
                .containsExactly(id);
    }

    @Test
    void aDutyThatWasWithdrawnKeepsItsRecords() {
        proves("Tin vẫn còn");
        jdbc.sql("update duty.duty set stage = 'CANCELLED' where id = ?")
                .param(duty)
                .update();
        assertThat(seen(reporter(commune)).rows()).hasSize(1);
    }
}
