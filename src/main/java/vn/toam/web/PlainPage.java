package vn.toam.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A page that needs neither session, database nor language: what is said while those cannot be had, or are not to be spent. */
public final class PlainPage {

    private static final String PAGE = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Tổ Ấm</title><link rel="stylesheet" href="/static/toam.css"></head>
            <body><main class="narrow"><h1>%1$s</h1>
            <p>%2$s</p>
            <p lang="en">%3$s</p>
            </main></body></html>
            """;

    private static final String REQUEST = "<p>Mã yêu cầu (request): <code>%s</code></p>";

    private PlainPage() {}

    /** Answers with it. @param seconds when to come again */
    public static void write(HttpServletResponse response, int status, long seconds, String html) throws IOException {
        String request = RequestIds.current();
        String named = request.isEmpty() ? html : html.replace("</main>", REQUEST.formatted(request) + "</main>");
        write(response, status, seconds, "text/html;charset=UTF-8", named);
    }

    static void write(HttpServletResponse response, int status, long seconds, String type, String body)
            throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Its text in both languages; none of it comes from a visitor. */
    public static String html(String title, String vietnamese, String english) {
        return PAGE.formatted(title, vietnamese, english);
    }
}
