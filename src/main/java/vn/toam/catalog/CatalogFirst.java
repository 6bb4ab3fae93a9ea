package vn.toam.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Begins to read the definitions while the application still assembles itself: half a second that nobody waits for. */
public final class CatalogFirst implements ApplicationContextInitializer<GenericApplicationContext> {

    /** A reading that has begun. */
    static final class Reading {

        private final CompletableFuture<Catalog> catalog;

        Reading(Path data) {
            catalog = CompletableFuture.supplyAsync(() -> read(data));
        }

        /** The definitions, as soon as they are read. @throws BadDefinition naming the file and the place when one is wrong */
        Catalog catalog() {
            try {
                return catalog.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException wrong ? wrong : e;
            }
        }

        private static Catalog read(Path data) {
            try {
                return CatalogReader.read(CatalogConfiguration.files(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        Path data = Path.of(context.getEnvironment().getProperty("toam.data", "data"));
        context.getBeanFactory().registerSingleton(Reading.class.getName(), new Reading(data));
    }
}
