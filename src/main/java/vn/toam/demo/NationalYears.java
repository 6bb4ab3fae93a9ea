package vn.toam.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.toam.collection.MadeUpReturns;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;

/**
 * Ten make-believe years of the yearly form for the whole country, to measure with ({@code ./toam demo --national}): all communes of today,
 * as if its borders had always been those of today, so that every year is of the same size.
 */
@Component
class NationalYears implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NationalYears.class);
    private static final List<String> FORM = List.of("dv-family-commune");
    private static final int YEARS = 10;

    private final CountryYears country;
    private final MadeUpReturns demo;
    private final Words words;
    private final Settings settings;
    private final Clock clock;

    NationalYears(CountryYears country, MadeUpReturns demo, Words words, Settings settings, Clock clock) {
        this.country = country;
        this.demo = demo;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || !settings.national()) {
            return;
        }
        if (demo.anyRound()) {
            say("demo.notEmpty", settings.data());
            return;
        }
        long start = System.nanoTime();
        int last = LocalDate.now(clock).getYear();
        int returns = 0;
        for (int year = last - YEARS + 1; year <= last; year++) {
            returns += country.load(FORM, year, last, false, round -> Course.PAST, () -> true);
            say("demo.progress", (year - last + YEARS) * 100 / YEARS, String.valueOf(year));
        }
        demo.analyze();
        say("demo.done", returns, YEARS, (System.nanoTime() - start) / 1_000_000_000, settings.data());
    }

    private void say(String key, Object... arguments) {
        LOG.info("{}", words.get(Locale.of("vi"), key, arguments));
    }
}
