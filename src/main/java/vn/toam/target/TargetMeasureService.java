package vn.toam.target;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.document.Documents;
import vn.toam.geography.Unit;
import vn.toam.indicator.Measures;
import vn.toam.indicator.OwnMeasure;
import vn.toam.indicator.OwnMeasures;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Matching;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/**
 * Says what measures a target of a plan in force: whoever drafts plans of its unit chooses an indicator or defines one; of a target that
 * nothing collected measures, whoever drafts plans of a place types its result, with evidence. Nothing that was said is ever removed.
 */
@Service
public class TargetMeasureService {

    private static final int LONGEST = 500;

    private final PlanService plans;
    private final TargetMeasures measured;
    private final ScorecardService scorecards;
    private final TargetMeasureRepository choices;
    private final OwnMeasures own;
    private final Measures measures;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Documents documents;
    private final Catalog catalog;
    private final UnitAgreement agreement;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    TargetMeasureService(
            PlanService plans,
            TargetMeasures measured,
            ScorecardService scorecards,
            TargetMeasureRepository choices,
            OwnMeasures own,
            Measures measures,
            CollectionFigures figures,
            UnitService units,
            Documents documents,
            Catalog catalog,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.measured = measured;
        this.scorecards = scorecards;
        this.choices = choices;
        this.own = own;
        this.measures = measures;
        this.figures = figures;
        this.units = units;
        this.documents = documents;
        this.catalog = catalog;
        this.agreement = new UnitAgreement(catalog);
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What measures a target, and what may be done about it.
     *
     * @param unitId null: the place of the plan
     * @param asked null: this year, or the nearest of the plan
     */
    @Transactional(readOnly = true)
    public TargetMeasureView view(UUID planId, UUID targetId, @Nullable Integer unitId, @Nullable Integer asked) {
        Plan plan = plans.get(planId);
        Target target = target(planId, targetId);
        int unit = unitId == null ? plan.unit() : unitId;
        access.require(FIGURES_READ, Subject.of(unit));
        int last = Math.min(plan.periodTo(), LocalDate.now(clock).getYear());
        int year = asked != null ? asked : Math.max(plan.periodFrom(), last);
        Unit place = units.find(unit, figures.geography(year));
        Indicator named = measured.named(target);
        List<TargetLink> links = choices.history(planId, targetId);
        Map<String, Text> names = new HashMap<>();
        Stream.concat(links.stream().map(TargetLink::indicator), Stream.of(target.indicator()))
                .filter(Objects::nonNull)
                .forEach(id -> measures.find(id).ifPresent(found -> names.put(id, found.name())));
        boolean choose = plan.inForce() && access.allows(PLAN_DRAFT, plan);
        return new TargetMeasureView(
                plan,
                line(plan, target, unit, year),
                named,
                named != null && !TargetMeasures.typed(named),
                place,
                year,
                IntStream.rangeClosed(plan.periodFrom(), Math.max(plan.periodFrom(), last))
                        .boxed()
                        .toList()
                        .reversed(),
                choose ? offered(target, plan.unit()) : List.of(),
                choose ? forms(plan) : List.of(),
                counts(),
                TargetMeasures.better(target),
                choices.typed(planId, targetId, unit),
                links,
                names,
                choose,
                plan.inForce() && mayType(plan, unit, year));
    }

    private ScorecardView.Line line(Plan plan, Target target, int unit, int year) {
        return scorecards.lines(plan.id(), unit, year).stream()
                .filter(line -> line.target().id().equals(target.id()))
                .findFirst()
                .orElseThrow();
    }

    private Target target(UUID plan, UUID id) {
        return measured.targets(plan).stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("target " + id));
    }

    private boolean mayType(Plan plan, int unit, int year) {
        return access.allows(PLAN_DRAFT, Subject.of(unit))
                && (unit == plan.unit() || units.isWithin(unit, plan.unit(), figures.geography(year)));
    }

    private List<Indicator> offered(Target target, int unit) {
        String words = target.text().vi();
        return Stream.concat(own.of(unit).stream().map(OwnMeasure::indicator), catalog.indicators().stream())
                .filter(indicator -> agreement.fits(indicator, target))
                .sorted(Comparator.comparingDouble((Indicator each) ->
                                Matching.alike(words, each.name().vi()))
                        .reversed())
                .toList();
    }

