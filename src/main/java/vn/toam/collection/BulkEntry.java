package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.submission.Figures;
import vn.toam.submission.Filling;
import vn.toam.submission.Submission;
import vn.toam.unit.Geographies;

/**
 * Figures of many units of one round at once, from files and other systems: all of a unit's or none of them, a few statements for all.
 * Entered is not sent: checks that ask for notes are held against them when the unit sends.
 */
@Service
public class BulkEntry {

    /**
     * What is to stand in a unit's return; lines that are not named stay as they are.
     *
     * @param figures by line; null clears
     * @param notes by line; blank clears
     * @param narrative by text line; blank clears
     */
    public record Return(
            int unit,
            Map<String, @Nullable BigDecimal> figures,
            Map<String, String> notes,
            Map<String, String> narrative) {

        public Return(int unit, Map<String, @Nullable BigDecimal> figures, Map<String, String> notes) {
            this(unit, figures, notes, Map.of());
        }
    }

    /**
     * What became of it.
     *
     * @param version version now; null: nothing of the unit was saved, {@code problems} says why
     */
    public record Outcome(int unit, @Nullable Integer version, List<Problem> problems) {}

    /** Published within the same transaction: for these units somebody above types from paper. @param proof which paper, and why */
    public record Declared(Round round, Set<Integer> units, String proof) {}

    private final SubmissionRepository submissions;
    private final FourEyes eyes;
    private final CollectionService collection;
    private final Geographies places;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkEntry(
            SubmissionRepository submissions,
            FourEyes eyes,
            CollectionService collection,
            Geographies places,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.eyes = eyes;
        this.collection = collection;
        this.places = places;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Returns of these units as they stand, by unit; units the round does not ask are not among them. */
    @Transactional(readOnly = true)
    public Map<Integer, Submission> standing(UUID round, Collection<Integer> units) {
        Map<Integer, Submission> standing = new HashMap<>();
        fillings(round, units, false).forEach((unit, filling) -> standing.put(unit, filling.submission()));
        permit(standing.values());
        return standing;
    }

    /** What would be refused of {@code wanted}, were it saved now. */
    @Transactional(readOnly = true)
    public List<Problem> problems(UUID round, @Nullable Submission standing, Return wanted) {
        access.require(FIGURES_READ, Subject.of(wanted.unit()));
        return problems(fields(collection.form(collection.round(round))), standing, wanted);
    }

    /**
     * Saves. The same request again (same {@code key}) changes nothing and is answered like the first.
     *
     * @param proof from which signed paper it is typed for others, and why; units for which that was never declared are left out while it is
     *     blank, those for which it was need none
     * @throws NotAllowed unless the account may enter for each unit, or type for it (which is told to the unit and audited)
     * @throws Rejected when the round is closed, or the proof says nothing
     */
    @Transactional
    public List<Outcome> save(UUID roundId, List<Return> returns, String key, String proof) {
        Round round = collection.open(roundId);
        Map<String, Field> fields = fields(collection.form(round));
        Map<Integer, Filling> standing =
                fillings(roundId, returns.stream().map(Return::unit).toList(), true);
        Set<UUID> unproven = unproven(standing.values(), proof);
        Map<Integer, List<Filling>> changed = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Return wanted : returns) {
            Filling found = standing.get(wanted.unit());
            if (found != null && found.keys().contains(key)) {
                outcomes.add(new Outcome(wanted.unit(), found.submission().version(), List.of()));
                continue;
            }
            Submission before = found == null ? null : found.submission();
            List<Problem> problems = found != null && found.reused(key)
                    ? List.of(new Problem("", "collection.problem.reused", List.of()))
                    : problems(fields, before, wanted);
            if (proof.isBlank() && problems.isEmpty() && before != null && unproven.contains(before.id())) {
                problems = List.of(new Problem("proof", "collection.problem.proxy", List.of()));
            }
            if (found == null || !problems.isEmpty()) {
                outcomes.add(new Outcome(wanted.unit(), null, problems));
            } else {
                Submission after = after(fields, found.submission(), wanted);
                changed.computeIfAbsent(after.province(), each -> new ArrayList<>())
                        .add(found.with(after));
                outcomes.add(new Outcome(wanted.unit(), after.version() + 1, List.of()));
            }
        }
        Instant now = clock.instant();
        declare(round, changed, unproven, proof.strip(), key, now);
        changed.forEach((province, typed) -> keep(province, typed, key, now));
        int units = changed.values().stream().mapToInt(List::size).sum();
        if (units > 1) {
            audit.record("collection.audit.BULK", "round", roundId, Map.of("units", units));
        }
        return outcomes;
    }

    /** Notes at those to be saved that need it from which paper they are typed; tells them. A few statements for all. */
    private void declare(
            Round round,
            Map<Integer, List<Filling>> changed,
            Set<UUID> unproven,
            String proof,
            String key,
            Instant now) {
        Set<Integer> units = new TreeSet<>();
        changed.forEach((province, typed) -> {
            List<Submission> others = typed.stream()
                    .map(Filling::submission)
                    .filter(each -> unproven.contains(each.id()))
                    .toList();
            if (!others.isEmpty()) {
                List<UUID> ids = others.stream().map(Submission::id).toList();
                submissions.declare(province, ids, access.me(), proof, "proof/" + key, now);
                others.forEach(each -> units.add(each.unit()));
            }
        });
        if (!units.isEmpty()) {
            audit.record("collection.audit.PROXY", "round", round.id(), Map.of("remark", proof, "units", units.size()));
            events.publishEvent(new Declared(round, units, proof));
        }
    }

