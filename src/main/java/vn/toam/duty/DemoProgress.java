package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Programme;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;

/**
 * In a demonstration, what agencies made-believe reported: on the year that each real plan is shown with, most duties done, some under way,
 * some silent; on the made-up plans of the current year, as much as an agency has done by today. Every text says that it is made up.
 */
@Component
@Order(650)
class DemoProgress implements ApplicationRunner {

    private static final int WORDINGS = 4;

    private final Settings settings;
    private final Catalog catalog;
    private final ProgressRepository progress;
    private final TransactionTemplate transaction;
    private final Words words;
    private final Clock clock;

    DemoProgress(
            Settings settings,
            Catalog catalog,
            ProgressRepository progress,
            TransactionTemplate transaction,
            Words words,
            Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.progress = progress;
        this.transaction = transaction;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo()) {
            return;
        }
        List<String> done = texts("duty.demo.done.");
        List<String> started = texts("duty.demo.started.");
        // what fell due in years gone by is done where the demonstration lives today
        LocalDate newYear = LocalDate.now(clock).withDayOfYear(1);
        @Nullable LocalDate settled = settings.country() > 0 ? newYear : null;
        transaction.executeWithoutResult(status -> {
            if (!progress.any()) {
                for (Programme programme : catalog.programmes()) {
                    progress.makeUp(programme.id(), programme.demoYear(), settled, done, started);
                }
            }
            progress.makeUpSoFar(clock.instant(), done, started);
        });
    }

    private List<String> texts(String prefix) {
        return IntStream.rangeClosed(1, WORDINGS)
                .mapToObj(i -> words.get(Locale.of("vi"), prefix + i))
                .toList();
    }
}
