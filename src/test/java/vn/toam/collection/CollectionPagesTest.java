package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Year;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.submission.OverviewView;
import vn.toam.unit.UnitService;

/** The pages as people meet them: who may see which, what a wrong figure answers, autosave. */
class CollectionPagesTest extends ToamTest {

    private static final String OFFICER = "reporter.tanyen";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private RoundReader reader;

    /** Other tests ask for years to come. */
    private static final int YEAR = Year.now(Numbers.ZONE).getValue();

    @Autowired
    private UnitService units;

    @Test
    void anOfficerSeesWhatTheCommuneOwesAndOpensTheForm() throws Exception {
        String page = body("/collection?year=" + YEAR);
        assertThat(page).contains("Báo cáo năm về gia đình").contains("số liệu giả định");

        String form = body(address());
        assertThat(form).contains("name=\"f_households_total\"").contains("inputmode=\"numeric\"");
    }

    @Test
    void aWrongFigureAnswers422AndKeepsWhatWasTyped() throws Exception {
        String page = mvc.perform(post(address())
                        .with(as.request(OFFICER))
                        .param("version", version())
                        .param("key", UUID.randomUUID().toString())
                        .param("f_households_total", "12.34")
                        .param("f_households_couple", "77"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("value=\"12.34\"").contains("value=\"77\"").contains("F1");
    }

    @Test
    void aWholePageTypedInMeanwhileAnswers409AndKeepsWhatWasTyped() throws Exception {
        String page = mvc.perform(post(address())
                        .with(as.request(OFFICER))
                        .param("version", "9999")
                        .param("key", UUID.randomUUID().toString())
                        .param("f_households_couple", "78"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("value=\"78\"");
    }

    @Test
    void autosaveAnswersWithTheTimeAndWhatSomebodyElseChanged() throws Exception {
        String first = cells(
                "was.f_dv_cases", "", "f_dv_cases", "1", "was.f_dv_cases_physical", "", "f_dv_cases_physical", "3");
        assertThat(first).contains("\"at\":\"").contains("\"theirs\":{}");

        String second = cells("was.f_dv_cases", "", "f_dv_cases", "2", "was.f_victims", "", "f_victims", "hai");
        assertThat(second).contains("\"theirs\":{\"f_dv_cases\":\"1\"}").contains("\"name\":\"f_victims\"");
        assertThat(body(address() + "/findings.json")).contains("\"kind\":\"hard\"");
        cells("was.f_dv_cases", "1", "f_dv_cases", "", "was.f_dv_cases_physical", "3", "f_dv_cases_physical", "");
    }

    @Test
    void aCellWithoutWhatItWasBasedOnIsRefused() throws Exception {
        mvc.perform(post(address() + "/cells")
                        .with(as.request(OFFICER))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .param("f_dv_cases", "1"))
                .andExpect(status().isBadRequest());
    }

    private String cells(String... parameters) throws Exception {
        var request = post(address() + "/cells")
                .with(as.request(OFFICER))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aRoundListsWhoSentAndFiltersByStatusAndName() throws Exception {
        String address = "/collection/rounds/" + item().round().id();
        String all = mvc.perform(get(address).with(as.request("planner.bn")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(all).contains("Trang 1/2");

        String found = mvc.perform(
                        get(address + "?status=MISSING&words=tan yen").with(as.request("planner.bn")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(found).contains("Xã Tân Yên").doesNotContain("Trang 1/2");
    }

    @Test
    void anotherProvincesFormIsNotShown() throws Exception {
        mvc.perform(get(address()).with(as.request("planner.kt"))).andExpect(status().isForbidden());
        mvc.perform(get(address()).with(as.request("planner.bn"))).andExpect(status().isOk());
    }

    private OverviewView.Item item() {
        int unit =
                as.role(OFFICER).get(() -> reader.overview(unit(), YEAR)).unit().id();
        return as.role(OFFICER).get(() -> reader.overview(unit, YEAR)).items().stream()
                .filter(each -> each.form().id().equals("dv-family-commune"))
                .findFirst()
                .orElseThrow();
    }

    private int unit() {
        return units.byCode(vn.toam.geography.Level.COMMUNE, "07339", java.time.LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
    }

    private String address() {
        return "/collection/forms/" + item().round().id() + "/" + unit();
    }

    private String version() throws Exception {
        return body(address()).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address).with(as.request(OFFICER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
