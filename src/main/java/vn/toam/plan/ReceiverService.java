package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.audit.Audit;
import vn.toam.geography.Unit;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.DueDayParser;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Receiver;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/** The last look before a draft is issued: who receives what, how often, by when; what nobody receives is said. */
@Service
public class ReceiverService {

    private static final int FOUND = 20;

    private final PlanService plans;
    private final ElementRepository elements;
    private final ReceiverRepository repository;
    private final Receivers receivers;
    private final AgencyService agencies;
    private final UnitService units;
    private final Successions successions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ReceiverService(
            PlanService plans,
            ElementRepository elements,
            ReceiverRepository repository,
            Receivers receivers,
            AgencyService agencies,
            UnitService units,
            Successions successions,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.elements = elements;
        this.repository = repository;
        this.receivers = receivers;
        this.agencies = agencies;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who receives what.
     *
     * @param asked a name of the paper for which an agency is looked for; null for none
     * @param words of the agency looked for
     */
    @Transactional(readOnly = true)
    public ReceiversView view(UUID planId, @Nullable String asked, String words) {
        Plan plan = plans.get(planId);
        List<Element> all = elements.of(planId);
        List<Element> accepted =
                all.stream().filter(e -> e.state() == ElementState.ACCEPTED).toList();
        String standing = Objects.requireNonNullElseGet(plan.standingAgency(), () -> IssueForm.standing(all));
        List<Binding> bindings = new Bindings(accepted, standing, plan.periodFrom(), plan.periodTo()).all();
        Map<String, Receiver> meant = receivers.today(
                plan, bindings.stream().map(Binding::label).distinct().toList());
        int year = plan.clamp(LocalDate.now(clock).getYear());
        return new ReceiversView(
                plan,
                standing,
                tasks(plan, accepted, bindings, meant, year),
                meant,
                (int) all.stream().filter(Element::open).count(),
                year,
                ended(plan),
                asked,
                words,
                words.isBlank() ? List.of() : agencies.search(SearchWords.of(words), FOUND));
    }

    private List<ReceiversView.Task> tasks(
            Plan plan, List<Element> accepted, List<Binding> bindings, Map<String, Receiver> meant, int year) {
        Map<UUID, List<Binding>> byElement = new LinkedHashMap<>();
        bindings.forEach(b ->
                byElement.computeIfAbsent(b.element(), e -> new ArrayList<>()).add(b));
        Bindings rules = new Bindings(accepted, "", plan.periodFrom(), plan.periodTo());
        return accepted.stream()
                .filter(element -> byElement.containsKey(element.id()))
                .map(element -> {
                    List<Binding> bound = byElement.getOrDefault(element.id(), List.of());
                    int opens = bound.stream()
                            .filter(Binding::answers)
                            .mapToInt(b -> rules.days(b, plan, year).size()
                                    * Objects.requireNonNull(meant.get(b.label()))
                                            .agencies()
                                            .size())
                            .sum();
                    return new ReceiversView.Task(element, bound, opens);
                })
                .toList();
    }

    private ReceiversView.@Nullable Ended ended(Plan plan) {
        Unit unit = units.find(plan.unit());
        return unit.validity().on(LocalDate.now(clock))
                ? null
                : new ReceiversView.Ended(
                        unit,
                        successions.transferTargets(unit.id()),
                        repository.issuedFor(plan.id()).orElse(null));
    }

    /**
     * Says which agencies a name in the paper means; none: what the paper itself says.
     *
     * @throws Rejected when an agency does not exist today
     */
    @Transactional
    public void choose(UUID planId, String label, List<Integer> chosen) {
        draft(planId);
        LocalDate today = LocalDate.now(clock);
        List<Agency> found = agencies.findAll(chosen);
        if (found.size() != chosen.stream().distinct().count()
                || found.stream().anyMatch(a -> !a.validity().on(today))) {
            throw Rejected.field("agency", "plan.receivers.gone");
        }
        repository.choose(planId, label, chosen, access.me().name(), clock.instant());
        audit.record("plan.audit.receiver", "plan", planId, Map.of("label", label, "agencies", chosen));
    }

    /** Says how often a task is answered for, and by when. @param due as typed, see {@link Item#day} */
    @Transactional
    public void schedule(UUID elementId, int version, Frequency frequency, String due) {
        Element element = elements.find(elementId).orElseThrow(() -> new NotFound("element " + elementId));
        draft(element.plan());
        if (element.version() != version) {
            throw new ElementConflict(element, null);
        }
        String day = day(due);
        Item item = switch (element.item()) {
            case Item.Work work -> work.dueOn(frequency, day);
            case Item.Due one -> new Item.Due(one.text(), one.kind(), day, one.who(), one.to());
            default -> throw Rejected.because("plan.review.state");
        };
        if (!elements.save(element.with(item), access.me().name(), clock.instant())) {
            throw new ElementConflict(element, item);
        }
        audit.record(
                "plan.audit.schedule",
                "plan",
                element.plan(),
                Map.of("text", item.text().vi(), "frequency", frequency.name(), "due", day == null ? "" : day));
    }

    private static @Nullable String day(String typed) {
        try {
            return DueDayParser.read(typed);
        } catch (DateTimeException e) {
            throw Rejected.field("due", "plan.item.day");
        }
    }

    /** Says for which of its successors the plan of a unit that has ended is issued. @throws Rejected for any other unit */
    @Transactional
    public void issueFor(UUID planId, int successor) {
        Plan plan = draft(planId);
        ReceiversView.Ended ended = ended(plan);
        if (ended == null || ended.successors().stream().noneMatch(u -> u.id() == successor)) {
            throw Rejected.field("successor", "plan.receivers.noSuccessor");
        }
        repository.issueFor(planId, successor);
        audit.record("plan.audit.issuedFor", "plan", planId, Map.of("unit", successor));
    }

    private Plan draft(UUID planId) {
        Plan plan = plans.get(planId);
        access.require(PLAN_DRAFT, plan);
        PlanService.checkOpen(plan);
        return plan;
    }
}
