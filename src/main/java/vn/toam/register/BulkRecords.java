package vn.toam.register;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.definition.Register;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;

/**
 * Many records of a unit at once, in the running transaction and a handful of statements however many they are: found by their keys, saved, taken
 * back. What may be saved says {@link RecordChecks}, as for one record. Who asks has been asked for the right to keep them.
 */
@Component
public class BulkRecords {

    /** The state a record is in, among what is said of it. No field begins with an underline. */
    public static final String STATE = "_state";

    /** Since when it is. */
    public static final String SINCE = "_since";

    /** A register as columns: what they say of a record, and what was said as the inputs of its form. */
    public interface Columns {

        /** Columns that make a row one record. */
        List<String> key();

        /** What the columns say of a record. */
        Map<String, String> values(RegisterRecord record);

        /** Inputs of the form that say what the columns say, and what a record says beside them. @param kept null: it is new */
        Map<String, List<String>> typed(@Nullable RegisterRecord kept, Map<String, String> values);
    }

    /**
     * A record as it is to be.
     *
     * @param id of the one that changes; null: it is new
     * @param version of it that was compared
     * @param says by column: all of a new one, of another what changes
     */
    public record Wanted(@Nullable UUID id, int version, Map<String, String> says) {

        private boolean moves() {
            return id != null && says.containsKey(STATE);
        }

        private boolean changes() {
            return id != null && !Set.of(STATE, SINCE).containsAll(says.keySet());
        }
    }

    private final BulkRecordRepository repository;
    private final RecordRepository records;
    private final RecordChecks checks;
    private final RecordReminders reminders;
    private final Geographies geographies;
    private final Access access;
    private final Words words;
    private final Clock clock;

