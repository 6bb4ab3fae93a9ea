package vn.toam.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.campaign.Campaign.Summary;
import vn.toam.register.RecordService;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** A commemorative day as it happened: only what records say, for a commune, its province and the country. */
@Transactional
class CampaignTest extends ToamTest {

    @Autowired
    private CampaignReader reader;

    @Autowired
    private RecordService records;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestGround grounds;

    private final int year = LocalDate.now(Numbers.ZONE).getYear() - 1;
    private TestGround.Ground ground;
    private int commune;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        commune = ground.commune();
    }

    private static Somebody reporter(int unit) {
        return Posts.at("REPORTER", unit);
    }

    private UUID keep(int unit, String register, Map<String, String> values, String... states) {
        Map<String, List<String>> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(name, List.of(value)));
        UUID id = reporter(unit).get(() -> records.create(register, unit, null, UUID.randomUUID(), typed));
        int version = 1;
        for (String state : states) {
            int seen = version++;
            reporter(unit).run(() -> records.move(unit, id, seen, state, LocalDate.of(year, 6, 30), ""));
        }
        return id;
    }

    private UUID campaign(int unit, String... states) {
        return keep(
                unit,
                "campaign",
                Map.of(
                        "name", "Ngày Gia đình Việt Nam",
                        "observance", "FAMILY_DAY",
                        "from", year + "-06-28",
                        "to", year + "-06-28",
                        "result", "Tổ chức hội thi tại nhà văn hóa."),
                states);
    }

    private void event(UUID campaign, String kind, String attended, String... states) {
        keep(
                commune,
                "event",
                Map.of(
                        "kind",
                        kind,
                        "title",
                        kind + attended,
                        "from",
                        year + "-06-28",
                        "organiser",
                        committee(),
                        "place",
                        attended,
                        "campaign",
                        campaign.toString(),
                        "attendance",
                        "COUNT",
                        "attended",
                        attended),
                states);
    }

    private String committee() {
        return String.valueOf(
                agencies.peoplesCommittee(commune, LocalDate.now(Numbers.ZONE)).id());
    }

    private void product(UUID campaign, String kind, String title, String reach) {
        keep(
                commune,
                "media-product",
                Map.of(
                        "kind",
                        kind,
                        "title",
                        title,
                        "date",
                        year + "-06-28",
                        "publisher",
                        committee(),
                        "quantity",
                        "100",
                        "campaign",
                        campaign.toString(),
                        "reach",
                        reach),
                "ISSUED");
    }

    private Campaign seen(Somebody who, int unit) {
        return who.get(() -> reader.campaign("family-day", unit, year));
    }

    @Test
    void itSaysWhatWasPlannedHeldAndCancelledAndWhatIsNotProved() {
        UUID id = campaign(commune, "UNDER_WAY", "DONE");
        event(id, "COMMUNICATION", "40", "HELD");
        event(id, "COMMUNICATION", "60", "HELD", "REPORTED");
        event(id, "CONTEST", "90", "CANCELLED");
        event(id, "CONTEST", "70");
        List<Campaign.Events> events = seen(reporter(commune), commune).events();
        assertThat(events).hasSize(2).first().satisfies(talks -> {
            assertThat(talks.held()).isEqualTo(2);
            assertThat(talks.attended()).isEqualByComparingTo(BigDecimal.valueOf(100));
            assertThat(talks.unproven()).isEqualTo(2);
        });
        assertThat(events).element(1).satisfies(contest -> {
            assertThat(contest.planned()).isEqualTo(1);
            assertThat(contest.cancelled()).isEqualTo(1);
            assertThat(contest.held()).isZero();
            assertThat(contest.attended()).isNull();
        });
    }

    @Test
    void reachIsShownByChannelAndNeverAdded() {
        UUID id = campaign(commune);
        product(id, "CLIP", "Phim một", "1200");
        product(id, "CLIP", "Phim hai", "900");
        product(id, "LEAFLET", "Tờ rơi", "500");
        assertThat(seen(reporter(commune), commune).channels())
                .extracting(channel ->
                        channel.kind().vi() + " " + channel.issued() + " " + channel.quantity() + " " + channel.reach())
                .containsExactly("Phim, video ngắn 2 200 1200", "Tờ rơi, tờ gấp 1 100 500");
        assertThat(read("REPORTER", commune, "/campaigns/family-day?year=" + year))
                .contains("1.200", "Tổ chức hội thi")
                .doesNotContain("2.100", "2.600");
    }

    @Test
    void itSaysHowManyCommunesToldAnythingOfAll() {
        campaign(commune, "UNDER_WAY");
        campaign(ground.communes().get(1));
        Somebody planner = Posts.at("PLANNER", ground.province());
        Summary summary = seen(planner, ground.province()).summary();
        assertThat(summary.told()).isEqualTo(2);
        assertThat(summary.expected()).isEqualTo(ground.communes().size());
        assertThat(summary.held()).isEqualTo(1);
        assertThat(summary.planned()).isEqualTo(1);
        Summary country =
                Posts.at("MINISTRY", UnitService.COUNTRY).get(() -> reader.ofYear(UnitService.COUNTRY, year)).stream()
                        .filter(each -> each.observance().id().equals("family-day"))
                        .findFirst()
                        .orElseThrow();
        assertThat(country.told()).isGreaterThanOrEqualTo(2);
        assertThat(country.expected()).isGreaterThan(3000);
    }

    @Test
    void whoMayNotSeeFiguresOfEventsIsToldSoAndSeesTheRest() {
        UUID id = campaign(commune);
        event(id, "COMMUNICATION", "40", "HELD");
        Campaign other = seen(reporter(ground.communes().get(1)), commune);
        assertThat(other.events()).isNull();
        assertThat(other.told()).hasSize(1);
    }

    @Test
    void theYearLeadsToEveryDayAndNothingIsSaidWhereNothingWasEntered() {
        String page = read("REPORTER", commune, "/campaigns?year=" + year);
        assertThat(page)
                .contains("/campaigns/family-day", "/campaigns/happiness-day", "/campaigns/gender-action-month");
        assertThat(read("REPORTER", commune, "/campaigns/happiness-day?year=" + year))
                .contains("Chưa có gì được ghi vào sổ về đợt này", "0/1");
        assertThat(read("PLANNER", ground.province(), "/campaigns/happiness-day?year=" + year))
                .contains("0/" + ground.communes().size());
    }

    @Test
    void everyDayOfTheCatalogHasItsCodeInTheRegister() {
        assertThat(reporter(commune).get(() -> reader.ofYear(commune, year)))
                .extracting(each -> CampaignReader.code(each.observance()))
                .contains(
                        "HAPPINESS_DAY",
                        "DV_ACTION_MONTH",
                        "FAMILY_DAY",
                        "VIOLENCE_AGAINST_WOMEN_DAY",
                        "GENDER_ACTION_MONTH");
    }

    private String read(String role, int unit, String address) {
        try {
            var response = mvc.perform(get(address).with(Posts.request(role, unit)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isEqualTo(200);
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
