package vn.toam.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Indicator;
import vn.toam.definition.Observance;
import vn.toam.language.Evidence;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Direction;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Matching;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.reader.PlanDraft;
import vn.toam.shared.Text;

/** What the reader found in a paper as findings, with suggestions from the catalog: which indicator, which commemorative day. */
public final class DraftFindings {

    /** Less of an indicator's name than this in the sentence: no suggestion. */
    private static final double LEAST = 0.55;

    /** A second indicator so close behind: a person has to choose. */
    private static final double CLOSE = 0.12;

    private static final double UNSURE = Element.CERTAIN - 0.05;

    private final Catalog catalog;
    private final UnitAgreement units;
    private final Matching<String> indicators = new Matching<>();
    private final List<Finding> findings = new ArrayList<>();

    private DraftFindings(Catalog catalog) {
        this.catalog = catalog;
        this.units = new UnitAgreement(catalog);
        catalog.indicators().forEach(i -> indicators.add(i.id(), i.name().vi()));
    }

    /** @param paper the text that was read */
    public static List<Finding> of(PlanDraft draft, String paper, Catalog catalog) {
        DraftFindings all = new DraftFindings(catalog);
        draft.citations().forEach(all::citation);
        draft.sections().forEach(section -> all.section(section, -1));
        draft.generalObjectives()
                .forEach(p -> all.passage(ElementKind.OBJECTIVE, p, new Item.Aim(Text.of(p.text()), "GENERAL")));
        draft.targets().forEach(all::target);
        draft.trends().forEach(all::trend);
        new WorkFindings(catalog, paper, all.findings).of(draft);
        draft.events().forEach(all::event);
        draft.budgetSources().forEach(all::money);
        draft.programmes()
                .forEach(p -> all.passage(
                        ElementKind.PROGRAMME, p, new Item.Programme(Text.of(p.text()), false, null, List.of())));
        draft.recipients().forEach(p -> all.passage(ElementKind.RECIPIENT, p, new Item.Line(Text.of(p.text()))));
        return all.findings;
    }

    private int add(ElementKind kind, @Nullable String ref, int parent, Item item, Evidence evidence) {
        findings.add(new Finding(kind, Objects.requireNonNullElse(ref, ""), parent, item, evidence));
        return findings.size() - 1;
    }

    private void passage(ElementKind kind, PlanDraft.Passage passage, Item item) {
        add(kind, null, -1, item, passage.evidence());
    }

    private void citation(PlanDraft.Citation c) {
        add(
                ElementKind.CITATION,
                null,
                -1,
                new Item.Cited(
                        Text.of(Objects.requireNonNullElse(c.name(), Objects.requireNonNullElse(c.subject(), ""))),
                        Objects.requireNonNullElse(c.type(), ""),
                        c.number(),
                        c.issuer(),
                        day(c.date()).orElse(null),
                        c.basis(),
                        "REPLACES".equals(c.relation())),
                c.evidence());
    }

    private void section(PlanDraft.Section section, int parent) {
        int index = add(
                ElementKind.SECTION,
                section.no(),
                parent,
                new Item.Heading(Text.of(section.title())),
                section.evidence());
        section.children().forEach(child -> section(child, index));
    }

    /** An indicator of another unit is no suggestion, however well its name fits; then a person has to look. */
    private void target(PlanDraft.Target t) {
        Item.Goal goal = goal(t, null);
        Predicate<String> fits = id -> units.fits(catalog.indicator(id), goal);
        Optional<Matching.Match<String>> nearest = indicators.best(t.text(), LEAST);
        Optional<Matching.Match<String>> indicator = indicators.best(t.text(), LEAST, fits);
        Evidence evidence = t.evidence();
        if (nearest.isPresent() && !fits.test(nearest.get().value())) {
            Indicator other = catalog.indicator(nearest.get().value());
            String counts = catalog.codes("units")
                    .find(other.unit())
                    .map(unit -> unit.name().vi())
                    .orElse(other.unit());
            evidence = evidence.doubt(UNSURE, "plan.doubt.units", other.name().vi(), counts);
        } else if (indicator.isEmpty()) {
            evidence = evidence.doubt(UNSURE, "plan.doubt.noIndicator");
        } else if (indicator.get().lead() < CLOSE) {
            evidence = evidence.doubt(UNSURE, "plan.doubt.twoIndicators");
        }
        add(
                ElementKind.TARGET,
                t.where(),
                -1,
                goal(t, indicator.map(Matching.Match::value).orElse(null)),
                evidence);
    }

    private static Item.Goal goal(PlanDraft.Target t, @Nullable String indicator) {
        return new Item.Goal(
                Text.of(t.text()),
                indicator,
                Comparison.valueOf(t.comparator().name()),
                t.value(),
                t.valueTo(),
                t.unit().name().toLowerCase(Locale.ROOT),
                t.population(),
                t.by(),
                "yearly".equals(t.frequency()),
                t.text().contains("giữ vững"),
                t.text().contains("thấp hơn") && t.text().contains("bình quân"),
                null);
    }

    /** "Fewer divorces, separations and child marriages" is three aims, each judged by its own figures. */
    private void trend(PlanDraft.Trend t) {
        Direction direction = Direction.valueOf(t.direction());
        List<String> listed = indicators.listed(t.text());
        if (listed.size() > 1) {
            for (String id : listed) {
                Text name = catalog.indicator(id).name();
                add(ElementKind.TREND, null, -1, new Item.Trend(name, id, direction), within(t, name.vi()));
            }
            return;
        }
        String indicator =
                indicators.best(t.text(), LEAST).map(Matching.Match::value).orElse(null);
        add(ElementKind.TREND, null, -1, new Item.Trend(Text.of(t.text()), indicator, direction), t.evidence());
    }

    /** The place of the longest end of {@code name} that the sentence has as it stands, else the sentence. */
    private static Evidence within(PlanDraft.Trend t, String name) {
        Evidence all = t.evidence();
        String said = t.text().toLowerCase(Locale.ROOT);
        String end = name.toLowerCase(Locale.ROOT);
        while (end.contains(" ") && !said.contains(end)) {
            end = end.substring(end.indexOf(' ') + 1);
        }
        int at = said.indexOf(end);
        return at < 0 || said.length() != all.end() - all.start() ? all : all.part(at, at + end.length());
    }

    private void event(PlanDraft.Event e) {
        Optional<Observance> known = catalog.observances().stream()
                .filter(o -> Matching.alike(o.name().vi(), e.name()) > 0.8)
                .findFirst();
        String from = e.dateFrom() == null ? e.date() : e.dateFrom();
        String to = e.dateTo() == null ? e.date() : e.dateTo();
        add(
                ElementKind.OBSERVANCE,
                null,
                -1,
                new Item.Occasion(
                        Text.of(e.name()),
                        known.map(Observance::id).orElse(null),
                        from == null
                                ? known.map(o -> o.from().toString().substring(2))
                                        .orElse(null)
                                : from,
                        to == null
                                ? known.map(o -> o.to().toString().substring(2)).orElse(null)
                                : to),
                e.evidence());
    }

    private void money(PlanDraft.Budget b) {
        Text name = catalog.codes("budget-sources")
                .find(b.code())
                .map(CodeList.Code::name)
                .orElse(Text.of(b.text()));
        add(ElementKind.BUDGET, null, -1, new Item.Money(name, b.code()), b.evidence());
    }

    static Optional<LocalDate> day(@Nullable String iso) {
        return iso != null && iso.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Optional.of(LocalDate.parse(iso))
                : Optional.empty();
    }
}
