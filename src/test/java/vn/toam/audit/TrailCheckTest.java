package vn.toam.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.shared.Settings;
import vn.toam.shared.TestDatabase;
import vn.toam.shared.ToamTest;

/** Even who owns the database cannot rewrite the trail unseen; and who reads, takes or is refused something leaves a note. */
@ExtendWith(OutputCaptureExtension.class)
class TrailCheckTest extends ToamTest {

    @TempDir
    private Path folder;

    @Autowired
    private AuditRepository entries;

    @Autowired
    private Audit audit;

    @Autowired
    private VisitRepository visits;

    @Autowired
    private VisitSettings settings;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    private final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(TestDatabase.ownerUrl()));

    @Test
    void theOwnerOfTheDatabaseWhoRewritesAWholeChainIsFoundByTheSealAndAdministratorsAreTold(CapturedOutput output) {
        Seals seals = new Seals(new Settings(folder, true, false, 0, 0, null, null), "", "");
        TrailCheck check = new TrailCheck(entries, audit, seals, visits, settings, events, transaction, later());
        String thing = UUID.randomUUID().toString();
        UUID account = UUID.randomUUID();
        write(account, thing);

        assertThat(check.check()).isEmpty();
        assertThat(seals.count()).isEqualTo(1);
        assertThat(seals.newest().orElseThrow().upTo())
                .as("what may still be running is not sealed yet")
                .isCloseTo(later().instant().minusSeconds(30 * 60), within(1, ChronoUnit.MINUTES));
        assertThat(check.check()).isEmpty();

        rewriteWholeChain(account);
        assertThat(audit.verify()).as("the chain alone does not show it").isEmpty();
        List<String> faults = check.check();

        assertThat(faults).singleElement().asString().startsWith("SEAL ");
        assertThat(output).contains("THE AUDIT TRAIL IS NOT WHAT WAS WRITTEN");
        assertThat(jdbc.sql("select count(*) from notice.notice where text_vi like 'Nhật ký không nguyên vẹn%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        removeChain(account);
    }

    @Test
    void aSealTakenOutChangedOrForgedIsFound() throws Exception {
        Seals seals = new Seals(new Settings(folder, true, false, 0, 0, null, null), "", "");
        Instant now = clock.instant();
        for (int i = 1; i <= 3; i++) {
            seals.add(now.plusSeconds(i), i, "f".repeat(64));
        }
        assertThat(seals.whole()).isTrue();
        Path file = folder.resolve("audit-seals");
        List<String> lines = Files.readAllLines(file);

        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(seals.whole()).isFalse();
        Files.write(file, List.of(lines.get(0), lines.get(1).replace(" 2 ", " 7 "), lines.get(2)));
        assertThat(seals.whole()).isFalse();
        Files.writeString(folder.resolve("audit-key"), "00".repeat(32));
        Files.write(file, lines);
        assertThat(seals.whole()).isFalse();
    }

    @Test
    void readingTakingAndBeingRefusedAreNotedWithTheAddressForAuditorsAlone() {
        String address = "198.51.100." + (1 + Math.abs(UUID.randomUUID().hashCode() % 250));
        mvc.get()
                .uri("/units?q=bí-mật")
                .remoteAddress(address)
                .with(as.request("admin"))
                .exchange();
        mvc.get()
                .uri("/accounts")
                .remoteAddress(address)
                .with(as.request("ministry"))
                .exchange();
        mvc.get()
                .uri("/accounts/bulk/table.csv")
                .remoteAddress(address)
                .with(as.request("admin"))
                .exchange();

        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (noted(address).size() < 3 && System.nanoTime() < limit) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(noted(address))
                .containsExactlyInAnyOrder(
                        "READ /units 200", "REFUSED /accounts 403", "TAKEN /accounts/bulk/table.csv 200");
        assertThat(mvc.get().uri("/audit/visits").param("address", address).with(as.request("admin")))
                .hasStatusOk()
                .bodyText()
                .contains(address, "bị từ chối", ">/units</code>")
                .doesNotContain("bí-mật");
        assertThat(mvc.get().uri("/audit/visits").with(as.request("ministry"))).hasStatus(403);
    }

    private List<String> noted(String address) {
        return jdbc.sql("select kind || ' ' || path || ' ' || status from audit.visit where address = ?")
                .param(address)
                .query(String.class)
                .list();
    }

    /** So that everything written up to now is settled. */
    private Clock later() {
        return Clock.offset(clock, Duration.ofMinutes(30));
    }

    private void write(UUID account, String thing) {
        for (int i = 1; i <= 3; i++) {
            jdbc.sql("""
                    insert into audit.entry (at, account, account_name, action, subject_kind, subject_id, detail)
                    values (now(), ?, 'Thử', 'test.audit.step', 'thing', ?, ?::jsonb)
                    """).params(account, thing, "{\"step\": " + i + "}").update();
        }
    }

    /** All that the owner of the database can do: new content, and every hash and the head worked out again. */
    private void rewriteWholeChain(UUID account) {
        owner.sql("""
                do $$
                declare
                    one audit.entry;
                    before bytea := sha256('%1$s'::bytea);
                begin
                    set local session_replication_role = replica;
                    update audit.entry set detail = '{"step": 99}' where chain = '%1$s' and n = 2;
                    for one in select * from audit.entry where chain = '%1$s' order by n loop
                        one.previous := before;
                        before := audit.digest(one);
                        update audit.entry set previous = one.previous, hash = before where id = one.id;
                    end loop;
                    update audit.head set hash = before where chain = '%1$s';
                end $$
                """.formatted(account)).update();
    }

    private void removeChain(UUID account) {
        owner.sql("""
                do $$ begin
                    set local session_replication_role = replica;
                    delete from audit.entry where chain = '%1$s';
                    delete from audit.head where chain = '%1$s';
                end $$
                """.formatted(account)).update();
    }
}
