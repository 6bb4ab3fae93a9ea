package vn.toam.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * A name for every request: in the header {@code X-Request-Id} of the answer, in every line of the log that it causes, on its error page. A
 * proxy's own is taken over where there is a proxy; anybody else could write what he likes.
 */
final class RequestIds extends ValveBase {

    static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final boolean proxy;

    /** @param proxy true: a proxy that we trust stands in front */
    RequestIds(boolean proxy) {
        super(true);
        this.proxy = proxy;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String given = proxy ? request.getHeader(HEADER) : null;
        String id = given != null && PLAIN.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            getNext().invoke(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    /** The name of the request that this thread answers; blank outside of one. */
    static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }
}
