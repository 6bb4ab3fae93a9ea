package vn.toam.register;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;
import vn.toam.notice.Notifier;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Tells whoever keeps a record that one of its days nears: a week before and on the day, as long as the record is open. */
@Component
class RecordReminders implements DueHandler {

    static final String KIND = "register.due";

    /** Days before. */
    static final int AHEAD = 7;

    private static final LocalTime HOUR = LocalTime.of(7, 0);

    private final RecordRepository repository;
    private final Registers registers;
    private final Notifier notifier;
    private final DueWork due;
    private final UnitService units;
    private final ObjectProvider<RegisterDesk> desks;
    private final Words words;
    private final Clock clock;

    RecordReminders(
            RecordRepository repository,
            Registers registers,
            Notifier notifier,
            DueWork due,
            UnitService units,
            ObjectProvider<RegisterDesk> desks,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.registers = registers;
        this.notifier = notifier;
        this.due = due;
        this.units = units;
        this.desks = desks;
        this.words = words;
        this.clock = clock;
    }

    /** A day on which something of a record is due. */
    record Day(Text what, LocalDate on) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** To be called whenever a record was made, changed or moved on. */
    void expect(Register register, RegisterRecord record) {
        String key = key(record.province(), record.id());
        next(register, record).ifPresentOrElse(moment -> due.at(moment, KIND, key), () -> due.drop(KIND, key));
    }

    /** Tells the unit that is asked in new records of one unit: one record by its words, several by their number. */
    void raised(Register register, Collection<RegisterRecord> made) {
        String receiver = register.receiver();
        if (receiver == null) {
            return;
        }
        Map<Integer, List<RegisterRecord>> asked = new LinkedHashMap<>();
        for (RegisterRecord record : made) {
            String unit = record.values().text(receiver);
            if (unit != null && Integer.parseInt(unit) != record.unit()) {
                asked.computeIfAbsent(Integer.valueOf(unit), any -> new ArrayList<>())
                        .add(record);
            }
        }
        asked.forEach((unit, records) -> tellAsked(register, unit, records));
    }

    private void tellAsked(Register register, int unit, List<RegisterRecord> records) {
        RegisterRecord first = records.getFirst();
        Text raiser = units.find(first.unit(), LocalDate.now(clock)).fullName();
        String title = register.title().getFirst();
        boolean hidden = register.field(title).orElseThrow().personal();
        String said = hidden ? "" : Objects.requireNonNullElse(first.values().text(title), "");
        Optional<RegisterDesk> desk = desks.orderedStream()
                .filter(each -> each.register().equals(register.id()))
                .findFirst();
        boolean one = records.size() == 1 && !said.isEmpty();
        notifier.tell(
                List.of(unit),
                RECORD_KEEP,
                one
                        ? words.text("register.told.asked", register.name(), said, raiser)
                        : words.text("register.told.many", register.name(), records.size(), raiser),
                one
                        ? desk.flatMap(each -> each.path(first))
                                .orElse(RegisterRecord.path(register.id(), first.unit(), first.id()))
                        : desk.map(each -> each.path(unit)).orElse("/registers/" + register.id() + "?unit=" + unit));
    }

    /** The same for many records of one province. */
    void expect(Register register, Collection<RegisterRecord> records) {
        Map<String, LocalDateTime> moments = new LinkedHashMap<>();
        List<String> none = new ArrayList<>();
        records.forEach(record -> {
            String key = key(record.province(), record.id());
            next(register, record).ifPresentOrElse(moment -> moments.put(key, moment), () -> none.add(key));
        });
        due.at(moments, KIND);
        due.drop(KIND, none);
    }

    /** Nothing is due of records that are gone. */
    void drop(int province, Collection<UUID> records) {
        due.drop(KIND, records.stream().map(id -> key(province, id)).toList());
    }

    private static String key(int province, UUID id) {
        return province + "/" + id;
    }

    private Optional<LocalDateTime> next(Register register, RegisterRecord record) {
        LocalDateTime now = LocalDateTime.now(clock);
        return days(register, record).stream()
                .flatMap(day -> Stream.of(day.on().minusDays(AHEAD), day.on()))
                .map(day -> day.atTime(HOUR))
                .filter(moment -> moment.isAfter(now))
                .min(LocalDateTime::compareTo);
    }

    @Override
    public void due(String key) {
        String[] parts = key.split("/");
        repository.find(Integer.parseInt(parts[0]), UUID.fromString(parts[1])).ifPresent(record -> {
            Register register = registers.get(record.register(), record.unit());
            LocalDate today = LocalDate.now(clock);
            days(register, record).stream()
                    .filter(day -> day.on().equals(today) || day.on().equals(today.plusDays(AHEAD)))
                    .forEach(day -> tell(register, record, day));
            expect(register, record);
        });
    }

    /** What is still due of an open record. */
    static List<Day> days(Register register, RegisterRecord record) {
        boolean over = record.mergedInto() != null
                || register.states()
                        .state(record.state())
                        .filter(Lifecycle.State::closed)
                        .isPresent();
        if (over) {
            return List.of();
        }
        Stream<Day> named =
                register.due().stream().flatMap(place -> days(register, record, place, until(register, place), 0));
        Stream<Day> derived = register.states().derived().stream()
                .filter(each ->
                        each.rule() == Lifecycle.Rule.PAST && each.from().contains(record.state()))
                .flatMap(each -> days(
                        register,
                        record,
                        Objects.requireNonNull(each.date()),
                        each.until(),
                        each.daysOf(each.by() == null ? null : record.values().text(each.by()))));
        return Stream.concat(named, derived).distinct().toList();
    }

    /** The field whose filling settles what is due on a day; null: nothing but the end of the record does. */
    private static @Nullable String until(Register register, String place) {
        return register.states().derived().stream()
                .filter(each -> place.equals(each.date()) && each.until() != null)
                .findFirst()
                .map(Lifecycle.Derived::until)
                .orElse(null);
    }

    private static Stream<Day> days(
            Register register, RegisterRecord record, String place, @Nullable String until, int later) {
        Text what = register.field(place).map(RecordField::name).orElse(register.name());
        int dot = place.indexOf('.');
        Stream<Values> rows =
                dot < 0 ? Stream.of(record.values()) : record.values().rows(place.substring(0, dot)).stream();
        return rows.filter(row -> until == null || row.text(until.substring(until.indexOf('.') + 1)) == null)
                .flatMap(row -> row.day(place.substring(dot + 1)).stream())
                .map(day -> new Day(what, day.plusDays(later)));
    }

    private void tell(Register register, RegisterRecord record, Day day) {
        String name =
                Objects.requireNonNullElse(record.values().text(register.title().getFirst()), "");
        String on = Numbers.date(day.on());
        notifier.tell(new Notifier.Message(
                record.unit(),
                record.agency(),
                RECORD_KEEP,
                words.text("register.notice.due", name, register.name(), day.what(), on),
                words.text("register.notice.due.subject", register.name()),
                words.text("register.notice.due.letter", register.name(), day.what(), on),
                "/registers/" + register.id() + "/" + record.unit() + "/" + record.id(),
                null,
                false));
    }
}
