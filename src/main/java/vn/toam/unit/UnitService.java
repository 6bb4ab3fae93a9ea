package vn.toam.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.UnitName;
import vn.toam.geography.UnitType;
import vn.toam.shared.NotFound;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Slice;

/**
 * The tree of administrative units on any date. Names and places are public facts: reading asks for no permission.
 * Dates before 2018 answer with the state of June 2025, the oldest that is kept.
 */
@Service
public class UnitService {

    /** The unit at the top: the whole country. */
    public static final int COUNTRY = 1;

    private static final int PAGE = 50;

    private final Geographies geographies;
    private final NameIndex names;
    private final Clock clock;

    UnitService(Geographies geographies, NameIndex names, Clock clock) {
        this.geographies = geographies;
        this.names = names;
        this.clock = clock;
    }

    /** The unit as it is today, or as it last was. @throws NotFound when there is none */
    public Unit find(int id) {
        return find(id, LocalDate.now(clock));
    }

    /** The unit as it was on {@code date}; on its nearest day when it did not exist then. @throws NotFound when there is none */
    public Unit find(int id, LocalDate date) {
        return geographies.knowing(id).find(id, date).orElseThrow(() -> new NotFound("unit " + id));
    }

    /** Several units at once, by name; unknown ids are left out. */
    public List<Unit> findAll(Collection<Integer> ids, LocalDate date) {
        return geographies.now().findAll(ids, date);
    }

    /** Its full name on {@code date} and the units above: "Huyện Tân Yên, tỉnh Bắc Giang". */
    public String nameOn(int id, LocalDate date) {
        String place = places(List.of(id), date).get(id);
        return find(id, date).fullName().vi() + (place == null ? "" : ", " + place);
    }

    /** For each unit the units above it, without the country: "huyện Tân Yên, tỉnh Bắc Giang"; provinces are left out. */
    public Map<Integer, String> places(Collection<Integer> ids, LocalDate date) {
        return geographies.now().places(ids, date);
    }

    /** The units directly below on {@code date}; towns first, then by name. */
    public List<Unit> children(int id, LocalDate date) {
        return geographies.now().children(id, date);
    }

    /** The units above, nearest first, the country last. */
    public List<Unit> ancestors(int id, LocalDate date) {
        return geographies.now().ancestors(id, date);
    }

    /** True when {@code unit} lay within {@code ancestor} on {@code date}, or is the same. */
    public boolean isWithin(int unit, int ancestor, LocalDate date) {
        return geographies.now().isWithin(unit, ancestor, date);
    }

    /** Ids of all units of {@code level} within {@code id} on {@code date}, itself included; in no order. */
    public List<Integer> idsBelow(int id, Level level, LocalDate date) {
        return geographies.now().below(id, level, date);
    }

    /** Ids of all units that lie in a place, or lay at their own end or at that of a unit that went into it. */
    public List<Integer> belonging(int place) {
        return geographies.now().belonging(place);
    }

    /**
     * How many units of a level lay within each of these on each of these days: as many must report.
     *
     * @param whole provinces of today among them whose former provinces are meant too
     */
    public Map<Integer, Map<LocalDate, Integer>> countBelow(
            Collection<Integer> ids, Collection<Integer> whole, Level level, Collection<LocalDate> days) {
        Geography geography = geographies.now();
        Map<Integer, Map<LocalDate, Integer>> counts = new HashMap<>();
        ids.forEach(id -> days.forEach(day ->
                counts.computeIfAbsent(id, any -> new HashMap<>()).put(day, geography.countBelow(id, level, day))));
        whole.forEach(id -> days.forEach(day -> geography
                .province(id)
                .ifPresent(code -> counts.computeIfAbsent(id, any -> new HashMap<>())
                        .put(day, geography.countInProvince(code, level, day)))));
        return counts;
    }

    /** All communes within {@code id} on {@code date}, by name. */
    public List<Unit> communesBelow(int id, LocalDate date) {
        return findAll(idsBelow(id, Level.COMMUNE, date), date);
    }

    /** The unit that bore an official code on {@code date}; codes are used again, so the date matters. Accepts variant codes. */
    public Optional<Unit> byCode(Level level, String code, LocalDate date) {
        return idByCode(level, code, date).flatMap(id -> geographies.now().find(id, date));
    }

    /** As {@link #byCode}, where only the id is needed. */
    public Optional<Integer> idByCode(Level level, String code, LocalDate date) {
        return geographies.now().byCode(level, code, date);
    }

    /**
     * Units on {@code date} whose name or code holds every word, with or without diacritics; words of the units above tell namesakes apart.
     *
     * @param level only this tier; null for all
     * @param number page, from 1
     */
    public Slice<Unit> search(String typed, LocalDate date, @Nullable Level level, int number) {
        SearchWords words = SearchWords.of(typed);
        List<Integer> found = words.isEmpty() ? List.of() : names.units(words, date, level);
        if (found.isEmpty() && !words.isEmpty()) {
            found = names.units(words.runTogether(), date, level);
        }
        int page = Math.clamp(number, 1, Math.max(1, (found.size() + PAGE - 1) / PAGE));
        List<Integer> ids = found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        return new Slice<>(inOrder(ids, date), page, PAGE, found.size());
    }

    /** Units of today whose name or code holds every word, the nearest first. */
    public List<Unit> search(SearchWords words, int limit) {
        LocalDate today = LocalDate.now(clock);
        return inOrder(names.units(words, today, null).stream().limit(limit).toList(), today);
    }

    /** Units that have ended, found by what they were last called, as they last were. */
    public List<Unit> searchEnded(SearchWords words, int limit) {
        LocalDate today = LocalDate.now(clock);
        return inOrder(names.ended(words, today).stream().limit(limit).toList(), today);
    }

    private List<Unit> inOrder(List<Integer> ids, LocalDate date) {
        Map<Integer, Unit> units = findAll(ids, date).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        return ids.stream().map(units::get).filter(Objects::nonNull).toList();
    }

    /** All names the unit has borne, oldest first. */
    public List<UnitName> names(int id) {
        return geographies.now().names(id);
    }

    /** The country, every province and district of {@code date}, and the communes that bear one of {@code codes} then. */
    public List<Unit> frame(Collection<String> codes, LocalDate date) {
        return geographies.now().frame(codes, date);
    }

    /** What units above the villages can be called: tỉnh, xã, phường … */
    public List<UnitType> types() {
        return geographies.now().types(false);
    }
}
