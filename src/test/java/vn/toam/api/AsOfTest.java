package vn.toam.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.signin.ApiKeys;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** A year asked by quarters: what there is holds as of the latest quarter that was accepted, and every output says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsOfTest extends ToamTest {

    private static final int YEAR = 2069;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private UnitService units;

    private int province;
    private Unit first;
    private Unit second;
    private Unit third;
    private String key;
    private final List<Round> quarters = new ArrayList<>();

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        List<Unit> communes = units.children(province, day);
        first = communes.get(0);
        second = communes.get(1);
        third = communes.get(2);
        Somebody reviewer = Posts.at("REVIEWER", province);
        for (int part = 1; part <= 4; part++) {
            int quarter = part;
            quarters.add(reviewer.get(
                    () -> rounds.open("dv-family-commune", YEAR, quarter, province, "statistics-quarter", null)));
        }
        key = as.role("planner.bn").get(() -> keys.make("Thử kỳ").key());
        accepted(first, 1, 2, 3);
        accepted(second, 1, 2, 3);
        accepted(third, 4);
    }

    @Test
    void theInterfaceSaysAsOfWhenAStateIs() throws Exception {
        assertThat(asOf("unit=" + first.code())).containsExactly("Q3", null);
        assertThat(asOf("unit=24")).containsExactly("Q3-Q4", null);
        String own = figures("unit=" + third.code());
        assertThat(own).as("the end of the year needs no word").doesNotContain("asOf");
        String communes = figures("unit=24&of=COMMUNES");
        List<List<String>> each = JsonPath.read(communes, "$.rows[?(@.unit == '" + second.code() + "')].asOf");
        assertThat(each.getFirst()).containsExactly("Q3", null);
    }

    @Test
    void thePagesSayItBesideTheFigure() throws Exception {
        String address = "/indicators/dv-household-rate?year=" + YEAR + "&unit=";
        assertThat(page(address + first.id())).contains("số hiện có tính đến quý III");
        assertThat(page(address + province)).contains("số hiện có tính đến quý III – quý IV, tùy đơn vị");
        assertThat(page(address + third.id())).doesNotContain("số hiện có tính đến");
        assertThat(page(address + first.id() + "&lang=en")).contains("states as of quarter III");
    }

    private void accepted(Unit unit, int... parts) {
        for (int part : parts) {
            Round round = quarters.get(part - 1);
            Somebody reporter = Posts.at("REPORTER", unit.id());
            Map<String, String> typed = Map.of(
                    "households_total", String.valueOf(100 + part),
                    "households_couple", String.valueOf(100 + part),
                    "dv_households", "1",
                    "dv_cases", "1",
                    "dv_cases_physical", "1",
                    "victims", "1",
                    "victims_female", "1");
            reporter.run(() -> collection.nilReturn(
                    round.id(), unit.id(), 0, new TypedReturn(typed, Map.of(), Map.of()), "q" + part));
            reporter.run(() -> collection.submit(round.id(), unit.id(), 1, "s" + part));
            Posts.at("REVIEWER", province).run(() -> collection.accept(round.id(), unit.id(), "a" + part));
        }
    }

    private List<String> asOf(String place) throws Exception {
        return JsonPath.read(figures(place), "$.rows[0].asOf");
    }

    private String figures(String place) throws Exception {
        return read(get("/api/v1/figures?measures=households_total,dv_cases&years=" + YEAR + "&" + place)
                .header("Authorization", "Bearer " + key));
    }

    private String page(String address) throws Exception {
        return read(get(address).with(as.request("planner.bn")));
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
