package vn.toam.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdType.OneParentChild;
import vn.toam.household.Member.Sex;

/**
 * A household as it was on the day its commune was frozen.
 *
 * @param village the one of that day
 * @param no its number, given there or in a village that became it
 * @param type null: not known
 * @param persons null: not known
 * @param headFemale null: not known
 */
public record HouseholdYear(
        UUID household,
        UUID village,
        int no,
        @Nullable HouseholdType type,
        Set<Flag> flags,
        @Nullable Integer persons,
        @Nullable Integer female,
        boolean temporary,
        boolean away,
        @Nullable Boolean headFemale) {

    public HouseholdYear {
        flags = Set.copyOf(flags);
    }

    /**
     * @param facts as they were on the day
     * @param all everybody who ever was a member
     * @param stated flags it ever had
     */
    static HouseholdYear of(
            Household household,
            UUID village,
            HouseholdFacts facts,
            Collection<Member> all,
            Collection<Flag.Span> stated,
            LocalDate day,
            OneParentChild rule) {
        List<Member> members = all.stream().filter(member -> member.on(day)).toList();
        Counts counts = members.isEmpty()
                ? facts.counts()
                : counts(members, day, facts.counts().disabled());
        HouseholdType type = members.isEmpty() ? facts.type() : HouseholdType.of(members, day, rule);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        stated.stream().filter(span -> span.on(day)).map(Flag.Span::flag).forEach(flags::add);
        set(flags, Flag.CHILD, some(counts.under16()));
        set(flags, Flag.ELDERLY, some(counts.over60()));
        set(flags, Flag.DISABLED, some(counts.disabled()));
        set(flags, Flag.ONE_PARENT, type == HouseholdType.F3 || type == HouseholdType.F4);
        Sex sex = facts.head().sex();
        return new HouseholdYear(
                household.id(),
                village,
                household.no(),
                type,
                flags,
                counts.persons(),
                counts.female(),
                facts.registration() == HouseholdFacts.Registration.TEMPORARY,
                facts.away(),
                sex == null ? null : (Boolean) (sex == Sex.FEMALE));
    }

    private static Counts counts(List<Member> members, LocalDate day, @Nullable Integer disabled) {
        return new Counts(
                members.size(),
                Math.toIntExact(members.stream()
                        .filter(each -> each.sex() == Sex.FEMALE)
                        .count()),
                Math.toIntExact(members.stream().filter(each -> each.child(day)).count()),
                Math.toIntExact(
                        members.stream().filter(each -> each.elderly(day)).count()),
                disabled);
    }

    private static boolean some(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0) > 0;
    }

    private static void set(Set<Flag> flags, Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }
}
