package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Indicator;
import vn.toam.document.Documents;
import vn.toam.language.Evidence;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/**
 * People check what the reader found in a draft: accept, change, split, join, add, leave out. Every verb names the version it saw; when
 * somebody else was faster it changes nothing and tells both versions ({@link ElementConflict}).
 */
@Service
public class ReviewService {

    private final PlanRepository plans;
    private final ElementRepository elements;
    private final Documents documents;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ReviewService(
            PlanRepository plans,
            ElementRepository elements,
            Documents documents,
            Catalog catalog,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.elements = elements;
        this.documents = documents;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Passes an element on to a state. */
    @Transactional
    public void pass(UUID id, int version, ElementState to) {
        Element element = open(id);
        if (element.state() == to) {
            return;
        }
        if (!element.state().next().contains(to)) {
            throw Rejected.because("plan.review.state");
        }
        save(version(element, version, null).with(to), null);
        note("duty.audit." + to.name().toLowerCase(java.util.Locale.ROOT), element);
    }

    /** Accepts everything open that the reader was sure of; tells how many. */
    @Transactional
    public int acceptCertain(UUID plan) {
        Me me = draft(plan);
        int accepted = elements.acceptCertain(plan, Element.CERTAIN, me.name(), clock.instant());
        audit.record("plan.audit.acceptCertain", "plan", plan, Map.of("elements", accepted));
        return accepted;
    }

    /** Changes the fields of an element, which accepts it: who changes it has looked at it. */
    @Transactional
    public void edit(UUID id, int version, Item item) {
        Element element = open(id);
        if (item.text().vi().isBlank()) {
            throw Rejected.field("text", "plan.item.text.missing");
        }
        checkUnits(item);
        save(version(element, version, item).with(item).with(ElementState.ACCEPTED), item);
        note("plan.audit.edit", element);
    }

    /** @throws Rejected when the indicator chosen counts something else than the target */
    private void checkUnits(Item item) {
        if (item instanceof Item.Goal goal && goal.indicator() != null) {
            catalog.find(Indicator.class, goal.indicator())
                    .filter(indicator -> !new UnitAgreement(catalog).fits(indicator, goal))
                    .ifPresent(indicator -> {
                        throw Rejected.field(
                                "indicator",
                                "plan.item.unitsDiffer",
                                indicator.name(),
                                catalog.codes("units")
                                        .find(indicator.unit())
                                        .map(CodeList.Code::name)
                                        .orElse(Text.of(indicator.unit())));
                    });
        }
    }

    /**
     * Splits an element into several of its kind.
     *
     * @param parts the words of each; the passage of each is looked up in the paper
     */
    @Transactional
    public void split(UUID id, int version, List<String> parts) {
        Element element = version(open(id), version, null);
        List<String> words =
                parts.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
        if (words.size() < 2) {
            throw Rejected.field("text", "plan.split.one");
        }
        String paper = paper(element.plan());
        List<Finding> rest = new ArrayList<>();
        for (String part : words.subList(1, words.size())) {
            Evidence place = place(paper, element, part);
            rest.add(new Finding(element.kind(), "", -1, element.item().withText(Text.of(part)), place));
        }
        elements.shift(element.plan(), element.position(), rest.size());
        Evidence first = place(paper, element, words.getFirst());
        Element changed = element.with(element.item().withText(Text.of(words.getFirst())));
        save(first == null ? changed : changed.at(first.start(), first.end()), null);
        List<UUID> added = elements.add(
                element.plan(),
                rest,
                element.state(),
                element.position(),
                access.me().name(),
                clock.instant());
        if (element.parent() != null) {
            elements.under(added, element.parent());
        }
        note("plan.audit.split", element);
    }

    private static @Nullable Evidence place(String paper, Element within, String words) {
        if (within.start() == null || within.end() == null) {
            return null;
        }
        int found = paper.indexOf(words, within.start());
        boolean inside = found >= 0 && found + words.length() <= within.end();
        return inside ? Evidence.sure(found, found + words.length()) : Evidence.sure(within.start(), within.end());
    }

    /** Joins an element with the next one of its kind under the same heading; the next one is left out. */
    @Transactional
    public void joinNext(UUID id, int version) {
        Element element = version(open(id), version, null);
        Element next = elements.of(element.plan()).stream()
                .filter(e -> e.kind() == element.kind() && e.state() != ElementState.DROPPED)
                .filter(e ->
                        java.util.Objects.equals(e.parent(), element.parent()) && e.position() > element.position())
                .findFirst()
                .orElseThrow(() -> Rejected.because("plan.join.last"));
        Text a = element.item().text();
        Text b = next.item().text();
        String en = a.en().isBlank() || b.en().isBlank() ? "" : a.en() + "; " + b.en();
        Element joined = element.with(element.item().withText(new Text(a.vi() + "; " + b.vi(), en)));
        if (element.start() != null && element.end() != null && next.start() != null && next.end() != null) {
            joined = joined.at(Math.min(element.start(), next.start()), Math.max(element.end(), next.end()));
        }
        save(joined, null);
        save(next.with(ElementState.DROPPED), null);
        elements.adopt(next.id(), element.id());
        note("plan.audit.join", element);
    }

    /**
     * Adds an element that the reader missed.
     *
     * @param start first char of its passage, {@code end} one past its last; null when it has none
     * @param after the element it stands behind; null: at the end
     */
    @Transactional
    public UUID add(
            UUID plan,
            Item item,
            ElementKind kind,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable UUID after) {
        Me me = draft(plan);
        if (item.text().vi().isBlank()) {
            throw Rejected.field("text", "plan.item.text.missing");
        }
        List<Element> all = elements.of(plan);
        Element before =
                all.stream().filter(e -> e.id().equals(after)).findFirst().orElseGet(() -> lastOf(all, kind));
        int position = before == null ? all.size() : before.position();
        Evidence evidence = start == null || end == null || start >= end ? null : Evidence.sure(start, end);
        elements.shift(plan, position, 1);
        Finding finding = new Finding(kind, "", -1, item, evidence);
        UUID id = elements.add(plan, List.of(finding), ElementState.ACCEPTED, position, me.name(), clock.instant())
                .getFirst();
        if (before != null && before.kind() == kind && before.parent() != null) {
            elements.under(List.of(id), before.parent());
        }
        audit.record(
                "plan.audit.add",
                "plan",
                plan,
                Map.of("kind", kind.name(), "text", item.text().vi()));
        return id;
    }

    private static @Nullable Element lastOf(List<Element> all, ElementKind kind) {
        return all.stream().filter(e -> e.kind() == kind).reduce((a, b) -> b).orElse(null);
    }

    private Me draft(UUID id) {
        Plan plan = plans.find(id).orElseThrow(() -> new NotFound("plan " + id));
        access.require(PLAN_DRAFT, plan);
        PlanService.checkOpen(plan);
        return access.me();
    }

    /** An element of a draft that the account may change. */
    private Element open(UUID id) {
        Element element = elements.find(id).orElseThrow(() -> new NotFound("element " + id));
        draft(element.plan());
        return element;
    }

    private static Element version(Element element, int seen, @Nullable Item yours) {
        if (element.version() != seen) {
            throw new ElementConflict(element, yours);
        }
        return element;
    }

    private void save(Element element, @Nullable Item yours) {
        if (!elements.save(element, access.me().name(), clock.instant())) {
            throw new ElementConflict(elements.find(element.id()).orElse(element), yours);
        }
    }

    private String paper(UUID plan) {
        String text = documents.text(plans.find(plan).orElseThrow().paper());
        return text == null ? "" : text;
    }

    private void note(String action, Element element) {
        audit.record(
                action,
                "plan",
                element.plan(),
                Map.of(
                        "element",
                        element.id(),
                        "kind",
                        element.kind().name(),
                        "text",
                        element.item().text().vi()));
    }
}
