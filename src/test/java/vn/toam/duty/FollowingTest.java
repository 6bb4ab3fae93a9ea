package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.ReorganisationService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.UnitService;

/** Duties and accounts follow a commune of Cao Bằng that is merged, and come back when that is undone. */
@Transactional
class FollowingTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private UnitService units;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOpenDutyPassesToTheCommitteeThatFollowsAndComesBack() {
        List<Unit> communes = communes();
        int old = agencies.peoplesCommittee(communes.getFirst().id(), ON).id();
        UUID duty = dutyOf(old);
        UUID id = merge(communes);
        assertThat(ADMIN.get(() -> reorganisations.confirm(id)))
                .extracting(Moved::what)
                .extracting(text -> text.vi())
                .contains("1 việc sang cơ quan kế thừa");
        int heir = agencies.peoplesCommittee(made(), ON).id();
        assertThat(count("select count(*) from duty.duty where origin = ? and agency = ?", duty, heir))
                .isEqualTo(1);
        assertThat(count("select count(*) from duty.duty where id = ? and passed_at is null", duty))
                .isZero();

        ADMIN.run(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"));

        assertThat(count("select count(*) from duty.duty where id = ? and agency = ? and passed_at is null", duty, old))
                .isEqualTo(1);
        assertThat(count("select count(*) from duty.duty where origin = ?", duty))
                .isZero();
    }

    @Test
    void aDutyReportedOnSinceKeepsTheReorganisationFromBeingUndone() {
        List<Unit> communes = communes();
        UUID duty =
                dutyOf(agencies.peoplesCommittee(communes.getFirst().id(), ON).id());
        UUID id = merge(communes);
        ADMIN.run(() -> reorganisations.confirm(id));
        jdbc.sql("update duty.duty set version = version + 1 where origin = ?")
                .param(duty)
                .update();

        assertThat(ADMIN.get(() -> reorganisations.obstacles(id)))
                .extracting(text -> text.vi())
                .anyMatch(text -> text.contains("tiến độ"));
    }

    @Test
    void anAccountMovesWithItsRoleAndComesBack() {
        List<Unit> communes = communes();
        int unit = communes.getFirst().id();
        int old = agencies.peoplesCommittee(unit, ON).id();
        UUID account = jdbc.sql("""
                        insert into access.account (username, name_vi, unit, agency, password, created_at)
                        values ('thu.sap.xep', 'Cán bộ thử', ?, ?, '', now()) returning id
                        """).params(unit, old).query(UUID.class).single();
        jdbc.sql("insert into access.role_held (account, role, unit, agency) values (?, 'REPORTER', ?, ?)")
                .params(account, unit, old)
                .update();
        UUID id = merge(communes);
        ADMIN.run(() -> reorganisations.confirm(id));
        String held = "select count(*) from access.account a join access.role_held h on h.account = a.id"
                + " and h.unit = a.unit and h.agency = a.agency where a.id = ? and a.unit = ?";
        assertThat(count(held, account, made())).isEqualTo(1);

        ADMIN.run(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"));

        assertThat(count(held, account, unit)).isEqualTo(1);
        assertThat(count("select count(*) from access.role_held where account = ?", account))
                .isEqualTo(1);
    }

    /** Some open duty of a plan in force, given to another agency. */
    private UUID dutyOf(int agency) {
        return jdbc.sql("""
                        update duty.duty set agency = ?, due = date '2026-12-31'
                        where id = (select id from duty.duty where passed_at is null and status <> 'DONE' and year = 2026
                            order by id limit 1) returning id
                        """).param(agency).query(UUID.class).single();
    }

    private UUID merge(List<Unit> communes) {
        return ADMIN.get(() -> reorganisations.save(
                null,
                "Thử chuyển theo",
                ON,
                "999/NQ-UBTVQH16",
                null,
                List.of(line(1, communes.get(0), "Xã Thử Theo"), line(2, communes.get(1), ""))));
    }

    private static Line line(int row, Unit old, String name) {
        return new Line(row, old.code(), "92001", name, "", "", "", "", "", "");
    }

    private List<Unit> communes() {
        int province = units.byCode(Level.PROVINCE, "04", ON).orElseThrow().id();
        return units.communesBelow(province, ON.minusDays(1));
    }

    private int made() {
        return units.byCode(Level.COMMUNE, "92001", ON).orElseThrow().id();
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }
}
