package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.toam.definition.Check;
import vn.toam.definition.Published;

/** The published figures add up to their published totals, and where they do not, exactly that is said. */
class PublishedTest {

    private static Catalog catalog;

    @BeforeAll
    static void read() throws IOException {
        catalog = CatalogReader.read(CatalogConfiguration.files());
    }

    @Test
    void nationalCasesBalanceExceptIn2011WhichIsShortBy1860() {
        Published table = table("national-violence");
        assertThat(failing(table, "types_make_cases")).containsExactly(2011);
        Published.Return short1860 = of(table, 2011);
        assertThat(short1860.figures().get("cases")).isEqualByComparingTo("46449");
        assertThat(missing(short1860, "cases", "physical", "psychological", "sexual", "economic"))
                .isEqualByComparingTo("1860");
        assertThat(Objects.requireNonNull(short1860.flags().get("types_make_cases"))
                        .vi())
                .contains("1.860");
    }

    @Test
    void typesOf2023Make3265Against3240Cases() {
        Published table = table("national-violence-2022");
        assertThat(failing(table, "types_make_cases")).containsExactly(2023);
        assertThat(missing(of(table, 2023), "cases", "physical", "psychological", "economic", "sexual"))
                .isEqualByComparingTo("-25");
        assertThat(failing(table, "victims_by_sex")).isEmpty();
        assertThat(failing(table, "female_rate_holds")).isEmpty();
    }

    @Test
    void bacGiang2019BalancesInOneBlockAndFailsInAnother() {
        Published table = table("bac-giang-2019");
        assertThat(table.broken(of(table, 2019))).extracting(Check::id).containsExactly("a_victim_in_every_case");
        assertThat(of(table, 2019).figures())
                .containsEntry("victims", BigDecimal.valueOf(31))
                .containsEntry("cases", BigDecimal.valueOf(58));
    }

    @Test
    void householdTablesDifferAsTheMinistryPublishedThem() {
        assertThat(differences("national-households-2009")).containsExactly("-55525", "124379");
        assertThat(differences("national-households-2014")).containsExactly("27994", "0", "31306");
    }

    @Test
    void haNoiAndTheTenYearsReproduceTheirTotals() {
        assertThat(table("ha-noi").returns()).allMatch(one -> one.flags().isEmpty());
        assertThat(table("national-handling").returns())
                .allMatch(one -> one.flags().isEmpty());
        assertThat(missing(of(table("ha-noi"), 2024), "violent", "psychological", "physical"))
                .isEqualByComparingTo("0");
    }

    @Test
    void nothingPublishedSharesALineWithAFormOrIndicator() {
        for (Published table : catalog.published()) {
            assertThat(catalog.forms()).noneMatch(form -> form.id().equals(table.id()));
            assertThat(table.returns()).allMatch(one -> !one.reference().isBlank());
        }
    }

    @Test
    void aFigureThatNoLongerAgreesWithItsFlagsStopsTheStart() throws IOException {
        Map<String, String> files = new HashMap<>(CatalogConfiguration.files());
        files.computeIfPresent("history/ha-noi.yaml", (name, text) -> text.replace("physical: 16", "physical: 17"));
        assertThatThrownBy(() -> CatalogReader.read(files))
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining("types_make_violent");
    }

    private static List<String> differences(String id) {
        List<String> parts = List.of(
                "two_generation",
                "mother_children",
                "father_children",
                "three_generation",
                "couple",
                "single",
                "other");
        return table(id).returns().stream()
                .map(one -> missing(
                                one,
                                "total",
                                parts.stream()
                                        .filter(p -> one.figure(p) != null)
                                        .toArray(String[]::new))
                        .toPlainString())
                .toList();
    }

    private static BigDecimal missing(Published.Return one, String total, String... parts) {
        return Arrays.stream(parts)
                .map(part -> Objects.requireNonNull(one.figure(part)))
                .reduce(Objects.requireNonNull(one.figure(total)), BigDecimal::subtract);
    }

    private static List<Integer> failing(Published table, String check) {
        return table.returns().stream()
                .filter(one -> table.broken(one).stream().anyMatch(c -> c.id().equals(check)))
                .map(Published.Return::year)
                .toList();
    }

    private static Published.Return of(Published table, int year) {
        return table.returns().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static Published table(String id) {
        return catalog.get(Published.class, id);
    }
}
