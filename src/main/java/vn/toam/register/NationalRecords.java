package vn.toam.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.document.Documents;
import vn.toam.geography.Unit;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/**
 * Registers at the size of the country, to measure with ({@code ./toam demo --registers}): ten years of made-up records of every commune, or of a
 * share of each province's. One transaction a province; what an interrupted run left out the next one makes.
 */
@Component
@Order(200)
class NationalRecords implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NationalRecords.class);

    /** Records of a commune written by one statement. */
    private static final int AT_ONCE = 100;

    /** Made-up names of places that tell the records of communes apart. */
    private static final List<String> FIRST =
            List.of("Đồng", "Tân", "Phú", "Hòa", "An", "Bình", "Vĩnh", "Long", "Xuân", "Kim");

    private static final List<String> SECOND =
            List.of("Mẫu", "Thử", "Ví", "Dụ", "Tập", "Nháp", "Khuôn", "Phỏng", "Dựng");

    private final MadeUpRecordRepository repository;
    private final RecordNames names;
    private final Catalog catalog;
    private final UnitService units;
    private final AgencyService agencies;
    private final Villages villages;
    private final Documents documents;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Words words;
    private final Clock clock;

    NationalRecords(
            MadeUpRecordRepository repository,
            RecordNames names,
            Catalog catalog,
            UnitService units,
            AgencyService agencies,
            Villages villages,
            Documents documents,
            Settings settings,
            TransactionTemplate transaction,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.names = names;
        this.catalog = catalog;
        this.units = units;
        this.agencies = agencies;
        this.villages = villages;
        this.documents = documents;
        this.settings = settings;
        this.transaction = transaction;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (settings.demo() && settings.registers() > 0) {
            long start = System.nanoTime();
            LocalDate today = LocalDate.now(clock);
            long made = make(units.children(UnitService.COUNTRY, today), settings.registers());
            repository.analyze();
            say("register.national.done", made, MadeUpRecords.YEARS, seconds(start), settings.data());
        }
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    /** Two provinces at a time, the largest first. @param share of a hundred communes of each, the first ones @return how many records were made */
    long make(List<Unit> provinces, int share) throws IOException {
        LocalDate today = LocalDate.now(clock);
        List<MadeUpRecords.Template> templates = new MadeUpRecords(catalog, names, today).all();
        String text = words.text("register.demo.file").vi();
        UUID file = Objects.requireNonNull(transaction.execute(status -> documents
                .attach(null, "minh-chung-lam-mau.txt", text.getBytes(StandardCharsets.UTF_8))
                .id()));
        long made = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> all = new ArrayList<>();
            provinces.stream()
                    .sorted(Comparator.comparing(
                            province -> -below(province, today).size()))
                    .forEach(province -> all.add(two.submit(() -> make(province, file, templates, share, today))));
            for (Future<Long> each : all) {
                made += each.get();
                say("register.national.progress", 100 * (all.indexOf(each) + 1) / all.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return made;
    }

    private List<Unit> below(Unit province, LocalDate today) {
        return units.communesBelow(province.id(), today);
    }

    private long make(Unit province, UUID file, List<MadeUpRecords.Template> templates, int share, LocalDate today) {
        List<Unit> below = below(province, today);
        List<Unit> chosen = below.subList(0, Math.max(1, below.size() * share / 100));
        Set<Integer> made = repository.made(province.province(), templates.getLast());
        List<MadeUpRecordRepository.Commune> communes = chosen.stream()
                .filter(unit -> !made.contains(unit.id()))
                .map(unit -> commune(unit, today))
                .toList();
        if (communes.isEmpty()) {
            return 0;
        }
        var making = new MadeUpRecordRepository.Making(
                province.province(),
                province.id(),
                file,
                words.text("register.demo.author").vi(),
                clock.instant());
        transaction.executeWithoutResult(status -> {
            for (int at = 0; at < templates.size(); at += AT_ONCE) {
                repository.add(making, templates.subList(at, Math.min(templates.size(), at + AT_ONCE)), communes);
            }
        });
        return (long) templates.size() * communes.size();
    }

    private MadeUpRecordRepository.Commune commune(Unit unit, LocalDate today) {
        List<UUID> here =
                villages.of(unit.id(), today).stream().map(Village::id).toList();
        List<UUID> all = new ArrayList<>();
        for (int at = 0; at < MadeUpRecords.VILLAGES.size(); at++) {
            all.add(here.get(at % here.size()));
        }
        String word = FIRST.get(unit.id() % FIRST.size()) + " " + SECOND.get(unit.id() % SECOND.size());
        return new MadeUpRecordRepository.Commune(
                unit.id(),
                agencies.ofKind(unit.id(), "UBND", today).orElseThrow().id(),
                all,
                word);
    }

    private void say(String key, Object... arguments) {
        LOG.info("{}", words.get(Locale.of("vi"), key, arguments));
    }
}
