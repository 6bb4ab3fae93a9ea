package vn.toam.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.signin.ApiKeys;
import vn.toam.unit.UnitService;

/** Other systems: figures in and out with a key. Province Bắc Ninh of today, a year nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest extends ToamTest {

    private static final int YEAR = 2037;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private RoundService rounds;

    @Autowired
    private UnitService units;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private String own;
    private String returns;
    private String key;
    private String receiver;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        own = "07339";
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        Round round = Posts.at("REVIEWER", province).get(() -> rounds.open("dv-family-commune", YEAR, province, ""));
        returns = "/api/v1/rounds/" + round.id() + "/returns/";
        key = as.role("reporter.tanyen").get(() -> keys.make("Thử").key());
        receiver = as.role("planner.bn").get(() -> keys.make("Thử").key());
    }

    @Test
    void everyAddressIsDescribedAndEveryDescribedAddressIsThere() throws Exception {
        Map<String, Map<String, Map<String, Object>>> described =
                new Yaml().load(new ClassPathResource("api/openapi.yaml").getContentAsString(StandardCharsets.UTF_8));
        Set<String> promised = new TreeSet<>();
        described
                .get("paths")
                .forEach((path, verbs) -> verbs.keySet().stream()
                        .filter(verb -> !verb.equals("parameters"))
                        .forEach(verb -> promised.add(verb.toUpperCase() + " /api/v1" + path)));
        Set<String> there = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path ->
                                info.getMethodsCondition().getMethods().forEach(verb -> there.add(verb + " " + path))));

        assertThat(there).isEqualTo(promised).hasSizeGreaterThan(8);
    }

    @Test
    void acceptedFiguresAreInTheProvincesTableAtOnce() throws Exception {
        String whole = lines(Map.of("dv_cases", 7, "dv_cases_physical", 7, "dv_households", 7));
        assertThat(answer(put(own + "/figures", key, "a", whole), 200)).contains("\"version\":1");
        assertThat(answer(put(own + "/figures", key, "a", whole), 200))
                .as("again")
                .contains("\"version\":1");
        answer(put(own + "/figures/dv_households", key, "b", "{\"value\": 6}"), 200);
        assertThat(answer(with(get(returns + own), key), 200)).contains("\"dv_households\":6", "\"status\":\"DRAFT\"");
        assertThat(answer(post(own + "/submit", key, "c"), 422)).contains("còn trống");

        answer(put(own + "/figures", key, "d", rest()), 200);
        answer(post(own + "/submit", key, "e"), 200);
        assertThat(cases()).isNull();
        answer(post(own + "/accept", receiver, "f"), 200);
        assertThat(cases()).isEqualTo(7);
    }

    @Test
    void withoutAKeyOrWithAnEndedOneNothingIsAnswered() throws Exception {
        answer(get("/api/v1/measures"), 401);
        answer(with(get("/api/v1/measures"), "toam_wrong"), 401);

        String short1 = as.role("leader.ty").get(() -> keys.make("Thử").key());
        answer(with(get("/api/v1/measures"), short1), 200);
        as.role("leader.ty").run(() -> keys.own().forEach(each -> keys.end(each.id())));
        answer(with(get("/api/v1/measures"), short1), 401);
    }

    @Test
    void whatIsRefusedSaysWhyInTheLanguageAskedFor() throws Exception {
        String other = neighbour();
        assertThat(answer(put(other + "/figures", receiver, "x", "{\"figures\": {\"no_such_line\": 1}}"), 422))
                .contains("no_such_line")
                .contains("không có dòng");
        assertThat(answer(
                        put(other + "/figures", receiver, "x", "{\"figures\": {\"dv_cases\": 1.5}}")
                                .header("Accept-Language", "en"),
                        422))
                .contains("not a whole number");
        answer(put(other + "/figures", receiver, "x", "no json"), 400);
        answer(put("99999/figures", receiver, "x", "{\"figures\": {\"dv_cases\": 1}}"), 404);
        answer(put(other + "/figures", key, "x", "{\"figures\": {\"dv_cases\": 1}}"), 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/figures/dv_cases | {\"valeu\":6} | /valeu",
                "/figures/dv_cases | {} | /value",
                "/figures/dv_cases | {\"value\":\"\"} | /value",
                "/figures/dv_cases | {\"value\":\"1.234\"} | /value",
                "/figures/dv_cases | {\"value\":true} | /value",
                "/figures/dv_cases | {\"value\":[1]} | /value",
                "/figures/dv_cases | {\"value\":1e400} | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":-1} | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":1.5} | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":6,\"note\":\"x\"} | /note",
                "/figures/nothing | {\"value\":6} | /figures/nothing",
                "/figures | {} | /figures",
                "/figures | {\"figures\":{}} | /figures",
                "/figures | {\"figures\":[]} | /figures",
                "/figures | {\"figures\":{\"dv_cases\":\"7,000\"}} | /figures/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6,\"dv_households\":1e13}} | /figures/dv_households",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"dv_cases\":5}} | /notes/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"dv_cases\":\"a\\u0000b\"}} | /notes/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6},\"other\":1} | /other"
            })
    void aBodyThatSaysSomethingElseIsRefusedAtItsPlaceAndNothingIsLost(String address, String body, String at)
            throws Exception {
        String other = neighbour();
        String proof = ",\"proof\":\"Bản giấy số 12 ngày 01/12\"}";
        answer(put(other + "/figures/dv_cases", receiver, "p", "{\"value\":5" + proof), 200);
        String refused = answer(put(other + address, receiver, "q" + body.hashCode(), body), 422);
        assertThat((List<String>) JsonPath.read(refused, "$.faults[*].at")).contains(at);
        assertThat((List<String>) JsonPath.read(refused, "$.faults[*].message")).noneMatch(String::isBlank);
        assertThat(answer(with(get(returns + other), receiver), 200)).contains("\"dv_cases\":5");
    }

    @Test
    void aKeyIsForOneRequestOnly() throws Exception {
        String other = communes().get(3);
        String proof = ", \"proof\": \"Bản giấy số 12 ngày 01/12\"}";
        answer(put(other + "/figures/dv_cases", receiver, "k1", "{\"value\": 5" + proof), 200);
        answer(put(other + "/figures/dv_cases", receiver, "k1", "{\"value\": 5" + proof), 200);
        String second = as.role("planner.bn").get(() -> keys.make("Hai").key());
        for (String key : List.of(receiver, second)) {
            assertThat(answer(put(other + "/figures/dv_cases", key, "k1", "{\"value\": 6" + proof), 422))
                    .contains("đã dùng cho một yêu cầu khác");
        }
        assertThat(answer(with(get(returns + other), receiver), 200)).contains("\"dv_cases\":5");
        answer(put(other + "/figures/dv_cases", receiver, "hai chữ", "{\"value\": 6}"), 422);
        assertThat(answer(
                        post(own + "/return", receiver, "r1")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"),
                        422))
                .contains("/remark");
        answer(put(other + "/figures/dv_cases", receiver, "k2", "{\"value\": 6, \"value\": 7}"), 400);
        answer(put(other + "/figures/dv_cases", receiver, "k3", "{\"value\": 6} x"), 400);
    }

    private List<String> communes() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        return units
                .children(units.byCode(Level.PROVINCE, "24", day).orElseThrow().id(), day)
                .stream()
                .map(Unit::code)
                .filter(code -> !code.equals(own))
                .toList();
    }

    private String neighbour() {
        return communes().getFirst();
    }

    @Test
    void communesAreATableOfTheirOwn() throws Exception {
        String table = answer(
                with(
                        get("/api/v1/figures?measures=dv_cases,cultural-family-rate&years=2023&unit=24&of=COMMUNES"),
                        receiver),
                200);

        List<Object> rows = JsonPath.read(table, "$.rows");
        assertThat(rows).isNotEmpty();
        assertThat((List<?>) JsonPath.read(table, "$.rows[0].values")).hasSize(2);
        assertThat((String) JsonPath.read(table, "$.rows[0].name")).isNotBlank();
    }

    private @org.jspecify.annotations.Nullable Integer cases() throws Exception {
        String table = answer(with(get("/api/v1/figures?measures=dv_cases&unit=24&years=" + YEAR), receiver), 200);
        List<Integer> values = JsonPath.read(table, "$.rows[*].values[0]");
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Nothing happened in every other line. */
    private String rest() throws Exception {
        String standing = answer(with(get(returns + own), key), 200);
        Map<String, Object> known = JsonPath.read(standing, "$.figures");
        String measures = answer(with(get("/api/v1/measures"), key), 200);
        List<String> lines = JsonPath.read(measures, "$[?(@.form == 'dv-family-commune')].id");
        Map<String, Integer> zero = new java.util.TreeMap<>();
        lines.stream().filter(line -> !known.containsKey(line)).forEach(line -> zero.put(line, 0));
        zero.put("households_total", 100);
        zero.put("households_two_generation", 100);
        zero.put("perpetrators", 7);
        zero.put("perpetrators_male", 7);
        zero.put("victims", 7);
        zero.put("victims_female", 7);
        return lines(zero);
    }

    private static String lines(Map<String, Integer> figures) {
        StringBuilder json = new StringBuilder("{\"figures\": {");
        figures.forEach((line, figure) -> json.append(json.length() > 13 ? "," : "")
                .append('"')
                .append(line)
                .append("\": ")
                .append(figure));
        StringBuilder notes = new StringBuilder("}, \"notes\": {");
        figures.keySet()
                .forEach(line -> notes.append(notes.length() > 13 ? "," : "")
                        .append('"')
                        .append(line)
                        .append("\": \"đã rà soát\""));
        return json.append(notes).append("}}").toString();
    }

    private MockHttpServletRequestBuilder put(String address, String key, String once, String body) {
        return with(request(HttpMethod.PUT, returns + address), key)
                .header("Idempotency-Key", once)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletRequestBuilder post(String address, String key, String once) {
        return with(request(HttpMethod.POST, returns + address), key)
                .header("Idempotency-Key", once + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String key) {
        return request.header("Authorization", "Bearer " + key);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        MvcResult result = mvc.perform(request).andReturn();
        String body = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(result.getResponse().getStatus()).as(body).isEqualTo(status);
        return body;
    }
}
