import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables of figures at national size, nothing cached (every request asks another year):
 * java -cp 'target/app/lib/*' bench/Figures.java PORT DATA_FOLDER – the folder of ./toam demo --national; the application is started and ended here.
 */
class Figures {
    static final int WARM = 40;
    static final int RUNS = 100;

    static Api api;
    static String key;

    public static void main(String[] arguments) throws Exception {
        api = new Api(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        api.start();
        api.stop();
        long again = api.start();
        Api.say("start on an existing database", again + " ms", "6000 ms");
        try (Connection c = api.database()) {
            Api.account(c, Api.hash(), "bench.ministry", "MINISTRY", 1);
        }
        key = api.key("bench.ministry");
        String lines = lines(40);
        String provinces = "/api/v1/figures?measures=" + lines + "&of=PROVINCES&years=";
        String communes = "/api/v1/figures?measures=" + lines + "&of=COMMUNES&years=";
        String series = "/api/v1/figures?measures=dv_cases&years=2017,2018,2019,2020,2021,2022,2023,2024,2025,2026";
        one("40 figures x 34 provinces x 1 year, server", provinces, "30 ms");
        one("40 figures x 3,321 communes x 1 year with JSON, server", communes, "250 ms");
        one("1 figure x country x 10 years, server", series, "10 ms");
        many("40 figures x 34 provinces, 16 clients, client", provinces, 16, "p95 120 ms");
        System.out.println("memory of the application: " + api.resident() + " MB resident, heap at most 512 MB");
        api.stop();
    }

    static void one(String what, String path, String bound) throws Exception {
        double[] times = new double[RUNS];
        for (int i = -WARM; i < RUNS; i++) {
            HttpResponse<String> answer = ask(path, i);
            if (i >= 0) {
                times[i] = Api.serverTime(answer);
            }
        }
        Api.say(what, Api.spread(times), bound);
    }

    static void many(String what, String path, int clients, String bound) throws Exception {
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (int c = 0; c < clients; c++) {
                int from = c;
                pool.submit(() -> {
                    for (int i = -WARM; i < RUNS; i++) {
                        long begun = System.nanoTime();
                        ask(path, from + i);
                        if (i >= 0) {
                            times.add((System.nanoTime() - begun) / 1e6);
                        }
                    }
                    return null;
                });
            }
            pool.shutdown();
            pool.awaitTermination(10, TimeUnit.MINUTES);
        }
        Api.say(what, Api.spread(times.stream().mapToDouble(Double::doubleValue).toArray()), bound);
    }

    static HttpResponse<String> ask(String path, int i) throws Exception {
        HttpResponse<String> answer = api.send("GET", path.endsWith("=") ? path + (2017 + Math.floorMod(i, 10)) : path, key, null, null);
        if (answer.statusCode() != 200 || answer.body().length() < 100) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** Ids of the first lines of the yearly form. */
    static String lines(int count) throws Exception {
        Matcher line = Pattern.compile("\"id\":\"([a-z0-9_]+)\",\"name\":\\{[^}]*},\"form\":\"dv-family-commune\"")
                .matcher(api.send("GET", "/api/v1/measures", key, null, null).body());
        List<String> lines = new ArrayList<>();
        while (line.find() && lines.size() < count) {
            lines.add(line.group(1));
        }
        return String.join(",", lines);
    }
}
