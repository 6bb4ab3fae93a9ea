package vn.toam.hostile;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.toam.shared.TestDatabase;

/** The application that is attacked: its own database and folder, so that nothing an attack leaves behind meets another test. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class HostileTest {

    private static final java.util.regex.Pattern PORT = java.util.regex.Pattern.compile("(?<=127\\.0\\.0\\.1:)\\d+");

    /** Between the application and its database; made once. */
    protected static final Line LINE;

    private static final String DATABASE;

    static {
        String direct = TestDatabase.url("hostile" + ProcessHandle.current().pid());
        java.util.regex.Matcher port = PORT.matcher(direct);
        if (!port.find()) {
            throw new AssertionError(direct);
        }
        LINE = new Line(Integer.parseInt(port.group()));
        DATABASE = port.replaceFirst(String.valueOf(LINE.port()));
    }

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        registry.add("toam.db", () -> DATABASE);
        registry.add(
                "toam.db-owner",
                () -> TestDatabase.ownerUrl("hostile" + ProcessHandle.current().pid()));
        registry.add("toam.data", () -> TestDatabase.FOLDER.resolve("hostile").toString());
        registry.add("toam.demo", () -> "true");
        registry.add("toam.country", () -> "0");
        registry.add("toam.jobs", () -> "false");
    }
}
