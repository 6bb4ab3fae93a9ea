package vn.toam.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.Toam;
import vn.toam.access.As;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.CatalogFirst;
import vn.toam.collection.MadeUpReturns;
import vn.toam.collection.RoundReader;
import vn.toam.definition.Check;
import vn.toam.definition.Form;
import vn.toam.duty.DutyService;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Settings;
import vn.toam.shared.TestDatabase;
import vn.toam.submission.OverviewView;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;
import vn.toam.unit.UnitService;
import vn.toam.web.Loading;

/** A demonstration opened for the first time on days far apart: what it shows lies around that day. */
class DemoDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-03", "2027-07-15", "2028-12-20"})
    void aDemonstrationLivesOnTheDayItIsOpened(LocalDate day) {
        try (ConfigurableApplicationContext demo = open(day, fresh(), 0)) {
            As as = demo.getBean(As.class);
            Unit city = demo.getBean(UnitService.class)
                    .find(as.role("planner.haiphong")
                            .get(() -> demo.getBean(Access.class).me().unit()));
            assertThat(city.validity().on(day)).as("the planner's unit exists").isTrue();

            OverviewView due = as.role("planner.haiphong")
                    .get(() -> demo.getBean(RoundReader.class).overview(city.id(), null));
            assertThat(due.year()).isEqualTo(day.getYear());
            assertThat(due.items())
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.round().due()).isBetween(day.minusDays(60), day.plusDays(400)));

            DutyService duties = demo.getBean(DutyService.class);
            List<Duty> police = as.role("police.haiphong").get(() -> duties.mine(day.getYear()));
            assertThat(police)
                    .isNotEmpty()
                    .allSatisfy(duty -> assertThat(duty.due()).isBetween(day.minusDays(60), day.plusDays(60)));
            assertThat(police)
                    .anyMatch(duty -> duty.due().isBefore(day))
                    .anyMatch(duty -> duty.status() != DutyStatus.DONE);

            ScorecardView card = as.role("planner.haiphong")
                    .get(() -> demo.getBean(ScorecardService.class).scorecard(null, null, null));
            assertThat(card.plan())
                    .isNotNull()
                    .satisfies(plan -> assertThat(plan.covers(day.getYear())).isTrue());
            assertThat(card.binds())
                    .as("the plan shown applies to the place shown")
                    .isTrue();
            assertThat(card.year()).isEqualTo(day.getYear());
        }
    }

    @Test
    void theCountryIsLoadedOnceAndAnInterruptedYearStartsAnew() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        try (ConfigurableApplicationContext demo = open(day, fresh(), 0)) {
            CountryLoading loading = loading(demo, 1);
            loading.destroy();
            loading.load();
            assertThat(communes(demo, 2026))
                    .as("interrupted: nothing of the country is kept")
                    .isLessThan(1000);

            loading(demo, 1).load();
            assertThat(communes(demo, 2026)).isEqualTo(3321);
            assertThat(provinces(demo, 2026)).isEqualTo(34);
            assertThat(wrong(demo))
                    .as("accepted returns that break a rule without a note")
                    .isZero();
            long steps = count(demo, "select count(*) from collection.step");

            loading(demo, 1).load();
            assertThat(communes(demo, 2026)).isEqualTo(3321);
            assertThat(count(demo, "select count(*) from collection.step")).isEqualTo(steps);
        }
    }

    private static CountryLoading loading(ConfigurableApplicationContext demo, int years) {
        Settings settings = demo.getBean(Settings.class);
        return new CountryLoading(
                demo.getBean(CountryYears.class),
                demo.getBean(MadeUpReturns.class),
                demo.getBean(Loading.class),
                new Settings(settings.data(), true, false, 0, years, settings.db(), settings.dbOwner()),
                demo.getBean(Clock.class));
    }

    /** A database of its own. */
    private static String fresh() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static long communes(ConfigurableApplicationContext demo, int year) {
        return count(
                demo,
                "select count(distinct unit) from collection.submission where form = 'dv-family-commune' and year = "
                        + year);
    }

    private static long provinces(ConfigurableApplicationContext demo, int year) {
        return count(
                demo,
                "select count(distinct province) from collection.submission where accepted is not null and year = "
                        + year);
    }

    /** Returns sent though a rule that stops sending does not hold, or one that asks for a note has none. */
    private static long wrong(ConfigurableApplicationContext demo) {
        JsonMapper json = new JsonMapper();
        TypeReference<Map<String, BigDecimal>> figures = new TypeReference<>() {};
        Form form = demo.getBean(Catalog.class).form("dv-family-commune");
        return demo
                .getBean(JdbcClient.class)
                .sql(
                        "select figures::text from collection.submission where form = ? and status <> 'DRAFT' and notes = '{}'")
                .params(form.id())
                .query(String.class)
                .list()
                .stream()
                .map(text -> json.readValue(text, figures))
                .filter(all ->
                        form.broken(all::get, any -> null).stream().anyMatch(check -> check.kind() != Check.Kind.QUERY))
                .count();
    }

    private static long count(ConfigurableApplicationContext demo, String sql) {
        return demo.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static ConfigurableApplicationContext open(LocalDate day, String database, int country) {
        Instant morning = day.atTime(8, 0).atZone(Numbers.ZONE).toInstant();
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), morning));
        SpringApplication application = new SpringApplication(Toam.class);
        application.addInitializers(
                new CatalogFirst(),
                context -> ((GenericApplicationContext) context)
                        .registerBean("dayOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        return application.run(
                "--server.port=0",
                "--toam.db=" + TestDatabase.url(database),
                "--toam.db-owner=" + TestDatabase.ownerUrl(database),
                "--toam.data=" + TestDatabase.FOLDER.resolve("data"),
                "--toam.demo=true",
                "--toam.country=" + country,
                "--toam.jobs=false");
    }
}
