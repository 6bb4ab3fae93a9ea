package vn.toam.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Counts;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.household.HouseholdBook.Asked;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/**
 * Counts households into lines of forms of communes, on the last day of what a form asks about. A commune is counted once each of its villages
 * has households in the book, so that half a book fills nothing; types are counted from a frozen year in which every household has one; what
 * services reached only where something of them was ticked in the year.
 */
@Component
class HouseholdCounting implements Counts {

    private static final String ALL = "households_total";

    /** F2 to F8, in that order. */
    private static final List<String> TYPES = List.of(
            "households_two_generation",
            "households_mother_children",
            "households_father_children",
            "households_three_generation",
            "households_couple",
            "households_single",
            "households_other");

    private static final Map<String, Flag> FLAGS =
            Map.of("poor_households", Flag.POOR, "near_poor_households", Flag.NEAR_POOR);

    /** @param poor true: of poor and near-poor households alone */
    private record Reach(Mark.Service service, Mark.Depth depth, boolean poor) {}

    private static final Map<String, Reach> REACHED = Map.of(
            "households_pledged", new Reach(Mark.Service.PLEDGE, Mark.Depth.SIGNED, false),
            "households_informed_welfare", new Reach(Mark.Service.WELFARE, Mark.Depth.ATTENDED, false),
            "households_informed_law", new Reach(Mark.Service.LAW, Mark.Depth.ATTENDED, false),
            "households_given_skills", new Reach(Mark.Service.SKILLS, Mark.Depth.ATTENDED, false),
            "poor_given_knowledge", new Reach(Mark.Service.ECONOMY, Mark.Depth.ATTENDED, true));

    private final HouseholdRepository households;
    private final MarkRepository marks;
    private final YearRepository years;
    private final Villages villages;
    private final Geographies geographies;
    private final Words words;

    HouseholdCounting(
            HouseholdRepository households,
            MarkRepository marks,
            YearRepository years,
            Villages villages,
            Geographies geographies,
            Words words) {
        this.households = households;
        this.marks = marks;
        this.years = years;
        this.villages = villages;
        this.geographies = geographies;
        this.words = words;
    }

    @Override
    public Set<String> lines() {
        Set<String> lines = new java.util.HashSet<>(TYPES);
        lines.add(ALL);
        lines.addAll(FLAGS.keySet());
        lines.addAll(REACHED.keySet());
        return lines;
    }

    @Override
    public List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last) {
        List<Counted> counted = new ArrayList<>();
        if (lines.stream().noneMatch(lines()::contains)) {
            return counted;
        }
        Geography geography = geographies.now();
        geography.provinces(units).forEach((province, within) -> {
            if (!households.keeps(province)) {
                return;
            }
            for (int unit : within) {
                if (geography.level(unit).filter(Level.COMMUNE::equals).isPresent()) {
                    count(province, unit, last).forEach((line, figure) -> {
                        if (lines.contains(line)) {
                            counted.add(counted(unit, line, figure, last));
                        }
                    });
                }
            }
        });
        return counted;
    }

    private Counted counted(int unit, String line, int figure, LocalDate last) {
        String book = "/units/" + unit + "/households";
        Flag flag = FLAGS.get(line);
        Reach reach = REACHED.get(line);
        String records = flag != null
                ? book + "/list?flag=" + flag
                : reach != null
                        ? book + "?service=" + reach.service() + "&depth=" + reach.depth() + "&on=" + last
                        : TYPES.contains(line) ? book + "/years/" + last.getYear() : book;
        return new Counted(
                unit,
                line,
                "household." + line,
                words.text("household.book"),
                BigDecimal.valueOf(figure),
                reach == null ? 0 : figure,
                records);
    }

    /** Figures of a commune by line; empty: a village of it has no household in the book. */
    private Map<String, Integer> count(int province, int unit, LocalDate day) {
        Map<UUID, Village> origins = villages.origins(unit, day);
        Wanted wanted = new Wanted(province, origins.keySet(), day);
        Map<UUID, Integer> open = households.count(wanted);
        Map<UUID, Integer> here = new LinkedHashMap<>();
        origins.forEach((origin, village) -> here.merge(village.id(), open.getOrDefault(origin, 0), Integer::sum));
        boolean whole = !here.isEmpty()
                && origins.values().stream()
                        .filter(village -> village.validity().on(day))
                        .allMatch(village -> here.getOrDefault(village.id(), 0) > 0);
        Map<String, Integer> figures = new LinkedHashMap<>();
        if (!whole) {
            return figures;
        }
        figures.put(ALL, here.values().stream().mapToInt(Integer::intValue).sum());
        figures.putAll(types(province, unit, day));
        figures.putAll(flags(wanted));
        figures.putAll(reached(wanted));
        return figures;
    }

    private Map<String, Integer> types(int province, int unit, LocalDate day) {
        Optional<HouseholdYears.Frozen> frozen = years.frozen(province, unit, day.getYear());
        List<HouseholdYears.InVillage> rows =
                frozen.isEmpty() ? List.of() : years.villages(province, unit, day.getYear());
        Map<String, Integer> figures = new LinkedHashMap<>();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.types().getFirst() > 0)) {
            return figures;
        }
        for (int type = 0; type < TYPES.size(); type++) {
            int at = type + 1;
            figures.put(
                    TYPES.get(type),
                    rows.stream().mapToInt(row -> row.types().get(at)).sum());
        }
        return figures;
    }

    private Map<String, Integer> flags(Wanted wanted) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        FLAGS.forEach((line, flag) -> {
            int flagged = households.count(wanted, new Asked(null, "", flag, null, false));
            if (flagged > 0) { // none in the book: nobody brought the list, or there is none
                figures.put(line, flagged);
            }
        });
        return figures;
    }

    private Map<String, Integer> reached(Wanted wanted) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        if (!marks.any(wanted.province(), wanted.villages(), wanted.day().getYear())) {
            return figures;
        }
        Map<UUID, Bits> open = marks.open(wanted);
        Map<UUID, Bits> poor = marks.flagged(wanted, List.of(Flag.POOR, Flag.NEAR_POOR));
        REACHED.forEach((line, reach) -> {
            Map<UUID, Bits> ticked =
                    marks.reached(wanted.province(), wanted.villages(), wanted.day(), reach.service(), reach.depth());
            if (!ticked.isEmpty() && !(reach.poor() && poor.isEmpty())) {
                int n = 0;
                for (Map.Entry<UUID, Bits> each : ticked.entrySet()) {
                    Bits among = (reach.poor() ? poor : open).get(each.getKey());
                    n += among == null ? 0 : each.getValue().and(among).count();
                }
                figures.put(line, n);
            }
        });
        return figures;
    }
}
