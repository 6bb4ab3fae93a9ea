package vn.toam.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.Addresses;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionService;
import vn.toam.definition.Calendar;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.notice.MailQueue;
import vn.toam.notice.Notice;
import vn.toam.notice.Notices;
import vn.toam.notice.TestNotices;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestClock;
import vn.toam.shared.TestMail;
import vn.toam.shared.ToamTest;
import vn.toam.shared.VietnameseOrder;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Who is late and how they are told, with a real database and a real mail server: Bắc Ninh, years to come. */
class RemindersTest extends ToamTest {

    private static final String OFFICER = "reporter.tanyen";
    private static final String REVIEWER = "planner.bn";
    private static int next = 2060;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Notices notices;

    @Autowired
    private MailQueue post;

    @Autowired
    private TestNotices letters;

    @Autowired
    private Addresses addresses;

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Access access;

    @Autowired
    private UnitService units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private int province;
    private int commune;
    private Somebody planner;
    private Somebody officer;
    private Round round;
    private int expected;

    @BeforeEach
    void open() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        commune = units.byCode(Level.COMMUNE, "07339", day).orElseThrow().id();
        planner = as.role(REVIEWER);
        officer = as.role(OFFICER);
        int year = next++;
        round = planner.get(() -> rounds.open("family-plan-commune", year, province, ""));
        expected = units.idsBelow(province, Level.COMMUNE, day).size();
    }

    @Test
    void theBoardListsWhoHasNotBegunBegunAndWasReturned() {
        officer.run(() -> collection.save(
                round.id(),
                commune,
                0,
                new TypedReturn(Map.of("cultural_registered", "9"), Map.of(), Map.of()),
                "typed"));

        LateView all = board(LateState.ALL);
        assertThat(all.count(LateState.ALL)).isEqualTo(expected);
        assertThat(all.count(LateState.NOT_BEGUN)).isEqualTo(expected - 1);
        assertThat(all.slice().pages()).isEqualTo((expected + 49) / 50);
        assertThat(all.days()).isPositive();
        assertThat(board(LateState.BEGUN).slice().items())
                .singleElement()
                .satisfies(row -> assertThat(row.unit()).isEqualTo(commune));
        assertThat(board(LateState.RETURNED).slice().items()).isEmpty();
    }

    @Test
    void aUnitIsRemindedAtMostOnceADayAndFindsItUnderTheBell() {
        int before = officer.get(() -> notices.unread());

        assertThat(planner.get(() -> reminders.remind(round.id(), province, commune)))
                .isEqualTo(1);
        assertThat(planner.get(() -> reminders.remind(round.id(), province, commune)))
                .isZero();
        assertThat(planner.get(() -> reminders.remind(round.id(), province, null)))
                .isEqualTo(expected - 1);

        assertThat(officer.get(() -> notices.unread())).isEqualTo(before + 1);
        Notice newest = officer.get(() -> notices.page(1)).items().getFirst();
        assertThat(newest.text().vi()).contains(Numbers.date(round.due())).contains(String.valueOf(round.year()));
        assertThat(officer.get(() -> notices.open(newest.id())))
                .isEqualTo("/collection/forms/" + round.id() + "/" + commune);
        assertThat(officer.get(() -> notices.unread())).isEqualTo(before);
        assertThat(board(LateState.ALL).slice().items())
                .allSatisfy(row -> assertThat(row.remindedAt()).isNotNull());
    }

    @Test
    void theCalendarRemindsOnTheDaysOfItsRulesAndOncePerDay() {
        due(LocalDate.now(Numbers.ZONE).plusDays(2));
        byCalendar();
        byCalendar();
        assertThat(reminded()).isEqualTo(expected);

        due(LocalDate.now(Numbers.ZONE).plusDays(40));
        jdbc.sql("delete from coordination.reminder where round = ?")
                .param(round.id())
                .update();
        byCalendar();
        assertThat(reminded()).isZero();

        due(LocalDate.now(Numbers.ZONE).minusDays(3));
        byCalendar();
        assertThat(reminded()).as("a day missed is made up").isEqualTo(expected);
    }

    @Test
    void theFewThatTheOverviewNamesAreTheFirstByNameInVietnameseOrder() {
        List<String> all = planner.get(() -> reminders.whole(round.id(), asked(LateState.ALL))).slice().items().stream()
                .map(row -> units.find(row.unit(), round.geography()).name())
                .sorted(VietnameseOrder.NAMES)
                .limit(5)
                .toList();

        assertThat(planner.get(() -> reminders.some(round, province, 5)))
                .extracting(Unit::name)
                .containsExactlyElementsOf(all);
    }

    @Test
    void aDayMissedIsMadeUpForTwoDaysAndNotForEver() {
        int last = catalog.all(Calendar.class).stream()
                .flatMap(calendar -> calendar.rules().stream())
                .filter(rule -> rule.id().equals(round.ruleSet()))
                .flatMap(rule -> rule.remind().stream())
                .max(Integer::compareTo)
                .orElseThrow();
        due(LocalDate.now(Numbers.ZONE).minusDays(last + 3));
        byCalendar();
        assertThat(reminded()).as("three days after the last day of its rules").isZero();

        due(LocalDate.now(Numbers.ZONE).minusDays(last + 2));
        byCalendar();
        assertThat(reminded()).as("two days after it").isEqualTo(expected);
    }

    @Test
    void aLetterIsTriedEightTimesEachTimeLaterAndThenLeftWithItsReason() {
        String address = "never-" + round.year() + "@xa.example.vn";
        post.write(address, "a", "b", "/c");
        JavaMailSenderImpl down = new JavaMailSenderImpl();
        down.setHost("127.0.0.1");
        down.setPort(1);
        Duration ahead = Duration.ZERO;
        for (int i = 1; i <= 8; i++) {
            letters.mail(down, new TestClock()).deliver();
            assertThat(tries(address)).isEqualTo(i);
            ahead = ahead.plusMinutes(1L << i).minusSeconds(30);
            TestClock.ahead(ahead);
            letters.mail(down, new TestClock()).deliver();
            assertThat(tries(address)).as("half a minute too early").isEqualTo(i);
            ahead = ahead.plusSeconds(60);
            TestClock.ahead(ahead);
        }
        TestClock.ahead(Duration.ofDays(30));
        post.deliver();
        assertThat(tries(address)).isEqualTo(8);
        assertThat(failure(address)).isNotBlank();
        assertThat(TestMail.to(address)).isEmpty();
    }

    @Test
    void aLetterThatIsBeingSentIsSentByNobodyElseUntilItsTimeIsOver() {
        String address = "claimed-" + round.year() + "@xa.example.vn";
        post.write(address, "a", "b", "/c");
        Instant now = Instant.now();
        assertThat(letters.claim(now, now.plusSeconds(900), 1000)).contains(address);

        post.deliver();
        assertThat(TestMail.to(address)).isEmpty();

        TestClock.ahead(Duration.ofMinutes(15).plusSeconds(1));
        post.deliver();
        post.deliver();
        assertThat(TestMail.to(address)).as("whoever took it was cut off").hasSize(1);
    }

    @Test
    void aReminderAlsoGoesOutAsALetterWithTheLink() throws Exception {
        String address = "officer-" + round.year() + "@xa.example.vn";
        officer.run(() -> addresses.change(as.id(OFFICER), address));
        planner.run(() -> reminders.remind(round.id(), province, commune));
        assertThat(TestMail.to(address)).as("not before the change is kept").isEmpty();

        post.deliver();
        post.deliver();
        assertThat(TestMail.to(address)).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).contains(Numbers.date(round.due()));
            assertThat((String) message.getContent())
                    .contains("Xã Tân Yên")
                    .contains("/collection/forms/" + round.id() + "/" + commune);
        });
        officer.run(() -> addresses.change(as.id(OFFICER), ""));
    }

    @Test
    void aMailServerThatIsDownDelaysTheLetterAndNothingElse() {
        String address = "later-" + round.year() + "@xa.example.vn";
        officer.run(() -> addresses.change(as.id(OFFICER), address));
        planner.run(() -> reminders.remind(round.id(), province, commune));
        JavaMailSenderImpl down = new JavaMailSenderImpl();
        down.setHost("127.0.0.1");
        down.setPort(1);
        letters.mail(down, new TestClock()).deliver();
        assertThat(failure(address)).isNotBlank();
        assertThat(TestMail.to(address)).isEmpty();

        jdbc.sql("update notice.mail set next_try = at where recipient = ?")
                .param(address)
                .update();
        post.deliver();
        assertThat(TestMail.to(address)).hasSize(1);
        officer.run(() -> addresses.change(as.id(OFFICER), ""));
    }

    @Test
    void withoutAMailServerNoLetterIsWritten() {
        String address = "none-" + round.year() + "@xa.example.vn";
        officer.run(() -> addresses.change(as.id(OFFICER), address));
        letters.mail(null, new TestClock()).write(List.of(new MailQueue.ToUnit(commune, "a", "b", "/c")), FORM_ENTER);
        assertThat(jdbc.sql("select count(*) from notice.mail where recipient = ?")
                        .param(address)
                        .query(Integer.class)
                        .single())
                .isZero();
        officer.run(() -> addresses.change(as.id(OFFICER), ""));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String wrong : List.of("tan yen", "a@b", "a@b.vn, c@d.vn", "@x.vn")) {
            assertThatThrownBy(() -> officer.run(() -> addresses.change(as.id(OFFICER), wrong)))
                    .isInstanceOf(Rejected.class);
        }
        assertThatThrownBy(() -> officer.run(() -> addresses.change(as.id(REVIEWER), "a@b.vn")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anExtensionIsToldToEveryUnitWithItsReason() {
        planner.run(() -> changes.extend(round.id(), round.due().plusDays(5), "Mưa lũ kéo dài"));

        Notice newest = officer.get(() -> notices.page(1)).items().getFirst();
        assertThat(newest.text().vi())
                .contains(Numbers.date(round.due().plusDays(5)))
                .contains("Mưa lũ kéo dài");
        int other = units.idsBelow(province, Level.COMMUNE, LocalDate.of(2026, 1, 1)).stream()
                .filter(unit -> unit != commune)
                .findFirst()
                .orElseThrow();
        assertThat(Posts.at("REPORTER", other)
                        .get(() -> notices.page(1))
                        .items()
                        .getFirst()
                        .text())
                .isEqualTo(newest.text());
    }

    @Test
    void nobodySeesOrRemindsWhereTheAccountMayNot() {
        int elsewhere = units.byCode(Level.PROVINCE, "51", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        Somebody stranger = Posts.at("PLANNER", elsewhere);
        assertThatThrownBy(() -> stranger.run(() -> reminders.board(round.id(), asked(LateState.ALL))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> stranger.run(() -> reminders.remind(round.id(), province, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> officer.run(() -> reminders.remind(round.id(), province, commune)))
                .isInstanceOf(NotAllowed.class);
        planner.run(() -> reminders.remind(round.id(), province, commune));
        UUID notice = officer.get(() -> notices.page(1)).items().getFirst().id();
        assertThatThrownBy(() -> stranger.run(() -> notices.open(notice))).isInstanceOf(NotFound.class);
    }

    @Test
    void thePagesShowTheBellTheBoardAndRemindWithOneClick() throws Exception {
        assertThat(body("/coordination/rounds/" + round.id(), REVIEWER)).contains("Nhắc cả " + expected + " đơn vị");
        mvc.perform(post("/coordination/rounds/" + round.id() + "/remind")
                        .with(as.request(REVIEWER))
                        .param("unit", String.valueOf(province)))
                .andExpect(status().is3xxRedirection());

        assertThat(body("/coordination/rounds/" + round.id(), REVIEWER))
                .contains("Đã nhắc hôm nay")
                .contains("Chưa nhập")
                .doesNotContain("Nhắc cả");
        assertThat(body("/coordination", OFFICER))
                .contains("class=\"unread\"")
                .contains(Numbers.date(round.due()))
                .containsPattern("class=\"bell\"[^>]*aria-label=\"Thông báo, [1-9]");
    }

    private String body(String address, String who) throws Exception {
        return mvc.perform(get(address).with(as.request(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private LateView board(LateState state) {
        return planner.get(() -> reminders.board(round.id(), asked(state)));
    }

    private LateView.Asked asked(LateState state) {
        return new LateView.Asked(province, state, LateView.Column.UNIT, false, 1);
    }

    /** What the calendar does when the round is looked at now. */
    private void byCalendar() {
        reminders.byCalendar(rounds.stillOpen(round.id()).orElseThrow());
    }

    private void due(LocalDate day) {
        jdbc.sql("update round.round set due = ? where id = ?")
                .params(day, round.id())
                .update();
    }

    private int tries(String address) {
        return jdbc.sql("select tries from notice.mail where recipient = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    private int reminded() {
        return jdbc.sql("select count(*) from coordination.reminder where round = ?")
                .param(round.id())
                .query(Integer.class)
                .single();
    }

    private String failure(String address) {
        return jdbc.sql("select failure from notice.mail where recipient = ?")
                .param(address)
                .query(String.class)
                .single();
    }
}
