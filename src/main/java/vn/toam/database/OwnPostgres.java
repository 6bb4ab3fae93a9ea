package vn.toam.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server that belongs to one data folder. Durable by default (fsync and synchronous commit on).
 *
 * <p>A server left behind by a killed application is stopped, a stale lock file is removed, and PostgreSQL replays its log: the next start
 * needs nobody. On Linux the server also stops by itself when the application dies ({@code setpriv --pdeathsig}); the signal is tied to the
 * thread that started it, hence the keeper thread that lives as long as the server.
 */
public final class OwnPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);
    static final String USER = "toam";

    /** The role of the application: owns nothing, may change no table. Its password is new at every start and kept nowhere. */
    static final String APPLICATION = "toam_app";

    private final Path home;
    private final Path cluster;
    private final Durability durability;
    private final FileLock lock;
    private final String password;
    private final String applicationPassword = random();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Path binaries = Path.of("");
    private int port;
    private volatile boolean closing;

    /** How much a crash may lose: nothing in an installation; tests give it up for speed. */
    public enum Durability {
        FULL,
        NONE
    }

    private OwnPostgres(Path home, Durability durability) throws IOException {
        this.home = DataFolder.prepare(home);
        this.cluster = this.home.resolve("postgres");
        this.durability = durability;
        this.lock = lock(this.home);
        this.password = password(this.home.resolve("postgres.password"));
    }

    /** Takes the folder and starts its server: {@link #take}, {@link #start}. */
    public static OwnPostgres start(Path home, Durability durability) {
        return take(home, durability).start();
    }

    /**
     * Takes the folder {@code home} for this application, at once; its server is still to be started.
     *
     * @throws CannotStart when another application uses the folder, or it cannot be written
     */
    static OwnPostgres take(Path home, Durability durability) {
        try {
            return new OwnPostgres(home, durability);
        } catch (IOException e) {
            throw CannotStart.unwritable(home.toAbsolutePath(), e);
        }
    }

    /**
     * Starts the server, creating it when the folder is empty.
     *
     * @throws CannotStart when the folder cannot be written
     * @throws IllegalStateException naming the log when the server does not come up
     */
    OwnPostgres start() {
        try {
            binaries = PostgresBinaries.unpack(home);
            create();
            clearLeftovers();
            launch();
            makeApplicationRole();
            return this;
        } catch (IOException e) {
            throw CannotStart.unwritable(home, e);
        }
    }

    /** JDBC address of database {@code name} on this server. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Owner of database toam. */
    Schema.Owner owner() {
        return new Schema.Owner(jdbcUrl("toam"), USER, password);
    }

    /** The password of {@link #APPLICATION}. */
    public String applicationPassword() {
        return applicationPassword;
    }

    private void makeApplicationRole() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
            String verb = found.next() ? "alter" : "create";
            statement.execute(verb + " role " + APPLICATION
                    + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                    + applicationPassword + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("role " + APPLICATION, e);
        }
    }

    private static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            LOG.debug("taken by this very process", ours);
        }
        if (lock == null) {
            channel.close();
            throw CannotStart.taken(folder);
        }
        return lock;
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, random());
        }
        return Files.readString(file).strip();
    }

    private void create() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        run(List.of(
                tool("initdb"),
                "-D",
                cluster.toString(),
                "-U",
                USER,
                "--pwfile=" + home.resolve("postgres.password"),
                "--auth=scram-sha-256",
                // the password is 24 random bytes: working it out 4096 times would only slow every connection
                "-c",
                "scram_iterations=64",
                "--encoding=UTF8",
                // compared byte by byte, the same on every machine and for ever; lists that people see say
                // public.vietnamese
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    }

    /** Stops a server that a killed application left on our folder; removes a lock file whose process is gone or is not ours. */
    private void clearLeftovers() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (isOurs(cluster, pidFile)) {
            LOG.warn("stopping a PostgreSQL server left behind by an earlier run");
            run(List.of(tool("pg_ctl"), "stop", "-m", "fast", "-w", "-D", cluster.toString()));
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** True when the process named in {@code pidFile} is a server of {@code cluster}: a number alone may be reused by anybody. */
    static boolean isOurs(Path cluster, Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        Path commandLine =
                Path.of("/proc", lines.isEmpty() ? "0" : lines.getFirst().strip(), "cmdline");
        return Files.exists(commandLine) && Files.readString(commandLine).contains(cluster.toString());
    }

    private void launch() throws IOException {
        port = Ports.free();
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().name("postgres-keeper").daemon().start(() -> keep(started));
        Process process = started.join();
        awaitReady(process);
    }

    /** Starts the server, and starts it again when something kills it: PostgreSQL replays its log and the pool reconnects. */
    private void keep(CompletableFuture<Process> started) {
        try {
            do {
                Process process = builder(serverCommand()).start();
                boolean first = started.complete(process);
                process.waitFor();
                if (!first && !closing) {
                    LockSupport.parkNanos(RESTART_PAUSE.toNanos());
                }
                if (!closing) {
                    LOG.warn("PostgreSQL ended by itself; starting it again");
                }
            } while (!closing);
        } catch (IOException | InterruptedException e) {
            started.completeExceptionally(e);
        } finally {
            ended.countDown();
        }
    }

    private List<String> serverCommand() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            command.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "INT"));
        }
        command.addAll(List.of(tool("postgres"), "-D", cluster.toString(), "-p", String.valueOf(port)));
        boolean durable = durability == Durability.FULL;
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=" + (durable ? "on" : "off"),
                "synchronous_commit=" + (durable ? "on" : "off"),
                "full_page_writes=" + (durable ? "on" : "off"),
                "max_connections=60",
                "shared_buffers=256MB",
                // a statement over all provinces holds some 250 locks; as many as fit here are taken without asking the
                // other connections
                "max_locks_per_transaction=1024",
                "wal_keep_size=512MB",
                // lists and counts are answered from indexes alone where pages are known to be visible: tidied after a
                // twentieth,
                // not a fifth, was added
                "autovacuum_vacuum_insert_scale_factor=0.05",
                // a statement is dear by estimate long before compiling it pays
                "jit=off",
                "timezone=Asia/Ho_Chi_Minh",
                "log_min_messages=warning",
                // the log names what went wrong, never what was typed
                "log_error_verbosity=terse",
                "log_min_error_statement=panic")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private void awaitReady(Process process) {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        SQLException last = null;
        while (System.nanoTime() < limit && process.isAlive()) {
            try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
                LOG.info("PostgreSQL runs on port {}", port);
                return;
            } catch (SQLException notYet) {
                last = notYet;
                LockSupport.parkNanos(50_000_000);
            }
        }
        closing = true;
        throw new IllegalStateException("PostgreSQL did not start; see " + home.resolve("postgres.log"), last);
    }

    private String tool(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root; a user namespace of our own makes us somebody else at no cost. */
    private ProcessBuilder builder(List<String> command) {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            whole.addAll(List.of("/usr/bin/unshare", "-U", "--"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres.log").toFile()));
    }

    private void run(List<String> command) throws IOException {
        try {
            int code = builder(command).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(Path.of(command.getFirst()).getFileName() + " ended with " + code
                        + "; see " + home.resolve("postgres.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server; committed work is on disk. */
    @Override
    public void close() {
        try {
            closing = true;
            if (ended.getCount() > 0 && Files.exists(cluster.resolve("postmaster.pid"))) {
                run(List.of(tool("pg_ctl"), "stop", "-m", "fast", "-w", "-D", cluster.toString()));
                ended.await();
            }
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Creates database {@code name} (letters, digits and _ only) unless it exists. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("database name " + name);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name, e);
        }
    }
}
