package vn.toam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.toam.hostile.Visitor;
import vn.toam.shared.ToamTest;

/** Two applications on one database are one system: whoever is sent to either notices nothing. */
class TwoServersTest extends ToamTest {

    @LocalServerPort
    private int port;

    @Test
    void aSessionOpenedOnOneServerGoesOnAndEndsOnTheOther() throws Exception {
        Visitor here = new Visitor(port).demo("admin");
        Visitor there = here.at(SecondServer.port());

        assertThat(there.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(there.post("/sign-out", Map.of()).statusCode())
                .as("a form of one server, sent to the other")
                .isEqualTo(302);
        assertThat(here.get("/accounts").headers().firstValue("Location").orElse(""))
                .contains("/sign-in");
    }
}
