package vn.toam.recordentry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.mapping.ToneMarks;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.sheet.Folded;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.VillageMatch;
import vn.toam.village.Villages;

/**
 * The villages of a commune as tables name them: with or without their kind, with the former commune behind the name. What fits several, or
 * is written with other marks, is asked about.
 */
final class VillageChoices implements ColumnChoices {

    private static final Pattern BEHIND = Pattern.compile("\\s*[,(\\[]\\s*|\\s+[-–]\\s+");
    private static final Pattern PLACE = Pattern.compile("^(xa|phuong|thi tran|tt|x|p) | cu$");
    private static final int SUGGESTED = 5;
    private static final int NEAR = 2;

    private final Villages villages;
    private final List<Village> all;
    private final Map<UUID, String> before;

    VillageChoices(Villages villages, UnitService units, int province, int unit, LocalDate today) {
        this.villages = villages;
        this.all = villages.of(unit, today);
        this.before = before(villages, units, province, all);
    }

    /** The communes that villages came from, where several are called the same. */
    private static Map<UUID, String> before(Villages villages, UnitService units, int province, List<Village> all) {
        Map<UUID, String> before = new HashMap<>();
        all.stream().collect(Collectors.groupingBy(village -> village.fullName().vi())).values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .forEach(village -> {
                    LocalDate day = village.validity().from().minusDays(1);
                    Village once = villages.find(province, village.id(), day);
                    if (once.unit() != village.unit()) {
                        before.put(
                                village.id(),
                                units.find(once.unit(), day).fullName().vi());
                    }
                });
        return before;
    }

    @Override
    public List<Option> find(String said) {
        VillageMatch whole = villages.match(all, said);
        List<Village> bare = whole.none() ? bare(said) : List.of();
        if (!bare.isEmpty()) {
            return options(bare);
        }
        String[] parts = BEHIND.split(said, 2);
        if (!whole.none() || parts.length == 1) {
            return meant(whole, said);
        }
        String place = PLACE.matcher(Folded.of(parts[1])).replaceAll("");
        VillageMatch first = villages.match(all, parts[0]);
        return options(first.villages().stream()
                .filter(village -> ToneMarks.agree(parts[0], village.fullName().vi()))
                .filter(village -> {
                    String once = before.get(village.id());
                    return once != null
                            && PLACE.matcher(Folded.of(once)).replaceAll("").equals(place);
                })
                .toList());
    }

    /** Those whose whole name is meant where even the kind is written without marks: "thon hoa binh". */
    private List<Village> bare(String said) {
        String folded = SearchWords.fold(said);
        return all.stream()
                .filter(village -> SearchWords.fold(village.fullName().vi()).equals(folded))
                .filter(village -> ToneMarks.agree(said, village.fullName().vi()))
                .toList();
    }

    private List<Option> meant(VillageMatch match, String said) {
        return match.exact()
                ? options(match.villages())
                : options(match.villages().stream()
                        .filter(village ->
                                ToneMarks.agree(said, village.fullName().vi()))
                        .toList());
    }

    @Override
    public List<Option> near(String said) {
        List<Village> near = new ArrayList<>(villages.match(all, said).villages());
        villages.match(all, BEHIND.split(said, 2)[0]).villages().stream()
                .filter(village -> !near.contains(village))
                .forEach(near::add);
        String folded = Folded.of(said);
        all.stream()
                .filter(village -> !near.contains(village))
                .filter(village -> apart(village, folded) <= NEAR)
                .sorted(Comparator.comparingInt(village -> apart(village, folded)))
                .forEach(near::add);
        return options(near.isEmpty() ? all : near).stream()
                .limit(near.isEmpty() ? all.size() : SUGGESTED)
                .toList();
    }

    private static int apart(Village village, String folded) {
        return Math.min(
                ToneMarks.apart(Folded.of(village.fullName().vi()), folded),
                ToneMarks.apart(Folded.of(village.name()), folded));
    }

    @Override
    public Optional<Option> option(String code) {
        return all.stream()
                .filter(village -> village.id().toString().equals(code))
                .map(this::option)
                .findFirst();
    }

    private List<Option> options(List<Village> found) {
        return found.stream().map(this::option).toList();
    }

    private Option option(Village village) {
        String once = before.get(village.id());
        Text name = village.fullName();
        return new Option(
                village.id().toString(),
                once == null
                        ? name
                        : new Text(
                                name.vi() + " (" + once + ")",
                                name.en().isBlank() ? "" : name.en() + " (" + once + ")"));
    }
}
