package vn.toam.recordquery;

import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.register.ReadingRights;
import vn.toam.register.RecordRules;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Records of registers in which another unit is asked ({@link Register#receiver}), for the pages on which it answers. */
@Service
@Transactional(readOnly = true)
public class ReceivedRecords {

    /** Most records of one list. */
    public static final int MOST = 500;

    /** Records on a page. */
    static final int PAGE = 50;

    private static final LocalDate FAR = LocalDate.of(2200, 1, 1);

    /** A state that a record was in. @param until first day no longer; null: today too */
    public record Span(
            String state, LocalDate first, @Nullable LocalDate until) {}

    private final ReceivedRepository repository;
    private final Records records;
    private final Registers registers;
    private final RecordPlaces places;
    private final ReadingRights rights;
    private final Geographies geographies;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    ReceivedRecords(
            ReceivedRepository repository,
            Records records,
            Registers registers,
            RecordPlaces places,
            ReadingRights rights,
            Geographies geographies,
            UnitService units,
            Access access,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.registers = registers;
        this.places = places;
        this.rights = rights;
        this.geographies = geographies;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** Records in which a unit is asked, the oldest first. */
    public List<RegisterRecord> asked(String register, int unit, Collection<String> states) {
        access.require(RECORD_READ, Subject.of(unit));
        return repository.asked(question(register, unit, states, null), MOST, 0);
    }

    /**
     * A page of them.
     *
     * @param blank a field that has to be empty: records that name another there stand with that one
     * @param number of the page, from 1
     */
    public Slice<RegisterRecord> asked(String register, int unit, Collection<String> states, String blank, int number) {
        access.require(RECORD_READ, Subject.of(unit));
        ReceivedRepository.Asked question = question(register, unit, states, blank);
        int total = repository.countAsked(question);
        int page = within(number, total);
        return new Slice<>(repository.asked(question, PAGE, (page - 1) * PAGE), page, PAGE, total);
    }

    private static int within(int number, int total) {
        return Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
    }

    private ReceivedRepository.Asked question(
            String register, int unit, Collection<String> states, @Nullable String blank) {
        Register kind = registers.get(register, unit);
        LocalDate today = LocalDate.now(clock);
        Set<Integer> provinces = new HashSet<>(Set.of(geographies.province(unit)));
        if (unit == UnitService.COUNTRY) {
            units.children(unit, today).forEach(each -> provinces.add(geographies.province(each.id())));
        }
        return new ReceivedRepository.Asked(
                provinces, register, Objects.requireNonNull(kind.receiver()), unit, states, blank);
    }

    /** Records that a place and everything below it keeps, whose leading day lies in a window; the newest first. */
    public List<RegisterRecord> kept(
            String register, int unit, Collection<String> states, LocalDate first, LocalDate last) {
        access.require(RECORD_READ, Subject.of(unit));
        RecordPlaces.Scope scope = places.of(units.find(unit, LocalDate.now(clock)));
        return repository.kept(scope.province(), register, scope.units(), states, first, last, MOST, 0);
    }

    /** A page of the records that a place itself keeps, the newest first. */
    public Slice<RegisterRecord> own(String register, int unit, int number) {
        access.require(RECORD_READ, Subject.of(unit));
        RecordPlaces.Scope scope = places.itself(units.find(unit, LocalDate.now(clock)));
        int total = repository.count(scope.province(), register, Objects.requireNonNull(scope.units()));
        int page = within(number, total);
        List<RegisterRecord> found = repository.kept(
                scope.province(),
                register,
                scope.units(),
                states(register, unit),
                LocalDate.EPOCH,
                FAR,
                PAGE,
                (page - 1) * PAGE);
        return new Slice<>(found, page, PAGE, total);
    }

    private List<String> states(String register, int unit) {
        return registers.get(register, unit).states().states().stream()
                .map(Lifecycle.State::id)
                .toList();
    }

    /** Records that name one of some others of a province in a field, as far as they may be read. */
    public List<RegisterRecord> naming(int unit, String field, Collection<UUID> others) {
        access.require(RECORD_READ);
        return others.isEmpty()
                ? List.of()
                : repository.naming(geographies.province(unit), field, others).stream()
                        .filter(each -> rights.reads(registers.get(each.register(), each.unit()), each))
                        .toList();
    }

    /** The record that another, which may be read, was put into: whoever raised a part may know what becomes of the whole. */
    public Optional<RegisterRecord> whole(RegisterRecord part, UUID whole) {
        access.require(RECORD_READ);
        rights.require(registers.get(part.register(), part.unit()), part);
        boolean named = part.values().map().containsValue(whole.toString());
        return named ? records.find(part.province(), whole) : Optional.empty();
    }

    /** A record that may be read, or in which whoever reads is asked. @throws NotFound when the unit keeps none of that id */
    public RegisterRecord find(String register, int unit, UUID id) {
        Register kind = registers.get(register, unit);
        rights.requireFigures(kind, unit);
        RegisterRecord record = records.find(geographies.province(unit), id)
                .filter(each -> each.unit() == unit && each.register().equals(register) && each.mergedInto() == null)
                .orElseThrow(() -> new NotFound("record " + id));
        rights.require(kind, record);
        return record;
    }

    /** The states that a record was in. */
    public List<Span> spans(RegisterRecord record) {
        rights.require(registers.get(record.register(), record.unit()), record);
        return repository.spans(record.province(), record.id());
    }

    /**
     * Records of the province of whoever asks in which a unit above it, or its own, is asked, that share words with a text: those that share most
     * first. They are shown for what was answered, whoever asked: an answer holds for everybody below whoever gave it.
     *
     * @param text with or without marks; blank: the newest
     */
    public List<RegisterRecord> alike(String register, String text, Collection<String> states, int limit) {
        var me = access.require(RECORD_READ);
        LocalDate today = LocalDate.now(clock);
        Register kind = registers.get(register, me.unit());
        Set<Integer> above = new HashSet<>(Set.of(me.unit()));
        units.ancestors(me.unit(), today).stream().map(Unit::id).forEach(above::add);
        Set<String> words = words(text);
        int least = Math.max(1, words.size() * 2 / 5);
        List<RegisterRecord> found = new ArrayList<>();
        for (RegisterRecord each : repository.kept(
                geographies.province(me.unit()), register, null, states, LocalDate.EPOCH, FAR, MOST, 0)) {
            String asked = each.values().text(Objects.requireNonNull(kind.receiver()));
            if (asked != null
                    && above.contains(Integer.valueOf(asked))
                    && (words.isEmpty() || shared(kind, each, words) >= least)) {
                found.add(each);
            }
        }
        if (!words.isEmpty()) {
            found.sort(Comparator.comparing((RegisterRecord each) -> shared(kind, each, words))
                    .reversed());
        }
        return found.stream().limit(limit).toList();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(SearchWords.fold(text).split(" +")));
        words.removeIf(word -> word.length() < 2);
        return words;
    }

    private static int shared(Register register, RegisterRecord record, Set<String> words) {
        Set<String> own = words(RecordRules.words(register, record.values(), false, List.of()));
        own.retainAll(words);
        return own.size();
    }
}
