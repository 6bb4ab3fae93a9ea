package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.assignment.Duty;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;

/**
 * Who may urge an agency on a duty of a plan: those who follow the plan. A leader follows the plans of the own unit and, as the level above
 * does, of every unit below; never those of a unit beside or above.
 */
@Transactional
class UrgingReachTest extends ToamTest {

    /** Huyện Tân Yên with its plan, another district beside it, the commune Cao Thượng below, the province above. */
    private static final int DISTRICT = 10216;

    private static final int BESIDE = 10213;
    private static final int COMMUNE = 107339;
    private static final int PROVINCE = 1024;

    @Autowired
    private Urging urging;

    @Autowired
    private DutyRepository duties;

    @Autowired
    private JdbcClient jdbc;

    private Duty duty;

    @BeforeEach
    void aDutyThatAnotherAgencyOwes() {
        UUID id = jdbc.sql("""
                        select d.id from duty.duty d join plan.plan p on p.id = d.plan
                        join duty.assignment s on s.id = d.assignment
                        join agency.agency a on a.id = d.agency
                        where p.unit = ? and a.unit <> p.unit and s.role <> 'REQUESTED' and d.passed_at is null
                        order by d.id limit 1""").param(DISTRICT).query(UUID.class).single();
        jdbc.sql("update duty.duty set stage = 'NEW', status = 'NOT_STARTED', submitted_on = null where id = ?")
                .param(id)
                .update();
        duty = duties.find(id).orElseThrow();
    }

    @Test
    void aLeaderUrgesOnPlansOfTheOwnUnitAndOfUnitsBelow() {
        assertThat(mayUrge("LEADER", DISTRICT)).isTrue();
        assertThat(mayUrge("LEADER", PROVINCE)).isTrue();

        Posts.at("LEADER", PROVINCE).run(() -> urging.urge(duty.id(), "Đề nghị báo cáo"));

        assertThat(duties.find(duty.id()).orElseThrow().urges()).isEqualTo(duty.urges() + 1);
    }

    @Test
    void aLeaderBesideOrBelowDoesNot() {
        assertThat(mayUrge("LEADER", BESIDE)).isFalse();
        assertThat(mayUrge("LEADER", COMMUNE)).isFalse();
        Somebody beside = Posts.at("LEADER", BESIDE);
        assertThatThrownBy(() -> beside.run(() -> urging.urge(duty.id(), ""))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoOnlyOwesOrEntersUrgesNobody() {
        for (String role : new String[] {"ADMIN", "MEMBER", "REPORTER", "CHECKER"}) {
            assertThat(mayUrge(role, DISTRICT)).as(role).isFalse();
            assertThat(mayUrge(role, PROVINCE)).as(role).isFalse();
        }
    }

    private boolean mayUrge(String role, int unit) {
        return Boolean.TRUE.equals(Posts.at(role, unit).get(() -> urging.mayUrge(duty)));
    }
}
