package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.shared.ToamTest;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;
import vn.toam.target.TargetStatus;

/** The five programmes' targets on the make-believe year, as each department meets them. */
class ScorecardPagesTest extends ToamTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private ScorecardService scorecards;

    @Test
    void konTumSeesItsTargetsScoredWithReceivedAndExpected() {
        ScorecardView view = as.role("planner.kt").get(() -> scorecards.scorecard(null, null, null));

        assertThat(view.year()).isEqualTo(2024);
        assertThat(view.binds()).isTrue();
        assertThat(view.lines()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(view.lines()).allSatisfy(line -> {
            assertThat(line.verdict().status()).isNotEqualTo(TargetStatus.NO_DATA);
            Value value = line.value();
            assertThat(value).isNotNull();
            assertThat(value.coverage().received())
                    .isPositive()
                    .isLessThan(value.coverage().expected());
        });
        assertThat(view.below()).hasSize(10);
        assertThat(view.matrix()).hasSize(10);
    }

    @Test
    void tanYenIsHeldAgainstTheAverageOfItsProvince() {
        ScorecardView view = as.role("planner.ty").get(() -> scorecards.scorecard(null, null, null));

        assertThat(view.lines())
                .filteredOn(line -> line.target().betterThanParent())
                .singleElement()
                .satisfies(line -> assertThat(line.verdict().why().key())
                        .isIn("target.why.metBetter", "target.why.notBetter", "target.why.behind"));
    }

    @Test
    void aPlanWithoutNumbersShowsTheIndicatorsThatAreWatched() throws Exception {
        assertThat(body("planner.hp", "/indicators"))
                .contains("không đặt chỉ tiêu bằng số")
                .contains("Số vụ bạo lực gia đình");
    }

    @Test
    void everyFigureLeadsDownToTheCellOfACommune() throws Exception {
        String province = body("planner.kt", "/indicators/trace?indicator=cultural-family-rate&unit=1062&year=2024");
        assertThat(province).contains("A3 Hộ được công nhận").contains("Thành phố Kon Tum");

        String district = body("planner.kt", "/indicators/trace?indicator=cultural-family-rate&unit=10608&year=2024");
        String commune = district.replaceAll("(?s).*?<tbody>.*?unit=(\\d+)&amp;year.*", "$1");
        String cells =
                body("planner.kt", "/indicators/trace?indicator=cultural-family-rate&unit=" + commune + "&year=2024");
        assertThat(cells).contains("#f_cultural_recognised").contains("#f_households_total");
    }

    @Test
    void figuresOfOtherPlacesAreNotShown() throws Exception {
        mvc.perform(get("/indicators/dv-cases?unit=1031&year=2024").with(as.request("planner.kt")))
                .andExpect(status().isForbidden());
        assertThat(body("ministry", "/indicators/dv-cases?unit=1&year=2024")).contains("Việt Nam");
    }

    @Test
    void theCountryIsTheSumOfItsProvinces() {
        Value country = as.role("ministry").get(() -> scorecardValue(1));
        BigDecimal provinces = BigDecimal.ZERO;
        for (int unit : new int[] {1031, 1024, 1011, 1062}) {
            provinces = provinces.add(
                    as.role("ministry").get(() -> scorecardValue(unit)).numerator());
        }
        assertThat(country.numerator()).isEqualByComparingTo(provinces);
    }

    @Autowired
    private IndicatorService indicators;

    private Value scorecardValue(int unit) {
        return indicators.value("dv-cases", unit, 2024);
    }

    private String body(String who, String address) throws Exception {
        return mvc.perform(get(address).with(as.request(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
