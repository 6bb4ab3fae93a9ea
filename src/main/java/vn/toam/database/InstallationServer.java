package vn.toam.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server of an installation for a command: the one that runs, or one of its own while the command works. */
final class InstallationServer implements AutoCloseable {

    private final Schema.Owner owner;
    private final @Nullable OwnPostgres started;

    private InstallationServer(Schema.Owner owner, @Nullable OwnPostgres started) {
        this.owner = owner;
        this.started = started;
    }

    /** @throws IllegalArgumentException in words when there is no installation in {@code data} */
    static InstallationServer of(Path data, String database) throws IOException {
        Path cluster = data.resolve("postgres").toAbsolutePath().normalize();
        Path pid = cluster.resolve("postmaster.pid");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            throw new IllegalArgumentException(
                    "Không có dữ liệu ở " + data + ". There is no installation in that folder.");
        }
        if (Files.exists(pid) && OwnPostgres.isOurs(cluster, pid)) {
            List<String> lines = Files.readAllLines(pid);
            String password =
                    Files.readString(data.resolve("postgres.password")).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/" + database;
            return new InstallationServer(new Schema.Owner(url, OwnPostgres.USER, password), null);
        }
        OwnPostgres server = OwnPostgres.start(data, OwnPostgres.Durability.FULL);
        return new InstallationServer(
                new Schema.Owner(server.jdbcUrl(database), server.user(), server.password()), server);
    }

    Schema.Owner owner() {
        return owner;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
