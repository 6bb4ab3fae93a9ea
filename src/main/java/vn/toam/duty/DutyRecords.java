package vn.toam.duty;

import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Duty;
import vn.toam.geography.Geography;
import vn.toam.register.RelatedRecords;
import vn.toam.register.RelatedThings;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;

/** Duties as things that records of registers prove. A record proves what it says; how far the duty is, only its agency says. */
@Component
class DutyRecords implements RelatedThings {

    static final String KIND = "duty";

    private final DutyRepository duties;
    private final RelatedRecords records;
    private final AgencyService agencies;
    private final Geographies geographies;
    private final Access access;
    private final Words words;
    private final Clock clock;

    DutyRecords(
            DutyRepository duties,
            RelatedRecords records,
            AgencyService agencies,
            Geographies geographies,
            Access access,
            Words words,
            Clock clock) {
        this.duties = duties;
        this.records = records;
        this.agencies = agencies;
        this.geographies = geographies;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Text label() {
        return words.text("duty.records.proves");
    }

    @Override
    public Optional<Thing> find(String id) {
        if (!access.me().may(PLAN_READ) || !id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return duties.find(UUID.fromString(id)).map(this::thing);
    }

    private Thing thing(Duty duty) {
        String year = " (" + duty.planName().vi() + ", " + duty.year() + ")";
        Text name = duty.text();
        return new Thing(
                KIND,
                duty.id().toString(),
                new Text(name.vi() + year, name.en().isBlank() ? "" : name.en() + year),
                "/plans/duties/" + duty.id());
    }

    @Override
    public boolean open(String id, int unit, @Nullable Integer agency) {
        Duty duty = duties.find(UUID.fromString(id)).orElse(null);
        if (duty == null || agency != null && agency != duty.agency()) {
            return false;
        }
        int owes = agencies.find(duty.agency()).unit();
        Geography geography = geographies.now();
        return geography.isOrBecame(owes, unit) || geography.isOrBecame(unit, owes);
    }

    @Override
    public List<Thing> choices(int unit, @Nullable Integer agency, int year) {
        if (!access.me().may(PLAN_READ)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Collection<Integer> owing = agency != null
                ? List.of(agency)
                : agencies.agenciesOf(unit, today).stream().map(Agency::id).toList();
        return duties.ofAgencies(owing, year, today).stream().map(this::thing).toList();
    }

    /** The records that prove a duty, and those that proved the one whose place it took. */
    RelatedRecords.Seen of(Duty duty) {
        List<String> ids =
                duties.lineage(duty.id()).stream().map(UUID::toString).toList();
        return records.of(KIND, ids, agencies.find(duty.agency()).unit());
    }

    /** @throws Rejected unless every one of them belongs to the duty and may be read */
    void permit(Duty duty, Collection<UUID> cited) {
        if (!cited.isEmpty() && of(duty).of(cited).size() != cited.size()) {
            throw Rejected.because("duty.records.others");
        }
    }
}
