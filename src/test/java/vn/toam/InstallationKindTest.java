package vn.toam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.hostile.Visitor;
import vn.toam.shared.Settings;

/** A folder is what it was made as, for ever; started by the very code of ./toam serve. */
@ExtendWith(OutputCaptureExtension.class)
class InstallationKindTest {

    @TempDir
    Path temporary;

    @Test
    void aRealFolderOpensAsRealIsNeverADemonstrationAndHoldsNoDemoAccount(CapturedOutput output) throws Exception {
        Path folder = temporary.resolve("real");
        try (ConfigurableApplicationContext first = start(folder, "--toam.demo=false")) {
            assertThat(port(first)).isPositive();
            assertThat(Files.readString(folder.resolve("kind"))).isEqualTo("real\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(output.getAll())
                    .contains("setup-code")
                    .doesNotContain(
                            Files.readString(folder.resolve("setup-code")).strip());
        }

        assertThatThrownBy(() -> start(folder, "--toam.demo=true")).isNotNull();
        assertThat(output)
                .contains("Thư mục dữ liệu " + folder + " chứa số liệu thật, không bao giờ mở thành bản dùng thử")
                .contains("holds real data and is never opened as a demonstration");

        Files.delete(folder.resolve("kind"));
        try (ConfigurableApplicationContext again = start(folder)) {
            assertThat(again.getBean(Settings.class).demo()).isFalse();
            Visitor visitor = new Visitor(port(again));
            assertThat(visitor.get("/sign-in").headers().firstValue("Location").orElse(""))
                    .endsWith("/setup");
            visitor.take("/setup");
            visitor.post("/sign-in/demo", java.util.Map.of("username", "admin"));
            assertThat(visitor.get("/overview").statusCode()).isEqualTo(302);
            assertThat(accounts(again)).isEmpty();
            assertThat(again.getBean(JdbcClient.class)
                            .sql(
                                    "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
        assertThat(Files.readString(folder.resolve("kind"))).isEqualTo("real\n");
    }

    @Test
    void aDemonstrationIsNeverOpenedAsReal(CapturedOutput output) throws Exception {
        Path folder = temporary.resolve("demo");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kind"), "demo\n");

        assertThatThrownBy(() -> start(folder, "--toam.demo=false")).isNotNull();

        assertThat(output)
                .contains("Thư mục dữ liệu " + folder + " là bản dùng thử, số liệu tự tạo; không mở thành bản thật")
                .contains("is a demonstration with made-up figures and is never opened as a real installation")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(Path folder, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("--server.port=0", "--toam.jobs=false", "--toam.country=0", "--toam.data=" + folder));
        arguments.addAll(List.of(more));
        return Toam.start(arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private static List<String> accounts(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select username from access.account")
                .query(String.class)
                .list();
    }
}
