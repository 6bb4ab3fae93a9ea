package vn.toam.ownform;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/**
 * Makes forms of a unit's own and asks for them. Whoever may open rounds for a unit makes its forms. Saving never changes what was saved
 * before: it adds a version, so that returns already asked for stay as they are.
 */
@Service
public class OwnFormService {

    private final OwnFormRepository repository;
    private final Catalog catalog;
    private final RoundService rounds;
    private final ObjectProvider<Counts> counting;
    private final UnitService units;
    private final Access access;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    OwnFormService(
            OwnFormRepository repository,
            Catalog catalog,
            RoundService rounds,
            ObjectProvider<Counts> counting,
            UnitService units,
            Access access,
            Audit audit,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.catalog = catalog;
        this.rounds = rounds;
        this.counting = counting;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** The newest version of each form of a unit. */
    @Transactional(readOnly = true)
    public List<OwnForm> list(int unit) {
        access.require(FORM_REVIEW, Subject.of(unit));
        List<OwnFormRepository.Kept> kept = repository.of(unit);
        Map<String, List<Round>> asked =
                rounds.of(kept.stream().map(OwnFormRepository.Kept::form).toList(), unit).stream()
                        .collect(Collectors.groupingBy(Round::form));
        return kept.stream()
                .map(each -> own(each, asked.getOrDefault(each.form(), List.of())))
                .toList();
    }

    /** @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    public OwnForm find(String form, int version) {
        OwnFormRepository.Kept kept = kept(form, version);
        return own(kept, rounds.of(List.of(form), kept.unit()));
    }

    /** The newest version of a form. */
    @Transactional(readOnly = true)
    public int newest(String form) {
        return kept(form, 1).newest();
    }

    /** Units of count that a line of numbers may have; shares are not asked for, they do not add up. */
    @Transactional(readOnly = true)
    public Map<String, Text> counts() {
        access.require(FORM_REVIEW);
        Set<String> shares = catalog.indicators().stream()
                .filter(indicator -> indicator.kind() == Indicator.Kind.RATE)
                .map(Indicator::unit)
                .collect(Collectors.toSet());
        Map<String, Text> counts = new LinkedHashMap<>();
        catalog.codes("units").codes().stream()
                .filter(code -> !shares.contains(code.code()))
                .forEach(code -> counts.put(code.code(), code.name()));
        return counts;
    }

    /** Counts of registers, by register, that may fill a line of a unit's forms. */
    @Transactional(readOnly = true)
    public List<Counts.Offered> offered(int unit) {
        access.require(FORM_REVIEW, Subject.of(unit));
        return counting.orderedStream()
                .flatMap(each -> each.offered(unit).stream())
                .toList();
    }

    /**
     * Keeps a new form.
     *
     * @return its first version
     * @throws Rejected naming everything that is wrong
     */
    @Transactional
    public Form create(int unit, Sheet sheet) {
        access.require(FORM_REVIEW, Subject.of(unit));
        String id = "own-" + UUID.randomUUID().toString().replace("-", "").substring(20);
        return save(id, 1, unit, sheet, null);
    }

    /**
     * Keeps what was changed as the next version; the same as before is not kept again.
     *
     * @param version the newest version, which was changed
     * @throws Rejected naming everything that is wrong
     * @throws Conflict when somebody else saved a version after it
     */
    @Transactional
    public Form change(String form, int version, Sheet sheet) {
        OwnFormRepository.Kept kept = kept(form, version);
        Form before = catalog.form(form, version);
        if (definition(form, version, kept.unit(), sheet, before)
                .equals(repository.definition(form, version).orElseThrow())) {
            return before;
        }
        if (kept.newest() != version) {
            throw new Conflict(form);
        }
        return save(form, version + 1, kept.unit(), sheet, before);
    }

    /** Removes a form that nobody was asked for yet. */
    @Transactional
    public void remove(String form, int version) {
        OwnForm own = find(form, version);
        if (!own.rounds().isEmpty()) {
            throw Rejected.because("ownform.problem.asked");
        }
        repository.remove(form);
        audit.record("ownform.audit.remove", "form", form, Map.of("unit", own.unit()));
    }

    /**
     * Asks for the form: opens an ad hoc round of the unit that made it.
     *
     * @param chosen units directly below it, of whom alone, or of whose units alone, it is asked; null: all of them
     * @throws Rejected naming what is wrong
     */
    @Transactional
    public Round ask(
            String form,
            int version,
            @Nullable List<Integer> chosen,
            String occasion,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate due) {
        OwnFormRepository.Kept kept = kept(form, version);
        if (chosen != null) {
            Set<Integer> below =
                    below(kept.unit(), cutOff).stream().map(Unit::id).collect(Collectors.toSet());
            if (chosen.isEmpty() || !below.containsAll(chosen)) {
                throw Rejected.field("chosen", "ownform.problem.chosen");
            }
        }
        return rounds.openAdHoc(
                catalog.form(form, version), kept.unit(), chosen == null ? List.of() : chosen, occasion, cutOff, due);
    }

    /**
     * Asks for the form for a year: every unit once, by the dates of Decree 09/2019. Its figures count: they are added up, and indicators may be
     * made of its lines.
     *
     * @throws Rejected when the year was asked already
     */
    @Transactional
    public Round askYear(String form, int version, int year) {
        OwnFormRepository.Kept kept = kept(form, version);
        int now = LocalDate.now(clock).getYear();
        if (year < now - 1 || year > now + 1) {
            throw Rejected.field("year", "ownform.problem.year", String.valueOf(now - 1), String.valueOf(now + 1));
        }
        return rounds.open(catalog.form(form, version), year, 0, kept.unit(), "", null);
    }

    /** The units among which a form may choose whom to ask. */
    @Transactional(readOnly = true)
    public List<Unit> below(int unit, @Nullable LocalDate on) {
        access.require(FORM_REVIEW, Subject.of(unit));
        return units.children(unit, on == null ? LocalDate.now(clock) : on);
    }

    /** Levels of which a unit may ask. */
    List<Level> levels(int unit) {
        return unit == UnitService.COUNTRY ? List.of(Level.COMMUNE, Level.PROVINCE) : List.of(Level.COMMUNE);
    }

    private Form save(String id, int version, int unit, Sheet sheet, @Nullable Form before) {
        Me me = access.me();
        String definition = definition(id, version, unit, sheet, before);
        Form form = catalog.read(definition);
        if (!repository.add(id, version, unit, definition, me, clock.instant())) {
            throw new Conflict(id);
        }
        audit.record(
                "ownform.audit.save",
                "form",
                id,
                Map.of("version", version, "unit", unit, "lines", form.fields().size()));
        return form;
    }

    private String definition(String id, int version, int unit, Sheet sheet, @Nullable Form before) {
        Set<String> levels = levels(unit).stream().map(Level::name).collect(Collectors.toSet());
        return new SheetReader(sheet, levels, counts().keySet(), offered(unit), before, words).definition(id, version);
    }

    private OwnFormRepository.Kept kept(String form, int version) {
        access.require(FORM_REVIEW);
        OwnFormRepository.Kept kept =
                repository.find(form, version).orElseThrow(() -> new NotFound("own form " + form + " " + version));
        access.require(FORM_REVIEW, Subject.of(kept.unit()));
        return kept;
    }

    private OwnForm own(OwnFormRepository.Kept kept, List<Round> asked) {
        return new OwnForm(
                catalog.form(kept.form(), kept.version()),
                kept.unit(),
                kept.newest() == kept.version(),
                kept.savedBy(),
                kept.savedAt(),
                asked);
    }
}
