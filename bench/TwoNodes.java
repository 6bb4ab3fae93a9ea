import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.toam.database.OwnPostgres;

/**
 * The last day on two applications with one database: communes sign in, save cell by cell and send, each request to either server; both are
 * restarted one after the other meanwhile. Then the same on one server, to compare the processor time of a request.
 * java -cp 'target/app/toam.jar:target/app/lib/*' bench/TwoNodes.java PORT FOLDER [CLIENTS [COMMUNES [YEAR]]] – PORT and the next are used; a
 * folder may be used again with a later year, of which and the next two every return is used up.
 */
class TwoNodes {

    /** What a balancer does: asks every server whether it is ready, and sends each request to the next one that is. */
    static final class Balancer extends Api {
        final List<Api> nodes;
        final List<Api> ready = new CopyOnWriteArrayList<>();
        final AtomicInteger turn = new AtomicInteger();
        final AtomicLong requests = new AtomicLong();
        final AtomicLong failed = new AtomicLong();
        final String url;

        Balancer(List<Api> nodes, String url) {
            super(nodes.getFirst().port, nodes.getFirst().data);
            this.nodes = nodes;
            this.url = url;
            Thread.ofPlatform().daemon().start(this::watch);
        }

        void watch() {
            while (true) {
                for (Api node : nodes) {
                    boolean answers;
                    try {
                        answers = node.send("GET", "/readyz", null, null, null).statusCode() == 200;
                    } catch (Exception away) {
                        answers = false;
                    }
                    if (!answers) {
                        ready.remove(node);
                    } else if (!ready.contains(node)) {
                        ready.add(node);
                    }
                }
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        }

        @Override
        HttpResponse<String> send(String verb, String path, String key, String once, String body) throws Exception {
            requests.incrementAndGet();
            try {
                List<Api> now = List.copyOf(ready);
                HttpResponse<String> answer = now.get(turn.getAndIncrement() % now.size()).send(verb, path, key, once, body);
                if (answer.statusCode() >= 500) {
                    failed.incrementAndGet();
                    System.out.println("FAILED " + answer.statusCode() + " " + verb + " " + path);
                }
                return answer;
            } catch (IOException e) {
                failed.incrementAndGet();
                System.out.println("FAILED " + e + " " + verb + " " + path);
                throw e;
            }
        }

        @Override
        Connection database() throws Exception {
            return DriverManager.getConnection(url);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
        int count = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 400;
        int year = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 2031;
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("database"), OwnPostgres.Durability.FULL)) {
            database.createDatabase("toam");
            String url = database.jdbcUrl("toam") + "?user=" + database.user() + "&password=" + database.password();
            Path address = folder.resolve("address");
            Files.writeString(address, url);
            Files.setPosixFilePermissions(address, PosixFilePermissions.fromString("rw-------"));
            List<Api> nodes = List.of(
                    new Api(port, folder.resolve("first"), "@" + address), new Api(port + 1, folder.resolve("second"), "@" + address));
            nodes.getFirst().start();
            Balancer balancer = new Balancer(nodes, url);
            Storm.api = balancer;
            loaded(balancer);
            nodes.getLast().start();
            TimeUnit.SECONDS.sleep(1);
            List<Storm.Commune> all = Storm.communes();
            Storm.accounts(all);
            String round = Storm.round(year);
            Set<Integer> asked = asked(balancer, round);
            List<Storm.Commune> communes =
                    all.stream().filter(each -> asked.contains(each.id())).limit(count).toList();
            Storm.ministry = balancer.key("bench.ministry");

            run(balancer, communes, round, clients, "two servers, each restarted once", true);
            Storm.verify(communes, round, year);
            run(balancer, communes, Storm.round(year + 1), clients, "two servers", false);
            nodes.getLast().stop();
            TimeUnit.SECONDS.sleep(1);
            run(balancer, communes, Storm.round(year + 2), clients, "one server", false);
            nodes.getFirst().stop();
        }
    }

    /** The demonstration's years of the whole country come behind the first page. */
    static void loaded(Balancer balancer) throws Exception {
        for (int last = -1, now = 0; last != now || now < 10_000; TimeUnit.SECONDS.sleep(10)) {
            try (Connection c = balancer.database(); var r = c.createStatement().executeQuery(
                    "select count(*) from collection.submission where form = 'dv-family-commune' and accepted is not null")) {
                r.next();
                last = now;
                now = r.getInt(1);
            }
        }
    }

    /** Units of today: those that have ended are asked for nothing. */
    static Set<Integer> asked(Balancer balancer, String round) throws Exception {
        Set<Integer> units = new HashSet<>();
        try (Connection c = balancer.database();
                var r = c.createStatement().executeQuery("select unit from collection.submission where round = '" + round + "'")) {
            while (r.next()) {
                units.add(r.getInt(1));
            }
        }
        return units;
    }

    static void run(Balancer balancer, List<Storm.Commune> communes, String round, int clients, String what, boolean restart) throws Exception {
        balancer.requests.set(0);
        balancer.failed.set(0);
        AtomicInteger sent = new AtomicInteger();
        List<String> lost = new CopyOnWriteArrayList<>();
        long processor = processor(balancer);
        long begun = System.nanoTime();
        try (var reporters = Executors.newFixedThreadPool(clients)) {
            communes.forEach(commune -> reporters.submit(() -> {
                try {
                    Storm.report(commune, round);
                    if (restart) {
                        String key = balancer.key("bench.p" + commune.province());
                        Storm.ok(balancer.insist("POST", "/api/v1/rounds/" + round + "/returns/" + commune.code() + "/accept", key,
                                commune.code() + "accept", null));
                    }
                    sent.incrementAndGet();
                } catch (Exception e) {
                    lost.add(commune.code() + " " + e);
                }
            }));
            for (int i = 0; restart && i < balancer.nodes.size(); i++) {
                while (sent.get() + lost.size() < communes.size() * (i + 1) / 4) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                balancer.nodes.get(i).stop();
                System.out.printf("server %d ended after %d sent; back after %d ms%n", i + 1, sent.get(), balancer.nodes.get(i).start());
                // answering is not yet being ready
                while (!balancer.ready.contains(balancer.nodes.get(i))) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        }
        Api.say(what + ": requests, failed, returns lost", balancer.requests + ", " + balancer.failed + ", " + lost.size() + " in "
                + (System.nanoTime() - begun) / 1_000_000_000 + " s", "0, 0");
        if (!lost.isEmpty()) {
            System.out.println("LOST " + lost.getFirst());
        }
        if (!restart) {
            Api.say(what + ": processor of the applications", "%.2f ms a request".formatted(
                    (processor(balancer) - processor) * 10.0 / balancer.requests.get()), "two at most 1.1 of one");
        }
    }

    /** Hundredths of a second that the running applications have worked. */
    static long processor(Balancer balancer) throws IOException {
        long all = 0;
        for (Api node : balancer.nodes) {
            Path stat = Path.of("/proc/" + node.server.pid() + "/stat");
            if (node.server.isAlive()) {
                String[] part = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
                all += Long.parseLong(part[11]) + Long.parseLong(part[12]);
            }
        }
        return all;
    }
}
