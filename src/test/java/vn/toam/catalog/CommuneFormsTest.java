package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.Form;

/** The checks of the commune return, on published figures of a whole province (Bắc Giang 2019): right in one part, wrong in another. */
class CommuneFormsTest {

    private static final Map<String, Integer> PUBLISHED = Map.ofEntries(
            Map.entry("households_total", 450_051),
            Map.entry("households_two_generation", 233_342),
            Map.entry("households_mother_children", 47_116),
            Map.entry("households_father_children", 0),
            Map.entry("households_three_generation", 108_512),
            Map.entry("households_couple", 42_114),
            Map.entry("households_single", 0),
            Map.entry("households_other", 18_967),
            Map.entry("dv_cases", 58),
            Map.entry("dv_cases_psychological", 24),
            Map.entry("dv_cases_physical", 28),
            Map.entry("dv_cases_sexual", 3),
            Map.entry("dv_cases_economic", 3),
            Map.entry("perpetrators", 58),
            Map.entry("perpetrators_male", 50),
            Map.entry("perpetrators_female", 8),
            Map.entry("perpetrators_prosecuted", 4),
            Map.entry("victims", 31),
            Map.entry("victims_male", 7),
            Map.entry("victims_female", 24));

    private final Catalog catalog = CatalogReader.read(CatalogConfiguration.files());
    private final Form form = catalog.form("dv-family-commune");

    CommuneFormsTest() throws IOException {}

    @Test
    void householdsAndTypesBalanceButVictimsDoNotReachTheCases() {
        assertThat(broken(Map.of(), Map.of())).containsExactly("a_victim_in_every_case");
    }

    @Test
    void aSumThatIsSlightlyOffIsAskedAboutAndOneFarOffNeedsANote() {
        assertThat(broken(Map.of("households_other", 18_966), Map.of()))
                .contains("household_types_make_total")
                .doesNotContain("household_types_near_total");
        assertThat(kind("household_types_make_total")).isEqualTo(Check.Kind.QUERY);
        assertThat(broken(Map.of("households_other", 0), Map.of())).contains("household_types_near_total");
        assertThat(kind("household_types_near_total")).isEqualTo(Check.Kind.SOFT);
    }

    @Test
    void moreCasesOfOneTypeThanCasesCannotBeSent() {
        assertThat(broken(Map.of("dv_cases_physical", 59), Map.of())).contains("violence_type_within_cases");
        assertThat(kind("violence_type_within_cases")).isEqualTo(Check.Kind.HARD);
    }

    @Test
    void aJumpADropToNoneAndACopyOfLastYearAreQuestioned() {
        assertThat(broken(Map.of(), Map.of("dv_cases", 20))).contains("cases_steady");
        assertThat(broken(Map.of(), Map.of("dv_cases", 50))).doesNotContain("cases_steady");
        assertThat(broken(Map.of("dv_cases", 0), Map.of("dv_cases", 4)))
                .contains("cases_not_suddenly_nil")
                .doesNotContain("cases_steady");
        assertThat(broken(Map.of(), PUBLISHED)).contains("households_not_copied", "cases_not_copied");
        assertThat(List.of("cases_steady", "cases_not_suddenly_nil", "households_not_copied", "cases_not_copied"))
                .allMatch(id -> kind(id) == Check.Kind.QUERY);
    }

    @Test
    void nothingReportedIsNotAnError() {
        assertThat(form.broken(none -> null, none -> null)).isEmpty();
        Form first = catalog.form("dv-family-commune", 1);
        assertThat(first.missing(none -> false)).hasSize(first.fields().size() - 1);
        assertThat(form.missing(none -> false))
                .extracting(Field::id)
                .containsExactlyElementsOf(
                        first.missing(none -> false).stream().map(Field::id).toList());
    }

    private Check.Kind kind(String id) {
        return form.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private List<String> broken(Map<String, Integer> changed, Map<String, Integer> previous) {
        Map<String, Integer> now = new HashMap<>(PUBLISHED);
        now.putAll(changed);
        return form.broken(field -> figure(now, field), field -> figure(previous, field)).stream()
                .map(Check::id)
                .toList();
    }

    private static BigDecimal figure(Map<String, Integer> figures, String field) {
        Integer value = figures.get(field);
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
