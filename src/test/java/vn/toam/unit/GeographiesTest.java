package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.SecondServer;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.shared.SentStatements;
import vn.toam.shared.ToamTest;

/** Who sees a change of units, and when. A second server is a second holder on the same database. */
class GeographiesTest extends ToamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Autowired
    private Geographies geographies;

    @Autowired
    private GeographyRepository repository;

    @Autowired
    private UnitChangeRepository changes;

    @Autowired
    private OldVillages oldVillages;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private int commune() {
        return geographies.now().byCode(Level.COMMUNE, "00475", DAY).orElseThrow();
    }

    @Test
    void whoChangesSeesItAtOnceAndOthersOnceItIsCommitted() {
        Geographies other = new Geographies(repository, new SignalRepository(database));
        other.refresh();
        int commune = commune();
        int village = Objects.requireNonNull(transaction.execute(status -> {
            Geography before = geographies.now();
            int id = changes.add(commune, Level.VILLAGE, "VILLAGE", "Thử trí nhớ 1", DAY);
            assertThat(geographies.now().isWithin(id, commune, DAY)).isTrue();
            assertThat(before.level(id)).as("immutable").isEmpty();
            assertThat(seenByAnother(id)).as("not committed").isFalse();
            return id;
        }));

        assertThat(geographies.now().isWithin(village, commune, DAY)).isTrue();
        assertThat(other.now().level(village)).as("not asked yet").isEmpty();
        assertThat(other.knowing(village).isWithin(village, commune, DAY))
                .as("an unknown unit is asked for at once")
                .isTrue();

        transaction.executeWithoutResult(status -> oldVillages.close(village, DAY.plusDays(9)));
        assertThat(geographies.now().isWithin(village, commune, DAY.plusDays(9)))
                .isFalse();
        assertThat(other.now().isWithin(village, commune, DAY.plusDays(9))).isTrue();
        other.refresh();
        assertThat(other.now().isWithin(village, commune, DAY.plusDays(9))).isFalse();
    }

    @Test
    void whatIsTakenBackWasNeverSeenByOthers() {
        int commune = commune();
        int village = Objects.requireNonNull(transaction.execute(status -> {
            int id = changes.add(commune, Level.VILLAGE, "VILLAGE", "Thử trí nhớ 2", DAY);
            assertThat(geographies.now().level(id)).contains(Level.VILLAGE);
            status.setRollbackOnly();
            return id;
        }));
        assertThat(geographies.knowing(village).level(village)).isEmpty();
    }

    @Test
    void aChangeOfAnyTableOfUnitsIsCounted() {
        for (String statement : new String[] {
            "update unit.unit set valid_to = valid_to where id = 1",
            "update unit.unit_name set name = name where unit = 1",
            "update unit.unit_parent set parent = parent where unit = 1",
            "update unit.succession set clause = clause where from_unit = 1",
            "update unit.unit_type set vi = vi where type = ''",
            "update unit.act set adopted = adopted where number = ''"
        }) {
            long before = repository.version();
            jdbc.sql(statement).update();
            assertThat(repository.version()).as(statement).isEqualTo(before + 1);
        }
        long before = repository.version();
        jdbc.sql("update agency.agency set name = name where id = 1").update();
        assertThat(repository.version()).as("an agency is no unit").isEqualTo(before);
    }

    @Test
    void askingSendsNothingAndReadingAllIsOneStatement() throws Exception {
        assertThat(SentStatements.of(() -> geographies.now().ancestors(commune(), DAY)))
                .isEmpty();
        assertThat(SentStatements.of(() -> new Geography(repository.all()))).hasSize(1);
    }

    @Test
    void anotherApplicationSeesAReorganisationWhenItIsCommitted() {
        Geographies other = SecondServer.bean(Geographies.class);
        int commune = commune();

        int village = Objects.requireNonNull(
                transaction.execute(status -> changes.add(commune, Level.VILLAGE, "VILLAGE", "Thử tín hiệu 1", DAY)));
        assertThat(soon(() -> other.now().level(village).isPresent())).isTrue();
        transaction.executeWithoutResult(status -> oldVillages.close(village, DAY.plusDays(9)));
        assertThat(soon(() -> !other.now().isWithin(village, commune, DAY.plusDays(9))))
                .isTrue();
    }

    @Test
    void itAlsoSeesWhatChangedAfterItsListeningConnectionWasCut() throws Exception {
        Queue<Integer> connections = new ConcurrentLinkedQueue<>();
        Geographies other = new Geographies(repository, new SignalRepository(new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection made = super.getConnection();
                connections.add(made.unwrap(PGConnection.class).getBackendPID());
                return made;
            }
        }));
        other.start();
        try {
            assertThat(soon(() -> listens(connections))).isTrue();
            jdbc.sql("select pg_terminate_backend(?, 10000)")
                    .param(connections.remove())
                    .query(Boolean.class)
                    .single();
            int village = Objects.requireNonNull(transaction.execute(
                    status -> changes.add(commune(), Level.VILLAGE, "VILLAGE", "Thử tín hiệu 2", DAY)));
            assertThat(soon(() -> other.now().level(village).isPresent()))
                    .as("changed while nobody listened")
                    .isTrue();
            assertThat(soon(() -> listens(connections)))
                    .as("on another connection")
                    .isTrue();
            transaction.executeWithoutResult(status -> oldVillages.close(village, DAY.plusDays(9)));
            assertThat(soon(() -> !other.now().isWithin(village, commune(), DAY.plusDays(9))))
                    .isTrue();
        } finally {
            other.stop();
        }
    }

    @Test
    void whoHearsNoSignalLooksAllTheSame() throws Exception {
        SignalRepository deaf = new SignalRepository(database);
        CountDownLatch looks = new CountDownLatch(3);
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                deaf.listen(Duration.ofMillis(50), looks::countDown);
            } catch (SQLException stopped) {
                looks.countDown();
            }
        });
        assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        deaf.stop();
        thread.join();
    }

    private boolean listens(Queue<Integer> connections) {
        return !connections.isEmpty()
                && jdbc.sql("select count(*) from pg_stat_activity where pid = ? and state = 'idle'")
                                .param(connections.peek())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Well before anybody looks without a signal. */
    private static boolean soon(BooleanSupplier what) {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < limit && !what.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
        return what.getAsBoolean();
    }

    private boolean seenByAnother(int id) {
        boolean[] seen = new boolean[1];
        Thread thread = Thread.ofPlatform()
                .start(() -> seen[0] = geographies.now().level(id).isPresent());
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return seen[0];
    }
}
