package vn.toam.unit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.toam.geography.Geography;
import vn.toam.geography.Origin;
import vn.toam.shared.NotFound;

/**
 * Holds the {@link Geography} that is true now. Whoever asks never waits for the database: a transaction that changes units sees its own
 * change, everybody on this server sees it once it is committed, and other servers as soon as the database signals it to them ({@link
 * SignalRepository}); a server that no signal reaches looks every {@link #PAUSE}, and at once when it is asked for a unit that it does not know.
 */
@Component
@DependsOn("referenceLoader")
public class Geographies {

    private static final Logger LOG = LoggerFactory.getLogger(Geographies.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(1);
    private static final Duration BEFORE_LISTENING_AGAIN = Duration.ofSeconds(1);

    private final GeographyRepository repository;
    private final SignalRepository signals;
    private volatile @Nullable Geography shared;
    private volatile @Nullable Thread listener;

    Geographies(GeographyRepository repository, SignalRepository signals) {
        this.repository = repository;
        this.signals = signals;
    }

    @PostConstruct
    void start() {
        long start = System.nanoTime();
        publish(read());
        LOG.info("geography read in {} ms", (System.nanoTime() - start) / 1_000_000);
        listener = Thread.ofPlatform().name("geography").daemon().start(this::listen);
    }

    @PreDestroy
    void stop() {
        Thread running = listener;
        listener = null;
        if (running != null) {
            signals.stop();
            try {
                running.join(TO_END);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As the asking transaction sees it. */
    public Geography now() {
        Own own = (Own) TransactionSynchronizationManager.getResource(this);
        Geography known = shared;
        if (own != null) {
            return own.geography();
        }
        if (known == null) {
            throw new IllegalStateException("units are not loaded yet");
        }
        return known;
    }

    /** As {@link #now}; when the unit is not known, after a look whether another server has just made it. */
    public Geography knowing(int unit) {
        Geography known = now();
        if (known.level(unit).isEmpty() && TransactionSynchronizationManager.getResource(this) == null) {
            refresh();
            known = now();
        }
        return known;
    }

    /** Code of the province of today that a unit lies in, 0 for the country. @throws NotFound when there is no such unit */
    public int province(int unit) {
        return knowing(unit).province(unit).orElseThrow(() -> new NotFound("unit " + unit));
    }

    /** See {@link Geography#provinces}. */
    public Map<Integer, List<Integer>> provinces(Collection<Integer> ids) {
        return now().provinces(ids);
    }

    /** See {@link Geography#madeOf}. */
    public int[] madeOf(int unit, Origin which) {
        return now().madeOf(unit, which);
    }

    /** To be called by whatever has just written a table of units, in its transaction. */
    public void changed() {
        repository.count();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            refresh();
            return;
        }
        Own own = (Own) TransactionSynchronizationManager.getResource(this);
        if (own == null) {
            own = new Own();
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(own);
        }
        own.geography = null;
    }

    private void listen() {
        do {
            try {
                signals.listen(PAUSE, this::refresh);
            } catch (SQLException | DataAccessException | IllegalStateException gone) {
                LOG.debug("listened for again in a second", gone);
            }
        } while (listener != null && again());
    }

    private static boolean again() {
        try {
            Thread.sleep(BEFORE_LISTENING_AGAIN);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** Reads again when another server, or anybody with a console, has changed units. */
    void refresh() {
        Geography known = shared;
        if (known == null || repository.version() != known.version()) {
            publish(read());
        }
    }

    private Geography read() {
        return new Geography(repository.all());
    }

    /** A newer one takes the place of an older one, never the other way round. */
    private synchronized void publish(Geography read) {
        Geography known = shared;
        if (known == null || read.version() > known.version()) {
            shared = read;
        }
    }

    /** What one transaction sees that has changed units. It holds the row of the version, so nobody else changes any meanwhile. */
    private final class Own implements TransactionSynchronization {

        private @Nullable Geography geography;

        private Geography geography() {
            Geography known = geography;
            if (known == null) {
                known = read();
                geography = known;
            }
            return known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Geographies.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Geographies.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            geography();
        }

        @Override
        public void afterCommit() {
            publish(geography());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Geographies.this);
        }
    }
}
