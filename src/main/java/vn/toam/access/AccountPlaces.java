package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Role;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** Units and agencies as the pages about accounts name and offer them. */
@Component
class AccountPlaces {

    private final UnitService units;
    private final AgencyService agencies;
    private final Roles roles;
    private final Access access;
    private final Clock clock;

    AccountPlaces(UnitService units, AgencyService agencies, Roles roles, Access access, Clock clock) {
        this.units = units;
        this.agencies = agencies;
        this.roles = roles;
        this.access = access;
        this.clock = clock;
    }

    /** Units of today whose name holds {@code words} and for which the asker may make accounts; the own unit when blank. */
    List<Choice> find(String words) {
        List<Unit> found = words.isBlank()
                ? List.of(units.find(access.me().unit()))
                : units.search(words, today(), null, 1).items();
        return found.stream()
                .filter(unit -> unit.level() != Level.VILLAGE && access.allows(ACCOUNT_MANAGE, Subject.of(unit.id())))
                .map(unit -> new Choice(unit.id(), name(unit.id())))
                .toList();
    }

    /** Name of the unit with the units above it. */
    String name(int unit) {
        return units.nameOn(unit, today());
    }

    /** The unit's agencies today; of an abolished unit those of its last day. */
    List<Agency> agencies(int unit) {
        LocalDate last = units.find(unit).validity().last();
        return agencies.agenciesOf(unit, last == null || last.isAfter(today()) ? today() : last);
    }

    /** What may be given at a unit. */
    List<Role> roles(int unit) {
        return roles.at(units.find(unit).level());
    }

    List<HeldRole> named(List<Grant> grants) {
        return grants.stream()
                .map(grant -> new HeldRole(
                        grant,
                        roles.name(grant.role()),
                        agencies.find(grant.agency()).fullName().vi()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
