package vn.toam.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;

/** What kind of family a household is, as the form of families asks: lines F2 to F8. */
public enum HouseholdType {
    /** Two generations, both parents and children. */
    F2,
    /** Two generations, mother and children only. */
    F3,
    /** Two generations, father and children only. */
    F4,
    /** Three generations or more. */
    F5,
    /** A couple alone. */
    F6,
    /** One person. */
    F7,
    /** Any other. */
    F8;

    /** Whether a parent alone with grown children counts as such. The circular gives no age. */
    public enum OneParentChild {
        ANY_AGE,
        UNDER_18
    }

    private static final int GROWN = 18;

    /**
     * The type of those who are members on a day: told by generations and pairs of parent and child, whoever of them is the head.
     *
     * @param members of one household, with their relations to one head
     */
    static HouseholdType of(Collection<Member> members, LocalDate day, OneParentChild rule) {
        List<Member> here = members.stream().filter(member -> member.on(day)).toList();
        Set<Integer> levels = here.stream()
                .map(member -> member.relation().level())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (here.size() == 1) {
            return F7;
        }
        if (levels.size() > 2) {
            return F5;
        }
        if (levels.equals(Set.of(0))) {
            return here.size() == 2 && has(here, Relation.HEAD) && has(here, Relation.SPOUSE) ? F6 : F8;
        }
        if (levels.equals(Set.of(0, 1))) {
            return pairs(
                    of(here, Set.of(Relation.PARENT)), of(here, Set.of(Relation.HEAD, Relation.SIBLING)), day, rule);
        }
        if (levels.equals(Set.of(-1, 0))) {
            return pairs(of(here, Set.of(Relation.HEAD, Relation.SPOUSE)), of(here, Set.of(Relation.CHILD)), day, rule);
        }
        return F8;
    }

    private static HouseholdType pairs(
            List<Member> parents, List<Member> children, LocalDate day, OneParentChild rule) {
        if (parents.isEmpty() || children.isEmpty()) {
            return F8;
        }
        Set<Sex> sexes = parents.stream().map(Member::sex).collect(Collectors.toSet());
        if (sexes.size() == 2) {
            return F2;
        }
        boolean counts = rule == OneParentChild.ANY_AGE || children.stream().anyMatch(child -> child.age(day) < GROWN);
        return !counts ? F8 : sexes.contains(Sex.FEMALE) ? F3 : F4;
    }

    private static boolean has(Collection<Member> members, Relation relation) {
        return members.stream().anyMatch(member -> member.relation() == relation);
    }

    private static List<Member> of(Collection<Member> members, Set<Relation> relations) {
        return members.stream()
                .filter(member -> relations.contains(member.relation()))
                .toList();
    }
}
