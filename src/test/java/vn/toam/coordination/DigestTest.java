package vn.toam.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.notice.Absences;
import vn.toam.notice.Contacts;
import vn.toam.notice.TestNotices;
import vn.toam.notice.Notifier;
import vn.toam.notice.MailQueue;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.shared.Words;

/** Letters of one week in March 2026: the officer of a commune is away, a colleague acts instead. */
@Transactional
class DigestTest extends ToamTest {

    private static final String OFFICER = "officer@example.org";
    private static final String DEPUTY = "deputy@example.org";

    @Autowired
    private TestNotices notices;

    @Autowired
    private Contacts contacts;

    @Autowired
    private DigestRepository digests;

    @Autowired
    private MailQueue post;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Words words;

    @Autowired
    private Access access;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    private int unit;
    private int agency;
    private UUID officer;
    private UUID deputy;

    @BeforeEach
    void twoOfficersOfOneDivision() {
        unit = as.role("reporter.tanyen").get(() -> access.me().unit());
        agency = as.role("reporter.tanyen").get(() -> access.me().agency());
        officer = as.id("reporter.tanyen");
        jdbc.sql("update access.account set email = '' where email <> ''").update();
        jdbc.sql("update access.account set email = ? where id = ?")
                .params(OFFICER, officer)
                .update();
        deputy = jdbc.sql("""
                        insert into access.account (username, name_vi, unit, agency, password, created_at, email)
                        values ('lam.thay', 'Cán bộ làm thay', ?, ?, '', now(), ?) returning id""").params(unit, agency, DEPUTY).query(UUID.class).single();
        jdbc.sql("insert into access.role_held (account, role, unit, agency) values (?, 'REPORTER', ?, ?)")
                .params(deputy, unit, agency)
                .update();
        jdbc.sql("delete from notice.notice where unit = ?").param(unit).update();
        jdbc.sql("update duty.duty set stage = 'CANCELLED', status = 'NOT_STARTED' where agency = ?")
                .param(agency)
                .update();
    }

    @Test
    void whileAnOfficerIsAwayTheDeputyIsToldAndTheOfficerGetsOneSummary() {
        as.role("reporter.tanyen")
                .run(() -> notices.absences(at("2026-03-13", "09:00"))
                        .add(day("2026-03-16"), day("2026-03-20"), Absences.Kind.LEAVE, deputy));
        tell("2026-03-16", "Ba việc mới", false);
        tell("2026-03-17", "Yêu cầu làm lại", true);
        tell("2026-03-18", "Có trả lời", true);
        assertThat(to(DEPUTY)).as("what asks to act goes to the deputy at once").isEqualTo(2);
        assertThat(to(OFFICER)).isZero();

        assertThat(digest("2026-03-17")).isEqualTo(1);
        assertThat(digest("2026-03-17")).as("one a day").isZero();
        assertThat(digest("2026-03-18")).as("nothing new, no letter").isZero();
        assertThat(digest("2026-03-21")).as("Saturday").isZero();
        assertThat(to(OFFICER)).isZero();
        assertThat(digest("2026-03-23")).as("the summary").isEqualTo(1);
        assertThat(to(OFFICER)).isEqualTo(1);
        assertThat(to(DEPUTY)).isEqualTo(3);
        assertThat(digest("2026-03-24")).isZero();
    }

    @Test
    void noDigestOnCultureDayNorBeforeHalfPastSeven() {
        tell("2026-11-23", "Việc mới", false);
        assertThat(digest("2026-11-24")).isZero();
        assertThat(digests("2026-11-25", "07:29").send()).isZero();
        assertThat(digest("2026-11-25")).isEqualTo(2);
    }

    @Test
    void whatWasReadIsLeftOut() {
        tell("2026-03-16", "Việc mới", false);
        as.role("reporter.tanyen")
                .run(() -> notices.readAll(
                        access.me(), at("2026-03-16", "10:00").instant()));
        assertThat(digest("2026-03-17")).as("the colleague alone").isEqualTo(1);
        assertThat(to(DEPUTY)).isEqualTo(1);
    }

    @Test
    void aDeputyIsSomebodyOfTheSameAgencyWhoIsThere() {
        Absences then = notices.absences(at("2026-03-13", "09:00"));
        assertThatThrownBy(() -> as.role("reporter.tanyen")
                        .run(() -> then.add(
                                day("2026-03-16"), day("2026-03-20"), Absences.Kind.LEAVE, as.id("police.hp"))))
                .isInstanceOf(Rejected.class);
        notices.away(deputy, day("2026-03-18"), day("2026-03-19"), officer);
        assertThatThrownBy(() -> as.role("reporter.tanyen")
                        .run(() -> then.add(day("2026-03-16"), day("2026-03-20"), Absences.Kind.LEAVE, deputy)))
                .isInstanceOf(Rejected.class);
    }

    private void tell(String day, String what, boolean atOnce) {
        Text text = Text.of(what);
        notices.notifier(at(day, "09:00"))
                .tell(new Notifier.Message(
                        unit, agency, Permission.UNIT_READ, text, text, text, "/plans/tasks", null, atOnce));
    }

    private int digest(String day) {
        return digests(day, "07:30").send();
    }

    private Digests digests(String day, String time) {
        return new Digests(digests, contacts, post, catalog, words, at(day, time));
    }

    private int to(String address) {
        return jdbc.sql("select count(*) from notice.mail where recipient = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Clock at(String day, String time) {
        return Clock.fixed(
                day(day).atTime(LocalTime.parse(time)).atZone(Numbers.ZONE).toInstant(), Numbers.ZONE);
    }
}
