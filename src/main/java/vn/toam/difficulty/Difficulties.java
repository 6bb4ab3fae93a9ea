package vn.toam.difficulty;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.geography.Unit;
import vn.toam.notice.Notifier;
import vn.toam.recordquery.ReceivedRecords;
import vn.toam.register.RecordService;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Access;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Conflict;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;

/** What the unit that is asked does with difficulties: puts them together and apart again, answers once for all, passes up, returns. */
@Service
@Transactional
public class Difficulties {

    static final String REGISTER = "difficulty";
    static final String PART_OF = "part_of";
    static final String JOINT = "joint";
    static final String STEPS = "steps";

    /** Most that are ticked at once. */
    private static final int MOST = 500;

    /** A difficulty that was ticked, as it was seen. */
    public record Ticked(int unit, UUID id, int version) {

        /** @param key as {@link Difficulty#key} writes it */
        static Ticked of(String key) {
            String[] parts = key.split("/");
            if (parts.length != 3 || !parts[0].matches("\\d{1,9}") || !parts[2].matches("\\d{1,9}")) {
                throw new BadRequest("ticked");
            }
            try {
                return new Ticked(Integer.parseInt(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
            } catch (IllegalArgumentException e) {
                throw new BadRequest("ticked");
            }
        }
    }

    private final RecordService service;
    private final ReceivedRecords records;
    private final DifficultyReader reader;
    private final Notifier notifier;
    private final Words words;
    private final Access access;
    private final Clock clock;

    Difficulties(
            RecordService service,
            ReceivedRecords records,
            DifficultyReader reader,
            Notifier notifier,
            Words words,
            Access access,
            Clock clock) {
        this.service = service;
        this.records = records;
        this.reader = reader;
        this.notifier = notifier;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Several difficulties are one: a record of the unit that is asked, which it answers for all of them.
     *
     * @param unit who is asked in each of them
     * @param text what the trouble is, in one sentence
     * @return the record that holds them
     */
    public UUID join(int unit, List<Ticked> ticked, String text) {
        access.require(RECORD_KEEP, Subject.of(unit));
        if (ticked.size() < 2 || ticked.size() > MOST) {
            throw Rejected.because("difficulty.problem.two");
        }
        List<RegisterRecord> parts = ticked.stream().map(this::seen).toList();
        for (RegisterRecord part : parts) {
            boolean free = part.state().equals("RAISED")
                    && part.values().text(JOINT) == null
                    && part.values().text(PART_OF) == null;
            if (DifficultyReader.asked(part) != unit || !free) {
                throw Rejected.because(
                        "difficulty.problem.free",
                        Objects.requireNonNullElse(part.values().text("text"), ""));
            }
            if (part.province() != parts.getFirst().province()) {
                throw Rejected.because("difficulty.problem.province");
            }
        }
        UUID whole = whole(unit, parts.getFirst(), text);
        parts.forEach(part -> step(part, "CONSOLIDATED", unit, Map.of(PART_OF, List.of(whole.toString())), ""));
        return whole;
    }

    /** The record that holds several: the unit's own, about what the first of them is about. */
    private UUID whole(int unit, RegisterRecord first, String text) {
        LocalDate today = LocalDate.now(clock);
        UUID whole = UUID.randomUUID();
        service.create(
                REGISTER,
                unit,
                null,
                whole,
                Map.of(
                        "topic",
                        first.values().all("topic"),
                        "text",
                        List.of(
                                text.isBlank()
                                        ? Objects.requireNonNull(first.values().text("text"))
                                        : text.strip()),
                        "raised",
                        List.of(today.toString()),
                        "asked_of",
                        List.of(String.valueOf(unit))));
        service.step(unit, whole, 1, "CONSOLIDATED", today, Map.of(JOINT, List.of("JOINT")), "");
        return whole;
    }

    /** What was put together stands alone again; refused once it was answered or passed up. */
    public void part(int unit, UUID id, int version) {
        RegisterRecord whole = seen(new Ticked(unit, id, version));
        access.require(RECORD_KEEP, whole);
        if (whole.values().text(JOINT) == null || !whole.state().equals("CONSOLIDATED")) {
            throw Rejected.because("difficulty.problem.apart");
        }
        records.naming(unit, PART_OF, List.of(id)).stream()
                .filter(part -> part.state().equals("CONSOLIDATED"))
                .forEach(part -> step(part, "RAISED", unit, Map.of(PART_OF, List.of("")), ""));
        service.move(unit, id, version, "CLOSED", LocalDate.now(clock), "");
    }

    /** Answers difficulties once for all, and what was put into them. */
    public void answer(List<Ticked> ticked, String answer, String number, String issued) {
        access.me();
        if (ticked.isEmpty() || ticked.size() > MOST) {
            throw Rejected.because("difficulty.problem.none");
        }
        if (answer.isBlank()) {
            throw Rejected.field("answer", "difficulty.problem.answer");
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, List<String>> said =
                new HashMap<>(Map.of("answer", List.of(answer.strip()), "answered_on", List.of(today.toString())));
        if (!number.isBlank()) {
            said.put("answer_document.number", List.of(number.strip()));
            said.put("answer_document.date", List.of(issued.strip()));
        }
        for (Ticked each : ticked) {
            RegisterRecord record = seen(each);
            int unit = DifficultyReader.asked(record);
            step(record, "ANSWERED", unit, said, "");
            if (record.values().text(JOINT) != null) {
                records.naming(each.unit(), PART_OF, List.of(each.id())).stream()
                        .filter(part -> part.state().equals("CONSOLIDATED"))
                        .forEach(part -> {
                            step(part, "ANSWERED", unit, said, "");
                            tell(part.unit(), "ANSWERED", part);
                        });
            }
            tell(record.unit(), "ANSWERED", record);
        }
    }

    /** Passes a difficulty to the unit above the one that is asked. */
    public void passUp(int unit, UUID id, int version, String note) {
        RegisterRecord record = seen(new Ticked(unit, id, version));
        int asked = DifficultyReader.asked(record);
        access.require(RECORD_KEEP, Subject.of(asked));
        if (record.values().text(PART_OF) != null) {
            throw Rejected.because("difficulty.problem.within");
        }
        Unit above = reader.above(asked).orElseThrow(() -> Rejected.because("difficulty.problem.top"));
        step(record, "PASSED_UP", asked, Map.of("asked_of", List.of(String.valueOf(above.id()))), note);
        tell(above.id(), "PASSED_UP", record);
    }

    /** Returns a difficulty to whoever raised it, who has to say more. @param note what is missing */
    public void sendBack(int unit, UUID id, int version, String note) {
        RegisterRecord record = seen(new Ticked(unit, id, version));
        access.require(RECORD_KEEP, Subject.of(DifficultyReader.asked(record)));
        if (note.isBlank()) {
            throw Rejected.field("note", "difficulty.problem.note");
        }
        step(record, "RETURNED", DifficultyReader.asked(record), Map.of(), note);
        tell(unit, "RETURNED", record);
    }

    /** Whoever raised it raises it again: it was returned, or the answer does not help. It stands alone then. */
    public void raiseAgain(int unit, UUID id, int version, String note) {
        RegisterRecord record = seen(new Ticked(unit, id, version));
        access.require(RECORD_KEEP, record);
        service.step(unit, id, version, "RAISED", LocalDate.now(clock), Map.of(PART_OF, List.of("")), note);
        tell(DifficultyReader.asked(record), "RAISED", record);
    }

    /** Whoever raised it is done with it. */
    public void close(int unit, UUID id, int version, String note) {
        RegisterRecord record = seen(new Ticked(unit, id, version));
        access.require(RECORD_KEEP, record);
        service.move(unit, id, version, "CLOSED", LocalDate.now(clock), note);
    }

    private void tell(int unit, String what, RegisterRecord record) {
        String text = Objects.requireNonNullElse(record.values().text("text"), "");
        notifier.tell(
                List.of(unit),
                RECORD_KEEP,
                words.text("difficulty.told." + what, text),
                "/difficulties/" + record.unit() + "/" + record.id());
    }

    private RegisterRecord seen(Ticked ticked) {
        RegisterRecord record = records.find(REGISTER, ticked.unit(), ticked.id());
        if (record.version() != ticked.version()) {
            throw new Conflict("difficulty " + ticked.id());
        }
        return record;
    }

    private void step(RegisterRecord record, String to, int by, Map<String, List<String>> said, String note) {
        service.step(
                record.unit(),
                record.id(),
                record.version(),
                to,
                LocalDate.now(clock),
                to.equals("RAISED") ? said : with(record, to, by, said),
                note);
    }

    /** What is said, and one more row of the steps. */
    private Map<String, List<String>> with(RegisterRecord record, String to, int by, Map<String, List<String>> said) {
        String row = STEPS + "." + record.values().rows(STEPS).size() + ".";
        Map<String, List<String>> typed = new HashMap<>(said);
        typed.put(row + "unit", List.of(String.valueOf(by)));
        typed.put(row + "action", List.of(to));
        typed.put(row + "date", List.of(LocalDate.now(clock).toString()));
        return typed;
    }

    /** The keys of what was ticked. */
    static List<Ticked> ticked(List<String> keys) {
        return new ArrayList<>(
                Stream.ofNullable(keys).flatMap(List::stream).map(Ticked::of).toList());
    }
}
