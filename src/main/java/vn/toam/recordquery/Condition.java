package vn.toam.recordquery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;

/**
 * A condition on records {@code r} as SQL with its parameters, built from definitions: the same one counts and lists, so that a figure and the
 * list behind it cannot differ. Names of fields and codes are bound, never written into the statement, which binds {@code province}: a question within
 * a question is planned for the one part of a table that it is about.
 */
final class Condition {

    /** What {@code register.codes} takes from the values of a record. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String prefix;
    private int named;

    Condition() {
        this("c");
    }

    /** @param prefix of the names of its parameters: two conditions of one statement have two */
    Condition(String prefix) {
        this.prefix = prefix;
    }

    /** SQL that begins with "and", or nothing. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** @param sentence ends in what is true of a record; {@code parameters} are name, value, name, value … */
    Condition and(String sentence, Object... values) {
        sql.append(" and ").append(sentence);
        for (int at = 0; at < values.length; at += 2) {
            parameters.put((String) values[at], values[at + 1]);
        }
        return this;
    }

    /** What a count counts, but for its window and its states on a day. */
    Condition counted(Register register, RecordCount count, LocalDate last) {
        Map<String, List<String>> own = new HashMap<>(count.where());
        if (count.rows() != null) {
            own.keySet().removeIf(field -> field.startsWith(count.rows() + "."));
            and("exists " + rows(register, count, "1"));
        } else if (count.inTime() != null) {
            and(inTime("r.data", count.inTime()));
        }
        where(register, "r", own);
        for (String state : count.without()) {
            register.states().derived(state).ifPresent(derived -> and("not " + is(derived, last)));
        }
        if (!count.except().isEmpty()) {
            String name = name();
            and("r.state <> all(:" + name + ")", name, count.except().toArray(String[]::new));
        }
        return this;
    }

    /** Field by field one of the codes; of a column: in any row. @param alias of the record in the statement */
    Condition where(Register of, String alias, Map<String, List<String>> where) {
        where.forEach((field, codes) -> {
            int dot = field.indexOf('.');
            if (field.equals("state")) {
                String code = name();
                and(alias + ".state = any(:" + code + ")", code, codes.toArray(String[]::new));
            } else if (dot < 0) {
                RecordField said = of.field(field).orElseThrow();
                and(says(alias + (said.many() ? ".data" : column(codes)), said, codes));
            } else {
                String table = name();
                String row = says("any_row", of.field(field).orElseThrow(), codes);
                and(
                        "exists (select 1 from jsonb_array_elements(" + alias + ".data -> :" + table
                                + ") any_row where " + row + ")",
                        table,
                        field.substring(0, dot));
            }
        });
        return this;
    }

    /** Where a record says one of some codes: beside the record, so that an index has them, unless one of them is blank or no word in capitals. */
    private static String column(Collection<String> codes) {
        return codes.stream().allMatch(code -> CODE.matcher(code).matches()) ? ".codes" : ".data";
    }

    /** SQL that is true where the values say one of the codes. */
    private String says(String values, RecordField field, List<String> codes) {
        String named = name();
        String code = name();
        parameters.put(named, field.id());
        parameters.put(code, codes.toArray(String[]::new));
        String test = field.many()
                ? "jsonb_exists_any(%s -> :%s, :%s)"
                : codes.contains("") ? "coalesce(%s ->> :%s, '') = any(:%s)" : "%s ->> :%s = any(:%s)";
        return test.formatted(values, named, code);
    }

    /** The rows of a record that are counted, as a query of its own. @param what is asked of them, which are called counted */
    String rows(Register register, RecordCount count, String what) {
        String table = name();
        parameters.put(table, java.util.Objects.requireNonNull(count.rows()));
        StringBuilder sql = new StringBuilder(
                "(select " + what + " from jsonb_array_elements(r.data -> :" + table + ") counted where true");
        count.where().forEach((field, codes) -> {
            if (field.startsWith(count.rows() + ".")) {
                sql.append(" and ").append(says("counted", register.field(field).orElseThrow(), codes));
            }
        });
        if (count.inTime() != null) {
            sql.append(" and ").append(inTime("counted", count.inTime()));
        }
        return sql.append(')').toString();
    }

