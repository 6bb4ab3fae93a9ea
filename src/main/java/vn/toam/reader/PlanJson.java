package vn.toam.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.encoding.Note;
import vn.toam.language.Evidence;
import vn.toam.language.Quantities;
import vn.toam.reader.PlanDraft.Field;

/** The draft as JSON, as {@code ./toam read FILE} prints it: one object per item, each with its span in the source. */
public final class PlanJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PlanJson() {}

    /** Writes the draft; fields that the text does not say are null or absent. */
    public static String write(PlanDraft plan) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        Recognition kind = plan.kind();
        List<String> reasons = kind.reasons().stream().map(Note::key).toList();
        out.put(
                "documentKind",
                of(null, "kind", kind.kind(), "plan", kind.plan(), "score", kind.score(), "reasons", reasons));
        header(plan.header(), out);
        aims(plan, out);
        work(plan, out);
        rest(plan, out);
        return MAPPER.writeValueAsString(out) + "\n";
    }

    private static void aims(PlanDraft plan, Map<String, @Nullable Object> out) {
        List<PlanDraft.Passage> general = plan.generalObjectives();
        out.put("citations", each(plan.citations(), PlanJson::citation));
        out.put("sections", each(plan.sections(), PlanJson::section));
        out.put(
                "generalObjective",
                general.isEmpty() ? null : general.getFirst().text());
        out.put("generalObjectives", each(general, PlanJson::passage));
        out.put("targets", each(plan.targets(), PlanJson::target));
        out.put("trends", each(plan.trends(), t -> of(t.evidence(), "text", t.text(), "direction", t.direction())));
        out.put("nonTargets", each(plan.nonTargets(), PlanJson::passage));
    }

    private static void work(PlanDraft plan, Map<String, @Nullable Object> out) {
        out.put("taskGroups", each(plan.taskGroups(), PlanJson::group));
        out.put("annexTasks", each(plan.annex().groups(), PlanJson::group));
        out.put("agencies", each(plan.agencies(), PlanJson::agency));
        out.put("assignments", each(plan.duties(), PlanJson::duties));
        out.put("deadlines", each(plan.deadlines(), PlanJson::deadline));
        out.put("events", each(plan.events(), PlanJson::event));
    }

    private static void rest(PlanDraft plan, Map<String, @Nullable Object> out) {
        out.put("budgetSources", each(plan.budgetSources(), b -> of(b.evidence(), "code", b.code(), "text", b.text())));
        out.put("programmes", texts(plan.programmes()));
        out.put("programmeSpans", each(plan.programmes(), p -> of(p.evidence())));
        out.put("recipients", texts(plan.recipients()));
        out.put("recipientSpans", each(plan.recipients(), p -> of(p.evidence())));
        out.put("signer", plan.signature().signer().value());
        out.put("signerTitle", plan.signature().title().value());
        out.put("warnings", each(plan.warnings(), n -> of(null, "key", n.key(), "args", n.args())));
    }

    private static List<String> texts(List<PlanDraft.Passage> passages) {
        return passages.stream().map(PlanDraft.Passage::text).toList();
    }

    private static Map<String, @Nullable Object> agency(PlanDraft.Agency a) {
        return of(a.evidence(), "name", a.name(), "roles", a.roles(), "aliases", a.aliases());
    }

    private static Map<String, @Nullable Object> duties(PlanDraft.Duties d) {
        String names = String.join(", ", d.agencies());
        List<?> items = each(d.items(), PlanJson::passage);
        return of(d.evidence(), "agency", names, "taskCount", items.size(), "items", items);
    }

    private static Map<String, @Nullable Object> event(PlanDraft.Event e) {
        return of(e.evidence(), "name", e.name(), "date", e.date(), "dateFrom", e.dateFrom(), "dateTo", e.dateTo());
    }

    private static void header(PlanDraft.Header h, Map<String, @Nullable Object> out) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("issuer", h.issuer());
        fields.put("docType", h.docType());
        fields.put("number", h.number());
        fields.put("date", h.date());
        fields.put("datePartial", h.datePartial());
        fields.put("title", h.title());
        fields.put("periodFrom", h.periodFrom());
        fields.put("periodTo", h.periodTo());
        Map<String, Object> spans = new LinkedHashMap<>();
        fields.forEach((name, f) -> {
            out.put(name, f.value());
            if (f.evidence() != null) {
                spans.put(name, of(f.evidence()));
            }
        });
        out.put("headerSpans", spans);
    }

    private static <T> List<Object> each(List<T> items, Function<T, Object> one) {
        List<Object> out = new ArrayList<>(items.size());
        items.forEach(i -> out.add(one.apply(i)));
        return out;
    }

    /** A map of name, value, name, value …, with the span behind; nulls and false are left out except for dates. */
    private static Map<String, @Nullable Object> of(@Nullable Evidence e, @Nullable Object... pairs) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            String name = String.valueOf(pairs[i]);
            boolean said = value != null && !Boolean.FALSE.equals(value);
            if (said
                    || name.equals("date")
                    || name.equals("number")
                    || name.equals("by")
                    || name.equals("frequency")
                    || name.equals("basis")) {
                out.put(name, value);
            }
        }
        if (e != null) {
            out.put("span", List.of(e.start(), e.end()));
            out.put("confidence", e.confidence());
            if (e.why() != null) {
                out.put("why", of(null, "key", e.why().key(), "args", e.why().args()));
            }
        }
        return out;
    }

    private static Object passage(PlanDraft.Passage p) {
        return of(p.evidence(), "text", p.text());
    }

    private static Object citation(PlanDraft.Citation c) {
        return of(
                c.evidence(),
                "type",
                c.type(),
                "number",
                c.number(),
                "raw",
                c.raw(),
                "name",
                c.name(),
                "issuer",
                c.issuer(),
                "date",
                c.date(),
                "subject",
                c.subject(),
                "basis",
                c.basis(),
                "nested",
                c.nested(),
                "footnote",
                c.footnote(),
                "relation",
                c.relation());
    }

    private static Object section(PlanDraft.Section s) {
        return of(s.evidence(), "no", s.no(), "title", s.title(), "children", each(s.children(), PlanJson::section));
    }

    private static Object target(PlanDraft.Target t) {
        return of(
                t.evidence(),
                "text",
                t.text(),
                "value",
                t.valueTo() == null ? t.value() : List.of(t.value(), t.valueTo()),
                "unit",
                t.unit().name().toLowerCase(Locale.ROOT),
                t.unit() == Quantities.Unit.MONEY ? "scale" : "unitText",
                t.unitText(),
                "per",
                t.per(),
                "comparator",
                t.comparator(),
                "bound",
                t.bound(),
                "population",
                t.population(),
                "by",
                t.by(),
                "fromYearOn",
                t.fromYearOn(),
                "frequency",
                t.frequency(),
                "frequencyInherited",
                t.frequencyInherited(),
                "baseline",
                t.baseline(),
                "approx",
                t.approx(),
                "scope",
                t.scope(),
                "where",
                t.where());
    }

    private static Object group(PlanDraft.TaskGroup g) {
        return of(
                g.evidence(),
                "no",
                g.no(),
                "title",
                g.title(),
                "taskCount",
                g.tasks().size(),
                "leafCount",
                g.leafCount(),
                "byAgency",
                g.byAgency(),
                "tasks",
                each(
                        g.tasks(),
                        t -> of(
                                t.evidence(),
                                "text",
                                t.text(),
                                "schedule",
                                t.schedule(),
                                "agencies",
                                t.agencies().isEmpty() ? null : t.agencies())));
    }

    private static Object deadline(PlanDraft.Deadline d) {
        return of(
                d.evidence(),
                "kind",
                d.kind(),
                "date",
                d.date(),
                "dateFrom",
                d.dateFrom(),
                "dateTo",
                d.dateTo(),
                "after",
                d.after(),
                "who",
                d.who(),
                "to",
                d.to(),
                "frequency",
                d.frequency(),
                "what",
                d.what(),
                "text",
                d.text());
    }
}
