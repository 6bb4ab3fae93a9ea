package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toam.access.As;

/** The language can be changed on every page, also on the answer to a form, whose address is no page of its own. */
class LanguageLinkTest extends ToamTest {

    private static final String ID = "01234567-89ab-7def-8123-456789abcdef";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyAddressThatTakesFormsAloneLeadsToThePageOfItsForm() {
        List<String> lost = new ArrayList<>();
        List<String> forms = onlyForms();
        assertThat(forms).hasSizeGreaterThan(40);
        for (String address : forms) {
            MvcTestResult answer = mvc.get()
                    .uri(address + "?lang=en")
                    .with(as.request("admin"))
                    .exchange();
            String to = answer.getResponse().getRedirectedUrl();
            if (answer.getResponse().getStatus() != 302 || to == null || !to.endsWith("?lang=en") || !isPage(to)) {
                lost.add(address + " " + answer.getResponse().getStatus() + " " + to);
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void theAnswerToAFormThatFailedTwiceLeadsBackToItsPageInTheOtherLanguage() throws Exception {
        MvcTestResult answer = mvc.post()
                .uri("/units/1031/committees")
                .header("Referer", "http://localhost/units/1031/committees")
                .param("committeeName", "")
                .param("decision", "")
                .with(as.request("admin.hp"))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(answer.getResponse().getContentAsString()).contains("/units/1031/committees?lang=en");

        assertThat(mvc.get().uri("/units/1031/committees?lang=en").with(as.request("admin.hp")))
                .hasStatus(302)
                .hasRedirectedUrl("/units/1031?lang=en");
    }

    @Test
    void aRoundAskedForOnceMoreIsFoundAgain() {
        assertThat(mvc.get().uri("/collection/rounds/ad-hoc?lang=en").with(as.request("planner.bn")))
                .hasStatus(302)
                .hasRedirectedUrl("/collection/rounds/new");
    }

    @Test
    void otherSystemsStillHearThatTheMethodIsWrong() {
        assertThat(
                        mvc.delete()
                                .uri("/overview")
                                .with(as.request("admin"))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(405);
    }

    private List<String> onlyForms() {
        List<String> read = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            var patterns = info.getPathPatternsCondition();
            if (patterns == null || !method.getBeanType().getPackageName().startsWith("vn.toam")) {
                return;
            }
            boolean reads = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            patterns.getPatterns().forEach(pattern -> (reads ? read : sent).add(example(pattern.getPatternString())));
        });
        sent.removeAll(read);
        sent.removeIf(address -> address.startsWith("/api/") || address.startsWith("/sign-"));
        return sent.stream().distinct().sorted().toList();
    }

    private static String example(String pattern) {
        return pattern.replaceAll("\\{(id|unit|committee):?\\\\d\\+}", "1031")
                .replaceAll("\\{id:\\\\\\\\d\\+}", "1031")
                .replaceAll("\\{verb:[^}]*}", "accept")
                .replaceAll("\\{action}", "submit")
                .replaceAll("\\{unit}", "1031")
                .replaceAll("\\{year}", "2026")
                .replaceAll("\\{version}", "1")
                .replaceAll("\\{[^}]*}", ID);
    }

    private boolean isPage(String redirect) {
        PathContainer path = PathContainer.parsePath(redirect.replaceAll("\\?.*", ""));
        return redirect.startsWith("/?")
                || requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        .filter(info -> info.getPathPatternsCondition() != null)
                        .anyMatch(info -> info.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(path)));
    }
}