    private String inTime(String values, RecordCount.InTime days) {
        String done = name();
        String due = name();
        parameters.put(done, days.done().substring(days.done().indexOf('.') + 1));
        parameters.put(due, days.due().substring(days.due().indexOf('.') + 1));
        return "(" + values + " ->> :" + done + ")::date <= (" + values + " ->> :" + due + ")::date";
    }

    /** SQL that is true of a record that is called so on the day. */
    String is(Lifecycle.Derived derived, LocalDate day) {
        String from = name();
        parameters.put(from, derived.from().toArray(String[]::new));
        String rule = derived.rule() == Lifecycle.Rule.QUIET ? quiet(derived, day) : past(derived, day);
        return "coalesce(r.state = any(:" + from + ") and " + rule + ", false)";
    }

    /** What is true of a record after a number of days, where its kind may change the number. */
    private String after(Lifecycle.Derived derived, IntFunction<String> holding) {
        int other = derived.daysOf(null);
        if (derived.by() == null) {
            return holding.apply(other);
        }
        Map<Integer, List<String>> kinds = new TreeMap<>();
        derived.days().forEach((kind, days) -> {
            if (days != other) {
                kinds.computeIfAbsent(days, any -> new ArrayList<>()).add(kind);
            }
        });
        List<String> all = kinds.values().stream().flatMap(List::stream).toList();
        String said = "r" + column(all) + " ->> " + bind(derived.by());
        StringBuilder either = new StringBuilder("case");
        kinds.forEach((days, some) -> either.append(" when ")
                .append(said)
                .append(" = any(")
                .append(bind(some.toArray(String[]::new)))
                .append(") then ")
                .append(holding.apply(days)));
        return either.append(" else ")
                .append(holding.apply(other))
                .append(" end")
                .toString();
    }

    /** Nothing that refers to the record happened for so long: each number of days asks for itself, so that the answer may be found for all records at once. */
    private String quiet(Lifecycle.Derived derived, LocalDate day) {
        String through = bind(java.util.Objects.requireNonNull(derived.through()));
        String of = bind(java.util.Objects.requireNonNull(derived.register()));
        String where = whereOf(derived);
        String today = bind(day);
        return after(derived, days -> """
                (r.on_day < %1$s::date and not exists (select 1 from register.link_v l join register.record_v e on e.province = :province and e.id = l.record
                    where l.province = :province and l.target = r.id and l.field = %2$s and e.register = %3$s and e.merged_into is null
                    and e.on_day between %1$s::date and %4$s::date%5$s))""".formatted(bind(day.minusDays(days)), through, of, today, where));
    }

    private String whereOf(Lifecycle.Derived derived) {
        StringBuilder where = new StringBuilder();
        derived.where().forEach((field, codes) -> {
            String code = name();
            parameters.put(code, codes.toArray(String[]::new));
            if (field.equals("state")) {
                where.append(" and e.state = any(:").append(code).append(')');
            } else {
                String named = name();
                parameters.put(named, field);
                where.append(" and e")
                        .append(column(codes))
                        .append(" ->> :")
                        .append(named)
                        .append(" = any(:")
                        .append(code)
                        .append(')');
            }
        });
        return where.toString();
    }

    private String past(Lifecycle.Derived derived, LocalDate day) {
        String place = java.util.Objects.requireNonNull(derived.date());
        String end = derived.until() == null ? "" : derived.until();
        int dot = place.indexOf('.');
        String date = bind(place.substring(dot + 1));
        String until = bind(end.substring(end.indexOf('.') + 1));
        String values = dot < 0 ? "r.data" : "row";
        String holds = after(
                derived,
                days -> "(%1$s ->> %2$s)::date < %3$s::date and %1$s ->> %4$s is null"
                        .formatted(values, date, bind(day.minusDays(days)), until));
        return dot < 0
                ? holds
                : "exists (select 1 from jsonb_array_elements(r.data -> " + bind(place.substring(0, dot))
                        + ") row where " + holds + ")";
    }

    /** A parameter of its own. @return how it is named in the statement */
    String bind(Object value) {
        String name = name();
        parameters.put(name, value);
        return ":" + name;
    }

    private String name() {
        return prefix + named++;
    }
}
