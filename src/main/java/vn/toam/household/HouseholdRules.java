package vn.toam.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.Member.Relation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** What may not be entered of a household: before anything is written, all that is wrong at once. */
final class HouseholdRules {

    static final int LONGEST = 200;
    static final int MOST_PERSONS = 99;

    private static final int OLDEST = 130;
    private static final Pattern PHONE = Pattern.compile("[+0]?[\\d .()-]{7,18}");

    private HouseholdRules() {}

    /**
     * The day on which something happened.
     *
     * @param earliest the first day that it can have happened
     * @throws Rejected without a day and a reason, when the day is to come, or before the earliest
     */
    static LocalDate on(HouseholdEvent.Basis basis, LocalDate earliest, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        LocalDate on = basis.on();
        if (on == null) {
            problems.add(problem("on", "day"));
        } else if (on.isAfter(today)) {
            problems.add(problem("on", "future"));
        } else if (on.isBefore(earliest)) {
            problems.add(problem("on", "early", earliest));
        }
        if (basis.reason().isEmpty() || basis.reason().length() > LONGEST) {
            problems.add(problem("reason", "reason", LONGEST));
        }
        if (on == null || !problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return on;
    }

    /** @throws Rejected when what is typed of a household cannot be */
    static void facts(HouseholdFacts facts, LocalDate on) {
        List<Problem> problems = new ArrayList<>();
        named("headName", facts.head().name(), problems);
        born("headBirthYear", facts.head().birthYear(), on, problems);
        if (facts.address().length() > LONGEST) {
            problems.add(problem("address", "long", LONGEST));
        }
        if (!facts.phone().isEmpty() && !PHONE.matcher(facts.phone()).matches()) {
            problems.add(problem("phone", "phone", facts.phone()));
        }
        counts(facts, problems);
        none(problems);
    }

    private static void counts(HouseholdFacts facts, List<Problem> problems) {
        Counts counts = facts.counts();
        Integer persons = counts.persons();
        if (persons != null && (persons < 1 || persons > MOST_PERSONS)) {
            problems.add(problem("persons", "persons", MOST_PERSONS));
            return;
        }
        int most = persons == null ? MOST_PERSONS : persons;
        within("female", counts.female(), most, problems);
        within("under16", counts.under16(), most, problems);
        within("over60", counts.over60(), most, problems);
        within("disabled", counts.disabled(), most, problems);
        if (or0(counts.under16()) + or0(counts.over60()) > most) {
            problems.add(problem("over60", "ages", most));
        }
        HouseholdType type = facts.type();
        if (type != null && persons != null && !fits(type, persons)) {
            problems.add(problem("type", "type", persons));
        }
    }

    /** One person alone is F7, two may be a couple, three generations are three at least. */
    static boolean fits(HouseholdType type, int persons) {
        return switch (type) {
            case F7 -> persons == 1;
            case F6 -> persons == 2;
            case F3, F4, F8 -> persons > 1;
            case F2, F5 -> persons > 2;
        };
    }

    /** @throws Rejected when not every one can be a member, or not exactly one is the head */
    static void members(Collection<MemberForm> members, LocalDate on) {
        List<Problem> problems = new ArrayList<>();
        members.forEach(member -> member(member, on, problems));
        none(problems);
        if (members.stream()
                        .filter(member -> member.relation() == Relation.HEAD)
                        .count()
                != 1) {
            throw Rejected.field("relation", "household.problem.oneHead");
        }
    }

    static void member(MemberForm member, LocalDate on, List<Problem> problems) {
        named("name", member.name(), problems);
        Integer year = member.year();
        if (year == null) {
            problems.add(problem("birth", "birth"));
        } else {
            born("birth", year, on, problems);
            LocalDate birth = member.birth();
            if (birth != null && birth.isAfter(on)) {
                problems.add(problem("birth", "born", on.getYear() - OLDEST, on.getYear()));
            }
        }
    }

    private static void named(String field, String name, List<Problem> problems) {
        if (name.isEmpty() || name.length() > LONGEST || name.chars().noneMatch(Character::isLetter)) {
            problems.add(problem(field, "name", LONGEST));
        }
    }

    private static void born(String field, @Nullable Integer year, LocalDate on, List<Problem> problems) {
        if (year != null && (year > on.getYear() || year < on.getYear() - OLDEST)) {
            problems.add(problem(field, "born", on.getYear() - OLDEST, on.getYear()));
        }
    }

    private static void within(String field, @Nullable Integer number, int most, List<Problem> problems) {
        if (number != null && (number < 0 || number > most)) {
            problems.add(problem(field, "within", most));
        }
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static Problem problem(String field, String key, Object... arguments) {
        return new Problem(field, "household.problem." + key, List.of(arguments));
    }

    static void none(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
