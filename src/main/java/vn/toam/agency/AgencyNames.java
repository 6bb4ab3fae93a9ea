package vn.toam.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import vn.toam.geography.Level;
import vn.toam.geography.Names;
import vn.toam.geography.Unit;
import vn.toam.unit.UnitService;

/**
 * Finds the agencies that a plan means by what it writes: "Phòng VH&TT huyện", "UBND các xã, thị trấn", "Sở LĐ-TB&XH". The plan's own unit
 * comes first, then the units above it; long, short and old spellings are the same.
 */
@Service
@DependsOn("referenceLoader")
public class AgencyNames {

    private final AgencyRepository agencies;
    private final UnitService units;
    private final Map<Level, Map<String, String>> kinds = new HashMap<>();

    AgencyNames(AgencyRepository agencies, UnitService units) {
        this.agencies = agencies;
        this.units = units;
        for (AgencyRepository.Alias alias : agencies.aliases()) {
            kinds.computeIfAbsent(alias.level(), l -> new HashMap<>())
                    .putIfAbsent(Names.key(alias.written()), alias.kind());
        }
    }

    /**
     * The agency or agencies meant by {@code written} in a plan of {@code unit} on {@code date}.
     *
     * @return an empty match when the name is not known; never a guess between two
     */
    public AgencyMatch resolve(int unit, String written, LocalDate date) {
        List<Unit> chain = new ArrayList<>(units.findAll(List.of(unit), date));
        chain.addAll(units.ancestors(unit, date));
        String key = Names.key(written);
        for (Unit place : chain) {
            Agency found = single(place, key, date);
            if (found != null) {
                return new AgencyMatch(List.of(found), false);
            }
        }
        List<String> syllables = Names.syllables(written);
        if (syllables.contains("cac") || key.startsWith("ubndcap")) {
            return collective(chain, syllables, key, date);
        }
        return lower(chain.getFirst(), key, date);
    }

    private @Nullable Agency single(Unit place, String key, LocalDate date) {
        List<Agency> here = agencies.ofUnits(List.of(place.id()), date);
        for (String suffix : suffixes(place)) {
            if (key.endsWith(suffix) && key.length() > suffix.length()) {
                String stem = key.substring(0, key.length() - suffix.length());
                String kind = kinds.getOrDefault(place.level(), Map.of()).get(stem);
                Predicate<Agency> named = a -> Names.key(a.name()).equals(stem)
                        || Names.key(a.shortName()).equals(stem)
                        || a.kind().equals(kind);
                List<Agency> fits = here.stream().filter(named).toList();
                if (!fits.isEmpty()) {
                    return fits.getFirst();
                }
            }
        }
        return null;
    }

    /** What may stand after an agency's name for this place: its name, its type, both, or nothing; longest first. */
    private static List<String> suffixes(Unit place) {
        String full = Names.key(place.fullName().vi());
        String name = Names.key(place.name());
        String type = full.endsWith(name) ? full.substring(0, full.length() - name.length()) : "";
        List<String> all = new ArrayList<>(List.of(full, name, type, ""));
        if (type.equals("thanhpho")) {
            all.addAll(List.of("tp" + name, "tp"));
        }
        if (place.level() == Level.COUNTRY) {
            all.addAll(List.of("trunguong", "tw"));
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private AgencyMatch collective(List<Unit> chain, List<String> syllables, String key, LocalDate date) {
        Unit place = chain.getFirst();
        if (key.startsWith("ubnd")
                || names(syllables, "diaphuong", "huyen", "quan", "xa", "phuong", "thitran")
                        && !names(syllables, "so", "phong", "nganh", "doanthe", "hoi", "coquan")) {
            return new AgencyMatch(agencies.committees(lowerUnits(place, syllables, date), date), true);
        }
        boolean departments = names(syllables, "so", "phong", "nganh", "ban", "coquan", "donvi");
        boolean fronts = names(syllables, "doanthe", "hoi", "tochucthanhvien", "tochucchinhtri", "tochucxahoi");
        List<Agency> meant = agencies.ofUnits(List.of(place.id()), date).stream()
                .filter(a -> departments && a.body().ordered() && a.body() != Body.GOVERNMENT
                        || fronts && a.body() == Body.FRONT)
                .toList();
        return meant.isEmpty() ? AgencyMatch.UNKNOWN : new AgencyMatch(meant, true);
    }

    /** True when one of the words, syllables run together, is written: "doanthe" for "đoàn thể", and not inside another word. */
    private static boolean names(List<String> syllables, String... words) {
        for (String word : words) {
            for (int i = 0; i < syllables.size(); i++) {
                StringBuilder run = new StringBuilder();
                for (int j = i; j < syllables.size() && run.length() < word.length(); j++) {
                    run.append(syllables.get(j));
                }
                if (run.toString().equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Integer> lowerUnits(Unit place, List<String> syllables, LocalDate date) {
        boolean every = names(syllables, "caccap");
        boolean communes = names(syllables, "phuong", "thitran", "dackhu", "capxa")
                || names(syllables, "xa") && !names(syllables, "thixa", "huyen", "quan");
        List<Integer> below = new ArrayList<>();
        if (place.level() == Level.COUNTRY) {
            below.addAll(units.idsBelow(place.id(), Level.PROVINCE, date));
        } else if (place.level() == Level.PROVINCE && (every || !communes)) {
            below.addAll(units.idsBelow(place.id(), Level.DISTRICT, date));
        }
        if (every || communes || below.isEmpty()) {
            below.addAll(units.idsBelow(place.id(), Level.COMMUNE, date));
        }
        return below;
    }

    /** "UBND xã Cao Xá" in a plan of the district above. */
    private AgencyMatch lower(Unit place, String key, LocalDate date) {
        if (!key.startsWith("ubnd")) {
            return AgencyMatch.UNKNOWN;
        }
        String name = key.substring("ubnd".length());
        List<Integer> below = new ArrayList<>(units.idsBelow(place.id(), Level.DISTRICT, date));
        below.addAll(units.idsBelow(place.id(), Level.COMMUNE, date));
        List<Integer> named = units.findAll(below, date).stream()
                .filter(u -> Names.key(u.fullName().vi()).equals(name))
                .map(Unit::id)
                .toList();
        return named.size() == 1 ? new AgencyMatch(agencies.committees(named, date), false) : AgencyMatch.UNKNOWN;
    }
}
