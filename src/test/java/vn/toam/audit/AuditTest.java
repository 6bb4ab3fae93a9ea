package vn.toam.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.access.As;
import vn.toam.shared.TestDatabase;
import vn.toam.shared.ToamTest;

class AuditTest extends ToamTest {

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    @Autowired
    private JsonMapper json;

    private final DataSource owner = new DriverManagerDataSource(TestDatabase.ownerUrl());

    @Autowired
    private Clock clock;

    @Test
    void theTimelineTellsWhoDidWhatWhenNewestFirst() {
        String thing = write(2);

        List<Entry> timeline = audit.timeline("thing", thing, 10);

        assertThat(timeline).extracting(e -> e.detail().get("step")).containsExactly(2, 1);
        assertThat(timeline).extracting(Entry::account).containsOnly(as.id("planner.hp"));
        assertThat(timeline.getFirst().accountName()).contains("Hải Phòng");
    }

    @Test
    void nothingIsRecordedWithoutTheChangeItDescribes() {
        String thing = UUID.randomUUID().toString();

        transaction.executeWithoutResult(change -> {
            audit.record("x", "thing", thing, Map.of());
            change.setRollbackOnly();
        });

        assertThat(audit.timeline("thing", thing, 10)).isEmpty();
        assertThatThrownBy(() -> audit.record("x", "thing", thing, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveEntries() {
        String thing = write(1);

        for (String sql : List.of(
                "update audit.entry set action = 'y' where subject_id = '" + thing + "'",
                "delete from audit.entry where subject_id = '" + thing + "'",
                "truncate audit.entry",
                "update audit.head set n = 0")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> JdbcClient.create(owner).sql(sql).update())
                    .as(sql + ", by the owner")
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void anUntouchedTrailIsWhole() {
        write(3);

        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void aChangedEntryIsFound() {
        String thing = write(3);

        assertThat(tampered(
                        "update audit.entry set detail = '{\"step\": 9}' where subject_id = ? and detail = '{\"step\": 2}'",
                        thing))
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.CHANGED);
    }

    @Test
    void aRemovedEntryIsFound() {
        String thing = write(3);

        assertThat(tampered("delete from audit.entry where subject_id = ? and detail = '{\"step\": 2}'", thing))
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.GAP);
    }

    @Test
    void aCutOffEndIsFound() {
        String thing = write(3);

        assertThat(tampered("delete from audit.entry where subject_id = ? and detail = '{\"step\": 3}'", thing))
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.CUT);
    }

    @Test
    void theSealOfThePastStaysTheSameAndShowsARewrittenPast() {
        String thing = write(1);
        var then = clock.instant();
        String seal = audit.seal(then);
        write(1);

        assertThat(audit.seal(then)).isEqualTo(seal).hasSize(64);
        String rewritten =
                goingAround("update audit.entry set hash = 'x' where subject_id = ?", thing, all -> all.seal(then));
        assertThat(rewritten).isNotEqualTo(seal);
    }

    @Test
    void writersAtTheSameTimeDoNotBreakTheChain() throws InterruptedException {
        Thread[] writers = new Thread[6];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = Thread.ofPlatform().start(() -> write(5));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(audit.verify()).isEmpty();
    }

    /** Writes entries {@code step} 1 … {@code count} about a new thing. */
    private String write(int count) {
        String thing = UUID.randomUUID().toString();
        as.role("planner.hp").run(() -> {
            for (int i = 1; i <= count; i++) {
                Map<String, Object> detail = Map.of("step", i);
                transaction.executeWithoutResult(change -> audit.record("test.audit.step", "thing", thing, detail));
            }
        });
        return thing;
    }

    private List<Damage> tampered(String sql, String thing) {
        return goingAround(sql, thing, AuditRepository::damages);
    }

    /** What the owner of the database can do; undone afterwards. */
    private <T> T goingAround(String sql, String thing, Function<AuditRepository, T> look) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient all = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            all.sql("set local session_replication_role = replica").update();
            assertThat(all.sql(sql).param(thing).update()).isEqualTo(1);
            T result = look.apply(new AuditRepository(all, json));
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
