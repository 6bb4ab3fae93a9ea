package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.As;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Duty;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Target;
import vn.toam.shared.ToamTest;

/** The five programmes are put in force at the first start of a demonstration, by the same steps as a plan read from paper. */
class ProgrammesInForceTest extends ToamTest {

    @Autowired
    private PlanService plans;

    @Autowired
    private DutyRepository duties;

    @Autowired
    private As as;

    @Autowired
    private JdbcClient db;

    private Plan plan(String key) {
        return as.role("ministry").get(() -> plans.ofProgramme(key).orElseThrow());
    }

    private List<Target> targets(String key) {
        return as.role("ministry").get(() -> plans.targets(plan(key).id()));
    }

    @ParameterizedTest
    @CsvSource({
        "hai-phong-100, 2022, 2030, 0, 2024-12-15",
        "tan-yen-541, 2021, 2030, 6, 2024-12-01",
        "dien-bien-99, 2022, 2030, 0, 2024-12-31",
        "kon-tum-4002, 2021, 2025, 12, 2024-12-31",
        "dien-bien-82, 2022, 2022, 1, 2022-12-31"
    })
    void everyProgrammeHasItsPeriodItsTargetsAndDutiesDueByItsReport(
            String key, int from, int to, int targets, LocalDate due) {
        Plan plan = plan(key);
        assertThat(plan.status()).isEqualTo(PlanStatus.ISSUED);
        assertThat(List.of(plan.periodFrom(), plan.periodTo())).containsExactly(from, to);
        assertThat(targets(key)).hasSize(targets);
        List<Duty> owed = duties.ofPlan(plan.id(), due.getYear());
        assertThat(owed).isNotEmpty();
        assertThat(owed)
                .filteredOn(d -> d.frequency() != Frequency.ONCE && d.year() == due.getYear())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.due()).isIn(due, LocalDate.of(due.getYear(), 12, 1)));
        assertThat(plan.leadAgency()).isNotNull();
    }

    @Test
    void everyAgencyNameOfTheFiveProgrammesIsAnAgencyButTwoThatNoDirectoryHolds() {
        List<String> unknown = db.sql("""
                        select distinct coalesce(p.programme_key, '') || ': ' || s.agency_label from duty.assignment s
                        join plan.plan p on p.id = s.plan where not s.resolved and p.programme_key is not null order by 1""").query(String.class).list();
        assertThat(unknown)
                .containsExactly("hai-phong-100: Công an các cấp", "hai-phong-100: Trung tâm trợ giúp pháp lý");
    }

    @Test
    void reviewsFallInTheFifthAndTenthYearButNeverAfterThePlan() {
        assertThat(reviewYears("tan-yen-541")).containsExactly(2025, 2030);
        assertThat(reviewYears("hai-phong-100")).containsExactly(2026, 2030);
    }

    private List<Integer> reviewYears(String key) {
        UUID id = plan(key).id();
        return duties.assignments(id, 2024, LocalDate.of(2024, 1, 1)).stream()
                .filter(a -> a.kind() == DutyKind.REVIEW)
                .map(Assignment::year)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void tanYenBindsItsCommunesToTheFirstOfDecember() {
        List<Duty> reports = duties.ofPlan(plan("tan-yen-541").id(), 2024).stream()
                .filter(d -> d.kind() == DutyKind.REPORT && d.ref().equals("V.7.5"))
                .toList();
        assertThat(reports)
                .hasSizeGreaterThan(15)
                .allSatisfy(d -> assertThat(d.due()).isEqualTo("2024-12-01"));
    }

    @Test
    void konTumWantsTenPercentLessViolenceEachYearAndFiveTrends() {
        List<Target> targets = targets("kon-tum-4002");
        assertThat(targets)
                .filteredOn(t -> t.comparator() == Comparison.DECREASE_BY)
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.figure(java.util.Locale.of("vi"))).isEqualTo("−10%");
                    assertThat(t.yearly()).isTrue();
                });
        assertThat(targets).filteredOn(t -> t.trend() != null).hasSize(5);
    }

    @Test
    void theInteragencyRegulationOfDienBienHasFourParts() {
        assertThat(as.role("ministry")
                        .get(() -> plans.elements(plan("dien-bien-82").id())))
                .filteredOn(
                        e -> e.item() instanceof Item.Programme p && p.parts().size() == 4)
                .hasSize(1);
    }
}
