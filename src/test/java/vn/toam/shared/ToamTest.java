package vn.toam.shared;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a real PostgreSQL; every test that needs either extends this, so that one context serves all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({TestClock.class, TestDue.class, SentStatements.class})
public abstract class ToamTest {

    @AfterEach
    void itIsNowAgain() {
        TestClock.ahead(Duration.ZERO);
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        registry.add("toam.db", TestDatabase::url);
        registry.add("toam.db-owner", TestDatabase::ownerUrl);
        registry.add("toam.data", () -> TestDatabase.FOLDER.resolve("data").toString());
        registry.add("toam.demo", () -> "true");
        registry.add("toam.country", () -> "0");
        registry.add("toam.jobs", () -> "false");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", TestMail::port);
    }
}