    BulkRecords(
            BulkRecordRepository repository,
            RecordRepository records,
            RecordChecks checks,
            RecordReminders reminders,
            Geographies geographies,
            Access access,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.checks = checks;
        this.reminders = reminders;
        this.geographies = geographies;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** Records with one of these keys, or of these days where a register has none, that the unit keeps or what it was made of kept, by key. */
    public Map<String, List<RegisterRecord>> standing(
            Register register, Columns columns, Unit place, Set<LocalDate> days, List<String> keys) {
        int[] kept = geographies.madeOf(place.id(), Origin.ENDED);
        int province = geographies.province(place.id());
        List<RegisterRecord> found = register.unique().isEmpty()
                ? repository.onDays(province, register.id(), kept, days)
                : repository.same(province, register.id(), kept, keys);
        return found.stream()
                .filter(record -> access.allows(RegisterPermissions.RECORD_KEEP, record))
                .collect(Collectors.groupingBy(record ->
                        Objects.requireNonNullElse(RecordRules.same(columns.key(), columns.values(record)::get), "")));
    }

    /** What is to be saved, once it is known that it may be. */
    private record Ready(Wanted wanted, @Nullable RegisterRecord kept, Values values) {}

    /** Saves what may still be saved. @return why some were not, by number; nothing: they, or others with the same key, changed since */
    public Map<Integer, Optional<Problem>> save(
            Register register,
            Columns columns,
            Unit place,
            @Nullable Integer agency,
            UUID batch,
            Map<Integer, Wanted> wanted) {
        Map<Integer, Optional<Problem>> refused = new HashMap<>();
        Map<Integer, Ready> ready = ready(register, columns, place, wanted, refused);
        Me me = access.me();
        Instant now = clock.instant();
        Rows rows = new Rows(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        ready.forEach((number, each) ->
                put(rows, number, each, register, () -> fresh(register, place, agency, batch, number, each, me, now)));
        written(repository.add(List.copyOf(rows.made().values()), now, me.name()), rows.made(), refused);
        written(
                repository.change(register, List.copyOf(rows.changed().values()), now, me.name()),
                rows.changed(),
                refused);
        rows.moved().keySet().removeAll(refused.keySet());
        written(repository.move(List.copyOf(rows.moved().values()), now, me.name()), rows.moved(), refused);
        String note = words.text("register.import.note").vi();
        repository.remember(List.copyOf(rows.made().values()), RecordChange.What.MADE, me, now, note);
        repository.remember(List.copyOf(rows.changed().values()), RecordChange.What.CHANGED, me, now, note);
        repository.remember(List.copyOf(rows.moved().values()), RecordChange.What.MOVED, me, now, note);
        reminders.expect(register, records(rows.made(), rows.changed(), rows.moved()));
        reminders.raised(register, records(rows.made()));
        return refused;
    }

    /** What one row of the table makes of a record. @param fresh the record where none was kept */
    private void put(Rows rows, int number, Ready each, Register register, Supplier<RegisterRecord> fresh) {
        RegisterRecord kept = each.kept();
        if (kept == null) {
            rows.made().put(number, row(register, fresh.get(), each.values()));
            return;
        }
        LocalDate day = each.values().day(register.date()).orElseThrow();
        String state = each.wanted().says().getOrDefault(STATE, kept.state());
        if (each.wanted().changes()) {
            rows.changed()
                    .put(
                            number,
                            row(
                                    register,
                                    kept.as(day, each.values(), kept.state(), kept.since(), kept.version() + 1),
                                    each.values()));
        }
        if (each.wanted().moves()) {
            int version = kept.version() + (each.wanted().changes() ? 1 : 0);
            LocalDate since = day(each.wanted().says());
            rows.moved()
                    .put(number, row(register, kept.as(day, each.values(), state, since, version + 1), each.values()));
        }
    }

    /** Rows to be written, by their number in the table. */
    private record Rows(
            Map<Integer, BulkRecordRepository.Row> made,
            Map<Integer, BulkRecordRepository.Row> changed,
            Map<Integer, BulkRecordRepository.Row> moved) {}

    /** Each record as it is afterwards. */
    @SafeVarargs
    private static Collection<RegisterRecord> records(Map<Integer, BulkRecordRepository.Row>... all) {
        Map<UUID, RegisterRecord> last = new LinkedHashMap<>();
        Arrays.stream(all)
                .flatMap(rows -> rows.values().stream())
                .forEach(row -> last.put(row.record().id(), row.record()));
        return last.values();
    }

    /** Those that were not written were changed, or made by somebody else, meanwhile. */
    private static void written(
            Set<UUID> written, Map<Integer, BulkRecordRepository.Row> rows, Map<Integer, Optional<Problem>> refused) {
        rows.entrySet().removeIf(each -> {
            boolean left = !written.contains(each.getValue().record().id());
            if (left) {
                refused.put(each.getKey(), Optional.empty());
            }
            return left;
        });
    }

    private Map<Integer, Ready> ready(
            Register register,
            Columns columns,
            Unit place,
            Map<Integer, Wanted> wanted,
            Map<Integer, Optional<Problem>> refused) {
        Map<UUID, RegisterRecord> kept = kept(place, wanted.values());
        Map<Integer, Ready> ready = new LinkedHashMap<>();
        wanted.forEach((number, each) -> {
            RegisterRecord record = each.id() == null ? null : kept.get(each.id());
            if (each.id() != null && (record == null || record.version() != each.version())) {
                refused.put(number, Optional.empty());
                return;
            }
            Map<String, String> says = new HashMap<>(record == null ? Map.of() : columns.values(record));
            says.putAll(each.says());
            RecordChecks.Read read = checks.judge(register, columns.typed(record, says));
            if (read.problems().isEmpty()) {
                ready.put(number, new Ready(each, record, read.values()));
            } else {
                refused.put(number, Optional.of(read.problems().getFirst()));
            }
        });
        List<Integer> numbers = List.copyOf(ready.keySet());
        List<List<Problem>> named = checks.named(
                register, place.id(), ready.values().stream().map(Ready::values).toList());
        for (int at = 0; at < numbers.size(); at++) {
            if (!named.get(at).isEmpty()) {
                refused.put(numbers.get(at), Optional.of(named.get(at).getFirst()));
                ready.remove(numbers.get(at));
            }
        }
        return ready;
    }

    private Map<UUID, RegisterRecord> kept(Unit place, Collection<Wanted> wanted) {
        List<UUID> ids = wanted.stream()
                .flatMap(each -> Optional.ofNullable(each.id()).stream())
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : records.findAll(geographies.province(place.id()), ids).stream()
                        .filter(record -> record.mergedInto() == null)
                        .filter(record -> access.allows(RegisterPermissions.RECORD_KEEP, record))
                        .collect(Collectors.toMap(RegisterRecord::id, record -> record));
    }

    private BulkRecordRepository.Row row(Register register, RegisterRecord record, Values values) {
        return new BulkRecordRepository.Row(
                record,
                checks.found(register, values),
                RecordRules.links(register, values).toList(),
                register.states().start());
    }

    /** The id of a record that an import makes: known before and after, so that it can be taken back. */
    private static UUID id(UUID batch, int number) {
        return UUID.nameUUIDFromBytes((batch + "/" + number).getBytes(StandardCharsets.UTF_8));
    }

    private RegisterRecord fresh(
            Register register,
            Unit place,
            @Nullable Integer agency,
            UUID batch,
            int number,
            Ready ready,
            Me me,
            Instant now) {
        LocalDate day = ready.values().day(register.date()).orElseThrow();
        Map<String, String> says = ready.wanted().says();
        return new RegisterRecord(
                geographies.province(place.id()),
                id(batch, number),
                register.id(),
                register.version(),
                place.id(),
                agency,
                ready.values().village(),
                says.getOrDefault(STATE, register.states().start()),
                says.containsKey(SINCE) ? day(says) : day,
                day,
                ready.values(),
                0,
                1,
                RegisterRecord.Source.IMPORTED,
                batch,
                null,
                false,
                now,
                now,
                me.name());
    }

    private static LocalDate day(Map<String, String> says) {
        return LocalDate.parse(Objects.requireNonNull(says.get(SINCE)));
    }

    /**
     * Takes a batch back.
     *
     * @param made numbers of the records that it made: they are gone afterwards, unless somebody touched them since or refers to them
     * @param changed by number what it was told to do with the others: they say and are again what they said and were before
     * @return numbers of those that stay as they are
     */
    public Set<Integer> undo(
            Register register, Unit place, UUID batch, Collection<Integer> made, Map<Integer, Wanted> changed) {
        int province = geographies.province(place.id());
        Map<UUID, Integer> numbers = new HashMap<>();
        made.forEach(number -> numbers.put(id(batch, number), number));
        Set<UUID> gone = repository.remove(province, batch, numbers.keySet());
        reminders.drop(province, gone);
        Map<UUID, RegisterRecord> kept = kept(place, changed.values());
        Map<UUID, Integer> before = new HashMap<>();
        changed.forEach((number, each) -> {
            UUID id = Objects.requireNonNull(each.id());
            numbers.put(id, number);
            int steps = (each.moves() ? 1 : 0) + (each.changes() ? 1 : 0);
            RegisterRecord record = kept.get(id);
            if (record != null && record.version() == each.version() + steps) {
                before.put(id, each.version());
            }
        });
        gone.addAll(restore(register, province, kept, before));
        return numbers.entrySet().stream()
                .filter(each -> !gone.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private Set<UUID> restore(
            Register register, int province, Map<UUID, RegisterRecord> kept, Map<UUID, Integer> before) {
        Me me = access.me();
        Instant now = clock.instant();
        List<BulkRecordRepository.Row> rows = new ArrayList<>();
        List<UUID> moved = new ArrayList<>();
        repository.versions(province, before).forEach((id, was) -> {
            RegisterRecord record = Objects.requireNonNull(kept.get(id));
            if (!record.state().equals(was.state())) {
                moved.add(id);
            }
            rows.add(row(
                    register,
                    record.as(
                            was.values().day(register.date()).orElseThrow(),
                            was.values(),
                            was.state(),
                            record.since(),
                            record.version() + 1),
                    was.values()));
        });
        Set<UUID> restored = repository.change(register, rows, now, me.name());
        moved.retainAll(restored);
        repository.back(province, moved);
        List<BulkRecordRepository.Row> done = rows.stream()
                .filter(row -> restored.contains(row.record().id()))
                .toList();
        repository.remember(done, RecordChange.What.UNDONE, me, now, "");
        reminders.expect(
                register, done.stream().map(BulkRecordRepository.Row::record).toList());
        return restored;
    }
}
