package vn.toam.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.collection.MadeUpReturns;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.submission.FactsChanged;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.UnitService;

/** Make-believe years of the whole country. The households follow the census of 2019. */
@Component
class CountryYears {

    /** Persons of a household, census of 2019. */
    private static final double PERSONS = 3.6;

    private final DemoReturns made;
    private final RoundService rounds;
    private final UnitService units;
    private final MadeUpReturns demo;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Integer> people = people();

    CountryYears(
            DemoReturns made,
            RoundService rounds,
            UnitService units,
            MadeUpReturns demo,
            ApplicationEventPublisher events,
            Clock clock) {
        this.made = made;
        this.rounds = rounds;
        this.units = units;
        this.demo = demo;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One year in one transaction: all of it is there or nothing. Units that another round already asks, and forms that the whole country
     * was already asked for, are left as they are.
     *
     * @param forms those that units below send before those that put them together
     * @param borders the year whose rules and borders hold instead of its own; null: its own
     * @param closed true: its rounds were closed a month after their last day
     * @param course how far a round has come
     * @param goOn asked before each province; false ends it, and nothing is kept
     * @return how many returns were made up
     */
    @Transactional
    public int load(
            List<String> forms,
            int year,
            @Nullable Integer borders,
            boolean closed,
            Function<Round, Course> course,
            BooleanSupplier goOn) {
        Map<String, RoundService.MadeUp> opened = new LinkedHashMap<>();
        for (String form : forms) {
            rounds.makeUp(form, year, UnitService.COUNTRY, "", borders, closed)
                    .ifPresent(round -> opened.put(form, round));
        }
        if (opened.isEmpty()) {
            return 0;
        }
        int returns = 0;
        for (Unit province : units.children(UnitService.COUNTRY, LocalDate.now(clock))) {
            if (!goOn.getAsBoolean()) {
                throw new CancellationException("year " + year);
            }
            for (RoundService.MadeUp round : opened.values()) {
                returns += made.fill(
                        round, province.province(), profile(province, round), course.apply(round.round()), Set.of());
            }
            events.publishEvent(new FactsChanged.Loaded(new ProvinceYear(province.province(), year)));
        }
        return returns;
    }

    /** How the communes of a province of today are, the households of the census shared out among those that are asked. */
    DemoFigures.Profile profile(Unit province, RoundService.MadeUp asked) {
        Round round = asked.round();
        int communes = demo.asked(province.province(), round.form(), round.year())
                + asked.owed().getOrDefault(province.province(), List.of()).size();
        double households = people.getOrDefault(province.code(), 0) / PERSONS / Math.max(1, communes);
        return DemoFigures.Profile.of(province.code(), false).withHouseholds(households);
    }

    /** Census of 2019 by code of the province of today. */
    private static Map<String, Integer> people() {
        Map<String, Integer> people = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CountryYears.class.getResourceAsStream("/demo/provinces.csv"), StandardCharsets.UTF_8))) {
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
