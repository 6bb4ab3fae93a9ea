package vn.toam.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what an upper plan gives to lower units and agencies. */
@Repository
class CascadeRepository {

    private final JdbcClient db;

    CascadeRepository(JdbcClient db) {
        this.db = db;
    }

    /** Elements of a plan that bind an agency of {@code unit}; only {@code agency} when one is named. */
    List<UUID> given(UUID plan, int unit, @Nullable Integer agency) {
        return db.sql("""
                        select s.element from duty.assignment s join duty.assignment_agency g on g.assignment = s.id
                        join agency.agency_v a on a.id = g.agency
                        where s.plan = :plan and a.unit = :unit and (cast(:agency as integer) is null or a.id = :agency)
                        group by s.element order by min(s.position)""")
                .param("plan", plan)
                .param("unit", unit)
                .param("agency", agency)
                .query(UUID.class)
                .list();
    }

    /** Agencies that a plan asks for a plan of their own, with true for those that have one below this plan. */
    List<Planner> planners(UUID plan) {
        return db.sql("""
                        select g.agency, bool_or(l.id is not null) as has from duty.assignment s
                        join duty.assignment_agency g on g.assignment = s.id join agency.agency_v a on a.id = g.agency
                        left join plan.plan_v l on l.upper = s.plan and l.status in ('ISSUED', 'ENDED')
                            and (l.lead_agency = g.agency or (a.kind = 'UBND' and l.unit = a.unit))
                        where s.plan = :plan and s.kind = 'OWN_PLAN' group by g.agency order by has, g.agency""")
                .param("plan", plan)
                .query((row, n) -> new Planner(row.getInt(1), row.getBoolean(2)))
                .list();
    }

    /** An agency that should have a plan of its own. */
    record Planner(int agency, boolean has) {}
}
