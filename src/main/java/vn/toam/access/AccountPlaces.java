package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.definition.Role;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Units and agencies as the pages about accounts name and offer them. */
@Component
class AccountPlaces {

    private final UnitService units;
    private final AgencyService agencies;
    private final Villages villages;
    private final Geographies geographies;
    private final Roles roles;
    private final Access access;
    private final Clock clock;

    AccountPlaces(
            UnitService units,
            AgencyService agencies,
            Villages villages,
            Geographies geographies,
            Roles roles,
            Access access,
            Clock clock) {
        this.units = units;
        this.agencies = agencies;
        this.villages = villages;
        this.geographies = geographies;
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

    /** What may be given for one village of a unit; nothing where it has none. */
    List<Role> villageRoles(int unit) {
        return villages(unit).isEmpty()
                ? List.of()
                : roles.at(Level.VILLAGE).stream()
                        .filter(role -> roles.ofVillages(role.id()))
                        .toList();
    }

    /** The villages of a commune today; of any other unit none. */
    List<Village> villages(int unit) {
        return units.find(unit).level() == Level.COMMUNE ? villages.of(unit, today()) : List.of();
    }

    private String where(Grant grant) {
        String agency = agencies.find(grant.agency()).fullName().vi();
        UUID village = grant.village();
        return village == null
                ? agency
                : villages.find(geographies.province(grant.unit()), village, today())
                                .fullName()
                                .vi() + ", " + agency;
    }

    List<HeldRole> named(List<Grant> grants) {
        return grants.stream()
                .map(grant -> new HeldRole(grant, roles.name(grant.role()), where(grant)))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
