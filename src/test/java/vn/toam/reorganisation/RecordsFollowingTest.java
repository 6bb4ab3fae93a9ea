package vn.toam.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.SecondServer;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Accounts that follow in parts, really committed; every reorganisation is undone in the end. */
class RecordsFollowingTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);
    private static final int PART = 2;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private RecordsFollowing following;

    @Autowired
    private UnitService units;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private TestGround grounds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private List<Unit> communes;
    private List<UUID> accounts;
    private String before;

    /** What moves with the two communes besides the accounts of a test: their villages, returns that other tests opened. */
    private int others;

    @BeforeEach
    void aCommuneWithItsNeighbour() {
        following.limit(PART);
        communes =
                units.communesBelow(grounds.take().province(), ON.minusDays(1)).subList(0, 2);
        accounts = new ArrayList<>();
        following.limit(100_000);
        UUID alone = merged(0);
        others = progress(alone).estimate();
        ADMIN.run(() -> takenBack(reorganisations.find(alone)));
        following.limit(PART);
    }

    @AfterEach
    void everythingIsAsBefore() {
        ADMIN.run(() -> reorganisations.list(Reorganisation.Column.MADE, true, 1).items().stream()
                .filter(one -> one.name().startsWith("Thử từng phần"))
                .forEach(this::takenBack));
        accounts.forEach(account -> jdbc.sql("delete from access.account where id = ?")
                .param(account)
                .update());
        following.limit(500);
    }

    private void takenBack(Reorganisation one) {
        if (one.status() == Status.DRAFT) {
            reorganisations.discard(one.id());
        } else if (one.status() != Status.UNDONE) {
            following.run();
            reorganisations.undo(one.id(), "Hết phép thử");
            following.run();
            assertThat(reorganisations.find(one.id()).status()).isEqualTo(Status.UNDONE);
            assertThat(places()).isEqualTo(before);
        }
    }

    @Test
    void whatFitsIntoOnePartHasFollowedWhenTheRequestAnswers() {
        following.limit(others + PART);
        UUID id = merged(PART);

        assertThat(reorganisations(id).following()).isFalse();
        assertThat(progress(id).done()).isEqualTo(progress(id).estimate()).isEqualTo(others + PART);
        assertThat(followed()).isEqualTo(PART);
        assertThat(following.part(clock.instant())).as("nothing is left").isFalse();
    }

    @Test
    void oneMoreFollowsInPartsAndIsSaidToBeOnItsWay() throws Exception {
        following.limit(others + PART);
        UUID id = merged(PART + 1);

        assertThat(units.byCode(Level.COMMUNE, "92101", ON))
                .as("units change at once")
                .isPresent();
        assertThat(reorganisations(id).following()).isTrue();
        assertThat(followed()).isZero();
        said("/units", Matchers.containsString("Đang chuyển theo sắp xếp đơn vị"));
        said("/units/reorganisations/" + id, Matchers.containsString("Đang chuyển: 0 trong " + (others + PART + 1)));

        following.limit(PART);
        for (int moved = 0; followed() < PART + 1; moved++) {
            assertThat(moved).as("parts").isLessThan(10 + others);
            assertThat(following.part(clock.instant())).isTrue();
            assertThat(progress(id).done()).isBetween(followed(), others + followed());
        }
        following.run();

        assertThat(reorganisations(id).following()).isFalse();
        assertThat(progress(id).done())
                .as("as many as were estimated")
                .isEqualTo(progress(id).estimate());
        said("/units/reorganisations/" + id, Matchers.not(Matchers.containsString("Đang chuyển:")));
    }

    @Test
    void anotherServerGoesOnWhereOneWasKilledBetweenTwoParts() {
        UUID id = merged(2 * PART + 1);
        untilFollowed(PART);

        SecondServer.bean(RecordsFollowing.class).run();

        assertThat(followed()).isEqualTo(2 * PART + 1);
        assertThat(progress(id).done()).isEqualTo(others + 2 * PART + 1);
        assertThat(movedRows(id)).as("each once").isEqualTo(2 * PART + 1);
        following.run();
        assertThat(movedRows(id)).as("doing it again does nothing").isEqualTo(2 * PART + 1);
    }

    @Test
    void twoServersAtOnceMoveEachRecordOnce() throws Exception {
        UUID id = merged(6 * PART);
        Callable<Boolean> here = () -> {
            following.run();
            return true;
        };
        Callable<Boolean> there = () -> {
            SecondServer.bean(RecordsFollowing.class).run();
            return true;
        };
        SecondServer.together(List.of(here, there, here, there));

        assertThat(followed()).isEqualTo(6 * PART);
        assertThat(progress(id).done()).isEqualTo(others + 6 * PART);
        assertThat(movedRows(id)).isEqualTo(6 * PART);
    }

    @Test
    void whatFollowedInPartGoesBackInPartsAndTheUnitsWithTheLast() {
        UUID id = merged(4 * PART);
        untilFollowed(2 * PART);

        ADMIN.run(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"));

        assertThat(reorganisations(id).status()).isEqualTo(Status.UNDOING);
        assertThat(units.byCode(Level.COMMUNE, "92101", ON)).isPresent();
        following.part(clock.instant());
        assertThat(followed()).isBetween(0, 2 * PART - 1);
        following.run();

        assertThat(reorganisations(id).status()).isEqualTo(Status.UNDONE);
        assertThat(reorganisations(id).reason()).isEqualTo("Nghị quyết bị thu hồi");
        assertThat(units.byCode(Level.COMMUNE, "92101", ON)).isEmpty();
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void undoingIsGivenUpWhenTheNewUnitIsUsedMeanwhileAndEverythingFollowsAgain() {
        UUID id = merged(3 * PART);
        following.run();
        ADMIN.run(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"));
        int made = units.byCode(Level.COMMUNE, "92101", ON).orElseThrow().id();
        UUID late = account(made);

        following.run();

        assertThat(reorganisations(id).status()).isEqualTo(Status.CONFIRMED);
        assertThat(reorganisations(id).undoStoppedAt()).isNotNull();
        assertThat(reorganisations(id).following()).isFalse();
        assertThat(followed()).as("with the one made at the new unit").isEqualTo(3 * PART + 1);
        jdbc.sql("delete from access.account where id = ?").param(late).update();
        accounts.remove(late);
    }

    @Test
    void anotherReorganisationWaitsUntilTheRecordsOfTheLastOneHaveFollowed() {
        merged(PART + 1);
        Unit other = units.communesBelow(communes.getFirst().parent(), ON).getLast();
        UUID next = ADMIN.get(() -> reorganisations.save(
                null,
                "Thử từng phần, lần hai",
                ON,
                "999/NQ",
                null,
                List.of(new Line(1, other.code(), "92102", "Xã Thử Hai", "", "", "", "", "", ""))));

        assertThatThrownBy(() -> ADMIN.get(() -> reorganisations.confirm(next)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::key)
                                .containsExactly("reorganisation.problem.following"));
        following.run();
    }

    private UUID merged(int records) {
        IntStream.range(0, records)
                .forEach(number -> account(communes.get(number % 2).id()));
        before = places();
        UUID id = ADMIN.get(() -> reorganisations.save(
                null,
                "Thử từng phần",
                ON,
                "999/NQ-UBTVQH16",
                null,
                List.of(line(1, communes.get(0), "Xã Thử Từng Phần"), line(2, communes.get(1), ""))));
        ADMIN.run(() -> reorganisations.confirm(id));
        return id;
    }

    private static Line line(int row, Unit old, String name) {
        return new Line(row, old.code(), "92101", name, "", "", "", "", "", "");
    }

    private UUID account(int unit) {
        int agency = agencies.peoplesCommittee(unit, ON).id();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into access.account (id, username, name_vi, unit, agency, password, created_at)
                        values (?, ?, 'Cán bộ thử', ?, ?, '', now())
                        """)
                .params(id, "phan." + id.toString().substring(0, 8), unit, agency)
                .update();
        jdbc.sql("insert into access.role_held (account, role, unit, agency) values (?, 'REPORTER', ?, ?)")
                .params(id, unit, agency)
                .update();
        accounts.add(id);
        return id;
    }

    private void untilFollowed(int records) {
        while (followed() < records) {
            assertThat(following.part(clock.instant())).isTrue();
        }
        assertThat(followed()).isEqualTo(records);
    }

    /** Accounts of the test that stand with all they hold at the new unit. */
    private int followed() {
        return jdbc.sql("""
                        select count(*) from access.account a join access.role_held h on h.account = a.id and h.unit = a.unit and h.agency = a.agency
                        join unit.unit_name n on n.unit = a.unit and n.code = '92101' where a.id = any(?)
                        """)
                .param(accounts.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private int movedRows(UUID id) {
        return jdbc.sql("select count(*) from access.moved where reorganisation = ? and role = ''")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Where the accounts of the test are and what they hold. */
    private String places() {
        return jdbc.sql("""
                        select coalesce(string_agg(concat_ws(' ', a.id, a.unit, a.agency, h.role, h.unit, h.agency), ',' order by a.id), '')
                        from access.account a left join access.role_held h on h.account = a.id where a.id = any(?)
                        """)
                .param(accounts.toArray(UUID[]::new))
                .query(String.class)
                .single();
    }

    private Reorganisation reorganisations(UUID id) {
        return ADMIN.get(() -> reorganisations.find(id));
    }

    private FollowingProgress progress(UUID id) {
        return ADMIN.get(() -> reorganisations.progress(id));
    }

    private void said(String path, org.hamcrest.Matcher<String> what) throws Exception {
        mvc.perform(get(path).with(as.request("admin"))).andExpect(content().string(what));
    }
}
