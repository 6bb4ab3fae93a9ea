package vn.toam.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.TestGround.Ground;

/** Whom a notice reaches, and what stays unread. */
@Transactional
class NoticesTest extends ToamTest {

    /** Later than what anybody else of the run is told, so that the newest notice is the one told here. */
    private static final Instant NOW = Instant.parse("2199-11-30T01:00:00Z");

    @Autowired
    private NoticeRepository notices;

    @Autowired
    private Access access;

    @Autowired
    private TestGround grounds;

    private Ground ground;
    private int unit;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        unit = ground.communes().getLast();
    }

    @Test
    void aNoticeReachesThoseOfTheUnitWhoMayDoWhatItIsAbout() {
        Me reporter = me(Posts.at("REPORTER", unit));
        Me leader = me(Posts.at("LEADER", unit));
        Me elsewhere = me(Posts.at("REPORTER", ground.communes().getFirst()));
        int before = notices.unread(reporter);
        int others = notices.unread(leader);
        int there = notices.unread(elsewhere);

        tell(null, FORM_ENTER, null, NOW);

        assertThat(notices.unread(reporter)).isEqualTo(before + 1);
        assertThat(notices.unread(leader)).isEqualTo(others);
        assertThat(notices.unread(elsewhere)).isEqualTo(there);
    }

    @Test
    void aNoticeForAnAgencyReachesItsPeopleAlone() {
        Me own = me(Posts.at("REPORTER", unit, 101));
        Me beside = me(Posts.at("REPORTER", unit, 102));
        int before = notices.unread(own);
        int others = notices.unread(beside);

        tell(101, UNIT_READ, null, NOW);

        assertThat(notices.unread(own)).isEqualTo(before + 1);
        assertThat(notices.unread(beside)).isEqualTo(others);
        UUID id = notices.page(own, 1).items().getFirst().id();
        assertThat(notices.find(own, id)).isPresent();
        assertThat(notices.find(beside, id)).isEmpty();
    }

    @Test
    void whoeverDidItIsNotTold() {
        Me author = me(Posts.at("REPORTER", unit));
        Me other = me(Posts.at("CHECKER", unit));
        int before = notices.unread(author);
        int others = notices.unread(other);

        tell(null, UNIT_READ, author.account(), NOW);

        assertThat(notices.unread(author)).isEqualTo(before);
        assertThat(notices.unread(other)).isEqualTo(others + 1);
    }

    @Test
    void readingOneLeavesTheOthersAndWhatColleaguesHaveNotRead() {
        Me one = me(Posts.at("REPORTER", unit));
        Me colleague = me(Posts.at("CHECKER", unit));
        notices.read(one, null, NOW);
        notices.read(colleague, null, NOW);
        tell(null, UNIT_READ, null, NOW);
        tell(null, UNIT_READ, null, NOW.plusSeconds(1));
        Notice newest = notices.page(one, 1).items().getFirst();
        assertThat(newest.at()).isEqualTo(NOW.plusSeconds(1));
        assertThat(newest.read()).isFalse();

        notices.read(one, newest.id(), NOW);

        assertThat(notices.unread(one)).isEqualTo(1);
        assertThat(notices.unread(colleague)).isEqualTo(2);
        assertThat(notices.find(one, newest.id()).orElseThrow().read()).isTrue();
        assertThat(notices.find(colleague, newest.id()).orElseThrow().read()).isFalse();
        notices.read(one, null, NOW);
        assertThat(notices.unread(one)).isZero();
    }

    @Test
    void thirtyStandOnAPageAndTheLastPageIsTheLast() {
        Me reader = me(Posts.at("REPORTER", unit, 103));
        int before = notices.page(reader, 1).total();
        for (int i = before; i < 31; i++) {
            tell(103, UNIT_READ, null, NOW.plusSeconds(i));
        }

        assertThat(notices.page(reader, 1).items()).hasSize(30);
        assertThat(notices.page(reader, 2).items()).hasSize(1);
        assertThat(notices.page(reader, 99).number()).isEqualTo(2);
        assertThat(notices.page(reader, 0).number()).isEqualTo(1);
    }

    private void tell(@Nullable Integer agency, Permission permission, @Nullable UUID author, Instant at) {
        Text text = Text.of("Việc mới");
        notices.tell(
                new Notifier.Message(unit, agency, permission, text, text, text, "/plans/tasks", author, false), at);
    }

    private Me me(Somebody somebody) {
        return somebody.get(access::me);
    }
}
