package vn.toam.database;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import vn.toam.shared.Settings;

/** Starts the built-in server while the application still reads its own classes: whoever needs the database first waits for the rest only. */
public final class PostgresFirst implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        Settings settings = Binder.get(context.getEnvironment()).bindOrCreate("toam", Settings.class);
        if (settings.db() == null && !Boolean.getBoolean("spring.aot.processing")) {
            OwnPostgres taken = OwnPostgres.take(settings.data(), OwnPostgres.Durability.FULL);
            CompletableFuture<OwnPostgres> server = CompletableFuture.supplyAsync(() -> start(taken));
            context.registerBean(
                    OwnPostgres.class, () -> server.join(), definition -> definition.setDestroyMethodName("close"));
        }
    }

    private static OwnPostgres start(OwnPostgres server) {
        server.start().createDatabase("toam");
        return server;
    }
}
