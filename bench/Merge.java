import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Merges three communes into one and takes it back: java bench/Merge.java URL ACCOUNT UNIT DATE CODE CODE CODE
 * UNIT is the id of their province: its figures are read before, after, and after undoing, and must be the same. The bound is 1 s.
 */
public class Merge {
    static final Pattern TIMING = Pattern.compile("dur=([0-9.]+)");
    static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    static String base;

    public static void main(String[] arguments) throws Exception {
        base = arguments[0];
        post("/sign-in/demo", "username=" + arguments[1]);
        String unit = arguments[2];
        String before = figures(unit);
        StringBuilder form = new StringBuilder("name=Merge&on=" + arguments[3] + "&act=bench");
        for (int i = 4; i < 7; i++) {
            form.append("&row=").append(i - 3).append("&oldCode=").append(arguments[i]);
            form.append("&newCode=99999&newType=&share=&households=&parent=&lineAct=&clause=&newName=");
            form.append(i == 4 ? URLEncoder.encode("Xã Thử Nhập", StandardCharsets.UTF_8) : "");
        }
        HttpResponse<String> kept = post("/units/reorganisations", form.toString());
        String page = kept.headers().firstValue("location").orElseThrow(() -> new IllegalStateException(kept.body()));
        String path = URI.create(page).getPath();
        timed("preview", () -> get(path));
        timed("confirm", () -> post(path + "/confirm", ""));
        String after = figures(unit);
        timed("undo", () -> post(path + "/undo", "reason=measured"));
        String back = figures(unit);
        System.out.println("figures of the province: " + before + "; after: " + (after.equals(before) ? "same" : after) + "; undone: "
                + (back.equals(before) ? "same" : back));
    }

    interface Call {
        HttpResponse<String> send() throws Exception;
    }

    static void timed(String what, Call call) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = call.send();
        System.out.printf("%-10s %8.0f ms (status %d)%n", what, (System.nanoTime() - start) / 1e6, answer.statusCode());
    }

    /** Every figure of the list of all indicators of a unit. */
    static String figures(String unit) throws Exception {
        String page = get("/indicators/scorecard?unit=" + unit).body();
        Matcher figure = Pattern.compile("class=\"from\"[^>]*>([^<]*)<").matcher(page);
        StringBuilder all = new StringBuilder();
        int count = 0;
        while (figure.find()) {
            all.append(figure.group(1)).append('|');
            count++;
        }
        return count + " figures, hash " + Integer.toHexString(all.toString().hashCode());
    }

    static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String path, String form) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(path.startsWith("/sign-in") ? "/sign-in" : "/units").body());
        String token = csrf.find() ? URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) : "";
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
    }
}
