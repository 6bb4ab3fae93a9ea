import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What the load tools share: the application as a process, its database, requests of the API, and times as percentiles. */
class Api {
    static final String PASSWORD = "mật khẩu để đo, năm 2026";
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    final String base;
    final int port;
    final Path data;
    /** A PostgreSQL of one's own instead of the built-in one: jdbc:postgresql://host/name?user=…&password=… */
    static final String DB = System.getenv("TOAM_DB");

    /** What --db is given; null: the built-in one. */
    final String address;

    volatile Process server;

    Api(int port, Path data) {
        this(port, data, DB);
    }

    Api(int port, Path data, String address) {
        this.address = address;
        this.port = port;
        this.data = data.toAbsolutePath();
        this.base = "http://127.0.0.1:" + port;
    }

    /** Starts the application and waits until it answers; how long that took, in ms. */
    long start() throws Exception {
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(List.of("./toam", "serve", "--port", String.valueOf(port), "--data", data.toString()));
        if (address != null) {
            command.addAll(List.of("--db", address));
        }
        server = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/bench.log").toFile())).start();
        for (int i = 0; i < 6000; i++) {
            try {
                if (HTTP.send(HttpRequest.newBuilder(URI.create(base + "/health")).build(), BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - begun) / 1_000_000;
                }
            } catch (IOException notYet) {
                // starting
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException("the application does not start; see target/bench.log");
    }

    void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    Connection database() throws Exception {
        if (DB != null) {
            return DriverManager.getConnection(DB);
        }
        String dbPort = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + dbPort + "/toam", "toam",
                Files.readString(data.resolve("postgres.password")).strip());
    }

    static String hash() {
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
    }

    /** An account beside the application: making accounts is not what is measured. */
    static void account(Connection c, String hash, String name, String role, int unit) throws Exception {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes());
        try (var s = c.prepareStatement("insert into access.account (id, username, name_vi, unit, agency, password, created_at)"
                + " values (?, ?, 'Tài khoản đo', ?, ?, ?, now()) on conflict do nothing")) {
            s.setObject(1, id); s.setString(2, name); s.setInt(3, unit); s.setInt(4, unit); s.setString(5, hash);
            if (s.executeUpdate() > 0) {
                try (var role1 = c.prepareStatement("insert into access.role_held values (?, ?, ?, ?)")) {
                    role1.setObject(1, id); role1.setString(2, role); role1.setInt(3, unit); role1.setInt(4, unit);
                    role1.executeUpdate();
                }
            }
        }
    }

    String key(String name) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/keys", null, null, "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
        Matcher key = Pattern.compile("\"key\":\"([^\"]+)\"").matcher(answer.body());
        if (!key.find()) {
            throw new IOException("no key for " + name + ": " + answer.statusCode());
        }
        return key.group(1);
    }

    HttpResponse<String> send(String verb, String path, String key, String once, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (once != null) {
            request.header("Idempotency-Key", once);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** As {@link #send}, again and again until the application answers, however long it is away. */
    HttpResponse<String> insist(String verb, String path, String key, String once, String body) throws Exception {
        for (int i = 0; ; i++) {
            try {
                HttpResponse<String> answer = send(verb, path, key, once, body);
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException away) {
                // being killed or starting
            }
            if (i > 1200) {
                throw new IOException("no answer: " + path);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    static double serverTime(HttpResponse<?> answer) {
        Matcher timing = Pattern.compile("dur=([0-9.]+)").matcher(answer.headers().firstValue("Server-Timing").orElse(""));
        return timing.find() ? Double.parseDouble(timing.group(1)) : Double.NaN;
    }

    /** "p50 1.2 p95 3.4 max 5.6 ms". */
    static String spread(double[] times) {
        Arrays.sort(times);
        return "p50 %.1f  p95 %.1f  max %.1f ms".formatted(times[times.length / 2], times[(int) (times.length * .95)], times[times.length - 1]);
    }

    static void say(String what, String found, String bound) {
        System.out.printf("%-62s %-42s bound %s%n", what, found, bound);
    }

    /** Most memory the application ever held, in MB. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
