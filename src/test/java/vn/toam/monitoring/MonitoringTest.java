package vn.toam.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toam.hostile.Visitor;
import vn.toam.shared.ToamTest;

/** What those who run the installation see, over real connections; and that nobody else sees it. */
class MonitoringTest extends ToamTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** Most series of requests; more than these are not kept. */
    @Value("${management.metrics.web.server.max-uri-tags}")
    private int limit;

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void probesAreAnsweredWithoutASession(String probe) throws Exception {
        HttpResponse<String> answer = new Visitor(port).get(probe);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aServerThatStopsIsAliveAndNotReady() throws Exception {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(new Visitor(port).get("/readyz").statusCode()).isEqualTo(503);
            assertThat(new Visitor(port).get("/livez").statusCode()).isEqualTo(200);
            assertThat(new Visitor(port).get("/sign-in").statusCode()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void metricsAreReadOnThisMachine() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        assertThat(visitor.get("/metrics").body())
                .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "uri=\"/sign-in\"");
    }

    @Test
    void anAddressThatIsNoPageIsNoSeriesOfItsOwnAndEveryRouteHasRoom() throws Exception {
        Visitor visitor = new Visitor(port);
        for (int at = 0; at < 3; at++) {
            visitor.get("/nothing-" + at + "/here");
        }
        assertThat(visitor.get("/metrics").body()).doesNotContain("nothing-");
        long routes = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .distinct()
                .count();
        assertThat(routes).isBetween(100L, (long) limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via"})
    void nobodyReadsMetricsThroughAProxy(String header) throws Exception {
        HttpResponse<String> answer = new Visitor(port).get("/metrics", header, "127.0.0.1");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/env",
                "/beans",
                "/info",
                "/metrics/jvm.memory.used",
                "/heapdump"
            })
    void nothingElseOfTheMachineryIsOpen(String path) throws Exception {
        assertThat(new Visitor(port).get(path).headers().firstValue("Location").orElse(""))
                .contains("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 127.0.0.1, '', true",
        "'', 0:0:0:0:0:0:0:1, '', true",
        "'', 10.0.0.7, '', false",
        "'', 10.0.0.7, Bearer , false",
        "k1, 10.0.0.7, Bearer k1, true",
        "k1, 127.0.0.1, Bearer k1, true",
        "k1, 127.0.0.1, '', false",
        "k1, 127.0.0.1, Bearer k2, false",
        "k1, 127.0.0.1, k1, false"
    })
    void aKeyOpensMetricsFromAnywhereAndThenOnlyTheKeyDoes(String key, String address, String shown, boolean open) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (!shown.isEmpty()) {
            request.addHeader("Authorization", shown);
        }
        assertThat(MetricsGate.lets(request, key)).isEqualTo(open);
    }

    @Test
    void everyAnswerNamesItsRequestAndEachHasItsOwn() throws Exception {
        Visitor visitor = new Visitor(port);
        List<String> names =
                List.of(name(visitor, "/sign-in"), name(visitor, "/health"), name(visitor, "/api/v1/rounds"));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f]{16}"));
    }

    /** Without a proxy in front anybody could write it. */
    @Test
    void aVisitorDoesNotNameHisRequest() throws Exception {
        HttpResponse<String> answer = new Visitor(port).get("/sign-in", "X-Request-Id", "mine");
        assertThat(answer.headers().firstValue("X-Request-Id")).get().isNotEqualTo("mine");
    }

    @Test
    void anErrorPageShowsTheNameOfItsRequest() throws Exception {
        Visitor visitor = new Visitor(port).demo("admin");
        HttpResponse<String> page = visitor.get("/no/such/page");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<code>" + page.headers().firstValue("X-Request-Id").orElseThrow() + "</code>");
        HttpResponse<String> json = visitor.get("/api/v1/rounds");
        assertThat(json.body())
                .contains(json.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(visitor.post("/sign-in", Map.of()).headers().firstValue("X-Request-Id"))
                .isPresent();
    }

    private static String name(Visitor visitor, String path) throws Exception {
        return visitor.get(path).headers().firstValue("X-Request-Id").orElse("");
    }
}
