package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.SUCCESSION_CONFIRM;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.agency.AgencySuccessor;
import vn.toam.assignment.Transfer;
import vn.toam.audit.Audit;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;

/**
 * What an abolished unit or agency still owed passes to its successors: shown first, then confirmed by a person, because a district's
 * duties go to several communes and a department's work may be divided. What it owed before its last day stays its history.
 */
@Service
public class TransferService {

    private final TransferRepository transfers;
    private final PlanService plans;
    private final AgencyService agencies;
    private final Addressees addressees;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    TransferService(
            TransferRepository transfers,
            PlanService plans,
            AgencyService agencies,
            Addressees addressees,
            Access access,
            Audit audit,
            Clock clock) {
        this.transfers = transfers;
        this.plans = plans;
        this.agencies = agencies;
        this.addressees = addressees;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** One confirmed transfer, for the page. */
    public record Passed(Agency from, Agency to, String why, String by, java.time.Instant at) {}

    /** Agencies that ended while they owed something to the plan, with who may take it over. */
    @Transactional(readOnly = true)
    public List<Transfer> preview(UUID plan) {
        access.require(PLAN_READ);
        LocalDate today = LocalDate.now(clock);
        List<TransferRepository.Ended> ended = transfers.ended(plan, today);
        Map<Integer, Agency> named = addressees.byId(
                ended.stream().map(TransferRepository.Ended::agency).toList());
        List<Transfer> all = new ArrayList<>();
        for (TransferRepository.Ended one : ended) {
            Agency from = named.get(one.agency());
            if (from != null) {
                all.add(new Transfer(from, one.on(), one.duties(), agencies.successorsOf(one.agency(), today)));
            }
        }
        return all;
    }

    /** True when something waits to be passed on: one cheap question for a page that only wants to say so. */
    @Transactional(readOnly = true)
    public boolean pending(UUID plan) {
        access.require(PLAN_READ);
        return !transfers.ended(plan, LocalDate.now(clock)).isEmpty();
    }

    /** What was passed on, newest first. */
    @Transactional(readOnly = true)
    public List<Passed> passed(UUID plan) {
        access.require(PLAN_READ);
        List<TransferRepository.Done> done = transfers.done(plan);
        List<Integer> ids = done.stream()
                .flatMap(d -> java.util.stream.Stream.of(d.from(), d.to()))
                .distinct()
                .toList();
        Map<Integer, Agency> named = addressees.byId(ids);
        return done.stream()
                .filter(d -> named.containsKey(d.from()) && named.containsKey(d.to()))
                .map(d -> new Passed(
                        Objects.requireNonNull(named.get(d.from())),
                        Objects.requireNonNull(named.get(d.to())),
                        d.why(),
                        d.by(),
                        d.at()))
                .toList();
    }

    /**
     * Passes the open duties of an ended agency to some or all of those who may take them over.
     *
     * @return how many duties are new
     * @throws Rejected when a receiver is not among them, none is named, or nothing is left to pass
     */
    @Transactional
    public int confirm(UUID planId, int from, List<Integer> to, String why) {
        Plan plan = plans.get(planId);
        access.require(SUCCESSION_CONFIRM, plan);
        LocalDate today = LocalDate.now(clock);
        TransferRepository.Ended ended = transfers.ended(planId, today).stream()
                .filter(e -> e.agency() == from)
                .findFirst()
                .orElseThrow(() -> Rejected.because("duty.transfer.nothing"));
        List<Integer> heirs = agencies.successorsOf(from, today).stream()
                .map(AgencySuccessor::agency)
                .map(Agency::id)
                .toList();
        if (to.isEmpty() || !heirs.containsAll(to)) {
            throw Rejected.field("to", "duty.transfer.receiver");
        }
        int opened = transfers.pass(
                planId,
                ended,
                to.stream().distinct().toList(),
                why.strip(),
                access.me().name(),
                clock.instant());
        audit.record("duty.audit.transfer", "plan", planId, Map.of("from", from, "to", to, "duties", opened));
        return opened;
    }

    /** Passes on everything that has exactly one successor. Tells how many duties are new. */
    @Transactional
    public int confirmPlain(UUID planId) {
        Plan plan = plans.get(planId);
        access.require(SUCCESSION_CONFIRM, plan);
        int opened = 0;
        for (Transfer one : preview(planId)) {
            if (one.plain()) {
                int heir = one.to().getFirst().agency().id();
                TransferRepository.Ended ended =
                        new TransferRepository.Ended(one.from().id(), one.ended(), one.duties());
                opened += transfers.pass(
                        planId, ended, List.of(heir), "", access.me().name(), clock.instant());
            }
        }
        audit.record("duty.audit.transfer", "plan", planId, Map.of("duties", opened));
        return opened;
    }
}
