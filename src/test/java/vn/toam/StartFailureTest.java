package vn.toam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.toam.database.PostgresFirst;

/** Whoever starts the application where it cannot run reads in both languages what is in the way and what to do, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatAnotherApplicationUsesIsNamed(CapturedOutput output) throws Exception {
        try (FileChannel other = FileChannel.open(
                folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            start("--toam.data=" + folder);
        }
        assertSaid(
                output,
                "Thư mục dữ liệu " + folder + " đang được một Tổ Ấm khác dùng",
                "The data folder " + folder + " is in use by another Tổ Ấm",
                "--data");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(CapturedOutput output) throws Exception {
        Path inFile = Files.createFile(folder.resolve("file")).resolve("data");
        start("--toam.data=" + inFile);
        assertSaid(
                output,
                "Không ghi được vào thư mục dữ liệu " + inFile,
                "The data folder " + inFile + " cannot be written",
                "--data");
    }

    @Test
    void aPortThatIsInUseIsNamed(CapturedOutput output) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start("--toam.db=jdbc:postgresql://nowhere/", "--server.port=" + other.getLocalPort());
            assertSaid(
                    output,
                    "Cổng " + other.getLocalPort() + " đang được một chương trình khác dùng",
                    "Port " + other.getLocalPort() + " is in use by another program",
                    "--port");
        }
    }

    private static void start(String... arguments) {
        SpringApplication application = new SpringApplication(Web.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(new PostgresFirst());
        assertThatThrownBy(() -> application.run(arguments)).isNotNull();
    }

    private static void assertSaid(CapturedOutput output, String... words) {
        assertThat(output).contains(words).doesNotContain("\tat ", "WARN", "APPLICATION FAILED");
    }

    /** A server of pages without any. */
    @Configuration(proxyBeanMethods = false)
    static class Web {

        @Bean
        TomcatServletWebServerFactory server(Environment settings) {
            return new TomcatServletWebServerFactory(settings.getProperty("server.port", Integer.class, 0));
        }
    }
}
