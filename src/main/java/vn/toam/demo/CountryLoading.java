package vn.toam.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.collection.MadeUpReturns;
import vn.toam.round.Round;
import vn.toam.shared.Settings;
import vn.toam.web.Loading;

/**
 * Loads the whole country into a demonstration while its pages already answer: the year of today as far as such a year has come on this
 * day, and those before it. What an interrupted start left out the next one loads; what is there stays.
 */
@Component
class CountryLoading implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CountryLoading.class);
    private static final int PROVINCES = 34;

    /** Communes first: the province's form puts theirs together. */
    private static final List<String> FORMS = List.of("dv-family-commune", "family-plan-commune", "dv-family-province");

    private final CountryYears country;
    private final MadeUpReturns demo;
    private final Loading loading;
    private final Settings settings;
    private final Clock clock;
    private final AtomicInteger provinces = new AtomicInteger();
    private volatile boolean ending;

    CountryLoading(CountryYears country, MadeUpReturns demo, Loading loading, Settings settings, Clock clock) {
        this.country = country;
        this.demo = demo;
        this.loading = loading;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.demo() && settings.country() > 0 && !settings.filling()) {
            Thread.ofPlatform().daemon().name("country").start(this::load);
        }
    }

    @Override
    public void destroy() {
        ending = true;
    }

    /** Two years at a time, the newest first. */
    void load() {
        long start = System.nanoTime();
        AtomicInteger returns = new AtomicInteger();
        LocalDate today = LocalDate.now(clock);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int year = today.getYear(); year > today.getYear() - settings.country(); year--) {
                int of = year;
                two.execute(() -> returns.addAndGet(load(of, today)));
            }
        }
        loading.ended();
        if (returns.get() > 0 && !ending) {
            demo.analyze();
            LOG.info(
                    "the whole country is there: {} made-up returns in {} ms",
                    returns,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private static Course course(LocalDate today, Round round) {
        int ago = today.getYear() - round.year();
        return ago == 0 ? Course.on(today, round) : ago == 1 ? Course.CLOSED : Course.OLD;
    }

    private int load(int year, LocalDate today) {
        try {
            BooleanSupplier goOn = () -> {
                loading.reached(provinces.getAndIncrement() / (double) (settings.country() * PROVINCES));
                return !ending;
            };
            return country.load(FORMS, year, null, year < today.getYear(), round -> course(today, round), goOn);
        } catch (CancellationException ended) {
            return 0;
        } catch (RuntimeException failed) {
            if (!ending) {
                LOG.error("year {} of the demonstration could not be loaded; the next start tries again", year, failed);
            }
            return 0;
        }
    }
}
