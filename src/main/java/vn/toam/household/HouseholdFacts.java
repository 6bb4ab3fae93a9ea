package vn.toam.household;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.household.Member.Sex;

/**
 * What stands in the row of a household, as typed and as kept.
 *
 * @param head who heads it; where members are kept, the one who is HEAD
 * @param away all of it lives or works elsewhere and still belongs here
 * @param type picked by hand where no members are kept; null: not known
 * @param counts where no members are kept
 */
public record HouseholdFacts(
        Head head,
        String address,
        String phone,
        Registration registration,
        boolean away,
        @Nullable HouseholdType type,
        Counts counts) {

    public HouseholdFacts {
        address = address.strip();
        phone = phone.strip();
    }

    /** Who heads it. @param sex null: not known @param birthYear null: not known */
    public record Head(
            String name, @Nullable Sex sex, @Nullable Integer birthYear) {

        public Head {
            name = name.strip().replaceAll("\\s+", " ");
        }

        static Head of(Member member) {
            return new Head(member.name(), member.sex(), member.birthYear());
        }
    }

    /** TT 07 counts households with permanent or temporary registration: one family may be in two communes, so they are kept apart. */
    public enum Registration {
        PERMANENT,
        TEMPORARY
    }

    /** How many live in it; null: not known. */
    public record Counts(
            @Nullable Integer persons,
            @Nullable Integer female,
            @Nullable Integer under16,
            @Nullable Integer over60,
            @Nullable Integer disabled) {

        public static final Counts UNKNOWN = new Counts(null, null, null, null, null);

        /** With a person more (1) or less (-1). */
        Counts changed(int by, boolean woman, boolean child, boolean elderly) {
            return new Counts(
                    add(persons, by),
                    add(female, woman ? by : 0),
                    add(under16, child ? by : 0),
                    add(over60, elderly ? by : 0),
                    disabled);
        }

        /** Of two households together; known where both are. */
        Counts plus(Counts other) {
            return new Counts(
                    sum(persons, other.persons),
                    sum(female, other.female),
                    sum(under16, other.under16),
                    sum(over60, other.over60),
                    sum(disabled, other.disabled));
        }

        /** Of what is left when {@code other} went; known where both are. */
        Counts minus(Counts other) {
            return new Counts(
                    less(persons, other.persons),
                    less(female, other.female),
                    less(under16, other.under16),
                    less(over60, other.over60),
                    less(disabled, other.disabled));
        }

        private static @Nullable Integer add(@Nullable Integer number, int by) {
            return number == null ? null : (Integer) Math.max(0, number + by);
        }

        private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
            return one == null || other == null ? null : (Integer) (one + other);
        }

        private static @Nullable Integer less(@Nullable Integer one, @Nullable Integer other) {
            return one == null || other == null ? null : (Integer) Math.max(0, one - other);
        }
    }

    /** What is known of a household of which nothing was said. */
    public static final HouseholdFacts NONE =
            new HouseholdFacts(new Head("", null, null), "", "", Registration.PERMANENT, false, null, Counts.UNKNOWN);

    /** With the head, the type and the numbers of what is kept: they follow from its members. */
    HouseholdFacts ofMembers(HouseholdFacts kept) {
        return new HouseholdFacts(kept.head, address, phone, registration, away, kept.type, kept.counts);
    }

    HouseholdFacts headed(Head by) {
        return new HouseholdFacts(by, address, phone, registration, away, type, counts);
    }

    /** Whoever came or went may have made another type of it: what was picked by hand is asked again. */
    HouseholdFacts counted(Counts now) {
        return new HouseholdFacts(head, address, phone, registration, away, null, now);
    }

    /** Everything as text, by name; blank: not known. */
    public Map<String, String> written() {
        Map<String, String> all = new TreeMap<>();
        all.put("headName", head.name());
        all.put("headSex", text(head.sex()));
        all.put("headBirthYear", text(head.birthYear()));
        all.put("address", address);
        all.put("phone", phone);
        all.put("registration", registration.name());
        all.put("away", String.valueOf(away));
        all.put("type", text(type));
        all.put("persons", text(counts.persons()));
        all.put("female", text(counts.female()));
        all.put("under16", text(counts.under16()));
        all.put("over60", text(counts.over60()));
        all.put("disabled", text(counts.disabled()));
        return all;
    }

    /** What stood here where {@code now} says something else. */
    Map<String, String> before(HouseholdFacts now) {
        Map<String, String> later = now.written();
        return written().entrySet().stream()
                .filter(each -> !each.getValue().equals(later.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** With these values, by name; as it was before a change that kept what stood there. */
    public HouseholdFacts with(Map<String, String> before) {
        Map<String, String> all = written();
        all.putAll(before);
        return new HouseholdFacts(
                new Head(
                        at(all, "headName"),
                        typed(all, "headSex", Sex::valueOf),
                        typed(all, "headBirthYear", Integer::valueOf)),
                at(all, "address"),
                at(all, "phone"),
                Registration.valueOf(at(all, "registration")),
                Boolean.parseBoolean(at(all, "away")),
                typed(all, "type", HouseholdType::valueOf),
                new Counts(
                        typed(all, "persons", Integer::valueOf),
                        typed(all, "female", Integer::valueOf),
                        typed(all, "under16", Integer::valueOf),
                        typed(all, "over60", Integer::valueOf),
                        typed(all, "disabled", Integer::valueOf)));
    }

    private static String at(Map<String, String> all, String name) {
        return all.getOrDefault(name, "");
    }

    private static <T> @Nullable T typed(Map<String, String> all, String name, Function<String, T> read) {
        return at(all, name).isEmpty() ? null : read.apply(at(all, name));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
