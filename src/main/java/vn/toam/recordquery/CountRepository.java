package vn.toam.recordquery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;

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

    CountRepository(DataSource source, Catalog catalog) {
        this.jdbc = FreshPlanRepository.of(source);
        this.catalog = catalog;
    }

    /** Those of the units that keep a register at all, by register: where nothing was ever entered, nothing is known. */
    Map<String, Set<Integer>> keeping(int province, Collection<String> registers, Collection<Integer> units) {
        Map<String, Set<Integer>> keeping = new HashMap<>();
        jdbc.sql("""
                select k.register, u.unit from unnest(:registers::text[]) k(register) cross join unnest(:units::int[]) u(unit)
                cross join lateral (select 1 from register.record_v r
                    where r.province = :province and r.register = k.register and r.unit = u.unit and r.merged_into is null limit 1) one
                """)
                .param("registers", registers.toArray(String[]::new))
                .param("units", units.toArray(Integer[]::new))
                .param("province", province)
                .query((row, n) -> keeping.computeIfAbsent(row.getString("register"), any -> new HashSet<>())
                        .add(row.getInt("unit")))
                .list();
        return keeping;
    }

    /**
     * Counts of one register for many units: one statement for all that count its own records, one more for each that counts those of another.
     *
     * @return in the order of {@code counts}; a unit without records may be left out
     */
    List<List<Figure>> count(
            int province,
            Register register,
            List<RecordCount> counts,
            Collection<Integer> units,
            LocalDate first,
            LocalDate last) {
        List<Part> parts = new ArrayList<>();
        for (RecordCount count : counts) {
            parts.add(part(register, count, new Condition("n" + parts.size() + "_"), first, last));
        }
        Map<Part, List<Figure>> found = new IdentityHashMap<>();
        parts.stream()
                .collect(Collectors.groupingBy(Part::joined))
                .forEach((joined, alike) -> (joined.isEmpty()
                                ? List.of(alike)
                                : alike.stream().map(List::of).toList())
                        .forEach(together ->
                                found.putAll(count(province, register, together, units, first, last, joined))));
        return parts.stream()
                .map(part -> Objects.requireNonNull(found.get(part)))
                .toList();
    }

    private Map<Part, List<Figure>> count(
            int province,
            Register register,
            List<Part> parts,
            Collection<Integer> units,
            LocalDate first,
            LocalDate last,
            String joined) {
        String unit = joined.isEmpty() ? "r.unit" : "t.unit";
        StringBuilder figures = new StringBuilder();
        Map<Part, List<Figure>> found = new IdentityHashMap<>();
        for (Part part : parts) {
            figures.append(", ")
                    .append(part.figure(parts.size() == 1))
                    .append(", ")
                    .append(part.unproven(parts.size() == 1));
            found.put(part, new ArrayList<>());
        }
        boolean happening = parts.stream().noneMatch(part -> part.of() == RecordCount.Of.STOCK);
        JdbcClient.StatementSpec statement = jdbc.sql("select " + unit + figures + " from register.record_v r" + joined
                        + " where r.province = :province and r.register = :register and " + unit
                        + " = any(:units) and r.merged_into is null"
                        + (happening ? " and r.on_day between :first and :last" : "")
                        + (parts.size() == 1 ? " and " + parts.getFirst().holds() : "") + " group by " + unit)
                .param("province", province)
                .param("register", register.id())
                .param("units", units.toArray(Integer[]::new))
                .param("first", first)
                .param("last", last);
        parts.forEach(part -> statement.params(part.parameters()));
        statement
                .query((row, n) -> {
                    for (int at = 0; at < parts.size(); at++) {
                        Objects.requireNonNull(found.get(parts.get(at)))
                                .add(new Figure(row.getInt(1), row.getBigDecimal(2 + 2 * at), row.getInt(3 + 2 * at)));
                    }
                    return n;
                })
                .list();
        return found;
    }

    /**
     * One figure of a statement.
     *
     * @param what is asked of the records, {@code each} how many things are counted
     * @param holds what is true of a record that is counted
     * @param joined other records that are counted in its place; blank: none
     * @param proven only those with a file are counted
     * @param asks a file is asked for at all
     */
    private record Part(
            RecordCount.Of of,
            String what,
            String each,
            String holds,
            String joined,
            boolean proven,
            boolean asks,
            Map<String, Object> parameters) {

        /** @param alone the statement counts nothing else, so that it reads no other records */
        String figure(boolean alone) {
            return "coalesce(" + what + " filter (where " + (alone ? "true" : holds)
                    + (proven ? " and r.files > 0" : "") + "), 0)";
        }

        String unproven(boolean alone) {
            return asks ? each + " filter (where " + (alone ? "true" : holds) + " and r.files = 0)" : "0";
        }
    }

    private Part part(Register register, RecordCount count, Condition condition, LocalDate first, LocalDate last) {
        window(condition, register, count, first, last);
        String joined = joined(register, count, condition);
        String what = what(register, count, condition);
        return new Part(
                count.of(),
                what,
                refers(register, count) ? "count(distinct t.id)" : "count(*)",
                "(true" + condition.sql() + ")",
                joined,
                count.proven(),
                register.evidence() != null,
                condition.parameters());
    }

    /** What is asked of the records: how many they or their rows are, what a number of theirs adds up to, how many things they name. */
    private static String what(Register register, RecordCount count, Condition condition) {
        if (count.through() != null) {
            return refers(register, count)
                    ? "count(distinct t.id)"
                    : "count(distinct lower(r.data ->> " + condition.bind(count.through()) + "))";
        }
        String number = count.field();
        if (number != null) {
            String named = condition.bind(number.substring(number.indexOf('.') + 1));
            return count.rows() == null
                    ? "sum((r.data ->> " + named + ")::numeric)"
                    : "sum(" + condition.rows(register, count, "sum((counted ->> " + named + ")::numeric)") + ")";
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
        condition.and("l.field = " + condition.bind(through) + " and t.register = " + condition.bind(target)
                + " and t.merged_into is null");
        condition.where(catalog.get(Register.class, target), "t", count.whose());
        return " join register.link_v l on l.province = r.province and l.record = r.id"
                + " join register.record_v t on t.province = l.province and t.id = l.target";
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
            String day = condition.bind(last);
            return condition.and(
                    "exists (select 1 from register.span_v s where s.province = :province and s.record = r.id"
                            + " and s.register = " + condition.bind(register.id()) + " and s.state = any("
                            + condition.bind(states.toArray(String[]::new)) + ") and s.first <= " + day
                            + " and (s.until is null or s.until > " + day + "))");
        }
        condition.and("r.on_day between " + condition.bind(first) + " and " + condition.bind(last));
        return count.states().isEmpty()
                ? condition
                : condition.and("r.state = any(" + condition.bind(states.toArray(String[]::new)) + ")");
    }
}
