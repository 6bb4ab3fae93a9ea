package vn.toam.duty;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Programme;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;

/**
 * In a demonstration, what agencies made-believe reported on the year that the demonstration shows: most duties done, some under way, some
 * silent. Every text says that it is made up.
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

    DemoProgress(
            Settings settings,
            Catalog catalog,
            ProgressRepository progress,
            TransactionTemplate transaction,
            Words words) {
        this.settings = settings;
        this.catalog = catalog;
        this.progress = progress;
        this.transaction = transaction;
        this.words = words;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || progress.any()) {
            return;
        }
        List<String> done = texts("duty.demo.done.");
        List<String> started = texts("duty.demo.started.");
        transaction.executeWithoutResult(status -> {
            for (Programme programme : catalog.programmes()) {
                progress.makeUp(programme.id(), programme.demoYear(), done, started);
            }
        });
    }

    private List<String> texts(String prefix) {
        return IntStream.rangeClosed(1, WORDINGS)
                .mapToObj(i -> words.get(Locale.of("vi"), prefix + i))
                .toList();
    }
}
