package vn.toam.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.collection.MadeUpReturns;
import vn.toam.definition.Programme;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Settings;
import vn.toam.submission.FactsChanged;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.UnitService;

/**
 * Once, in a demo installation: each programme's year, and the year before where its targets compare with it, made up and marked so, with a few communes missing, late or
 * returned as in life; and a round of the current year, hardly begun, to try on.
 */
@Component
class DemoRounds implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRounds.class);

    /** Codes of today's An Lão, Tân Yên, Mường Phăng and Ngọk Bay. */
    private static final List<String> TRIED = List.of("11629", "07339", "03325", "23317");

    /** A round to make up. {@code now}: the current year's, with little sent. */
    private record Ask(String form, int year, int scope, String calendar, boolean now) {}

    private final MadeUpReturns demo;
    private final RoundService rounds;
    private final UnitService units;
    private final Catalog catalog;
    private final DemoReturns made;
    private final CountryYears country;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRounds(
            MadeUpReturns demo,
            RoundService rounds,
            UnitService units,
            Catalog catalog,
            DemoReturns made,
            CountryYears country,
            Settings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.demo = demo;
        this.rounds = rounds;
        this.units = units;
        this.catalog = catalog;
        this.made = made;
        this.country = country;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || settings.national() || demo.anyRound()) {
            return;
        }
        transaction.executeWithoutResult(status -> load());
        demo.analyze();
    }

    private void load() {
        long start = System.nanoTime();
        LinkedHashSet<ProvinceYear> loaded = new LinkedHashSet<>();
        int returns = 0;
        Set<Integer> tried = tried();
        for (Ask ask : asked()) {
            Optional<RoundService.MadeUp> round = rounds.makeUp(
                    ask.form(), ask.year(), ask.scope(), ask.calendar(), null, settings.country() > 0 && !ask.now());
            if (round.isPresent()) {
                ProvinceYear of = new ProvinceYear(units.find(ask.scope()).province(), ask.year());
                returns += made.fill(
                        round.get(),
                        of.province(),
                        profile(ask, round.get()),
                        course(ask, round.get().round()),
                        ask.now() ? tried : Set.of());
                loaded.add(of);
            }
        }
        long filled = System.nanoTime();
        loaded.forEach(each -> events.publishEvent(new FactsChanged.Loaded(each)));
        LOG.info(
                "{} made-up returns loaded in {} ms, of these {} ms for indicators",
                returns,
                (System.nanoTime() - start) / 1_000_000,
                (System.nanoTime() - filled) / 1_000_000);
    }

    /** The communes of the demonstration's posts: their officers find the form of this year blank. */
    private Set<Integer> tried() {
        LocalDate today = LocalDate.now(clock);
        return TRIED.stream()
                .flatMap(code -> units.idByCode(Level.COMMUNE, code, today).stream())
                .collect(Collectors.toSet());
    }

    private Course course(Ask ask, Round round) {
        if (settings.country() > 0) {
            return ask.now() ? Course.on(LocalDate.now(clock), round) : Course.CLOSED;
        }
        return ask.now() ? Course.BEGUN : Course.PAST;
    }

    /** Every round once; a programme's own place before the wider one that its comparison with the unit above needs. */
    private List<Ask> asked() {
        Map<List<Object>, Ask> asks = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        for (Programme programme : catalog.programmes()) {
            LocalDate day = LocalDate.of(programme.demoYear(), 12, 1);
            Programme.UnitCode code = programme.header().unit();
            Unit scope =
                    units.byCode(Level.valueOf(code.level()), code.code(), day).orElseThrow();
            boolean compared =
                    !programme.targets().isEmpty() || !programme.trends().isEmpty();
            for (String form : programme.reporting().forms()) {
                String calendar = programme.reporting().calendar();
                put(asks, new Ask(form, programme.demoYear(), scope.id(), calendar, false));
                if (compared) {
                    put(asks, new Ask(form, programme.demoYear() - 1, scope.id(), calendar, false));
                }
                if (scope.level() == Level.DISTRICT && scope.parent() != null) {
                    put(asks, new Ask(form, programme.demoYear(), scope.parent(), "", false));
                }
            }
            Unit now = units.byCode(Level.PROVINCE, "%02d".formatted(scope.province()), today)
                    .orElseThrow();
            programme
                    .reporting()
                    .forms()
                    .forEach(form -> put(asks, new Ask(form, today.getYear(), now.id(), "", true)));
        }
        consolidating(asks);
        return List.copyOf(asks.values());
    }

    /** Beside the returns of a province's communes, its own that consolidates them; this year's left blank, to try on. */
    private void consolidating(Map<List<Object>, Ask> asks) {
        for (Ask ask : List.copyOf(asks.values())) {
            String level = units.find(ask.scope()).level().name();
            catalog.forms().stream()
                    .filter(form -> ask.form().equals(form.consolidates())
                            && form.level().equals(level))
                    .forEach(form -> put(asks, new Ask(form.id(), ask.year(), ask.scope(), "", ask.now())));
        }
    }

    private static void put(Map<List<Object>, Ask> asks, Ask ask) {
        asks.putIfAbsent(List.of(ask.form(), ask.year(), ask.scope()), ask);
    }

    private DemoFigures.Profile profile(Ask ask, RoundService.MadeUp asked) {
        Round round = asked.round();
        Unit scope = units.find(round.scope(), round.geography());
        if (ask.now()) {
            return country.profile(scope, asked);
        }
        Unit top = scope.level() == Level.DISTRICT && scope.parent() != null
                ? units.find(scope.parent(), round.geography())
                : scope;
        return DemoFigures.Profile.of(top.code(), scope.level() == Level.DISTRICT);
    }
}
