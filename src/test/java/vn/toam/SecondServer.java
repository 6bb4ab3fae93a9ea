package vn.toam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.toam.shared.TestDatabase;
import vn.toam.shared.TestMail;

/** A second application on the database of the tests, started by the very code of ./toam serve, with a folder of its own. */
public final class SecondServer {

    private static final ConfigurableApplicationContext CONTEXT = Toam.start(
            "--server.port=0",
            "--toam.db=" + TestDatabase.url(),
            "--toam.db-owner=" + TestDatabase.ownerUrl(),
            "--toam.data=" + folder(),
            "--toam.demo=true",
            "--toam.country=0",
            "--toam.jobs=false",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + TestMail.port());

    private SecondServer() {}

    /** A role that this server alone defines, in its own folder. */
    private static Path folder() {
        Path folder = TestDatabase.FOLDER.resolve("second");
        try {
            Files.createDirectories(folder.resolve("catalog/roles"));
            Files.writeString(folder.resolve("catalog/roles/archive.yaml"), """
                    id: ARCHIVIST
                    version: 1
                    name: {vi: Cán bộ lưu trữ, en: Archivist}
                    does: {vi: Lưu trữ báo cáo, en: Keeps reports}
                    levels: [PROVINCE, DISTRICT, COMMUNE]
                    own: [REPORT_WRITE]
                    subtree: [FIGURES_READ]
                    """);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this server has of a kind. */
    public static <T> T bean(Class<T> kind) {
        return CONTEXT.getBean(kind);
    }

    public static int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) CONTEXT).getWebServer())
                .getPort();
    }

    /** Does everything at the same time. @return what came of each */
    public static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : crowd.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
