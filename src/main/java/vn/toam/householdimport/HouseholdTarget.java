package vn.toam.householdimport;

import static vn.toam.householdimport.HouseholdColumns.BIRTH;
import static vn.toam.householdimport.HouseholdColumns.NAME;
import static vn.toam.householdimport.HouseholdColumns.NO;
import static vn.toam.householdimport.HouseholdColumns.RELATION;
import static vn.toam.householdimport.HouseholdColumns.SINCE;
import static vn.toam.householdimport.HouseholdColumns.VILLAGE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Unit;
import vn.toam.household.Household;
import vn.toam.household.HouseholdFacts;
import vn.toam.household.HouseholdLists;
import vn.toam.household.HouseholdLists.Listed;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.Entries;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportPlace.Link;
import vn.toam.mapping.ImportRows;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordRow;
import vn.toam.mapping.RecordTarget;
import vn.toam.mapping.StandingRecord;
import vn.toam.mapping.TakenBack;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/**
 * The households of a commune's book, as a list of them is brought in. A row is a household of the book when village, number and name of the
 * head agree, or village, name and year of birth; when only some of it agrees it is asked about. No head is ever changed by a list.
 */
final class HouseholdTarget extends RecordTarget {

    private final Unit place;
    private final HouseholdLists lists;
    private final VillageNames villages;
    private final Words words;
    private final LocalDate today;

    /** Open households by village; read once. */
    private @Nullable Map<UUID, List<Household>> open;

    /** Whose a number of the list is, by village and number. */
    private final Map<String, String> numbers = new HashMap<>();

    HouseholdTarget(
            Unit place,
            List<RecordColumn> columns,
            HouseholdLists lists,
            VillageNames villages,
            Words words,
            LocalDate today) {
        super(columns);
        this.place = place;
        this.lists = lists;
        this.villages = villages;
        this.words = words;
        this.today = today;
    }

    Unit unit() {
        return place;
    }

    @Override
    public ImportPlace place() {
        String book = "/units/" + place.id() + "/households";
        Text name = words.text("householdimport.about", place.fullName());
        return new ImportPlace(
                "householdimport",
                ImportPlace.IMPORTS,
                book + "/import",
                name,
                false,
                List.of(new Link(book, name)),
                List.of(
                        new Link(book, words.text("householdimport.book")),
                        new Link(book + "/import", words.text("householdimport.more"))),
                "unit",
                place.id(),
                false);
    }

    @Override
    public String remembers() {
        return "household";
    }

    @Override
    protected List<String> key() {
        return List.of(VILLAGE, NO, NAME, RELATION);
    }

    @Override
    protected ColumnChoices choices(RecordColumn column) {
        return column.id().equals(VILLAGE) ? villages : super.choices(column);
    }

    @Override
    protected String name(Map<String, String> values) {
        return values.getOrDefault(NAME, "");
    }

    @Override
    public void compare(Mapping mapping, ImportRows rows, Entries entries) {
        numbers.clear();
        super.compare(mapping, mapping.column(RELATION) < 0 ? rows : new HouseholdRows(mapping, rows, today), entries);
    }

    /** The number without idle zeros, the year of birth alone, what was counted of the persons. */
    @Override
    protected Map<String, String> read(Map<String, String> values) {
        Map<String, String> read = new LinkedHashMap<>(values);
        read.computeIfPresent(NO, (column, no) -> no.replaceFirst("^0+(?=\\d)", ""));
        read.computeIfPresent(NAME, (column, name) -> name.replaceAll("\\s+", " "));
        read.computeIfPresent(BIRTH, (column, birth) -> {
            String year = HouseholdRows.year(birth);
            return year.isEmpty() ? birth : year;
        });
        String relation = read.put(RELATION, HouseholdRows.HOUSEHOLD);
        if (HouseholdRows.HEADLESS.equals(relation)) {
            read.put(RELATION, relation);
        } else if (relation != null && relation.startsWith(HouseholdRows.COUNTED)) {
            String[] counted = relation.split(";", -1);
            for (int i = 0; i < HouseholdColumns.COUNTS.size(); i++) {
                if (!counted[i + 1].isEmpty()) {
                    read.putIfAbsent(HouseholdColumns.COUNTS.get(i), counted[i + 1]);
                }
            }
        }
        return read;
    }

    @Override
    protected Map<String, List<StandingRecord>> standing(Collection<RecordRow> rows) {
        Map<UUID, List<Household>> book = book();
        Map<UUID, Map<String, List<Household>>> named = new HashMap<>();
        book.forEach((village, all) -> all.forEach(each -> named.computeIfAbsent(village, v -> new HashMap<>())
                .computeIfAbsent(SearchWords.fold(each.facts().head().name()), v -> new ArrayList<>())
                .add(each)));
        Map<String, List<StandingRecord>> standing = new HashMap<>();
        for (RecordRow row : rows) {
            UUID village = UUID.fromString(Objects.requireNonNull(row.values().get(VILLAGE)));
            String name = SearchWords.fold(row.values().getOrDefault(NAME, ""));
            List<Household> alike = named.getOrDefault(village, Map.of()).getOrDefault(name, List.of());
            List<StandingRecord> found = Candidates.of(row.values(), alike, book.getOrDefault(village, List.of()));
            if (!found.isEmpty()) {
                standing.put(row.key(), found);
            }
        }
        return standing;
    }

