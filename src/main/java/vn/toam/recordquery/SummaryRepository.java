package vn.toam.recordquery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.Register;

/** Says what the registers of a place hold, all at once. */
@Repository
class SummaryRepository {

    private final JdbcClient jdbc;

    SummaryRepository(DataSource source) {
        this.jdbc = FreshPlanRepository.of(source);
    }

    /** What each register holds within a scope; registers without a record are left out. */
    Map<String, RegisterSummary> of(RecordPlaces.Scope scope, List<Register> registers, LocalDate today) {
        Map<String, Register> byId = new HashMap<>();
        registers.forEach(register -> byId.put(register.id(), register));
        Map<String, Long> overdue = overdue(scope, registers, today);
        Map<String, RegisterSummary> found = new HashMap<>();
        String sql = """
                select k.register, s.state, s.records, s.year, s.late
                from unnest(:registers::text[], :days::int[]) k(register, days)
                cross join lateral (select r.state, count(*) as records, count(*) filter (where r.on_day between :first and :last) as year,
                    count(*) filter (where r.files = 0 and r.on_day < :today::date - k.days) as late
                    from register.record_v r where r.province = :province and r.register = k.register and r.merged_into is null""" + units(scope) + " group by r.state) s";
        within(jdbc.sql(sql), scope)
                .param("registers", registers.stream().map(Register::id).toArray(String[]::new))
                .param("days", registers.stream().map(Register::evidence).toArray(Integer[]::new))
                .param("first", today.withDayOfYear(1))
                .param("last", today.withDayOfYear(1).plusYears(1).minusDays(1))
                .param("today", today)
                .query((row, n) -> {
                    Register register = java.util.Objects.requireNonNull(byId.get(row.getString("register")));
                    String state = row.getString("state");
                    boolean closed = register.states()
                            .state(state)
                            .filter(Lifecycle.State::closed)
                            .isPresent();
                    found.merge(
                            register.id(),
                            new RegisterSummary(
                                    register,
                                    closed ? 0 : row.getLong("records"),
                                    row.getLong("year"),
                                    register.proven().contains(state) ? row.getLong("late") : 0,
                                    overdue.getOrDefault(register.id(), 0L)),
                            RegisterSummary::with);
                    return n;
                })
                .list();
        return found;
    }

    private static String units(RecordPlaces.Scope scope) {
        return scope.units() == null ? "" : " and r.unit = any(:units)";
    }

    /** On how many records of each register something is due: looked for until there are more than anybody counts. */
    private Map<String, Long> overdue(RecordPlaces.Scope scope, List<Register> registers, LocalDate today) {
        Condition condition = new Condition();
        List<String> each = new ArrayList<>();
        for (Register register : registers) {
            String[] states = register.states().derived().stream()
                    .filter(derived -> derived.rule() == Lifecycle.Rule.PAST)
                    .flatMap(derived -> derived.from().stream())
                    .distinct()
                    .toArray(String[]::new);
            if (states.length > 0) {
                String id = condition.bind(register.id());
                each.add("select " + id
                        + "::text as register, count(*) as overdue from (select 1 from register.record_v r"
                        + " where r.province = :province and r.register = " + id + " and r.state = any("
                        + condition.bind(states) + ") and r.merged_into is null" + units(scope) + " and "
                        + ListCondition.overdue(condition, register, today) + " limit "
                        + (RegisterSummary.MOST_OVERDUE + 1) + ") due");
            }
        }
        Map<String, Long> found = new HashMap<>();
        if (!each.isEmpty()) {
            within(jdbc.sql(String.join(" union all ", each)), scope)
                    .params(condition.parameters())
                    .query((row, n) -> {
                        found.put(row.getString("register"), row.getLong("overdue"));
                        return n;
                    })
                    .list();
        }
        return found;
    }

    private static JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement, RecordPlaces.Scope scope) {
        statement.param("province", scope.province());
        return scope.units() == null
                ? statement
                : statement.param("units", scope.units().toArray(Integer[]::new));
    }
}
