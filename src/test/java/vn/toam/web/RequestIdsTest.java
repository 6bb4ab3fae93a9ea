package vn.toam.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name a request bears. */
class RequestIdsTest {

    @ParameterizedTest
    @CsvSource({
        "true, a1b2-c3.D_4, true",
        "true, '', false",
        "true, 'a b', false",
        "true, '<b>', false",
        "true, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "false, a1b2, false"
    })
    void aProxysNameIsTakenOverWhereItIsOneAndPlain(boolean proxy, String given, boolean taken) throws Exception {
        org.apache.coyote.Request coyote = new org.apache.coyote.Request();
        coyote.getMimeHeaders().addValue(RequestIds.HEADER).setString(given);
        org.apache.coyote.Response answer = new org.apache.coyote.Response();
        String[] seen = new String[1];
        RequestIds valve = new RequestIds(proxy);
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {
                seen[0] = RequestIds.current();
            }
        });

        valve.invoke(new Request(null, coyote), new Response(answer));

        assertThat(seen[0]).isNotBlank().isEqualTo(answer.getMimeHeaders().getHeader(RequestIds.HEADER));
        assertThat(seen[0].equals(given)).isEqualTo(taken);
        assertThat(RequestIds.current()).isEmpty();
    }
}