    /** Forms whose lines are added up: own ones of the plan's unit and of those above it first. */
    private List<Form> forms(Plan plan) {
        Stream<Integer> above =
                units.ancestors(plan.unit(), LocalDate.now(clock)).stream().map(Unit::id);
        List<Integer> places =
                Stream.concat(Stream.of(plan.unit()), above).distinct().toList();
        return Stream.concat(catalog.ownForms(places).stream(), catalog.forms().stream())
                .filter(form ->
                        form.fields().stream().anyMatch(field -> field.type().adds()))
                .toList();
    }

    private Map<String, Text> counts() {
        Map<String, Text> counts = new LinkedHashMap<>();
        catalog.codes("units").codes().forEach(code -> counts.put(code.code(), code.name()));
        return counts;
    }

    /**
     * Holds a target against an indicator from now on.
     *
     * @param indicator blank: against none
     * @param reason needed where something measured it before
     * @throws Rejected when they count different things, or nothing would change
     */
    @Transactional
    public void choose(UUID planId, UUID targetId, String indicator, String reason) {
        Plan plan = changeable(planId);
        Target target = target(planId, targetId);
        Indicator chosen = indicator.isBlank()
                ? null
                : measures.find(indicator).orElseThrow(() -> Rejected.field("indicator", "target.link.missing"));
        if (chosen != null && !agreement.fits(chosen, target)) {
            throw Rejected.field("indicator", "target.link.units", chosen.name(), unitOf(chosen));
        }
        if (Objects.equals(target.indicator(), chosen == null ? null : chosen.id())) {
            throw Rejected.field("indicator", chosen == null ? "target.link.choose" : "target.link.same");
        }
        if (measured.named(target) != null && reason.isBlank()) {
            throw Rejected.field("reason", "target.link.reason.missing");
        }
        link(plan, target, chosen == null ? null : chosen.id(), reason);
    }

    /**
     * Defines an indicator for a target and holds it against it.
     *
     * @return its id
     * @throws Rejected naming everything that is wrong
     */
    @Transactional
    public String define(UUID planId, UUID targetId, MeasureForm form, String reason) {
        Plan plan = changeable(planId);
        Target target = target(planId, targetId);
        OwnMeasure made = new NewMeasure(catalog, forms(plan), agreement)
                .of(form, plan, units.find(plan.unit()), target, access.me(), clock.instant());
        if (measured.named(target) != null && reason.isBlank()) {
            throw Rejected.field("defineReason", "target.link.reason.missing");
        }
        own.add(made, access.me());
        audit.record(
                "indicator.audit.define",
                "plan",
                planId,
                Map.of(
                        "indicator",
                        made.id(),
                        "name",
                        made.name(),
                        "kind",
                        made.kind().name()));
        link(plan, target, made.id(), reason);
        return made.id();
    }

    private Plan changeable(UUID id) {
        Plan plan = plans.get(id);
        access.require(PLAN_DRAFT, plan);
        if (!plan.inForce()) {
            throw Rejected.because("target.link.notInForce");
        }
        return plan;
    }

    private void link(Plan plan, Target target, @Nullable String indicator, String reason) {
        Me me = access.me();
        choices.link(plan.id(), new TargetLink(target.id(), indicator, reason.strip(), me.name(), clock.instant()), me);
        audit.record(
                "indicator.audit.link",
                "plan",
                plan.id(),
                Map.of("target", target.id(), "indicator", indicator == null ? "" : indicator, "reason", reason));
    }

    private Text unitOf(Indicator indicator) {
        return counts().getOrDefault(indicator.unit(), Text.of(indicator.unit()));
    }

