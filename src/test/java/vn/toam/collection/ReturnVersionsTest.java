package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.definition.Field;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.FormView;
import vn.toam.submission.Step;
import vn.toam.unit.UnitService;

/** A return that was sent, sent back, changed and sent again: what stood there at each sending stays readable, and says that it is of then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnVersionsTest extends ToamTest {

    private static final int YEAR = 2041;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private FormReader reader;

    @Autowired
    private Officers officers;

    @Autowired
    private UnitService units;

    private Round round;
    private int unit;
    private int neighbour;
    private int province;
    private List<Step> sendings;

    @BeforeAll
    void sendTwice() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        province = units.byCode(Level.PROVINCE, "96", day).orElseThrow().id();
        List<Integer> communes = units.idsBelow(province, Level.COMMUNE, day);
        unit = communes.getFirst();
        neighbour = communes.get(1);
        Somebody reviewer = Posts.at("REVIEWER", province);
        round = reviewer.get(() -> rounds.open("dv-family-commune", YEAR, province, ""));
        officers.sent(round, unit, 5);
        reviewer.run(() -> collection.sendBack(round.id(), unit, "Xem lại số vụ", "back"));
        Map<String, String> changed = officers.whole(round, 7);
        changed.put("hotlines", "2");
        officers.save(round, Officers.of(unit), unit, changed, Map.of());
        officers.submit(round, Officers.of(unit), unit);
        reviewer.run(() -> collection.accept(round.id(), unit, "in"));
        sendings = Officers.of(unit).get(() -> reader.view(round.id(), unit, Map.of())).steps().stream()
                .filter(step -> step.action() == Action.SUBMIT)
                .toList();
    }

    @Test
    void theFirstSendingIsShownAsItWasWithTheLinesThatReadOtherwiseNow() {
        FormView then = Officers.of(unit)
                .get(() -> reader.at(round.id(), unit, sendings.getFirst().version()));

        assertThat(then.submission().figures()).containsEntry("dv_cases", BigDecimal.valueOf(5));
        assertThat(then.earlier()).isNotNull();
        assertThat(then.form().fields().stream().filter(then::changedSince).map(Field::id))
                .containsExactlyInAnyOrder(
                        "dv_households", "dv_cases", "dv_cases_physical", "victims", "victims_female", "hotlines");
        assertThat(then.editable()).isFalse();
        assertThat(then.may()).isEmpty();
    }

    @Test
    void theLastSendingDiffersInNothing() {
        FormView then = Officers.of(unit)
                .get(() -> reader.at(round.id(), unit, sendings.getLast().version()));

        assertThat(then.submission().figures()).containsEntry("dv_cases", BigDecimal.valueOf(7));
        assertThat(then.changes()).isZero();
    }

    @Test
    void thePageListsTheVersionsAndOneOfThemSaysThatItIsOfThenAndNotAccepted() throws Exception {
        String now = page("");
        sendings.forEach(step -> assertThat(now).contains("/versions/" + step.version() + "\""));
        assertThat(now).doesNotContain("Đây là số liệu tại thời điểm");

        String then = page("/versions/" + sendings.getFirst().version());
        assertThat(then)
                .contains("Đây là số liệu tại thời điểm", "6 dòng khác số liệu hiện nay", "Hiện nay: 7")
                .doesNotContain("class=\"badge met\"")
                .doesNotContain("<form method=\"post\" action=\"/collection/forms");
        String english = mvc.perform(
                        get(address() + "/versions/" + sendings.getLast().version() + "?lang=en")
                                .with(as.request("ministry")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("no line reads otherwise now");
    }

    @Test
    void aStrangerSeesNoVersionAndOneThatNeverWasIsNotFound() throws Exception {
        mvc.perform(get(address() + "/versions/" + sendings.getFirst().version())
                        .with(as.request("reporter.tanyen")))
                .andExpect(status().isForbidden());
        assertThatThrownBy(() -> Officers.of(neighbour)
                        .get(() ->
                                reader.at(round.id(), unit, sendings.getFirst().version())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Officers.of(unit).get(() -> reader.at(round.id(), unit, 999)))
                .isInstanceOf(NotFound.class);
        mvc.perform(get(address() + "/versions/999").with(as.request("ministry")))
                .andExpect(status().isNotFound());
    }

    private String address() {
        return "/collection/forms/" + round.id() + "/" + unit;
    }

    private String page(String version) throws Exception {
        return mvc.perform(get(address() + version).with(as.request("ministry")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
