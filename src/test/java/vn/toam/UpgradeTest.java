package vn.toam;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.audit.Audit;
import vn.toam.catalog.CatalogFirst;
import vn.toam.database.KeptDump;
import vn.toam.shared.TestDatabase;

/** An installation of an older version is opened by this one: brought up to date by the first start, it answers as it did before. */
class UpgradeTest {

    /** The evening on which the installation was kept. */
    private static final Instant THEN = Instant.parse("2026-11-30T15:00:00Z");

    private static final String DATABASE = "u" + UUID.randomUUID().toString().replace("-", "");

    private static ConfigurableApplicationContext application;
    private static JdbcClient owner;
    private static JsonNode kept;

    @BeforeAll
    static void open() throws Exception {
        String url = TestDatabase.ownerUrl(DATABASE);
        KeptDump.load(url);
        owner = JdbcClient.create(new DriverManagerDataSource(url));
        assertThat(owner.sql("select max(version) from public.flyway_schema_history")
                        .query(String.class)
                        .single())
                .isEqualTo("1600");
        kept = JsonMapper.shared().readTree(KeptDump.ANSWERS.toFile());
        application = start(url);
        owner.sql("""
                        insert into signin.token (hash, account, name, created_at, expires_at)
                        select sha256('toam_kept'), id, 'kept', timestamptz '2026-11-30', timestamptz '2026-12-30'
                        from access.account where username = 'ministry'
                        """).update();
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void figuresAndRoundsAreThoseOfBefore() throws Exception {
        assertThat(kept.get("figures")).hasSizeGreaterThan(5);
        for (JsonNode each : kept.get("figures")) {
            String ask = each.get("ask").asString();
            assertThat(get(ask)).as(ask).isEqualTo(each.get("answer"));
        }
    }

    @Test
    void plansDutiesAccountsReturnsAndFilesAreThoseOfBefore() {
        JdbcTemplate rows = new JdbcTemplate(application.getBean(javax.sql.DataSource.class));
        for (JsonNode each : kept.get("rows")) {
            // an account was identity's
            String ask = each.get("ask").asString().replace("identity.", "access.");
            List<String> now = rows.query(ask, (row, n) -> {
                int columns = row.getMetaData().getColumnCount();
                return java.util.stream.IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> text(row, column))
                        .collect(Collectors.joining("|"));
            });
            List<String> before =
                    each.get("answer").valueStream().map(JsonNode::asString).toList();
            assertThat(now).as(ask).containsAll(before);
        }
    }

    @Test
    void theTrailIsWholeAndGoesOn() {
        assertThat(application.getBean(Audit.class).verify()).isEmpty();
        assertThat(owner.sql("select count(*) from audit.entry")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(7);
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode get(String address) throws Exception {
        int port = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Bearer toam_kept")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private static ConfigurableApplicationContext start(String ownerUrl) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), THEN));
        SpringApplication starting = new SpringApplication(Toam.class);
        starting.addInitializers(
                new CatalogFirst(),
                context -> ((GenericApplicationContext) context)
                        .registerBean("thatEvening", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        return starting.run(
                "--server.port=0",
                "--toam.db=" + TestDatabase.url(DATABASE),
                "--toam.db-owner=" + ownerUrl,
                "--toam.data=" + TestDatabase.FOLDER.resolve("upgraded"),
                "--toam.demo=true",
                "--toam.country=0",
                "--toam.jobs=false");
    }
}
