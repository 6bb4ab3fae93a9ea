package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.shared.ToamTest;

/** Everybody signed in may look up what is asked and how it is counted. */
class CatalogPagesTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Test
    void theListShowsFormsIndicatorsAndCalendars() {
        assertThat(mvc.get().uri("/catalog").with(as.request("planner.hp")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Tỷ lệ hộ nghèo",
                        "B3 ÷ (B1 + B2)",
                        "Cấp xã gửi Cấp tỉnh: chậm nhất 5/12",
                        "/catalog/forms/dv-family-commune");
    }

    @Test
    void aFormShowsItsLinesAndItsChecksInSigns() {
        assertThat(mvc.get().uri("/catalog/forms/family-plan-commune").with(as.request("planner.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Hộ được công nhận", "A3 ≤ A2", "Cần giải thích");
    }

    @Test
    void anEnglishReaderReadsEnglish() {
        assertThat(mvc.get().uri("/catalog/codes/violence-acts?lang=en").with(as.request("planner.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Acts of domestic violence", "Eviction from the lawful home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog/forms/nothing", "/catalog/codes/nothing"})
    void whatDoesNotExistIsNotFound(String address) {
        assertThat(mvc.get().uri(address).with(as.request("planner.hp"))).hasStatus(404);
    }
}
