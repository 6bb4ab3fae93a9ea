package vn.toam.plan;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.document.LegalBasis.Relation;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.unit.Agency;
import vn.toam.unit.AgencyNames;

/** The steps from findings to a plan in force, without asking who may: the services ask, the demonstration needs no account. */
@Component
class PlanIssuing {

    private final PlanRepository plans;
    private final ElementRepository elements;
    private final Documents documents;
    private final AgencyNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanIssuing(
            PlanRepository plans,
            ElementRepository elements,
            Documents documents,
            AgencyNames names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.elements = elements;
        this.documents = documents;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a plan that is no more than its paper and its findings yet. {@code plan.id()} is ignored. */
    UUID keep(Plan plan, List<Finding> findings, ElementState state, @Nullable String by) {
        UUID id = plans.add(plan, clock.instant());
        elements.add(id, findings, state, 0, by, clock.instant());
        return id;
    }

    /**
     * Puts a draft in force: its accepted elements become its targets and legal basis, and others hear of it.
     *
     * @param years whose duties are to be opened at once
     * @param standing the standing agency as the paper names it
     * @throws Conflict when somebody else was faster
     */
    void issue(Plan draft, String standing, int from, int to, List<Integer> years) {
        List<Element> accepted = elements.of(draft.id()).stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
        if (accepted.isEmpty()) {
            throw Rejected.because("plan.issue.nothing");
        }
        Integer lead = names.resolve(draft.unit(), standing, draft.meantOn()).agencies().stream()
                .findFirst()
                .map(Agency::id)
                .orElse(draft.leadAgency());
        if (!plans.pass(draft, PlanStatus.ISSUED, lead, standing, from, to, clock.instant())) {
            throw new Conflict("plan " + draft.id());
        }
        plans.bindTargets(draft.id(), accepted);
        cite(draft.paper(), accepted);
        Plan issued = plans.find(draft.id()).orElseThrow(() -> new NotFound("plan " + draft.id()));
        events.publishEvent(new PlanIssued(issued, accepted, years));
    }

    private void cite(UUID paper, List<Element> accepted) {
        for (Element element : accepted) {
            if (element.item() instanceof Item.Cited c) {
                UUID cited = documents.cited(Document.cited(c.type(), c.number(), c.issuer(), c.date(), title(c)));
                Relation relation = c.replaces() ? Relation.REPLACES : c.basis() ? Relation.BASIS : Relation.CITES;
                documents.link(paper, cited, relation);
            }
        }
    }

    private static String title(Item.Cited cited) {
        Text name = cited.text();
        return name.vi().isBlank() && cited.number() == null ? cited.type() : name.vi();
    }
}
