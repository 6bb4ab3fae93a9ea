package vn.toam.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.toam.database.DataFolder.Kind;
import vn.toam.shared.Settings;

/**
 * Before anything else: what the folder is decides whether this is a real installation or a demonstration; asking for the other is refused.
 * Then the built-in server starts while the application still reads its own classes: whoever needs the database first waits for the rest only.
 */
public final class PostgresFirst implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String DEMO = "toam.demo";

    @Override
    public void initialize(GenericApplicationContext context) {
        if (Boolean.getBoolean("spring.aot.processing")) {
            return;
        }
        Settings settings = Binder.get(context.getEnvironment()).bindOrCreate("toam", Settings.class);
        Boolean asked = context.getEnvironment().getProperty(DEMO, Boolean.class);
        @Nullable Kind wanted = asked == null ? null : Kind.of(asked);
        try {
            Kind kind = settings.db() == null
                    ? own(context, settings.data(), wanted)
                    : foreign(settings.db(), settings.data(), wanted);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("data-folder", Map.of(DEMO, kind == Kind.DEMO)));
        } catch (IOException e) {
            throw CannotStart.unwritable(settings.data().toAbsolutePath(), e);
        }
    }

    private static Kind own(GenericApplicationContext context, Path folder, @Nullable Kind wanted) throws IOException {
        OwnPostgres taken = OwnPostgres.take(folder, OwnPostgres.Durability.FULL);
        Optional<Kind> marked = DataFolder.kind(folder);
        if (marked.isPresent()) {
            agree(marked.get(), wanted, folder, taken);
        }
        boolean old = marked.isEmpty() && DataFolder.used(folder);
        CompletableFuture<OwnPostgres> server = CompletableFuture.supplyAsync(() -> start(taken));
        context.registerBean(
                OwnPostgres.class, () -> server.join(), definition -> definition.setDestroyMethodName("close"));
        Kind kind = marked.or(() -> old ? said(server.join().owner()) : Optional.empty())
                .orElse(wanted == null ? Kind.DEMO : wanted);
        if (marked.isEmpty()) {
            agree(kind, wanted, folder, taken);
            DataFolder.mark(folder, kind);
        }
        return kind;
    }

    /** The server is somebody else's: it may say what it is, and says so again when the application connects. */
    private static Kind foreign(String url, Path folder, @Nullable Kind wanted) throws IOException {
        Optional<Kind> marked = DataFolder.kind(folder);
        if (marked.isPresent()) {
            agree(marked.get(), wanted, folder, null);
            return marked.get();
        }
        return wanted != null ? wanted : said(new Schema.Owner(url, null, null)).orElse(Kind.DEMO);
    }

    private static void agree(Kind is, @Nullable Kind wanted, Path folder, @Nullable OwnPostgres taken) {
        if (wanted != null && wanted != is) {
            if (taken != null) {
                taken.close();
            }
            throw CannotStart.otherKind(folder.toAbsolutePath().normalize().toString(), is);
        }
    }

    private static Optional<Kind> said(Schema.Owner owner) {
        DriverManager.setLoginTimeout(5);
        try (Connection connection = owner.open()) {
            return Schema.kind(connection);
        } catch (SQLException unreachable) {
            LoggerFactory.getLogger(PostgresFirst.class)
                    .debug("asked again when the application connects", unreachable);
            return Optional.empty();
        }
    }

    private static OwnPostgres start(OwnPostgres server) {
        server.start().createDatabase("toam");
        Schema.migrate(server.owner());
        return server;
    }
}
