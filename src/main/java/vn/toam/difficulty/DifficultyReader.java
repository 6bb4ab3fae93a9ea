package vn.toam.difficulty;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;
import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Register;
import vn.toam.difficulty.Difficulty.State;
import vn.toam.geography.Unit;
import vn.toam.recordquery.ReceivedRecords;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Values;
import vn.toam.shared.Access;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Shows difficulties: those a unit is asked, those it raised, what was answered, how long each has stood where. */
@Service
@Transactional(readOnly = true)
public class DifficultyReader {

    private static final List<String> OPEN = List.of("RAISED", "CONSOLIDATED", "PASSED_UP");
    private static final List<String> ANSWERED = List.of("ANSWERED", "CLOSED");
    private static final List<String> ALL =
            Stream.of(State.values()).map(State::name).toList();
    private static final int SIMILAR = 20;

    private final ReceivedRecords records;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    DifficultyReader(ReceivedRecords records, UnitService units, Catalog catalog, Access access, Clock clock) {
        this.records = records;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /** How long a difficulty stood where. @param until null: it stands there now */
    public record Standing(
            Text state,
            @Nullable Text holder,
            LocalDate from,
            @Nullable LocalDate until,
            long days) {}

    /**
     * The page of one difficulty.
     *
     * @param answers whoever reads is asked: answers, passes up, returns
     * @param raises whoever reads raised it: raises it again, closes it
     * @param whole the one that it was put into
     * @param parts those that were put into it
     * @param similar what was answered to others like it
     */
    public record View(
            Difficulty one,
            List<Standing> standing,
            boolean answers,
            boolean raises,
            @Nullable Difficulty whole,
            List<Difficulty> parts,
            List<Difficulty> similar,
            @Nullable Text above) {}

    /** What a unit is asked and has not answered; those that were put into another stand there, not here. */
    public Slice<Difficulty> asked(int unit, int number) {
        return shown(records.asked(Difficulties.REGISTER, unit, OPEN, Difficulties.PART_OF, number));
    }

    /** What a unit itself raised, the newest first. */
    public Slice<Difficulty> raised(int unit, int number) {
        return shown(records.own(Difficulties.REGISTER, unit, number));
    }

    private Slice<Difficulty> shown(Slice<RegisterRecord> page) {
        return new Slice<>(shown(page.items()), page.number(), page.size(), page.total());
    }

    /** What was answered to others by whoever stands above the account asking, with or without marks; those most alike first. */
    public List<Difficulty> answered(String words) {
        return alone(shown(records.alike(Difficulties.REGISTER, words, ANSWERED, SIMILAR))).stream()
                .filter(each -> !each.answer().isEmpty())
                .toList();
    }

    private static List<Difficulty> alone(List<Difficulty> all) {
        return all.stream().filter(each -> each.partOf() == null).toList();
    }

    /** May whoever asks answer what a unit is asked? */
    public boolean mayAnswer(int unit) {
        return access.allows(RECORD_KEEP, Subject.of(unit));
    }

    /** The page of a difficulty. */
    public View view(int unit, UUID id) {
        RegisterRecord record = records.find(Difficulties.REGISTER, unit, id);
        Difficulty one = shown(List.of(record)).getFirst();
        List<Difficulty> parts =
                one.joint() ? shown(records.naming(unit, Difficulties.PART_OF, List.of(id))) : List.of();
        UUID into = one.partOf();
        return new View(
                one,
                standing(record),
                mayAnswer(one.asked()),
                access.allows(RECORD_KEEP, record),
                into == null ? null : whole(record, into),
                parts,
                answered(one.text()).stream()
                        .filter(each -> !each.id().equals(id) && !each.id().equals(into))
                        .limit(5)
                        .toList(),
                above(one.asked()).map(Unit::fullName).orElse(null));
    }

    /** The unit that a difficulty is passed up to. */
    java.util.Optional<Unit> above(int unit) {
        return units.ancestors(unit, LocalDate.now(clock)).stream().findFirst();
    }

    private @Nullable Difficulty whole(RegisterRecord part, UUID into) {
        String asked = part.values().text("asked_of");
        return asked == null || !access.allows(RECORD_READ, part)
                ? null
                : records.whole(part, into)
                        .map(each -> shown(List.of(each)).getFirst())
                        .orElse(null);
    }

    /** Each state with the unit at which it stood. */
    private List<Standing> standing(RegisterRecord record) {
        LocalDate today = LocalDate.now(clock);
        List<Integer> passed = passed(record);
        List<Standing> standing = new ArrayList<>();
        int level = 0;
        for (ReceivedRecords.Span span : records.spans(record)) {
            State state = State.valueOf(span.state());
            level += state == State.PASSED_UP ? 1 : 0;
            Integer holder = holder(record, state, level, passed);
            LocalDate until = span.until();
            standing.add(new Standing(
                    name(state),
                    holder == null ? null : units.find(holder, today).fullName(),
                    span.first(),
                    until,
                    ChronoUnit.DAYS.between(span.first(), until == null ? today : until)));
        }
        return standing;
    }

    private static List<Integer> passed(RegisterRecord record) {
        return record.values().rows(Difficulties.STEPS).stream()
                .filter(row -> "PASSED_UP".equals(row.text("action")))
                .map(row -> Integer.valueOf(Objects.requireNonNull(row.text("unit"))))
                .toList();
    }

    private static @Nullable Integer holder(RegisterRecord record, State state, int level, List<Integer> passed) {
        return switch (state) {
            case RAISED, CONSOLIDATED, PASSED_UP -> level < passed.size() ? passed.get(level) : asked(record);
            case RETURNED, ANSWERED -> Integer.valueOf(record.unit());
            case CLOSED -> null;
        };
    }

    static int asked(RegisterRecord record) {
        return Integer.parseInt(Objects.requireNonNull(record.values().text("asked_of")));
    }

    private Text name(State state) {
        return catalog.get(Register.class, Difficulties.REGISTER)
                .states()
                .state(state.name())
                .orElseThrow()
                .name();
    }

    /** Records as they stand, with the names they need. */
    List<Difficulty> shown(Collection<RegisterRecord> found) {
        LocalDate today = LocalDate.now(clock);
        Set<Integer> places = new HashSet<>();
        found.forEach(each -> places.addAll(List.of(each.unit(), asked(each))));
        Map<Integer, Text> names = units.findAll(places, today).stream()
                .collect(Collectors.toMap(Unit::id, Unit::fullName, (one, other) -> one));
        Map<UUID, Set<Integer>> raisers = raisers(found);
        return found.stream()
                .map(each -> shown(
                        each, names, raisers.getOrDefault(each.id(), Set.of()).size(), today))
                .toList();
    }

    /** Who raised what was put together. */
    private Map<UUID, Set<Integer>> raisers(Collection<RegisterRecord> found) {
        Map<UUID, Set<Integer>> raisers = new HashMap<>();
        found.stream()
                .filter(each -> each.values().text(Difficulties.JOINT) != null)
                .collect(Collectors.groupingBy(RegisterRecord::province))
                .values()
                .forEach(joint -> records.naming(
                                joint.getFirst().unit(),
                                Difficulties.PART_OF,
                                joint.stream().map(RegisterRecord::id).toList())
                        .forEach(part -> raisers.computeIfAbsent(
                                        UUID.fromString(Objects.requireNonNull(
                                                part.values().text(Difficulties.PART_OF))),
                                        any -> new HashSet<>())
                                .add(part.unit())));
        return raisers;
    }

    private Difficulty shown(RegisterRecord record, Map<Integer, Text> names, int raisers, LocalDate today) {
        Values values = record.values();
        State state = State.valueOf(record.state());
        int asked = asked(record);
        Integer holder = holder(record, state, Integer.MAX_VALUE, List.of());
        boolean joint = values.text(Difficulties.JOINT) != null;
        String part = values.text(Difficulties.PART_OF);
        Text nothing = Text.of("");
        return new Difficulty(
                record.unit(),
                record.id(),
                record.version(),
                said(values, "text"),
                topic(values),
                said(values, "details"),
                record.onDay(),
                names.getOrDefault(record.unit(), nothing),
                asked,
                names.getOrDefault(asked, nothing),
                state,
                name(state),
                holder == null ? null : names.getOrDefault(holder, nothing),
                ChronoUnit.DAYS.between(record.since(), today),
                joint,
                joint ? raisers : 1,
                part == null ? null : UUID.fromString(part),
                said(values, "answer"),
                values.day("answered_on").orElse(null));
    }

    private static String said(Values values, String field) {
        return Objects.requireNonNullElse(values.text(field), "");
    }

    private Text topic(Values values) {
        return catalog.get(Register.class, Difficulties.REGISTER)
                .field("topic")
                .orElseThrow()
                .word(catalog, said(values, "topic"))
                .orElse(Text.of(""));
    }

    /**
     * The difficulties of a place and year for its report: each trouble once, those that most units met first. Empty for who may not read records.
     */
    public List<Difficulty> ofYear(int unit, int year) {
        if (!access.allows(RECORD_READ, Subject.of(unit))) {
            return List.of();
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        List<RegisterRecord> kept = new ArrayList<>(
                unit == UnitService.COUNTRY
                        ? records.asked(Difficulties.REGISTER, unit, ALL).stream()
                                .filter(each -> each.onDay().getYear() == year)
                                .toList()
                        : records.kept(
                                Difficulties.REGISTER,
                                unit,
                                ALL,
                                first,
                                first.plusYears(1).minusDays(1)));
        List<Difficulty> all = shown(kept);
        Set<UUID> here = all.stream().map(Difficulty::id).collect(Collectors.toSet());
        return all.stream()
                .filter(each -> each.partOf() == null || !here.contains(each.partOf()))
                .filter(each -> !each.joint() || each.units() > 0)
                .sorted(Comparator.comparing(Difficulty::units).reversed().thenComparing(Difficulty::raised))
                .toList();
    }
}
