package vn.toam.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.document.LegalBasis.Relation;
import vn.toam.geography.Unit;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Receiver;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** The steps from findings to a plan in force, without asking who may: the services ask, the demonstration needs no account. */
@Component
class PlanIssuing {

    private final PlanRepository plans;
    private final ElementRepository elements;
    private final Documents documents;
    private final ReceiverRepository receivers;
    private final Receivers receiving;
    private final UnitService units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanIssuing(
            PlanRepository plans,
            ElementRepository elements,
            Documents documents,
            ReceiverRepository receivers,
            Receivers receiving,
            UnitService units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.elements = elements;
        this.documents = documents;
        this.receivers = receivers;
        this.receiving = receiving;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a plan that is no more than its paper and its findings yet. {@code plan.id()} is ignored. */
    UUID keep(Plan plan, List<Finding> findings, ElementState state, @Nullable String by) {
        UUID id = plans.add(plan, clock.instant());
        elements.add(id, findings, state, 0, by, clock.instant());
        return id;
    }

    /** @throws Rejected when the plan's unit has ended and nobody has said for which of its successors it is issued */
    private void checkUnit(Plan draft) {
        Unit unit = units.find(draft.unit());
        LocalDate last = unit.validity().last();
        if (last != null
                && last.isBefore(LocalDate.now(clock))
                && receivers.issuedFor(draft.id()).isEmpty()) {
            throw Rejected.because("plan.issue.ended", unit.fullName(), last);
        }
    }

    /** @throws Rejected when a plan was issued under the same number, by the same issuer in the same year, and it is not said that this is another */
    private void checkNumber(Plan draft, IssueForm form) {
        int year = Objects.requireNonNull(form.issuedOn()).getYear();
        Optional<Plan> same =
                form.another() ? Optional.empty() : plans.sameNumber(draft.id(), form.number(), form.issuer(), year);
        if (same.isPresent()) {
            throw Rejected.field(
                    "number",
                    "plan.issue.same",
                    same.get().paperLabel(),
                    same.get().name());
        }
    }

    /** Checks that a draft can be issued with what a person filled in, and keeps that. @throws Rejected when it cannot */
    void prepare(Plan draft, IssueForm form) {
        form.check();
        checkUnit(draft);
        checkNumber(draft, form);
        Document old = draft.document();
        documents.change(
                draft.paper(),
                new Document(
                        old.id(),
                        old.type(),
                        form.number().strip(),
                        form.issuer().strip(),
                        form.issuedOn(),
                        old.title(),
                        form.signer().strip(),
                        form.signerTitle().strip()));
        documents.sendTo(draft.paper(), form.lines());
        plans.rename(draft.id(), Text.of(form.name().strip()));
        int from = Objects.requireNonNull(form.periodFrom());
        int to = Objects.requireNonNull(form.periodTo());
        receivers(plans.find(draft.id()).orElseThrow(), form.standing().strip(), from, to, form.unresolved());
    }

    /** Issues a prepared draft to who exists today; tells the year whose duties were opened. */
    int issueToday(UUID id, IssueForm form) {
        Plan draft = plans.find(id).orElseThrow(() -> new NotFound("plan " + id));
        int from = Objects.requireNonNull(form.periodFrom());
        int to = Objects.requireNonNull(form.periodTo());
        String standing = form.standing().strip();
        Map<String, Receiver> found = receivers(draft, standing, from, to, form.unresolved());
        int year = Math.clamp(LocalDate.now(clock).getYear(), from, to);
        receivers.move(id);
        issue(draft, standing, from, to, List.of(year), Receivers.ids(found));
        return year;
    }

    /**
     * Who gets what a draft gives, by name.
     *
     * @param although nobody is found for some tasks
     * @throws Rejected when for some task nobody is found, or nobody gets anything, and that was not said to be meant
     */
    Map<String, Receiver> receivers(Plan draft, String standing, int from, int to, boolean although) {
        List<Binding> bindings = new Bindings(accepted(draft.id()), standing, from, to).all();
        List<String> labels = Stream.concat(
                        Stream.of(standing), bindings.stream().map(Binding::label))
                .distinct()
                .toList();
        Map<String, Receiver> found = receiving.today(draft, labels);
        long open = bindings.stream()
                .filter(b -> b.answers() && !known(found, b.label()))
                .map(Binding::element)
                .distinct()
                .count();
        if (open > 0 && !although) {
            throw Rejected.field("unresolved", "plan.issue.unresolved", open);
        }
        if (bindings.stream().noneMatch(Binding::answers) && !although) {
            throw Rejected.field("unresolved", "plan.issue.nobody");
        }
        return found;
    }

    private static boolean known(Map<String, Receiver> found, String label) {
        Receiver receiver = found.get(label);
        return receiver != null && receiver.known();
    }

    /** What is in force of a plan, or will be. */
    List<Element> accepted(UUID plan) {
        return elements.of(plan).stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
    }

    /** Puts a plan of the past in force, to the agencies that its names meant when it was written. */
    void issueAsWritten(Plan draft, String standing, int from, int to, List<Integer> years) {
        List<Binding> bindings = new Bindings(accepted(draft.id()), standing, from, to).all();
        List<String> labels = Stream.concat(
                        Stream.of(standing), bindings.stream().map(Binding::label))
                .distinct()
                .toList();
        issue(draft, standing, from, to, years, receiving.then(draft, labels));
    }

    /**
     * Puts a draft in force: its accepted elements become its targets and legal basis, and others hear of it.
     *
     * @param years whose duties are to be opened at once
     * @param standing the standing agency as the paper names it
     * @param receivers the agencies that each name means
     * @throws Conflict when somebody else was faster
     */
    private void issue(
            Plan draft, String standing, int from, int to, List<Integer> years, Map<String, List<Integer>> receivers) {
        List<Element> accepted = accepted(draft.id());
        if (accepted.isEmpty()) {
            throw Rejected.because("plan.issue.nothing");
        }
        Integer lead =
                receivers.getOrDefault(standing, List.of()).stream().findFirst().orElse(draft.leadAgency());
        if (!plans.pass(draft, PlanStatus.ISSUED, lead, standing, from, to, clock.instant())) {
            throw new Conflict("plan " + draft.id());
        }
        plans.bindTargets(draft.id(), accepted);
        cite(draft.paper(), accepted);
        Plan issued = plans.find(draft.id()).orElseThrow(() -> new NotFound("plan " + draft.id()));
        events.publishEvent(new PlanIssued(issued, accepted, years, receivers));
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
