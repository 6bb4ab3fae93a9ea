package vn.toam.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.RecordCount;
import vn.toam.catalog.Register;

/** Counts the records of one province, by the unit that keeps them. */
@Repository
class CountRepository {

    /** What was counted for a unit. @param unproven how many of it no file proves */
    record Figure(int unit, BigDecimal figure, int unproven) {

        Figure plus(Figure other) {
            return new Figure(unit, figure.add(other.figure), unproven + other.unproven);
        }
    }

    private final JdbcClient jdbc;
    private final Catalog catalog;

    CountRepository(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** Those of the units that keep the register at all: where nothing was ever entered, nothing is known. */
    List<Integer> keeping(int province, String register, Collection<Integer> units) {
        return jdbc.sql("""
                select distinct r.unit from register.record r
                where r.province = ? and r.register = ? and r.unit = any(?) and r.merged_into is null
                """)
                .params(province, register, units.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
    }

    List<Figure> count(int province, Register register, RecordCount count, Collection<Integer> units, LocalDate first, LocalDate last) {
        Condition condition = window(register, count, first, last);
        boolean proves = register.evidence() != null;
        String unproven = proves ? "count(*) filter (where r.files = 0)" : "0";
        String figure = switch (count.of()) {
            case STOCK, FLOW -> count.proven() ? "count(*) filter (where r.files > 0)" : "count(*)";
            case SUM -> "coalesce(sum(" + number(count) + ")" + (count.proven() ? " filter (where r.files > 0)" : "") + ", 0)";
            case DISTINCT -> "count(distinct t.id)" + (count.proven() ? " filter (where r.files > 0)" : "");
        };
        String unit = count.of() == RecordCount.Of.DISTINCT ? "t.unit" : "r.unit";
        String sql = "select " + unit + " as unit, " + figure + " as figure, " + unproven + " as unproven from register.record r"
                + joined(register, count, condition)
                + " where r.province = :province and r.register = :register and " + unit + " = any(:units) and r.merged_into is null"
                + condition.sql() + " group by " + unit;
        return jdbc.sql(sql)
                .param("province", province)
                .param("register", register.id())
                .param("units", units.toArray(Integer[]::new))
                .params(condition.parameters())
                .params(count.field() == null ? Map.of() : Map.of("number", count.field().substring(count.field().indexOf('.') + 1)))
                .query((row, n) -> new Figure(row.getInt("unit"), row.getBigDecimal("figure"), row.getInt("unproven")))
                .list();
    }

    private static String number(RecordCount count) {
        return "(r.data ->> :number)::numeric";
    }

    private String joined(Register register, RecordCount count, Condition condition) {
        if (count.of() != RecordCount.Of.DISTINCT) {
            return "";
        }
        String target = java.util.Objects.requireNonNull(register.field(count.through()).orElseThrow().register());
        condition.and("l.field = :through and t.register = :target and t.merged_into is null", "through", count.through(), "target", target);
        condition.where(catalog.get(Register.class, target), "t", count.whose());
        return " join register.link l on l.province = r.province and l.record = r.id"
                + " join register.record t on t.province = l.province and t.id = l.target";
    }

    /** What a count counts in a window, as a condition on the records themselves. */
    static Condition window(Register register, RecordCount count, LocalDate first, LocalDate last) {
        Condition condition = new Condition().counted(register, count, last);
        List<String> states = count.states().isEmpty()
                ? register.states().states().stream().filter(state -> !state.closed()).map(Lifecycle.State::id).toList()
                : count.states();
        if (count.of() == RecordCount.Of.STOCK) {
            return condition.and("""
                    exists (select 1 from register.span s where s.province = r.province and s.record = r.id and s.state = any(:states)
                        and s.first <= :last and (s.until is null or s.until > :last))""", "states", states.toArray(String[]::new), "last", last);
        }
        condition.and("r.on_day between :first and :last", "first", first, "last", last);
        return count.states().isEmpty() ? condition : condition.and("r.state = any(:states)", "states", states.toArray(String[]::new));
    }
}
