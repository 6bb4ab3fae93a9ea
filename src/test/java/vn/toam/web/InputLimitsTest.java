package vn.toam.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** What no page can mean is refused before any page looks. */
class InputLimitsTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @ParameterizedTest
    @CsvSource({
        "page, 2147483647",
        "page, 999999999999999999",
        "page, -5",
        "year, 2147483647",
        "year, 1",
        "from, +999999999-12-31",
        "date, -0001-01-01",
        "date, 9999-12-31"
    })
    void numbersAndDaysThatNothingHasAreRefused(String name, String value) {
        assertThatThrownBy(() -> send("/units", name, value)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @CsvSource({
        "page, 3",
        "page, x",
        "year, 2026",
        "year, 0",
        "date, 2026-02-30",
        "date, 30/11/2026",
        "q, 9999",
        "unit, 2147483647"
    })
    void whatAPageCanMeanIsThePagesOwn(String name, String value) {
        assertThatCode(() -> send("/units", name, value)).doesNotThrowAnyException();
    }

    @Test
    void signsThatNoTextHoldsAndTextsWithoutEndAreRefused() {
        for (String text : new String[] {"a\u0000b", "\u0007", "\ud800", "x\udfff"}) {
            assertThatThrownBy(() -> send("/units", "q", text)).isInstanceOf(BadRequest.class);
        }
        assertThatCode(() -> send("/units", "q", "Tân Yên\t\r\n😀")).doesNotThrowAnyException();
        assertThatThrownBy(() -> send("/duties/1/urge", "text", "x".repeat(200_000)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> send("/duties/1/urge", "text", "x".repeat(2_001)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> send("/x", "anything", "x".repeat(25_001))).isInstanceOf(Rejected.class);
        assertThatCode(() -> send("/plans", "text", "x".repeat(100_000))).doesNotThrowAnyException();
    }

    @Test
    void thePageSaysSoAndTheApiSaysItInJson() {
        assertThat(mvc.get().uri("/units").param("q", "a\u0000b").with(as.request("admin")))
                .hasStatus(400)
                .bodyText()
                .contains("Yêu cầu chưa đúng");
        assertThat(mvc.get().uri("/api/v1/nothing-here").with(as.request("admin")))
                .bodyText()
                .doesNotContain("<html");
    }

    private static void send(String path, String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addParameter(name, value);
        new InputLimits().preHandle(request, new MockHttpServletResponse(), new Object());
    }
}
