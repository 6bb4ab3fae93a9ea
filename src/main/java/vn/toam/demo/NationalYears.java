package vn.toam.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.collection.FactsChanged;
import vn.toam.collection.ProvinceYear;
import vn.toam.collection.Round;
import vn.toam.collection.RoundService;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/**
 * Ten make-believe years of the yearly form for the whole country, to measure with ({@code ./toam demo --national}): all communes of today,
 * as if its borders had always been those of today, so that every year is of the same size. The households follow the census of 2019.
 */
@Component
class NationalYears implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NationalYears.class);
    private static final String FORM = "dv-family-commune";
    private static final int YEARS = 10;

    /** Persons of a household, census of 2019. */
    private static final double PERSONS = 3.6;

    private final DemoRepository demo;
    private final DemoReturns made;
    private final RoundService rounds;
    private final UnitService units;
    private final Words words;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NationalYears(
            DemoRepository demo,
            DemoReturns made,
            RoundService rounds,
            UnitService units,
            Words words,
            Settings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.demo = demo;
        this.made = made;
        this.rounds = rounds;
        this.units = units;
        this.words = words;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
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
        List<Unit> provinces = units.children(UnitService.COUNTRY, LocalDate.of(last, 12, 1));
        Map<String, Integer> people = people();
        int returns = 0;
        for (int year = last - YEARS + 1; year <= last; year++) {
            int of = year;
            Integer added = transaction.execute(status -> year(of, last, provinces, people));
            returns += added == null ? 0 : added;
            say("demo.progress", (year - last + YEARS) * 100 / YEARS, String.valueOf(year));
        }
        demo.analyze();
        say("demo.done", returns, YEARS, (System.nanoTime() - start) / 1_000_000_000, settings.data());
    }

    /** One year in one transaction: all of it is there or nothing. */
    private int year(int year, int last, List<Unit> provinces, Map<String, Integer> people) {
        Round round = rounds.makeUp(FORM, year, UnitService.COUNTRY, "", last).orElseThrow();
        int returns = 0;
        for (Unit province : provinces) {
            int communes = units.idsBelow(province.id(), Level.COMMUNE, round.geography())
                    .size();
            double households = people.getOrDefault(province.code(), 0) / PERSONS / communes;
            returns += made.fill(
                    round,
                    province.province(),
                    DemoFigures.Profile.of(province.code(), false).withHouseholds(households),
                    false);
            events.publishEvent(new FactsChanged.Loaded(new ProvinceYear(province.province(), year)));
        }
        return returns;
    }

    private void say(String key, Object... arguments) {
        LOG.info("{}", words.get(Locale.of("vi"), key, arguments));
    }

    /** Census of 2019 by code of the province of today. */
    private static Map<String, Integer> people() {
        Map<String, Integer> people = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NationalYears.class.getResourceAsStream("/demo/provinces.csv"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> people.put(cells[0], Integer.valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }
}
