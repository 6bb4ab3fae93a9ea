package vn.toam.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How long the server worked at an answer, told in the header Server-Timing (ms), from before security and session work. */
public final class Timing {

    /** Request attribute: nanoseconds at which the request came in. */
    static final String STARTED = "started";

    private Timing() {}

    /** Call when the answer is written out and before it is sent. */
    public static void tell(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(STARTED) instanceof Long started) {
            response.setHeader("Server-Timing", "app;dur=" + (System.nanoTime() - started) / 10_000 / 100.0);
        }
    }
}
