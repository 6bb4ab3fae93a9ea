package vn.toam.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Form;
import vn.toam.catalog.Programme;
import vn.toam.shared.Numbers;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/**
 * Once, in a demo installation: each programme's year, and the year before where its targets compare with it, made up and marked so, with a few communes missing, late or
 * returned as in life; and a round of the current year, hardly begun, to try on.
 */
@Component
class DemoRounds implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRounds.class);

    /** A round to make up. {@code now}: the current year's, with little sent. */
    private record Ask(String form, int year, int scope, String calendar, boolean now) {}

    private final DemoRepository demo;
    private final RoundService rounds;
    private final UnitService units;
    private final Catalog catalog;
    private final Words words;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemoRounds(
            DemoRepository demo,
            RoundService rounds,
            UnitService units,
            Catalog catalog,
            Words words,
            Settings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.demo = demo;
        this.rounds = rounds;
        this.units = units;
        this.catalog = catalog;
        this.words = words;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || demo.anyRound()) {
            return;
        }
        long start = System.nanoTime();
        LinkedHashSet<ProvinceYear> loaded = new LinkedHashSet<>();
        int returns = 0;
        for (Ask ask : asked()) {
            Form form = catalog.form(ask.form());
            Round round = rounds.plan(form, ask.year(), ask.scope(), ask.calendar(), true);
            if (rounds.add(round) > 0) {
                int province = units.find(ask.scope()).province();
                returns += fill(form, round, province, ask);
                loaded.add(new ProvinceYear(province, ask.year()));
            }
        }
        long filled = System.nanoTime();
        demo.analyze();
        loaded.forEach(each -> events.publishEvent(new FactsLoaded(each)));
        LOG.info(
                "{} made-up returns loaded in {} ms, of these {} ms for indicators",
                returns,
                (System.nanoTime() - start) / 1_000_000,
                (System.nanoTime() - filled) / 1_000_000);
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
        return List.copyOf(asks.values());
    }

    private static void put(Map<List<Object>, Ask> asks, Ask ask) {
        asks.putIfAbsent(List.of(ask.form(), ask.year(), ask.scope()), ask);
    }

    private int fill(Form form, Round round, int province, Ask ask) {
        Unit scope = units.find(ask.scope(), round.geography());
        Unit top = scope.level() == Level.DISTRICT && scope.parent() != null
                ? units.find(scope.parent(), round.geography())
                : scope;
        DemoFigures.Profile profile = DemoFigures.Profile.of(top.code(), scope.level() == Level.DISTRICT);
        List<DemoRepository.Return> returns = new ArrayList<>();
        for (int unit : demo.expected(province, round.id())) {
            returns.add(made(form, round, unit, profile, ask.now()));
        }
        demo.fill(province, round.id(), returns, words.get(Locale.of("vi"), "collection.demo.remark"));
        return returns.size();
    }

    private DemoRepository.Return made(Form form, Round round, int unit, DemoFigures.Profile profile, boolean now) {
        Random chance = new Random(unit * 31L + round.year() * 7L + form.id().hashCode());
        SubmissionStatus status = status(chance.nextInt(100), now);
        boolean blank = status == SubmissionStatus.DRAFT && chance.nextInt(3) > 0;
        double size = round.geography().getYear() > 2024 ? 3 : 1;
        Map<String, BigDecimal> all = DemoFigures.of(profile, unit, round.year(), size);
        Map<String, BigDecimal> figures = new HashMap<>();
        form.fields().stream()
                .limit(blank ? 0 : status == SubmissionStatus.DRAFT ? 9 : Integer.MAX_VALUE)
                .filter(field -> all.containsKey(field.id()))
                .forEach(field -> figures.put(field.id(), all.get(field.id())));
        Map<String, BigDecimal> before = DemoFigures.of(profile, unit, round.year() - 1, size);
        return new DemoRepository.Return(
                unit,
                status,
                Json.write(figures),
                Json.write(notes(form, figures, all, before)),
                blank ? 0 : status == SubmissionStatus.DRAFT ? 1 : 3,
                status == SubmissionStatus.DRAFT ? null : sent(round, chance, now));
    }

    /** What a careful officer would have noted beside unusual figures. */
    private Map<String, String> notes(
            Form form, Map<String, BigDecimal> figures, Map<String, BigDecimal> all, Map<String, BigDecimal> before) {
        Map<String, String> notes = new HashMap<>();
        form.broken(
                        field -> figures.containsKey(field)
                                ? figures.get(field)
                                : form.field(field).isPresent() ? null : all.get(field),
                        before::get)
                .forEach(check -> check.holds().fields().stream()
                        .filter(field -> form.field(field).isPresent())
                        .findFirst()
                        .ifPresent(field -> notes.put(field, words.get(Locale.of("vi"), "collection.demo.note"))));
        return notes;
    }

    private static SubmissionStatus status(int drawn, boolean now) {
        if (now) {
            return drawn < 6
                    ? SubmissionStatus.ACCEPTED
                    : drawn < 14 ? SubmissionStatus.SUBMITTED : SubmissionStatus.DRAFT;
        }
        return drawn < 91
                ? SubmissionStatus.ACCEPTED
                : drawn < 94
                        ? SubmissionStatus.SUBMITTED
                        : drawn < 96 ? SubmissionStatus.RETURNED : SubmissionStatus.DRAFT;
    }

    private Instant sent(Round round, Random chance, boolean now) {
        LocalDate day = now
                ? LocalDate.now(clock).minusDays(1 + chance.nextInt(9))
                : round.due().minusDays(chance.nextInt(100) < 92 ? chance.nextInt(18) : -1 - chance.nextInt(9));
        return day.atTime(8 + chance.nextInt(9), chance.nextInt(60))
                .atZone(Numbers.ZONE)
                .toInstant();
    }
}
