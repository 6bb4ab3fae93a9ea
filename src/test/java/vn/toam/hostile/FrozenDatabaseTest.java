package vn.toam.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that hangs: whoever asks is told so in seconds, and afterwards everything goes on by itself. */
class FrozenDatabaseTest extends HostileTest {

    private static final Duration SECONDS = Duration.ofSeconds(14);

    @AfterEach
    void thaw() {
        LINE.freeze(false);
    }

    @Test
    void pagesApiAndHealthSaySoInSecondsAndGoOnAfterwards() throws Exception {
        Visitor visitor = new Visitor(port).demo("admin");
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/health").body()).isEqualTo("ok");

        LINE.freeze(true);

        HttpResponse<String> health = within(Duration.ofSeconds(6), () -> visitor.get("/health"));
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("database: no answer");
        HttpResponse<String> page = within(SECONDS, () -> visitor.get("/accounts"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Tạm thời chưa phục vụ được", "overloaded");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> api =
                within(SECONDS, () -> visitor.get("/api/v1/rounds", "Authorization", "Bearer toam_nobody"));
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");

        assertThat(visitor.get("/static/toam.css").statusCode()).isEqualTo(200);

        LINE.freeze(false);

        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < limit && visitor.get("/health").statusCode() != 200) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
        assertThat(visitor.get("/health").body()).isEqualTo("ok");
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> within(Duration limit, Callable<HttpResponse<String>> request)
            throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> answer = request.call();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(limit);
        return answer;
    }
}
