package vn.toam.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of its own: cookies, the hidden token of forms, no redirect followed. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----hostile";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String site;
    private final CookieManager cookies;
    private final HttpClient client;
    private String token = "";

    public Visitor(int port) {
        this(port, new CookieManager());
    }

    private Visitor(int port, CookieManager cookies) {
        this.site = "http://127.0.0.1:" + port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser, sent to another server of the same site. */
    public Visitor at(int port) {
        Visitor same = new Visitor(port, cookies);
        same.token = token;
        return same;
    }

    /** Signs in with one click of the demonstration. */
    public Visitor demo(String username) throws Exception {
        take("/sign-in");
        post("/sign-in/demo", Map.of("username", username));
        take("/accounts/me");
        return this;
    }

    /** Reads a page and keeps the token of its forms. */
    public String take(String path) throws Exception {
        String body = get(path).body();
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
            token = found.group(1);
        }
        return body;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return post(path, written(fields));
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form from an address that the sender made up. */
    HttpResponse<String> postFrom(String address, String path, Map<String, String> fields) throws Exception {
        return post(path, written(fields), "X-Forwarded-For", address);
    }

    /** Sends a form written out; the token is added. */
    public HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + encode(token) + (form.isEmpty() ? "" : "&" + form)))
                .build());
    }

    /** Sends any body in any way. */
    public HttpResponse<String> body(String method, String path, String body, String... headers) throws Exception {
        return send(request(path, headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Uploads one file beside plain fields. */
    public HttpResponse<String> upload(String path, String part, String name, byte[] file, Map<String, String> fields)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "_csrf", token);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            field(body, field.getKey(), field.getValue());
        }
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** The value of the session's cookie. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("toam"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void field(ByteArrayOutputStream body, String name, String value) throws IOException {
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site + path)).timeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** On a kept connection that the server has just ended it is sent again on a new one, as browsers do. */
    private HttpResponse<String> send(HttpRequest request) throws Exception {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException ended) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All values of an attribute in a page. */
    static List<String> values(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
