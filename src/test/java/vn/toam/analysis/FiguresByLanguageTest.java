package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.shared.ToamTest;

/** The same figures in both languages: 1.234,5 on a Vietnamese page, 1,234.5 on the English one. */
class FiguresByLanguageTest extends ToamTest {

    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(?<![\\d,.])\\d{1,3}(?:\\.\\d{3})*,\\d{1,2}(?![\\d,.])");
    private static final Pattern DECIMAL_POINT =
            Pattern.compile("(?<![\\d,.])\\d{1,3}(?:,\\d{3})*\\.\\d{1,2}(?![\\d,.])");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/indicators",
                "/indicators/cultural-family-rate?unit=1062&year=2024",
                "/indicators/trace?indicator=cultural-family-rate&unit=1062&year=2024",
                "/plans/tasks",
                "/plans"
            })
    void theSamePageSpellsItsFiguresByLanguage(String address) throws Exception {
        String vietnamese = body(address, "vi");
        String english = body(address, "en");

        assertThat(found(DECIMAL_COMMA, english))
                .as("decimal commas on an English page")
                .isEmpty();
        assertThat(found(DECIMAL_POINT, english))
                .containsAll(found(DECIMAL_COMMA, vietnamese).stream()
                        .map(figure ->
                                figure.replace('.', ';').replace(',', '.').replace(';', ','))
                        .toList());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What is read on the page: without its tags and drawings. */
    private String body(String address, String language) throws Exception {
        return mvc.perform(get(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                        .with(as.request("planner.kt")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", " ");
    }
}