    /** Those of other units for which no paper was ever declared, by id. @throws NotAllowed when the account may not type for one */
    private Set<UUID> unproven(Collection<Filling> standing, String proof) {
        if (!proof.isBlank()) {
            CollectionService.said(proof, "proof", "collection.problem.proof");
        }
        Map<Integer, Boolean> receivers = new HashMap<>();
        Map<Integer, Set<UUID>> others = new TreeMap<>();
        for (Filling each : standing) {
            Submission of = each.submission();
            if (!access.allows(FORM_ENTER, Subject.of(of.unit()))) {
                if (!receivers.computeIfAbsent(
                        of.receiver(), receiver -> access.allows(FORM_PROXY, Subject.of(receiver)))) {
                    access.require(FORM_PROXY, Subject.of(of.unit()));
                }
                others.computeIfAbsent(of.province(), any -> new HashSet<>()).add(of.id());
            }
        }
        others.forEach((province, of) -> of.removeAll(submissions.proven(province, of)));
        return others.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** By unit; province by province, so that two at once never wait for each other in a circle. */
    private Map<Integer, Filling> fillings(UUID round, Collection<Integer> units, boolean locking) {
        Map<Integer, Filling> fillings = new HashMap<>();
        places.provinces(units)
                .forEach((province, own) -> submissions
                        .fillings(province, round, own, locking)
                        .forEach(each -> fillings.put(each.submission().unit(), each)));
        return fillings;
    }

    private static Map<String, Field> fields(Form form) {
        return form.fields().stream().collect(Collectors.toMap(Field::id, field -> field));
    }

    private void permit(Collection<Submission> standing) {
        Set<Integer> receivers =
                standing.stream().map(Submission::receiver).collect(Collectors.toCollection(TreeSet::new));
        receivers.removeIf(receiver -> access.allows(FORM_REVIEW, Subject.of(receiver)));
        standing.stream()
                .filter(each -> receivers.contains(each.receiver()))
                .forEach(each -> access.require(FORM_ENTER, Subject.of(each.unit())));
    }

    private void keep(int province, List<Filling> typed, String key, Instant now) {
        submissions.saveAll(province, typed, key, access.me().name(), now);
        eyes.touched(
                province, typed.stream().map(each -> each.submission().id()).toList());
    }

    private static List<Problem> problems(Map<String, Field> fields, @Nullable Submission standing, Return wanted) {
        if (standing == null) {
            return List.of(new Problem("", "collection.problem.notAsked", List.of()));
        }
        if (!standing.status().editable()) {
            return List.of(new Problem("", "collection.problem.SUBMIT." + standing.status(), List.of()));
        }
        List<Problem> problems = new ArrayList<>();
        Stream.of(wanted.figures(), wanted.narrative())
                .flatMap(each -> each.keySet().stream())
                .filter(id -> !fields.containsKey(id))
                .forEach(id -> problems.add(unknown(Figures.input(id), id)));
        wanted.notes().keySet().stream()
                .filter(id -> !fields.containsKey(id))
                .forEach(id -> problems.add(unknown(Figures.note(id), id)));
        for (Field field : fields.values()) {
            BigDecimal figure = wanted.figures().get(field.id());
            if (figure != null && LineRules.read(field, figure) instanceof LineReading.Refusal refusal) {
                problems.add(refusal.at(Figures.input(field.id())));
            }
            LineRules.text(field, wanted.notes().getOrDefault(field.id(), ""), LineRules.MOST_NOTE)
                    .ifPresent(refusal -> problems.add(refusal.at(Figures.note(field.id()))));
            LineRules.text(field, wanted.narrative().getOrDefault(field.id(), ""), LineRules.MOST_TEXT)
                    .ifPresent(refusal -> problems.add(refusal.at(Figures.input(field.id()))));
        }
        return problems;
    }

    private static Problem unknown(String input, String id) {
        return new Problem(input, "collection.problem.noField", List.of(id));
    }

    private static Submission after(Map<String, Field> fields, Submission before, Return wanted) {
        Map<String, BigDecimal> figures = new TreeMap<>(before.figures());
        wanted.figures().forEach((id, figure) -> {
            if (figure == null) {
                figures.remove(id);
            } else if (LineRules.read(Objects.requireNonNull(fields.get(id)), figure)
                    instanceof LineReading.Figure plain) {
                figures.put(id, plain.value());
            }
        });
        Map<String, String> notes = new TreeMap<>(before.notes());
        notes.putAll(wanted.notes());
        notes.values().removeIf(String::isBlank);
        Map<String, String> narrative = new TreeMap<>(before.narrative());
        narrative.putAll(wanted.narrative());
        narrative.values().removeIf(String::isBlank);
        return Figures.with(before, figures, notes, narrative, before.nilReturn());
    }
}