    @Override
    protected Map<String, String> settled(
            Map<String, String> values, @Nullable StandingRecord standing, Mapping mapping) {
        Map<String, String> settled = new LinkedHashMap<>(values);
        settled.remove(RELATION, HouseholdRows.HOUSEHOLD); // no column of its own: see HouseholdRows
        if (standing == null) {
            settled.putIfAbsent(
                    HouseholdColumns.REGISTRATION,
                    HouseholdFacts.NONE.registration().name());
            settled.putIfAbsent(SINCE, today.toString());
        } else {
            settled.remove(SINCE);
        }
        return settled;
    }

    @Override
    protected List<Problem> problems(@Nullable StandingRecord standing, Map<String, String> values) {
        List<Problem> problems = new ArrayList<>();
        String no = values.getOrDefault(NO, "");
        if (HouseholdRows.HEADLESS.equals(values.get(RELATION)) && standing == null) {
            problems.add(problem(RELATION, "headless"));
        }
        if (!no.equals(HouseholdRows.base(no))) {
            problems.add(problem(NO, "sheet", no, HouseholdRows.base(no)));
        } else if (!no.isEmpty() && (!no.matches("\\d{1,4}") || no.equals("0"))) {
            problems.add(problem(NO, "no", no));
        } else if (standing == null && !no.isEmpty()) {
            String other = numbers.putIfAbsent(values.get(VILLAGE) + "|" + no, name(values));
            if (other != null && !other.equals(name(values))) {
                problems.add(problem(NO, "noTwice", no, other));
            }
        }
        if (!values.getOrDefault(BIRTH, "").matches("|\\d{4}")) {
            problems.add(problem(BIRTH, "birth", values.getOrDefault(BIRTH, "")));
        }
        if (problems.isEmpty()) {
            LocalDate since = values.containsKey(SINCE) ? LocalDate.parse(values.get(SINCE)) : today;
            problems.addAll(lists.problems(HouseholdFacts.NONE.with(facts(values)), since));
        }
        return problems;
    }

    private static Problem problem(String column, String key, Object... arguments) {
        return new Problem(column, "householdimport.problem." + key, List.of(arguments));
    }

    @Override
    protected List<Text> warnings(Map<String, String> values) {
        return values.getOrDefault(BIRTH, "").isEmpty() ? List.of(words.text("householdimport.noYear")) : List.of();
    }

    private static Map<String, String> facts(Map<String, String> values) {
        Map<String, String> facts = new TreeMap<>(values);
        facts.keySet().removeAll(Set.of(VILLAGE, NO, RELATION, SINCE));
        return facts;
    }

    @Override
    public Map<Integer, Fault> save(ImportBatch batch) {
        Map<Integer, Listed> listed = new TreeMap<>();
        Map<UUID, Household> known = byId();
        batch.entries().forEach((ordinal, entry) -> {
            UUID id = recordOf(entry).map(UUID::fromString).orElse(null);
            Household old = id == null ? null : known.get(id);
            listed.put(ordinal, listed(entry, old, after(entry), versionOf(entry)));
        });
        Map<Integer, Fault> faults = new TreeMap<>();
        lists.save(place.id(), batch.id(), words.text("householdimport.reason").vi(), listed)
                .forEach(row -> faults.put(row, Fault.of("householdimport.touched")));
        return faults;
    }

    /** @param old null: it is new, or gone */
    private Listed listed(Entry entry, @Nullable Household old, Map<String, String> values, int version) {
        UUID id = recordOf(entry).map(UUID::fromString).orElse(null);
        String no = values.getOrDefault(NO, "");
        HouseholdFacts before = old == null ? HouseholdFacts.NONE : old.facts();
        return new Listed(
                old == null && values.containsKey(VILLAGE)
                        ? UUID.fromString(values.get(VILLAGE))
                        : old == null ? new UUID(0, 0) : villageOf(old),
                no.isEmpty() ? null : Integer.valueOf(no),
                id,
                version,
                before.with(facts(values)),
                values.containsKey(SINCE) ? LocalDate.parse(values.get(SINCE)) : today);
    }

    private UUID villageOf(Household household) {
        return book().entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(one -> one.id().equals(household.id())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Map<UUID, List<Household>> book() {
        Map<UUID, List<Household>> book = open == null ? lists.open(place.id()) : open;
        open = book;
        return book;
    }

    private Map<UUID, Household> byId() {
        open = null;
        Map<UUID, Household> known = new HashMap<>();
        book().values().forEach(all -> all.forEach(each -> known.put(each.id(), each)));
        return known;
    }

    @Override
    public TakenBack undo(ImportBatch batch) {
        Map<UUID, Household> known = byId();
        Map<Integer, Listed> changed = new TreeMap<>();
        Set<Integer> made = new TreeSet<>();
        batch.entries().forEach((ordinal, entry) -> {
            UUID id = recordOf(entry).map(UUID::fromString).orElse(null);
            if (id == null) {
                made.add(ordinal);
            } else {
                Map<String, String> values = new TreeMap<>();
                before(entry).forEach((column, value) -> values.put(column, value == null ? "" : value));
                changed.put(ordinal, listed(entry, known.get(id), values, versionOf(entry) + 1));
            }
        });
        Set<Integer> left = lists.undo(
                place.id(),
                batch.id(),
                made,
                changed,
                words.text("householdimport.undone").vi());
        List<Outcome.Left> named = new ArrayList<>();
        int values = 0;
        for (Map.Entry<Integer, Entry> each : batch.entries().entrySet()) {
            if (left.contains(each.getKey())) {
                named.add(new Outcome.Left(each.getValue().name(), List.of(Fault.of("householdimport.touched"))));
            } else {
                values += each.getValue().changes().size();
            }
        }
        return new TakenBack(batch.entries().size() - left.size(), values, named);
    }
}
