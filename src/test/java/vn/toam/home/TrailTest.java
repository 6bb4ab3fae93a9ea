package vn.toam.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.audit.Audit;
import vn.toam.jobs.DueWork;
import vn.toam.shared.ToamTest;

/** Who reads what of the trail. */
class TrailTest extends ToamTest {

    @Autowired
    private ScheduledTaskHolder jobs;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DueWork due;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theAdministratorOfTheCountryFindsWhatAnybodyDidByPersonObjectAndDay() {
        String plan = done("planner.hp");

        assertThat(page("admin", "?kind=plan&id=" + plan)).contains("Hải Phòng", "ban hành", "/plans/" + plan);
        assertThat(page("admin", "?kind=plan&id=" + plan + "&name=hải phòng")).contains("ban hành");
        assertThat(page("admin", "?kind=plan&id=" + plan + "&name=nobody")).contains("Không có việc nào");
        assertThat(page("admin", "?kind=plan&id=" + plan + "&to=2017-01-01")).contains("Không có việc nào");
        assertThat(page("admin", "?kind=duty&id=" + plan)).contains("Không có việc nào");
    }

    @Test
    void detailsKeptBesideAnEntryAreNotShown() {
        assertThat(page("admin", "?kind=plan&id=" + done("planner.hp"))).doesNotContain("kept-beside");
    }

    @Test
    void theAdministratorOfAPlaceReadsWhatItsOwnAccountsDid() {
        assertThat(page("admin.hp", "?kind=plan&id=" + done("planner.hp"))).contains("ban hành");
        assertThat(page("admin.hp", "?kind=plan&id=" + done("ministry"))).contains("Không có việc nào");
        assertThat(mvc.get().uri("/system").with(as.request("admin.hp"))).hasStatus(403);
    }

    @Test
    void anActionWhoseWordsAreGoneIsStillShown() {
        String id = UUID.randomUUID().toString();
        as.role("planner.hp")
                .run(() -> transaction.executeWithoutResult(
                        status -> audit.record("gone.audit.verb", "thing", id, Map.of())));

        assertThat(page("admin", "?id=" + id)).contains("đã thực hiện một việc").doesNotContain("gone.audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner.hp", "leader.hp", "police.hp", "ministry", "reporter.ty"})
    void nobodyElseReadsIt(String username) {
        assertThat(mvc.get().uri("/audit").with(as.request(username))).hasStatus(403);
        assertThat(mvc.get().uri("/system").with(as.request(username))).hasStatus(403);
    }

    @Test
    void theSystemPageSaysWhatRunsByItselfAndHowItEnded() {
        assertThat(answer("admin", "/system"))
                .contains("Gửi thư báo", "Chưa chạy", "Đang tắt")
                .doesNotContain("Jobs", "Hoàn thành");

        jobs.getScheduledTasks().stream()
                .filter(job -> job.toString().endsWith("FileContents.forget"))
                .forEach(job -> job.getTask().getRunnable().run());
        assertThat(answer("admin", "/system")).containsOnlyOnce("Hoàn thành");
    }

    @Test
    void theSystemPageNamesWorkThatFellDueAndFailed() {
        assertThat(answer("admin", "/system")).doesNotContain("Việc đến hạn chưa làm được");
        due.at(Instant.now(), "round.standing", "0 no-such-form");
        jdbc.sql("update jobs.due set tries = 3, failure = 'planted' where key = '0 no-such-form'")
                .update();
        try {
            assertThat(answer("admin", "/system"))
                    .contains("Việc đến hạn chưa làm được", "Mở đợt báo cáo định kỳ", "0 no-such-form")
                    .doesNotContain("planted");
        } finally {
            due.drop("round.standing", "0 no-such-form");
        }
    }

    private String done(String username) {
        String plan = UUID.randomUUID().toString();
        as.role(username)
                .run(() -> transaction.executeWithoutResult(
                        status -> audit.record("plan.audit.issue", "plan", plan, Map.of("note", "kept-beside"))));
        return plan;
    }

    private String page(String username, String query) {
        return answer(username, "/audit" + query);
    }

    private String answer(String username, String address) {
        return new String(
                mvc.get()
                        .uri(address)
                        .with(as.request(username))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
