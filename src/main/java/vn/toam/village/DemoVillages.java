package vn.toam.village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.geography.Unit;
import vn.toam.shared.Settings;
import vn.toam.unit.UnitService;

/**
 * Some made-up villages in each of today's communes of a demonstration, once; a real installation never gets any. They are marked as such, and
 * so is the name of each head. Written a province at a time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoVillages implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoVillages.class);
    private static final String MADE_UP = " (làm mẫu)";
    private static final List<String> NAMES = List.of("1", "2", "Hòa Bình", "Tân Lập");
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi");
    private static final List<String> GIVEN =
            List.of("Văn Mẫu", "Thị Thử", "Văn Ví", "Thị Dụ", "Văn Tập", "Thị Nháp", "Văn Khuôn");

    /** What a village is called where it is not thôn in communes, tổ dân phố in wards; by province code. */
    private static final Map<Integer, String> RURAL = Map.ofEntries(
            Map.entry(11, "BAN"),
            Map.entry(12, "BAN"),
            Map.entry(14, "BAN"),
            Map.entry(4, "XOM"),
            Map.entry(19, "XOM"),
            Map.entry(52, "LANG"),
            Map.entry(66, "BUON"),
            Map.entry(80, "AP"),
            Map.entry(82, "AP"),
            Map.entry(86, "AP"),
            Map.entry(91, "AP"),
            Map.entry(92, "AP"),
            Map.entry(96, "AP"),
            Map.entry(75, "AP"),
            Map.entry(79, "AP"));

    private static final Map<Integer, String> URBAN =
            Map.of(75, "KHU_PHO", 79, "KHU_PHO", 80, "KHU_PHO", 86, "KHOM", 91, "KHOM", 96, "KHOM");

    private final VillageChangeRepository writing;
    private final VillageKinds kinds;
    private final UnitService units;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVillages(
            VillageChangeRepository writing,
            VillageKinds kinds,
            UnitService units,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.writing = writing;
        this.kinds = kinds;
        this.units = units;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo()) {
            return;
        }
        long start = System.nanoTime();
        LocalDate today = LocalDate.now(clock);
        Set<Integer> made = Set.copyOf(writing.madeUp());
        Map<LocalDate, List<Unit>> communes = units.communesBelow(UnitService.COUNTRY, today).stream()
                .filter(commune -> !made.contains(commune.province()))
                .collect(Collectors.groupingBy(commune -> commune.validity().from()));
        transaction.executeWithoutResult(status -> communes.forEach((from, all) -> all.stream()
                .collect(Collectors.groupingBy(Unit::province))
                .forEach((province, here) -> make(province, from, here))));
        LOG.info(
                "made-up villages of {} communes in {} ms",
                communes.values().stream().mapToInt(List::size).sum(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void make(int province, LocalDate from, List<Unit> communes) {
        UUID id = writing.ids(1).getFirst();
        writing.addChange(new VillageChange(
                province, id, null, VillageChange.What.IMPORTED, from, "", null, clock.instant(), "", null));
        List<UUID> ids = writing.ids(communes.size() * NAMES.size());
        Map<Integer, Integer> last = writing.lastNos(province);
        List<VillageHeads.Of> villages = new ArrayList<>();
        List<VillageChangeRepository.Period> periods = new ArrayList<>();
        for (Unit commune : communes) {
            String kind = kind(commune);
            for (int no = 1; no <= NAMES.size(); no++) {
                UUID village = ids.get(villages.size());
                String name = NAMES.get(no - 1);
                villages.add(new VillageHeads.Of(village, heads(commune.id() + no)));
                periods.add(new VillageChangeRepository.Period(
                        village,
                        commune.id(),
                        last.getOrDefault(commune.id(), 0) + no,
                        kind,
                        name,
                        kinds.fullName(kind, name).vi(),
                        Set.of()));
            }
        }
        writing.addVillages(province, villages, true);
        writing.addPeriods(province, id, from, periods);
    }

    private static String kind(Unit commune) {
        return commune.type().equals("WARD")
                ? URBAN.getOrDefault(commune.province(), "TO_DAN_PHO")
                : RURAL.getOrDefault(commune.province(), "THON");
    }

    private static VillageHeads heads(int seed) {
        return new VillageHeads(person(seed), "", person(seed * 31 + 7), "", 80 + seed * 37 % 240, 0);
    }

    private static String person(int seed) {
        return FAMILIES.get(Math.floorMod(seed, FAMILIES.size()))
                + " "
                + GIVEN.get(Math.floorMod(seed / 3, GIVEN.size()))
                + MADE_UP;
    }
}
