package vn.toam.agency;

import static vn.toam.agency.AgencyPermissions.AGENCY_EDIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.geography.Unit;
import vn.toam.geography.Validity;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Steering committees of family work at each level and how their seats change (kiện toàn); past seats stay known. */
@Service
@DependsOn("referenceLoader")
public class CommitteeService {

    private static final int PAGE = 50;

    private final CommitteeRepository repository;
    private final AgencyService agencies;
    private final UnitService units;
    private final Access access;
    private final Audit audit;

    CommitteeService(
            CommitteeRepository repository,
            AgencyService agencies,
            UnitService units,
            @Lazy Access access,
            Audit audit) {
        this.repository = repository;
        this.agencies = agencies;
        this.units = units;
        this.access = access;
        this.audit = audit;
    }

    /** The committee. @throws NotFound when there is none */
    public Committee find(UUID id) {
        return repository.find(id).orElseThrow(() -> new NotFound("committee " + id));
    }

    /** All committees a unit has had, those of today first. */
    public List<Committee> of(int unit) {
        return repository.ofUnit(unit);
    }

    /** All committees of the country, those of today first, by name; a page at a time, from 1. */
    public Slice<Committee> all(Column by, boolean down, int number) {
        int total = repository.count();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        return new Slice<>(repository.all(by, down, PAGE, (page - 1) * PAGE), page, PAGE, total);
    }

    /** What the list can be sorted by. */
    public enum Column {
        NAME,
        PLACE,
        DECISION,
        PERIOD
    }

    /** All seats a committee has had, those of today first, by rank. */
    public List<CommitteePost> posts(UUID committee) {
        List<CommitteeRepository.Seat> seats = repository.seats(committee);
        Set<Integer> ids = seats.stream().map(CommitteeRepository.Seat::agency).collect(Collectors.toSet());
        Map<Integer, Agency> named =
                agencies.findAll(ids).stream().collect(Collectors.toMap(Agency::id, Function.identity()));
        return seats.stream()
                .map(s -> new CommitteePost(
                        s.id(),
                        s.committee(),
                        s.post(),
                        agency(named, s.agency()),
                        s.role(),
                        s.decision(),
                        s.validity()))
                .toList();
    }

    private static Agency agency(Map<Integer, Agency> named, int id) {
        Agency agency = named.get(id);
        if (agency == null) {
            throw new IllegalStateException("seat of unknown agency " + id);
        }
        return agency;
    }

    /** Sets up a committee by a decision; it exists from the day of the decision. */
    @Transactional
    public UUID establish(int unit, String name, String decision, LocalDate decidedOn) {
        access.require(AGENCY_EDIT, Subject.of(unit));
        required("committeeName", name);
        required("decision", decision);
        Unit place = units.find(unit, decidedOn);
        if (!place.validity().on(decidedOn)) {
            throw Rejected.field("decidedOn", "agency.committee.noUnit", place.fullName());
        }
        Validity validity = new Validity(decidedOn, place.validity().to());
        Committee committee =
                new Committee(UUID.randomUUID(), unit, name.strip(), decision.strip(), decidedOn, validity);
        repository.add(committee);
        audit.record("unit.audit.committee", "unit", unit, Map.of("name", name.strip(), "decision", decision.strip()));
        return committee.id();
    }

    /** Ends a committee with all its seats; {@code last} is its last day. */
    @Transactional
    public void dissolve(UUID id, LocalDate last) {
        Committee committee = editable(id);
        if (!committee.validity().on(last)) {
            throw Rejected.field("last", "agency.committee.notOpen");
        }
        repository.close(id, last.plusDays(1));
        audit.record("unit.audit.committeeEnded", "committee", id, Map.of("last", last.toString()));
    }

    /** Gives a seat to a post of an agency from {@code from} on; a committee has one head at a time. */
    @Transactional
    public void seat(UUID id, String post, int agency, CommitteePost.Role role, String decision, LocalDate from) {
        Committee committee = editable(id);
        required("post", post);
        if (!committee.validity().on(from)) {
            throw Rejected.field("from", "agency.committee.notOpen");
        }
        boolean led = role == CommitteePost.Role.HEAD
                && repository.seats(id).stream()
                        .anyMatch(s -> s.role() == role && s.validity().to().isAfter(from));
        if (led) {
            throw Rejected.field("role", "agency.committee.hasHead");
        }
        Agency seated = agencies.find(agency);
        if (!seated.validity().on(from)) {
            throw Rejected.field("agency", "agency.agency.notOpen");
        }
        repository.addSeat(new CommitteeRepository.Seat(
                UUID.randomUUID(),
                id,
                post.strip(),
                agency,
                role,
                decision.strip(),
                new Validity(from, committee.validity().within(seated.validity()))));
        audit.record("unit.audit.seat", "committee", id, Map.of("post", post.strip(), "agency", agency));
    }

    /** Takes a post out of the committee; {@code last} is its last day there. */
    @Transactional
    public void unseat(UUID id, UUID seat, LocalDate last) {
        editable(id);
        if (repository.endSeat(id, seat, last.plusDays(1)) == 0) {
            throw Rejected.field("last", "agency.committee.notOpen");
        }
        audit.record("unit.audit.unseat", "committee", id, Map.of("seat", seat.toString()));
    }

    private Committee editable(UUID id) {
        Committee committee = find(id);
        access.require(AGENCY_EDIT, committee);
        return committee;
    }

    private static void required(String field, String value) {
        if (value.isBlank()) {
            throw Rejected.field(field, "agency.required");
        }
    }
}
