import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Server time of pages, as the application itself reports it (Server-Timing): java bench/PageTimes.java URL ACCOUNT [PATH…]
 * Without paths: the overview, every page of the navigation, and the pages that those link to (one of a kind).
 */
public class PageTimes {
    static final int WARM = 20;
    static final int RUNS = 50;
    static final Pattern TIMING = Pattern.compile("dur=([0-9.]+)");
    static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    static String base;

    public static void main(String[] arguments) throws Exception {
        base = arguments[0];
        signIn(arguments[1]);
        Set<String> paths = new LinkedHashSet<>(Arrays.asList(arguments).subList(2, arguments.length));
        if (paths.isEmpty()) {
            collect(paths);
        }
        System.out.printf("%-72s %8s %8s %8s %8s%n", "page (server ms)", "best", "median", "p95", "kB");
        for (String path : paths) {
            measure(path);
        }
    }

    static void collect(Set<String> paths) throws Exception {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> first = links(get("/overview").body());
        first.add("/overview");
        for (String path : first) {
            add(path, kinds, paths);
        }
        for (String path : first) {
            for (String link : links(get(path).body())) {
                add(link, kinds, paths);
            }
        }
    }

    static void add(String path, Set<String> kinds, Set<String> paths) {
        if (!path.contains("lang=") && !path.matches(".*\\.(docx|xlsx)$")
                && kinds.add(path.replaceAll("\\?.*", "").replaceAll("/([0-9a-f]{8}-[0-9a-f-]{27}|\\d+)", "/*"))) {
            paths.add(path);
        }
    }

    static Set<String> links(String html) {
        Set<String> found = new LinkedHashSet<>();
        Matcher link = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)").matcher(html);
        while (link.find()) {
            found.add(link.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    static void measure(String path) throws Exception {
        double[] times = new double[RUNS];
        int size = 0;
        for (int i = -WARM; i < RUNS; i++) {
            HttpResponse<String> response = get(path);
            Matcher timing = TIMING.matcher(response.headers().firstValue("Server-Timing").orElse(""));
            if (response.statusCode() != 200 || !timing.find()) {
                System.out.printf("%-72s answered %d%n", path, response.statusCode());
                return;
            }
            size = response.body().getBytes(StandardCharsets.UTF_8).length;
            if (i >= 0) {
                times[i] = Double.parseDouble(timing.group(1));
            }
        }
        Arrays.sort(times);
        System.out.printf("%-72s %8.1f %8.1f %8.1f %8d%n", path, times[0], times[RUNS / 2], times[RUNS * 95 / 100], size / 1024);
    }

    static void signIn(String account) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/sign-in").body());
        token.find();
        HTTP.send(HttpRequest.newBuilder(URI.create(base + "/sign-in/demo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                        + "&username=" + URLEncoder.encode(account, StandardCharsets.UTF_8)))
                .build(), BodyHandlers.discarding());
    }

    static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }
}
