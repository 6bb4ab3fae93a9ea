package vn.toam.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.Register;

/** Says what the registers of a place hold, all at once. */
@Repository
class SummaryRepository {

    private final JdbcClient jdbc;

    SummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days within which a file has to lie with a record, as SQL; the registers are bound as {@code register0} … */
    private static String evidence(List<Register> registers) {
        StringBuilder evidence = new StringBuilder("case r.register");
        for (int at = 0; at < registers.size(); at++) {
            Integer days = registers.get(at).evidence();
            if (days != null) {
                evidence.append(" when :register").append(at).append(" then ").append(days.intValue());
            }
        }
        return registers.stream().allMatch(register -> register.evidence() == null) ? "null::int" : evidence + " end";
    }

    /** What each register holds within a scope; registers without a record are left out. */
    Map<String, RegisterSummary> of(RecordPlaces.Scope scope, List<Register> registers, LocalDate today) {
        List<String> closed = new ArrayList<>();
        List<String> proven = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        Map<String, Register> byId = new HashMap<>();
        for (Register register : registers) {
            parameters.put("register" + byId.size(), register.id());
            byId.put(register.id(), register);
            register.proven().forEach(state -> proven.add(register.id() + "." + state));
            register.states().states().stream()
                    .filter(Lifecycle.State::closed)
                    .forEach(state -> closed.add(register.id() + "." + state.id()));
        }
        Map<String, Long> overdue = overdue(scope, registers, today);
        Map<String, RegisterSummary> found = new HashMap<>();
        within(jdbc.sql(summing(evidence(registers), scope)), scope)
                .param("registers", byId.keySet().toArray(String[]::new))
                .param("closed", closed.toArray(String[]::new))
                .param("proven", proven.toArray(String[]::new))
                .param("first", today.withDayOfYear(1))
                .param("last", today.withDayOfYear(1).plusYears(1).minusDays(1))
                .param("today", today)
                .params(parameters)
                .query((row, n) -> new RegisterSummary(
                        java.util.Objects.requireNonNull(byId.get(row.getString("register"))),
                        row.getLong("open"),
                        row.getLong("year"),
                        row.getLong("unproven"),
                        overdue.getOrDefault(row.getString("register"), 0L)))
                .list()
                .forEach(each -> found.put(each.register().id(), each));
        return found;
    }

    private static String summing(String days, RecordPlaces.Scope scope) {
        return "select r.register, count(*) filter (where not (r.register || '.' || r.state) = any(:closed)) as open,"
                + " count(*) filter (where r.on_day between :first and :last) as year,"
                + " count(*) filter (where r.files = 0 and (r.register || '.' || r.state) = any(:proven)"
                + " and r.on_day + " + days + " < :today::date) as unproven"
                + " from register.record r where r.province = :province and r.register = any(:registers) and r.merged_into is null"
                + (scope.units() == null ? "" : " and r.unit = any(:units)") + " group by r.register";
    }

    /** On how many records of each register something is due. */
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
                each.add("select r.register, count(*) as overdue from register.record r where r.province = :province and r.register = "
                        + condition.bind(register.id()) + " and r.state = any(" + condition.bind(states)
                        + ") and r.merged_into is null"
                        + (scope.units() == null ? "" : " and r.unit = any(:units)")
                        + " and " + ListCondition.overdue(condition, register, today) + " group by r.register");
            }
        }
        Map<String, Long> found = new HashMap<>();
        if (!each.isEmpty()) {
            within(jdbc.sql(String.join(" union all ", each)), scope)
                    .params(condition.parameters())
                    .query((row, n) -> found.put(row.getString("register"), row.getLong("overdue")))
                    .list();
        }
        return found;
    }

    private static JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement, RecordPlaces.Scope scope) {
        statement.param("province", scope.province());
        return scope.units() == null ? statement : statement.param("units", scope.units().toArray(Integer[]::new));
    }
}
