package vn.toam.householdpages;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.household.Flag;
import vn.toam.household.Household;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdBook.View;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdFacts;
import vn.toam.household.HouseholdService;
import vn.toam.household.Member;
import vn.toam.household.Member.Relation;
import vn.toam.household.MemberService;
import vn.toam.household.MemberService.Successor;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Does what a form says to a household. */
@Component
class Acts {

    /**
     * @param household whose page is shown next
     * @param elsewhere other households where somebody who came lives too
     */
    record Done(UUID household, List<String> elsewhere) {}

    private final BookPages pages;
    private final HouseholdService households;
    private final MemberService members;
    private final Villages villages;
    private final Access access;

    Acts(BookPages pages, HouseholdService households, MemberService members, Villages villages, Access access) {
        this.pages = pages;
        this.households = households;
        this.members = members;
        this.villages = villages;
        this.access = access;
    }

    /** Villages of today whose book the asker keeps. @throws NotAllowed when there is none */
    List<Village> kept(int unit) {
        access.require(HOUSEHOLD_KEEP);
        boolean all = access.allows(HOUSEHOLD_KEEP, Subject.of(unit));
        List<Village> kept = villages.of(unit, pages.today()).stream()
                .filter(village -> access.allows(HOUSEHOLD_KEEP, Subject.of(unit, village.id())))
                .toList();
        if (kept.isEmpty() && !all) {
            throw new NotAllowed();
        }
        return kept;
    }

    /** @throws Rejected when it cannot be */
    Done act(int unit, View view, Act act, HouseholdTyped typed) {
        UUID id = view.household().id();
        Basis basis = typed.basis();
        switch (act) {
            case CORRECT -> households.correct(unit, id, version(typed), typed.facts(), basis);
            case MEMBERS -> {
                return done(id, members.list(unit, id, typed.members(), basis));
            }
            case MOVE_IN -> {
                return done(id, members.moveIn(unit, id, typed.member((Relation) null), basis));
            }
            case BIRTH -> members.birth(unit, id, typed.born(), basis);
            case MOVE_OUT, DEATH -> go(unit, view, act == Act.DEATH, typed, basis);
            case HEAD -> members.changeHead(unit, id, successor(view, typed, null), basis);
            case SPLIT -> {
                return done(split(unit, view, typed, basis), List.of());
            }
            case MERGE -> {
                UUID into = typed.id("into", "householdpages.problem.into");
                households.merge(unit, id, into, typed.at("duplicate").equals("true"), relations(view, typed), basis);
                return done(into, List.of());
            }
            case VILLAGE -> households.changeVillage(unit, id, typed.id("village", "household.problem.village"), basis);
            case FLAG ->
                households.flag(
                        unit,
                        id,
                        typed.required("flag", Flag.class, "householdpages.problem.flag"),
                        typed.at("decision"),
                        typed.chosen("cause", Flag.Cause.class),
                        basis);
            case UNFLAG ->
                households.unflag(unit, id, typed.required("flag", Flag.class, "householdpages.problem.flag"), basis);
            case CLOSE ->
                households.close(unit, id, typed.required("went", Went.class, "household.problem.went"), basis);
            case REOPEN -> households.reopen(unit, id, typed.id("village", "household.problem.village"), basis);
        }
        return done(id, List.of());
    }

    private static Done done(UUID household, List<Household> elsewhere) {
        return new Done(
                household,
                elsewhere.stream().map(each -> each.facts().head().name()).toList());
    }

    private static int version(HouseholdTyped typed) {
        return typed.at("version").matches("\\d{1,9}") ? Integer.parseInt(typed.at("version")) : 0;
    }

    private void go(int unit, View view, boolean died, HouseholdTyped typed, Basis basis) {
        UUID id = view.household().id();
        if (view.members(pages.today()).isEmpty()) {
            boolean headed = typed.at("headed").equals("true");
            Successor next = typed.successor(List.of());
            members.fewer(
                    unit,
                    id,
                    died,
                    typed.member(headed ? Relation.HEAD : Relation.OTHER),
                    headed,
                    next == null ? null : next.head(),
                    basis);
            return;
        }
        UUID member = typed.id("member", "household.problem.member");
        Successor next = typed.successor(staying(view, member));
        if (died) {
            members.death(unit, id, member, next, basis);
        } else {
            members.moveOut(unit, id, member, next, basis);
        }
    }

    private List<Member> staying(View view, @Nullable UUID without) {
        return view.members(pages.today()).stream()
                .filter(each -> !each.id().equals(without))
                .toList();
    }

    private Successor successor(View view, HouseholdTyped typed, @Nullable UUID without) {
        Successor next = typed.successor(staying(view, without));
        return next == null ? new Successor(null, Map.of()) : next;
    }

    private Map<UUID, Relation> relations(View view, HouseholdTyped typed) {
        return typed.relations(view.members(pages.today()));
    }

    private UUID split(int unit, View view, HouseholdTyped typed, Basis basis) {
        UUID village = typed.id("village", "household.problem.village");
        Map<UUID, Relation> leaving = relations(view, typed);
        HouseholdFacts facts = typed.facts();
        return households.split(unit, view.household().id(), leaving, facts, village, basis);
    }
}
