package vn.toam.village;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Validity;
import vn.toam.shared.Rejected;

/** The fields of a village's forms as they stand on the page, right or wrong. @param values by name of the field */
public record VillageTyped(Map<String, String> values, Set<Area> areas) {

    static final String CORRECTION = "correction";

    /** Of a form that was sent. */
    static VillageTyped of(Map<String, String> values, @Nullable Collection<Area> areas) {
        Set<Area> chosen = EnumSet.noneOf(Area.class);
        if (areas != null) {
            chosen.addAll(areas);
        }
        return new VillageTyped(values, chosen);
    }

    /** A village as it is kept. */
    static VillageTyped of(Village village, VillageHeads heads) {
        Integer households = heads.households();
        return new VillageTyped(
                Map.ofEntries(
                        Map.entry("kind", village.kind()),
                        Map.entry("name", village.name()),
                        Map.entry("head", heads.head()),
                        Map.entry("headPhone", heads.headPhone()),
                        Map.entry("frontHead", heads.frontHead()),
                        Map.entry("frontPhone", heads.frontPhone()),
                        Map.entry("households", households == null ? "" : String.valueOf(households)),
                        Map.entry("version", String.valueOf(heads.version()))),
                village.areas());
    }

    /** What stands in a field; blank: nothing. */
    public String at(String field) {
        return values.getOrDefault(field, "");
    }

    /** @throws Rejected when a day or a number is none */
    VillageForm form() {
        return new VillageForm(
                at("kind"),
                at("name"),
                areas,
                at("head"),
                at("headPhone"),
                at("frontHead"),
                at("frontPhone"),
                households(at("households")),
                at("how").equals(CORRECTION) ? null : day("on"),
                at("decision"),
                day("decidedOn"),
                at("version").matches("\\d{1,9}") ? Integer.parseInt(at("version")) : 0);
    }

    /** @throws Rejected when a day is none */
    VillageChange.Basis basis() {
        return new VillageChange.Basis(day("on"), at("decision"), day("decidedOn"));
    }

    private @Nullable LocalDate day(String field) {
        String typed = at(field).strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException wrong) {
            throw Rejected.field(field, "village.problem.date", typed);
        }
    }

    /** "1234", "1.234" and "1,234"; blank: not known. @throws Rejected when it is no such number */
    static @Nullable Integer households(String typed) {
        String bare = typed.strip().replaceAll("(?<=\\d)[., ](?=\\d{3}(\\D|$))", "");
        if (bare.isEmpty()) {
            return null;
        }
        if (!bare.matches("\\d{1,6}") || Integer.parseInt(bare) > VillageRules.MOST_HOUSEHOLDS) {
            throw Rejected.field("households", "village.problem.households", VillageRules.MOST_HOUSEHOLDS);
        }
        return Integer.valueOf(bare);
    }

    /** Names of fields "name1", "name2" … with their kinds; blank ones are left out. */
    List<VillageReshaping.Made> made() {
        return java.util.stream.IntStream.rangeClosed(1, 4)
                .filter(i -> !at("name" + i).isBlank())
                .mapToObj(i -> new VillageReshaping.Made(at("kind" + i), at("name" + i)))
                .toList();
    }

    /** The day that a new village is proposed to begin: none, it began with its commune. */
    static VillageTyped blank(String kind, Validity commune) {
        LocalDate first = commune.first();
        return new VillageTyped(Map.of("kind", kind, "on", first == null ? "" : first.toString()), Set.of());
    }
}
