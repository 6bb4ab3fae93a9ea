import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * 200 communes send their yearly form from 16 parallel clients while the application and PostgreSQL are killed (kill -9); then everything
 * is killed once more, and every acknowledged form must be there with its figures, once.
 *
 * <p>java -cp 'target/app/lib/*' bench/Durability.java PORT DATA_FOLDER (the folder is made; ./toam serve is started and ended by this program)
 */
public class Durability {
    static final int COMMUNES = 200;
    static final int CLIENTS = 16;
    static final int KILL_APPLICATION_AFTER = 50;
    static final int KILL_POSTGRES_AFTER = 120;
    static final String PASSWORD = "mật khẩu đo độ bền 2026";

    static int port;
    static Path data;
    static volatile Process server;
    static final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
    static final AtomicInteger retries = new AtomicInteger();

    public static void main(String[] arguments) throws Exception {
        port = Integer.parseInt(arguments[0]);
        data = Path.of(arguments[1]).toAbsolutePath();
        start();
        String round = openRound();
        Map<Integer, String> reporters = reporters();
        long begun = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            reporters.forEach((unit, account) -> clients.submit(() -> send(round, unit, account)));
            await(KILL_APPLICATION_AFTER);
            System.out.println("kill -9 application after " + acknowledged.size() + " acknowledged");
            server.destroyForcibly().waitFor();
            start();
            await(KILL_POSTGRES_AFTER);
            System.out.println("kill -9 PostgreSQL after " + acknowledged.size() + " acknowledged");
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
            clients.shutdown();
            clients.awaitTermination(20, TimeUnit.MINUTES);
        }
        System.out.printf("%d acknowledged in %d s, %d requests tried again%n",
                acknowledged.size(), (System.nanoTime() - begun) / 1_000_000_000, retries.get());
        long last = postmaster();
        server.destroyForcibly().waitFor();
        ProcessHandle.of(last).ifPresent(ProcessHandle::destroyForcibly);
        start();
        boolean whole = verify(round);
        server.destroy();
        server.waitFor();
        System.exit(whole ? 0 : 1);
    }

    static void start() throws Exception {
        server = new ProcessBuilder("./toam", "serve", "--port", String.valueOf(port), "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/durability.log").toFile())).start();
        HttpClient http = HttpClient.newHttpClient();
        for (int i = 0; i < 1200; i++) {
            try {
                if (http.send(request("/health").build(), BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // starting
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("the application does not start; see target/durability.log");
    }

    static void await(int count) throws InterruptedException {
        while (acknowledged.size() < count) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
    }

    static Connection database() throws Exception {
        String dbPort = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + dbPort + "/toam", "toam",
                Files.readString(data.resolve("postgres.password")).strip());
    }

    /** The ministry opens the yearly form for the whole country, through the page. */
    static String openRound() throws Exception {
        HttpClient http = client();
        post(http, "/sign-in/demo", Map.of("_csrf", token(http, "/sign-in"), "username", "ministry"));
        String form = get(http, "/collection/rounds/new");
        Matcher unit = Pattern.compile("name=\"unit\" value=\"(\\d+)\"").matcher(form);
        unit.find();
        post(http, "/collection/rounds", Map.of("_csrf", field(form, "_csrf"), "unit", unit.group(1), "form", "dv-family-commune",
                "year", "2026", "calendar", ""));
        try (Connection c = database(); ResultSet r = c.createStatement().executeQuery(
                "select id from round.round where form = 'dv-family-commune' and year = 2026 order by scope limit 1")) {
            r.next();
            return r.getString(1);
        }
    }

    /** A reporter's account for each of 200 communes of the round, made beside the application: accounts are not what is measured. */
    static Map<Integer, String> reporters() throws Exception {
        String hash = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        Map<Integer, String> made = new TreeMap<>();
        try (Connection c = database()) {
            List<int[]> places = new ArrayList<>();
            try (ResultSet r = c.createStatement().executeQuery("select s.unit, a.id from collection.submission s"
                    + " join agency.agency a on a.unit = s.unit and a.kind = 'UBND' where s.year = 2026 and s.form = 'dv-family-commune'"
                    + " and s.status = 'DRAFT' and s.version = 0 order by s.unit limit " + COMMUNES)) {
                while (r.next()) {
                    places.add(new int[] {r.getInt(1), r.getInt(2)});
                }
            }
            for (int[] place : places) {
                String name = "bench" + place[0];
                UUID id = UUID.randomUUID();
                try (var s = c.prepareStatement("insert into access.account (id, username, name_vi, unit, agency, password, created_at)"
                        + " values (?, ?, 'Tài khoản đo', ?, ?, ?, now())")) {
                    s.setObject(1, id); s.setString(2, name); s.setInt(3, place[0]); s.setInt(4, place[1]); s.setString(5, hash);
                    s.executeUpdate();
                }
                try (var s = c.prepareStatement("insert into access.role_held values (?, 'REPORTER', ?, ?)")) {
                    s.setObject(1, id); s.setInt(2, place[0]); s.setInt(3, place[1]);
                    s.executeUpdate();
                }
                made.put(place[0], name);
            }
        }
        System.out.println(made.size() + " reporters ready");
        return made;
    }

    /** Fills and sends one form; tries again with the same key until the application has said yes. */
    static void send(String round, int unit, String account) {
        String key = UUID.randomUUID().toString();
        int households = 500 + unit % 4000;
        for (int attempt = 0; attempt < 400; attempt++) {
            try {
                HttpClient http = client();
                post(http, "/sign-in", Map.of("_csrf", token(http, "/sign-in"), "username", account, "password", PASSWORD, "to", ""));
                String path = "/collection/forms/" + round + "/" + unit;
                String form = get(http, path);
                if (!form.contains("name=\"verb\"")) {
                    if (form.contains("Rút lại") || form.contains("/recall")) { // sent by an earlier try whose answer was cut off
                        acknowledged.put(unit, households);
                        return;
                    }
                    throw new IOException("not the form: " + form.length());
                }
                HttpResponse<String> answer = post(http, path, typed(form, households, key));
                if (answer.statusCode() == 302) {
                    acknowledged.put(unit, households);
                    return;
                }
                if (answer.statusCode() == 422 && attempt > 3) {
                    System.out.println(unit + " refused: " + answer.body().replaceAll("(?s).*class=\"problems\"(.*?)</div>.*", "$1"));
                    return;
                }
            } catch (IOException | RuntimeException cut) {
                // killed in the middle: try again
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
            retries.incrementAndGet();
            pause();
        }
    }

    static Map<String, String> typed(String form, int households, String key) {
        Map<String, String> fields = new TreeMap<>();
        Matcher input = Pattern.compile("name=\"(f_[a-z0-9_]+)\"").matcher(form);
        while (input.find()) {
            fields.put(input.group(1), input.group(1).contains("assessment") ? "" : "0");
        }
        fields.put("f_households_total", String.valueOf(households));
        fields.put("f_households_two_generation", String.valueOf(households));
        fields.put("_csrf", field(form, "_csrf"));
        fields.put("version", field(form, "version"));
        fields.put("key", key);
        fields.put("verb", "submit");
        return fields;
    }

    static boolean verify(String round) throws Exception {
        int lost = 0;
        int wrong = 0;
        int twice = 0;
        try (Connection c = database()) {
            for (Map.Entry<Integer, Integer> sent : acknowledged.entrySet()) {
                try (var s = c.prepareStatement("select status, figures->>'households_total', (select count(*) from collection.step t"
                        + " where t.province = u.province and t.submission = u.id and t.action = 'SUBMIT') from collection.submission u"
                        + " where round = ?::uuid and unit = ?")) {
                    s.setString(1, round); s.setInt(2, sent.getKey());
                    ResultSet r = s.executeQuery();
                    if (!r.next() || !r.getString(1).equals("SUBMITTED")) {
                        lost++;
                    } else if (!String.valueOf(sent.getValue()).equals(r.getString(2))) {
                        wrong++;
                    } else if (r.getInt(3) != 1) {
                        twice++;
                    }
                }
            }
        }
        System.out.printf("%d acknowledged: %d lost, %d with other figures, %d sent twice%n", acknowledged.size(), lost, wrong, twice);
        return acknowledged.size() == COMMUNES && lost + wrong + twice == 0;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(java.time.Duration.ofSeconds(60));
    }

    static String get(HttpClient http, String path) throws Exception {
        HttpResponse<String> response = http.send(request(path).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    static HttpResponse<String> post(HttpClient http, String path, Map<String, String> fields) throws Exception {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return http.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
    }

    static String token(HttpClient http, String path) throws Exception {
        return field(get(http, path), "_csrf");
    }

    static String field(String html, String name) {
        Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        if (!matcher.find()) {
            throw new IllegalStateException("no field " + name);
        }
        return matcher.group(1);
    }
}
