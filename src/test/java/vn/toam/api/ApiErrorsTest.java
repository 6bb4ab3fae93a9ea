package vn.toam.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.signin.ApiKeys;
import vn.toam.unit.UnitService;

/** Whatever another system sends, over a real connection: refused in JSON, in words, at its place, and what stood there still stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiErrorsTest extends ToamTest {

    private static final int YEAR = 2063;
    private static final String PROOF = "\"proof\":\"Bản giấy số 12 ngày 01/12\"";

    @LocalServerPort
    private int port;

    @Autowired
    private As as;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private RoundService rounds;

    @Autowired
    private UnitService units;

    private final HttpClient client = HttpClient.newHttpClient();
    private String returns;
    private String key;
    private int once;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        Round round = Posts.at("REVIEWER", province).get(() -> rounds.open("dv-family-commune", YEAR, province, ""));
        returns = "/api/v1/rounds/" + round.id() + "/returns/07339";
        key = as.role("planner.bn").get(() -> keys.make("Thử lỗi").key());
        assertThat(send("PUT", returns + "/figures/dv_cases", "application/json", "{\"value\":5," + PROOF + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/nothing-here | 404",
                "GET | /api/v2/measures | 404",
                "GET | /api/v1 | 404",
                "POST | /api/v1/measures | 405",
                "DELETE | /api/v1/figures | 405",
                "PUT | /api/v1/rounds | 405",
                "GET | /api/v1/rounds/no-id/returns/07339 | 400",
                "GET | /api/v1/rounds/00000000-0000-0000-0000-000000000000/returns/07339 | 404",
                "GET | /api/v1/rounds?year=2025&unit=99 | 404",
                "GET | /api/v1/rounds?year=abc | 400",
                "GET | /api/v1/rounds | 400",
                "GET | /api/v1/rounds?year=2147483647 | 400",
                "GET | /api/v1/rounds?year=2025&year=2026 | 422",
                "GET | /api/v1/rounds?year=2025&unti=24 | 422",
                "GET | /api/v1/figures?measures=dv_cases | 400",
                "GET | /api/v1/figures?years=2025 | 400",
                "GET | /api/v1/figures?measures=dv_cases&years=x | 400",
                "GET | /api/v1/figures?measures=dv_cases&unit=24&years=2147483647 | 422",
                "GET | /api/v1/figures?measures=dv_cases&unit=24&years=-5 | 422",
                "GET | /api/v1/figures?measures=dv_cases&unit=24&years= | 422",
                "GET | /api/v1/figures?measures=nothing&unit=24&years=2025 | 422",
                "GET | /api/v1/figures?measures=dv_cases&years=2025&of=communes | 400",
                "GET | /api/v1/figures?measures=dv_cases&years=2025&unti=24 | 422",
                "GET | /api/v1/figures?measures=dv_cases&years=2025&unit=24&unit=11 | 422",
                "GET | /api/v1/figures?measures=dv_cases&years=2025&unit=2x | 404"
            })
    void anAddressOrQuestionThatIsNotDescribedIsRefusedInJson(String method, String address, int status) {
        refused(send(method, address, "application/json", ""), status);
    }

    @Test
    void withoutAKeyOrWithAWrongOneTheAnswerSaysThatOneIsNeeded() {
        for (String header : List.of("", "Bearer toam_wrong", "Basic YTpi", "Bearer ")) {
            HttpResponse<String> answer = send("GET", "/api/v1/measures", header, "", "", "*/*");
            assertThat(messages(refused(answer, 401)).getFirst()).contains("khóa", "Authorization");
        }
    }

    @Test
    void aBodyOfAnotherTypeOrAnAnswerOfAnotherTypeIsRefusedInJson() {
        String line = returns + "/figures/dv_cases";
        for (String type :
                List.of("text/plain", "text/html", "application/xml", "application/x-www-form-urlencoded", "a/b")) {
            assertThat(messages(refused(send("PUT", line, type, "{\"value\":6}"), 415))
                            .getFirst())
                    .contains("application/json");
        }
        refused(send("PUT", line, "", "{\"value\":6}"), 415);
        refused(send("GET", "/api/v1/measures", "Bearer " + key, "", "", "text/html"), 406);
        assertThat(messages(refused(send("POST", "/api/v1/measures", "application/json", "{}"), 405))
                        .getFirst())
                .contains("GET");
        stillThere();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/figures/dv_cases | `` | 400 | ``",
                "/figures/dv_cases | ` ` | 422 | ``",
                "/figures/dv_cases | null | 422 | ``",
                "/figures/dv_cases | 6 | 422 | ``",
                "/figures/dv_cases | \"6\" | 422 | ``",
                "/figures/dv_cases | [6] | 422 | ``",
                "/figures/dv_cases | [] | 422 | ``",
                "/figures/dv_cases | {\"value\":NaN} | 400 | ``",
                "/figures/dv_cases | {\"value\":Infinity} | 400 | ``",
                "/figures/dv_cases | {\"value\":+6} | 400 | ``",
                "/figures/dv_cases | {\"value\":007} | 400 | ``",
                "/figures/dv_cases | {\"value\":0x1F} | 400 | ``",
                "/figures/dv_cases | {\"value\":6,} | 400 | ``",
                "/figures/dv_cases | {\"value\":.5} | 400 | ``",
                "/figures/dv_cases | {'value':6} | 400 | ``",
                "/figures/dv_cases | {\"value\":6}{\"value\":7} | 400 | ``",
                "/figures/dv_cases | {\"value\":6 | 400 | ``",
                "/figures/dv_cases | {\"value\":6,\"value\":7} | 400 | /value",
                "/figures/dv_cases | {\"value\":1e99999999999} | 400 | ``",
                "/figures/dv_cases | {\"value\":1e2147483647} | 422 | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":1e-2147483647} | 422 | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":1e-400} | 422 | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":-0.5} | 422 | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":1000000000000} | 422 | /figures/dv_cases",
                "/figures/dv_cases | {\"value\":{}} | 422 | /value",
                "/figures/dv_cases | {\"value\":{\"value\":6}} | 422 | /value",
                "/figures/dv_cases | {\"value\":false} | 422 | /value",
                "/figures/dv_cases | {\"value\":\"6\"} | 422 | /value",
                "/figures/dv_cases | {\"Value\":6} | 422 | /Value",
                "/figures/dv_cases | {\"value\":6,\"proof\":7} | 422 | /proof",
                "/figures/dv_cases | {\"value\":6,\"a/b~c\":7} | 422 | /a~1b~0c",
                "/figures/no%20line | {\"value\":6} | 422 | /figures/no line",
                "/figures | {\"figures\":[{\"dv_cases\":6}]} | 422 | /figures",
                "/figures | {\"figures\":\"dv_cases=6\"} | 422 | /figures",
                "/figures | {\"figures\":null} | 422 | /figures",
                "/figures | {\"figures\":{\"dv_cases\":[6]}} | 422 | /figures/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":{\"value\":6}}} | 422 | /figures/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6,\"dv_cases\":7}} | 400 | /figures/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6},\"figures\":{}} | 400 | /figures",
                "/figures | {\"figures\":{\"\":6}} | 422 | /figures/",
                "/figures | {\"figures\":{\"DV_CASES\":6}} | 422 | /figures/DV_CASES",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":[\"x\"]} | 422 | /notes",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"dv_cases\":{\"text\":\"x\"}}} | 422 | /notes/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"dv_cases\":null}} | 422 | /notes/dv_cases",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"no_line\":\"x\"}} | 422 | /notes/no_line",
                "/figures | {\"figures\":{\"dv_cases\":6},\"notes\":{\"dv_cases\":\"\\ud800\"}} | 422 | /notes/dv_cases",
                "/return | {\"remark\":[\"x\"]} | 422 | /remark",
                "/return | {\"remark\":\"\"} | 422 | /remark",
                "/return | {\"remarks\":\"x\"} | 422 | /remarks",
                "/submit | {\"remark\":\"x\"} | 422 | /remark",
                "/submit | [] | 422 | ``",
                "/accept | {\"force\":true} | 422 | /force"
            })
    void whateverABodySaysElseIsRefusedAtItsPlace(String address, String body, int status, String at) {
        String method = address.startsWith("/figures") ? "PUT" : "POST";
        String refused = refused(send(method, returns + address, "application/json", body), status);
        assertThat((List<String>) JsonPath.read(refused, "$.faults[*].at")).contains(at);
        stillThere();
    }

    @Test
    void whatIsNoJsonIsNamedByLineAndColumnAndWhatIsMissingByItsName() {
        assertThat(messages(refused(
                                send(
                                        "PUT",
                                        returns + "/figures",
                                        "application/json",
                                        "{\n  \"figures\": {\"dv_cases\": 6,}\n}"),
                                400))
                        .getFirst())
                .contains("dòng 2");
        assertThat(messages(refused(send("GET", "/api/v1/figures?measures=dv_cases", "application/json", ""), 400))
                        .getFirst())
                .contains("years");
        assertThat(messages(refused(send("GET", "/api/v1/rounds?year=abc", "application/json", ""), 400))
                        .getFirst())
                .contains("year", "abc");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + returns + "/submit"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + key)
                .build();
        assertThat(messages(refused(send(request), 400)).getFirst()).contains("Idempotency-Key");
    }

    @Test
    void bytesThatAreNoTextDeepNestsAndEndlessNumbersAreRefused() {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'},
                ("{\"value\":" + "[".repeat(50_000)).getBytes(StandardCharsets.UTF_8),
                ("{\"value\":" + "9".repeat(50_000) + "}").getBytes(StandardCharsets.UTF_8),
                ("{\"" + "a".repeat(100_000) + "\":1}").getBytes(StandardCharsets.UTF_8))) {
            HttpResponse<String> answer = send(request("PUT", returns + "/figures/dv_cases", "application/json")
                    .method("PUT", HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
            assertThat(answer.statusCode()).isIn(400, 422);
            refused(answer, answer.statusCode());
            assertThat(answer.body().length()).isLessThan(2_000);
        }
        stillThere();
    }

    private void stillThere() {
        assertThat(send("GET", returns, "application/json", "").body()).contains("\"dv_cases\":5");
    }

    /** The answer, once it is seen to be a refusal in JSON that says something. */
    private static String refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat((int) JsonPath.read(answer.body(), "$.status")).isEqualTo(status);
        assertThat(messages(answer.body()))
                .isNotEmpty()
                .noneMatch(
                        said -> said.isBlank() || said.contains("lỗi ở phía hệ thống") || said.matches("[a-z.]+\\d*"));
        return answer.body();
    }

    private static List<String> messages(String body) {
        return JsonPath.read(body, "$.faults[*].message");
    }

    private HttpResponse<String> send(String method, String address, String type, String body) {
        return send(request(method, address, type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(
            String method, String address, String authorization, String type, String body, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", accept);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String method, String address, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + address.replace(" ", "%20")))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "errors-" + once++);
        return type.isEmpty() ? request : request.header("Content-Type", type);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (java.io.IOException | InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }
}
