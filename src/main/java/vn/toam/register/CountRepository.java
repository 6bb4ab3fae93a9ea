package vn.toam.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.RecordCount;
import vn.toam.catalog.RecordField;
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

    List<Figure> count(
            int province,
            Register register,
            RecordCount count,
            Collection<Integer> units,
            LocalDate first,
            LocalDate last) {
        Condition condition = window(register, count, first, last);
        boolean refers = refers(register, count);
        String what = what(register, count, condition);
        String figure = "coalesce(" + what + (count.proven() ? " filter (where r.files > 0)" : "") + ", 0)";
        String rest = refers ? "count(distinct t.id)" : "count(*)";
        String unproven = register.evidence() == null ? "0" : rest + " filter (where r.files = 0)";
        String unit = refers ? "t.unit" : "r.unit";
        String sql = "select " + unit + " as unit, " + figure + " as figure, " + unproven
                + " as unproven from register.record r"
                + joined(register, count, condition)
                + " where r.province = :province and r.register = :register and " + unit
                + " = any(:units) and r.merged_into is null"
                + condition.sql() + " group by " + unit;
        return jdbc.sql(sql)
                .param("province", province)
                .param("register", register.id())
                .param("units", units.toArray(Integer[]::new))
                .params(condition.parameters())
                .query((row, n) -> new Figure(row.getInt("unit"), row.getBigDecimal("figure"), row.getInt("unproven")))
                .list();
    }

    /** What is asked of the records: how many they or their rows are, what a number of theirs adds up to, how many things they name. */
    private static String what(Register register, RecordCount count, Condition condition) {
        if (count.through() != null) {
            condition.parameters().put("through", count.through());
            return refers(register, count) ? "count(distinct t.id)" : "count(distinct lower(r.data ->> :through))";
        }
        String number = count.field();
        if (number != null) {
            condition.parameters().put("number", number.substring(number.indexOf('.') + 1));
            return count.rows() == null
                    ? "sum((r.data ->> :number)::numeric)"
                    : "sum(" + condition.rows(register, count, "sum((counted ->> :number)::numeric)") + ")";
        }
        return count.rows() == null ? "count(*)" : "sum(" + condition.rows(register, count, "count(*)") + ")";
    }

    /** Records of another register are counted, for the units that keep them. */
    private static boolean refers(Register register, RecordCount count) {
        return count.through() != null
                && register.field(count.through()).orElseThrow().type() == RecordField.Type.REFERENCE;
    }

    private String joined(Register register, RecordCount count, Condition condition) {
        if (!refers(register, count)) {
            return "";
        }
        String through = java.util.Objects.requireNonNull(count.through());
        String target = java.util.Objects.requireNonNull(
                register.field(through).orElseThrow().register());
        condition.and("l.field = :through and t.register = :target and t.merged_into is null", "target", target);
        condition.where(catalog.get(Register.class, target), "t", count.whose());
        return " join register.link l on l.province = r.province and l.record = r.id"
                + " join register.record t on t.province = l.province and t.id = l.target";
    }

    /** What a count counts in a window, as a condition on the records themselves. */
    static Condition window(Register register, RecordCount count, LocalDate first, LocalDate last) {
        return window(new Condition(), register, count, first, last);
    }

    static Condition window(Condition empty, Register register, RecordCount count, LocalDate first, LocalDate last) {
        Condition condition = empty.counted(register, count, last);
        List<String> states = count.states().isEmpty()
                ? register.states().states().stream()
                        .filter(state -> !state.closed())
                        .map(Lifecycle.State::id)
                        .toList()
                : count.states();
        if (count.of() == RecordCount.Of.STOCK) {
            return condition.and("""
                    exists (select 1 from register.span s where s.province = r.province and s.record = r.id and s.state = any(:states)
                        and s.first <= :last and (s.until is null or s.until > :last))""", "states", states.toArray(String[]::new), "last", last);
        }
        condition.and("r.on_day between :first and :last", "first", first, "last", last);
        return count.states().isEmpty()
                ? condition
                : condition.and("r.state = any(:states)", "states", states.toArray(String[]::new));
    }
}