    /**
     * Types the result of a target for a place and year; one that was typed before is corrected, and kept.
     *
     * @throws Rejected naming everything that is wrong; also when collected figures measure the target
     */
    @Transactional
    public void type(UUID planId, UUID targetId, int unit, int year, ResultForm form) {
        Plan plan = typing(planId, unit, year);
        Target target = target(planId, targetId);
        if (measured.collected(target) != null) {
            throw Rejected.because("target.typed.collected");
        }
        TypedResult before = current(planId, targetId, unit, year);
        meanwhile(before, form.seen());
        NewResult read = new NewResult(form, before, LocalDate.now(clock));
        BigDecimal value = read.value(target, measured.named(target));
        read.check(plan, year, LONGEST);
        TypedResult kept = form.file().length == 0 ? before : null;
        UUID attachment = kept == null
                ? documents.attach(null, form.fileName(), form.file()).id()
                : kept.attachment();
        String name = kept == null ? documents.file(attachment).name() : kept.fileName();
        keep(
                plan,
                target,
                new TypedResult(
                        UUID.randomUUID(),
                        targetId,
                        unit,
                        year,
                        value,
                        Objects.requireNonNull(form.dated()),
                        form.source().strip(),
                        form.reason().strip(),
                        attachment,
                        name,
                        access.me().name(),
                        clock.instant()));
    }

    /** Takes a typed result back: the target is without one again, and the history says so. */
    @Transactional
    public void takeBack(UUID planId, UUID targetId, int unit, int year, String seen, String reason) {
        Plan plan = typing(planId, unit, year);
        Target target = target(planId, targetId);
        TypedResult before = current(planId, targetId, unit, year);
        if (before == null) {
            throw Rejected.because("target.typed.nothing");
        }
        meanwhile(before, seen);
        if (reason.isBlank()) {
            throw Rejected.field("backReason", "target.typed.reason.missing");
        }
        keep(
                plan,
                target,
                new TypedResult(
                        UUID.randomUUID(),
                        targetId,
                        unit,
                        year,
                        null,
                        before.dated(),
                        before.source(),
                        reason.strip(),
                        before.attachment(),
                        before.fileName(),
                        access.me().name(),
                        clock.instant()));
    }

    private Plan typing(UUID planId, int unit, int year) {
        Plan plan = plans.get(planId);
        access.require(PLAN_DRAFT, Subject.of(unit));
        if (!plan.inForce()) {
            throw Rejected.because("target.link.notInForce");
        }
        if (!mayType(plan, unit, year)) {
            throw Rejected.because("target.typed.elsewhere");
        }
        return plan;
    }

    /** Two who correct the same result: the second sees what the first said. */
    private static void meanwhile(@Nullable TypedResult now, String seen) {
        if (!seen.equals(now == null ? "" : now.id().toString())) {
            throw now == null || now.value() == null
                    ? Rejected.because("target.typed.nothing")
                    : Rejected.because("target.typed.meanwhile", now.typedBy(), now.value());
        }
    }

    private @Nullable TypedResult current(UUID plan, UUID target, int unit, int year) {
        return choices.typed(plan, target, unit).stream()
                .filter(result -> result.year() == year)
                .findFirst()
                .filter(result -> result.value() != null)
                .orElse(null);
    }

    private void keep(Plan plan, Target target, TypedResult result) {
        choices.type(plan.id(), result, access.me());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("target", target.id());
        said.put("unit", result.unit());
        said.put("year", result.year());
        said.put("value", result.value() == null ? "" : result.value());
        said.put("source", result.source());
        said.put("reason", result.reason());
        audit.record(
                result.value() == null ? "indicator.audit.takeBack" : "indicator.audit.type", "plan", plan.id(), said);
    }

    /** The evidence of a typed result. @throws NotFound when it belongs elsewhere */
    @Transactional(readOnly = true)
    public Evidence evidence(UUID planId, UUID targetId, int unit, UUID result) {
        plans.get(planId);
        access.require(FIGURES_READ, Subject.of(unit));
        TypedResult found = choices.typed(planId, targetId, unit).stream()
                .filter(each -> each.id().equals(result))
                .findFirst()
                .orElseThrow(() -> new NotFound("result " + result));
        return new Evidence(
                found.fileName(),
                documents.file(found.attachment()).mediaType(),
                documents.content(found.attachment()));
    }

    /** A file. */
    public record Evidence(String name, String mediaType, byte[] bytes) {}
}
