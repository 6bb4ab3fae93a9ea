package vn.toam.householdpages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.toam.household.Household;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdFacts;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdFacts.Head;
import vn.toam.household.HouseholdFacts.Registration;
import vn.toam.household.HouseholdType;
import vn.toam.household.Member;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;
import vn.toam.household.MemberForm;
import vn.toam.household.MemberService.Successor;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** The fields of the book's forms as they stand on the page, right or wrong. @param values by name of the field */
public record HouseholdTyped(Map<String, String> values) {

    /** Rows of the form on which members are listed. */
    public static final int ROWS = 12;

    static final HouseholdTyped BLANK = new HouseholdTyped(Map.of("registration", Registration.PERMANENT.name()));

    /** A household as it is kept. */
    static HouseholdTyped of(Household household) {
        Map<String, String> values = new HashMap<>(household.facts().written());
        values.put("version", String.valueOf(household.version()));
        return new HouseholdTyped(values);
    }

    /** Members as they are listed. */
    static HouseholdTyped of(List<Member> members) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            LocalDate birth = member.birth();
            values.put("name" + i, member.name());
            values.put("sex" + i, member.sex().name());
            values.put("birth" + i, birth == null ? String.valueOf(member.birthYear()) : birth.toString());
            values.put("relation" + i, member.relation().name());
        }
        return new HouseholdTyped(values);
    }

    /** What stands in a field; blank: nothing. */
    public String at(String field) {
        return values.getOrDefault(field, "").strip();
    }

    Basis basis() {
        return new Basis(day("on"), at("reason"));
    }

    HouseholdFacts facts() {
        List<Problem> problems = new ArrayList<>();
        HouseholdFacts facts = new HouseholdFacts(
                head("head", problems),
                at("address"),
                at("phone"),
                chosen("registration", Registration.class) == Registration.TEMPORARY
                        ? Registration.TEMPORARY
                        : Registration.PERMANENT,
                at("away").equals("true"),
                chosen("type", HouseholdType.class),
                new Counts(
                        number("persons", problems),
                        number("female", problems),
                        number("under16", problems),
                        number("over60", problems),
                        number("disabled", problems)));
        none(problems);
        return facts;
    }

    private Head head(String prefix, List<Problem> problems) {
        return new Head(at(prefix + "Name"), chosen(prefix + "Sex", Sex.class), number(prefix + "BirthYear", problems));
    }

    /** Who is asked for by the fields "name", "sex", "birth", "relation". @param problems of what is missing */
    MemberForm member(String suffix, @Nullable Relation given, List<Problem> problems) {
        Sex sex = chosen("sex" + suffix, Sex.class);
        Relation relation = given == null ? chosen("relation" + suffix, Relation.class) : given;
        if (sex == null) {
            problems.add(problem("sex" + suffix, "sex"));
        }
        if (relation == null) {
            problems.add(problem("relation" + suffix, "relation"));
        }
        String birth = at("birth" + suffix);
        LocalDate day = null;
        Integer year = null;
        if (birth.matches("\\d{4}")) {
            year = Integer.valueOf(birth);
        } else if (!birth.isEmpty()) {
            try {
                day = date(birth);
            } catch (DateTimeParseException wrong) {
                problems.add(problem("birth" + suffix, "date", birth));
            }
        }
        return new MemberForm(
                at("name" + suffix),
                sex == null ? Sex.FEMALE : sex,
                day,
                year,
                relation == null ? Relation.OTHER : relation,
                at("ethnic" + suffix).isEmpty() ? null : at("ethnic" + suffix));
    }

    /** @throws Rejected when something is missing */
    MemberForm member(@Nullable Relation given) {
        List<Problem> problems = new ArrayList<>();
        MemberForm form = member("", given, problems);
        none(problems);
        return form;
    }

    /** A child whose day of birth is the day of the event. */
    MemberForm born() {
        MemberForm form = member((Relation) null);
        return new MemberForm(form.name(), form.sex(), day("on"), null, form.relation(), form.ethnic());
    }

    /** Everybody of the rows that are not blank. */
    List<MemberForm> members() {
        List<Problem> problems = new ArrayList<>();
        List<MemberForm> all = IntStream.range(0, ROWS)
                .mapToObj(String::valueOf)
                .filter(i -> !at("name" + i).isEmpty())
                .map(i -> member(i, null, problems))
                .toList();
        none(problems);
        return all;
    }

    /** What each of these is, by the fields "relation-<id>"; those without a choice are left out. */
    Map<UUID, Relation> relations(List<Member> members) {
        Map<UUID, Relation> relations = new HashMap<>();
        members.forEach(member -> {
            Relation relation = chosen("relation-" + member.id(), Relation.class);
            if (relation != null) {
                relations.put(member.id(), relation);
            }
        });
        return relations;
    }

    /** Who heads the household next; null: nobody was named. */
    @Nullable
    Successor successor(List<Member> members) {
        List<Problem> problems = new ArrayList<>();
        Map<UUID, Relation> relations = relations(members);
        Head head = at("headName").isEmpty() ? null : head("head", problems);
        none(problems);
        return relations.isEmpty() && head == null ? null : new Successor(head, relations);
    }

    <E extends Enum<E>> E required(String field, Class<E> type, String key) {
        E chosen = chosen(field, type);
        if (chosen == null) {
            throw Rejected.field(field, key);
        }
        return chosen;
    }

    <E extends Enum<E>> @Nullable E chosen(String field, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(at(field))) {
                return each;
            }
        }
        return null;
    }

    /** @throws Rejected when it is none */
    UUID id(String field, String key) {
        try {
            return UUID.fromString(at(field));
        } catch (IllegalArgumentException none) {
            throw Rejected.field(field, key);
        }
    }

    @Nullable
    LocalDate day(String field) {
        String typed = at(field);
        try {
            return typed.isEmpty() ? null : date(typed);
        } catch (DateTimeParseException wrong) {
            throw new Rejected(List.of(problem(field, "date", typed)));
        }
    }

    /** As browsers send it, and as people write it. */
    private static LocalDate date(String typed) {
        String[] part = typed.split("[/.-]");
        boolean people = part.length == 3 && part[2].matches("\\d{4}") && part[0].matches("\\d{1,2}");
        return LocalDate.parse(
                people && part[1].matches("\\d{1,2}")
                        ? "%s-%2s-%2s".formatted(part[2], part[1], part[0]).replace(' ', '0')
                        : typed);
    }

    private @Nullable Integer number(String field, List<Problem> problems) {
        String typed = at(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,4}")) {
            problems.add(problem(field, "number", typed));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static Problem problem(String field, String key, Object... arguments) {
        return new Problem(field, "householdpages.problem." + key, List.of(arguments));
    }

    private static void none(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
