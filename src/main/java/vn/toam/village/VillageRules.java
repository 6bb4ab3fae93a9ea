package vn.toam.village;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.unit.UnitService;

/** What may not be entered of a village: before anything is written, all that is wrong at once. */
@Component
class VillageRules {

    static final int LONGEST = 200;
    static final int MOST_HOUSEHOLDS = 100_000;

    private static final Pattern PHONE = Pattern.compile("[+0]?[\\d .()-]{7,18}");

    private final VillageRepository repository;
    private final VillageKinds kinds;
    private final UnitService units;

    VillageRules(VillageRepository repository, VillageKinds kinds, UnitService units) {
        this.repository = repository;
        this.kinds = kinds;
        this.units = units;
    }

    /** The commune on a day. @throws Rejected when there is no such commune then */
    Unit commune(int unit, LocalDate on) {
        Unit commune = units.find(unit, on);
        if (commune.level() != Level.COMMUNE || !commune.validity().on(on)) {
            throw Rejected.field("on", "village.problem.noCommune", commune.fullName());
        }
        return commune;
    }

    /** The name as it is kept. @throws Rejected when it is none, or of another kind */
    VillageName name(String kind, String typed) {
        if (kinds.find(kind).isEmpty()) {
            throw Rejected.field("kind", "village.problem.kind");
        }
        return VillageName.of(typed).as(kind, kinds.all());
    }

    /** @throws Rejected when a village of that kind and name lies in the commune on that day or later */
    void free(int province, int unit, String kind, VillageName name, LocalDate from, Collection<UUID> but) {
        repository.inUnits(province, List.of(unit)).stream()
                .filter(village -> !but.contains(village.id()))
                .filter(village -> village.validity().to().isAfter(from))
                .filter(village -> village.kind().equals(kind))
                .filter(village -> VillageName.of(village.name()).key().equals(name.key()))
                .findFirst()
                .ifPresent(same -> {
                    throw Rejected.field("name", "village.problem.name.taken", same.fullName());
                });
    }

    /** What is wrong with persons and households; in the words of the fields of the page. */
    List<Problem> heads(VillageHeads heads) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "head", heads.head());
        text(problems, "frontHead", heads.frontHead());
        phone(problems, "headPhone", heads.headPhone());
        phone(problems, "frontPhone", heads.frontPhone());
        Integer households = heads.households();
        if (households != null && (households < 0 || households > MOST_HOUSEHOLDS)) {
            problems.add(new Problem("households", "village.problem.households", List.of(MOST_HOUSEHOLDS)));
        }
        return problems;
    }

    private static void text(List<Problem> problems, String field, String text) {
        if (text.length() > LONGEST) {
            problems.add(new Problem(field, "village.problem.long", List.of(LONGEST)));
        }
    }

    private static void phone(List<Problem> problems, String field, String phone) {
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            problems.add(new Problem(field, "village.problem.phone", List.of(phone)));
        }
    }

    /** @throws Rejected when there are any */
    static void none(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /** @throws Rejected without a number of a decision that changes what villages there are */
    static void decided(VillageChange.Basis basis) {
        List<Problem> problems = new ArrayList<>();
        if (basis.on() == null) {
            problems.add(new Problem("on", "village.problem.day", List.of()));
        }
        if (basis.decision().isBlank() || basis.decision().length() > LONGEST) {
            problems.add(new Problem("decision", "village.problem.decision", List.of()));
        }
        LocalDate on = basis.on();
        LocalDate decided = basis.decidedOn();
        if (on != null && decided != null && decided.isAfter(on)) {
            problems.add(new Problem("decidedOn", "village.problem.decidedOn", List.of()));
        }
        none(problems);
    }

    /** True when no id is named twice. */
    static boolean distinct(Collection<UUID> ids) {
        Set<UUID> seen = new HashSet<>(ids);
        return seen.size() == ids.size();
    }
}
