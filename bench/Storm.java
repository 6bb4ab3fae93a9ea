import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last day: every commune of the country signs in, saves its yearly form cell by cell and sends it; its province accepts; the application is
 * killed twice meanwhile (kill -9). Then whole forms are saved, by 16 clients and by one.
 * java -cp 'target/app/lib/*' bench/Storm.java PORT DATA_FOLDER [CLIENTS [YEAR [COMMUNES]]] – the folder of ./toam demo --national; the application is started and
 * ended here. The year (2027) and the next of that folder are used up.
 */
class Storm {
    record Commune(int id, String code, String province, Map<String, String> figures) {}

    static final Map<String, String> lost = new ConcurrentHashMap<>();
    static final AtomicInteger cells = new AtomicInteger();
    static final AtomicInteger sent = new AtomicInteger();
    static final AtomicInteger accepted = new AtomicInteger();

    static Api api;
    static String ministry;

    public static void main(String[] arguments) throws Exception {
        api = new Api(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 32;
        api.start();
        List<Commune> communes = communes();
        if (arguments.length > 4) {
            communes = communes.subList(0, Integer.parseInt(arguments[4]));
        }
        accounts(communes);
        ministry = api.key("bench.ministry");
        int year = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2027;
        String round = round(year);
        storm(communes, round, clients);
        verify(communes, round, year);
        String next = round(year + 1);
        whole(communes, next, 16, 20_000, "whole-form saves, 16 clients", ">= 400/s, p95 80 ms");
        whole(communes, next, 1, 1_500, "whole-form saves, one client", "p95 20 ms");
        System.out.println("memory of the application: " + api.resident() + " MB resident at most, heap at most 512 MB");
        api.stop();
    }

    /** Every commune with the accepted figures of the last made-up year that has them: they fit each other, so that the form can be sent. */
    static List<Commune> communes() throws Exception {
        List<Commune> communes = new ArrayList<>();
        try (Connection c = api.database(); ResultSet r = c.createStatement().executeQuery("""
                select * from (
                    select distinct on (s.unit) s.unit, u.code, s.province, s.accepted from collection.submission s
                    join round.round r on r.id = s.round
                    join unit.unit_name u on u.unit = s.unit and u.valid_from <= r.geography and r.geography < u.valid_to
                    where r.form = 'dv-family-commune' and r.year between 2017 and 2026 and s.accepted is not null
                    order by s.unit, r.year desc) last
                order by md5(unit::text)
                """)) {
            while (r.next()) {
                Map<String, String> figures = new TreeMap<>();
                Matcher figure = Pattern.compile("\"(\\w+)\": ([0-9.]+)").matcher(r.getString(4));
                while (figure.find()) {
                    figures.put(figure.group(1), figure.group(2));
                }
                communes.add(new Commune(r.getInt(1), r.getString(2), "%02d".formatted(r.getInt(3)), figures));
            }
        }
        return communes;
    }

    static void accounts(List<Commune> communes) throws Exception {
        String hash = Api.hash();
        try (Connection c = api.database()) {
            c.setAutoCommit(false);
            Api.account(c, hash, "bench.ministry", "MINISTRY", 1);
            for (Commune commune : communes) {
                Api.account(c, hash, "bench" + commune.code, "REPORTER", commune.id);
            }
            try (ResultSet r = c.createStatement().executeQuery("select distinct receiver, province from collection.submission s"
                    + " join round.round r on r.id = s.round where r.year = 2024")) {
                while (r.next()) {
                    Api.account(c, hash, "bench.p%02d".formatted(r.getInt(2)), "REVIEWER", r.getInt(1));
                }
            }
            c.commit();
        }
    }

    /** Opened beside the application like last year's: a page does it otherwise. */
    static String round(int year) throws Exception {
        try (Connection c = api.database()) {
            try (var s = c.createStatement()) {
                s.executeUpdate("""
                        with old as (select * from round.round where form = 'dv-family-commune' and year = 2026 and scope = 1),
                             new as (insert into round.round select (jsonb_populate_record(null::round.round, to_jsonb(old)
                                || jsonb_build_object('id', gen_random_uuid(), 'year', %1$d, 'due', '%1$d-12-05'))).* from old
                                on conflict do nothing returning id)
                        insert into collection.submission (province, id, round, form, year, unit, above, receiver, status, changed_at)
                        select s.province, uuidv7(), new.id, s.form, %1$d, s.unit, s.above, s.receiver, 'DRAFT', now()
                        from new, old join collection.submission s on s.round = old.id
                        """.formatted(year));
            }
            try (ResultSet r = c.createStatement().executeQuery("select id from round.round where year = " + year)) {
                r.next();
                return r.getString(1);
            }
        }
    }

    static void storm(List<Commune> communes, String round, int clients) throws Exception {
        Map<String, BlockingQueue<Commune>> desks = new TreeMap<>();
        communes.forEach(commune -> desks.computeIfAbsent(commune.province, each -> new LinkedBlockingQueue<>()));
        AtomicInteger open = new AtomicInteger(communes.size());
        long begun = System.nanoTime();
        try (var reporters = Executors.newFixedThreadPool(clients); var receivers = Executors.newFixedThreadPool(desks.size())) {
            communes.forEach(commune -> reporters.submit(() -> {
                try {
                    report(commune, round);
                    desks.get(commune.province).add(commune);
                } catch (Exception e) {
                    lost.put(commune.code, String.valueOf(e));
                } finally {
                    open.decrementAndGet();
                }
            }));
            desks.forEach((province, desk) -> receivers.submit(() -> receive(province, desk, round, open)));
            for (int kill = 1; kill <= 2; kill++) {
                while (sent.get() < communes.size() * kill / 3) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                api.kill();
                System.out.printf("kill -9 after %d sent; back after %d ms%n", sent.get(), api.start());
            }
            reporters.shutdown();
            reporters.awaitTermination(1, TimeUnit.HOURS);
            receivers.shutdown();
            receivers.awaitTermination(1, TimeUnit.HOURS);
        }
        Api.say("storm: %d communes, %d clients, %d cells, two kills".formatted(sent.get(), clients, cells.get()),
                (System.nanoTime() - begun) / 1_000_000_000 + " s", "600 s");
        if (!lost.isEmpty()) {
            System.out.println("FAILED " + lost.size() + ": " + lost.values().iterator().next());
        }
    }

    static void report(Commune commune, String round) throws Exception {
        String key = keyOf("bench" + commune.code);
        String at = "/api/v1/rounds/" + round + "/returns/" + commune.code;
        for (Map.Entry<String, String> cell : commune.figures.entrySet()) {
            ok(api.insist("PUT", at + "/figures/" + cell.getKey(), key, commune.code + cell.getKey(), "{\"value\":" + cell.getValue() + "}"));
            cells.incrementAndGet();
        }
        ok(api.insist("PUT", at + "/figures", key, commune.code + "notes", "{\"figures\":{},\"notes\":" + notes(commune) + "}"));
        ok(api.insist("POST", at + "/submit", key, commune.code + "submit", null));
        sent.incrementAndGet();
    }

    static Void receive(String province, BlockingQueue<Commune> desk, String round, AtomicInteger open) throws Exception {
        String key = keyOf("bench.p" + province);
        while (open.get() > 0 || !desk.isEmpty()) {
            Commune commune = desk.poll(200, TimeUnit.MILLISECONDS);
            if (commune != null) {
                ok(api.insist("POST", "/api/v1/rounds/" + round + "/returns/" + commune.code + "/accept", key, commune.code + "accept", null));
                accepted.incrementAndGet();
            }
        }
        return null;
    }

    static String keyOf(String name) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return api.key(name);
            } catch (java.io.IOException away) {
                if (i > 600) {
                    throw away;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    static String notes(Commune commune) {
        StringBuilder notes = new StringBuilder("{");
        commune.figures.keySet().forEach(line -> notes.append(notes.length() > 1 ? "," : "").append('"').append(line).append("\":\"đã rà soát\""));
        return notes.append("}").toString();
    }

    static void ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Right at once: the tables of the provinces against what was acknowledged; then row by row in the database. */
    static void verify(List<Commune> communes, String round, int year) throws Exception {
        List<String> lines = new ArrayList<>(communes.getFirst().figures.keySet());
        long asked = System.nanoTime();
        String table = api.send("GET", "/api/v1/figures?of=PROVINCES&years=" + year + "&measures=" + String.join(",", lines), ministry, null, null).body();
        long answered = (System.nanoTime() - asked) / 1_000_000;
        Map<String, long[]> expected = new TreeMap<>();
        communes.forEach(commune -> {
            long[] sums = expected.computeIfAbsent(commune.province, each -> new long[lines.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Long.parseLong(commune.figures.getOrDefault(lines.get(i), "0"));
            }
        });
        int wrong = 0;
        Matcher row = Pattern.compile("\\{\"unit\":\"(\\d\\d)\"[^\\[]*\\[([^]]*)]").matcher(table);
        int rows = 0;
        while (row.find()) {
            rows++;
            String[] values = row.group(2).split(",");
            long[] sums = expected.get(row.group(1));
            for (int i = 0; i < sums.length; i++) {
                wrong += new java.math.BigDecimal(values[i].equals("null") ? "0" : values[i]).compareTo(java.math.BigDecimal.valueOf(sums[i])) == 0 ? 0 : 1;
            }
        }
        Api.say("totals of %d provinces x %d lines, wrong".formatted(rows, lines.size()), wrong + " (answered " + answered + " ms after the last)", "0 within 2 s");
        try (Connection c = api.database(); ResultSet r = c.createStatement().executeQuery("""
                select count(*) filter (where status <> 'ACCEPTED'),
                       count(*) filter (where (select count(*) from collection.step t where t.province = s.province and t.submission = s.id and t.action = 'SUBMIT') <> 1)
                from collection.submission s where round = '%s' and unit = any('{%s}')
                """.formatted(round, String.join(",", communes.stream().map(each -> String.valueOf(each.id)).toList())))) {
            r.next();
            Api.say("acknowledged and not there", String.valueOf(r.getInt(1)), "0");
            Api.say("sent other than once", String.valueOf(r.getInt(2)), "0");
        }
        int altered = 0;
        try (Connection c = api.database(); ResultSet r = c.createStatement().executeQuery(
                "select unit, figures from collection.submission where round = '" + round + "'")) {
            Map<Integer, String> stored = new TreeMap<>();
            while (r.next()) {
                stored.put(r.getInt(1), r.getString(2));
            }
            for (Commune commune : communes) {
                String figures = stored.getOrDefault(commune.id, "");
                altered += commune.figures.entrySet().stream()
                                .allMatch(cell -> figures.contains("\"" + cell.getKey() + "\": " + cell.getValue())) ? 0 : 1;
            }
        }
        Api.say("with other figures than acknowledged", String.valueOf(altered), "0");
    }

    static void whole(List<Commune> communes, String round, int clients, int count, String what, String bound) throws Exception {
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        int warm = count / 5;
        long[] begun = new long[1];
        List<String> signedIn = new ArrayList<>();
        for (Commune commune : communes.subList(0, clients * 8)) {
            signedIn.add(keyOf("bench" + commune.code));
        }
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (int c = 0; c < clients; c++) {
                List<Commune> mine = communes.subList(c * 8, c * 8 + 8);
                List<String> keys = signedIn.subList(c * 8, c * 8 + 8);
                pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        if (i == warm) {
                            begun[0] = System.nanoTime();
                        }
                        Commune commune = mine.get(i % mine.size());
                        String body = figures(commune, i % 7);
                        long at = System.nanoTime();
                        ok(api.send("PUT", "/api/v1/rounds/" + round + "/returns/" + commune.code + "/figures", keys.get(i % keys.size()), what + i, body));
                        if (i >= warm) {
                            times.add((System.nanoTime() - at) / 1e6);
                        }
                    }
                    return null;
                });
            }
            pool.shutdown();
            pool.awaitTermination(10, TimeUnit.MINUTES);
        }
        double seconds = (System.nanoTime() - begun[0]) / 1e9;
        Api.say(what, "%.0f/s  %s".formatted(times.size() / seconds, Api.spread(times.stream().mapToDouble(Double::doubleValue).toArray())), bound);
    }

    static String figures(Commune commune, int more) {
        StringBuilder body = new StringBuilder("{\"figures\":{");
        commune.figures.forEach((line, figure) -> body.append(body.charAt(body.length() - 1) == '{' ? "" : ",")
                .append('"').append(line).append("\":").append(Long.parseLong(figure) + more));
        return body.append("}}").toString();
    }
}
