package vn.toam.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.RecordCount;
import vn.toam.catalog.RecordField;
import vn.toam.catalog.Register;

/**
 * A condition on records {@code r} as SQL with its parameters, built from definitions: the same one counts and lists, so that a figure and the
 * list behind it cannot differ. Names of fields and codes are bound, never written into the statement.
 */
final class Condition {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private int named;

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
        where(register, "r", count.where());
        for (String state : count.without()) {
            register.states().derived(state).ifPresent(derived -> and("not " + is(derived, last)));
        }
        if (!count.except().isEmpty()) {
            String name = name();
            and("r.state <> all(:" + name + ")", name, count.except().toArray(String[]::new));
        }
        return this;
    }

    /** Field by field one of the codes. @param alias of the record in the statement */
    Condition where(Register of, String alias, Map<String, List<String>> where) {
        where.forEach((field, codes) -> {
            String code = name();
            String[] array = codes.toArray(String[]::new);
            if (field.equals("state")) {
                and(alias + ".state = any(:" + code + ")", code, array);
                return;
            }
            String named = name();
            boolean many = of.field(field).map(RecordField::many).orElse(false);
            String test = many ? "jsonb_exists_any(%s.data -> :%s, :%s)" : "%s.data ->> :%s = any(:%s)";
            and(test.formatted(alias, named, code), named, field, code, array);
        });
        return this;
    }

    /** SQL that is true of a record that is called so on the day. */
    String is(Lifecycle.Derived derived, LocalDate day) {
        String from = name();
        parameters.put(from, derived.from().toArray(String[]::new));
        String rule = derived.rule() == Lifecycle.Rule.QUIET ? quiet(derived, day) : past(derived, day);
        return "coalesce(r.state = any(:" + from + ") and " + rule + ", false)";
    }

    private String days(Lifecycle.Derived derived) {
        String other = name();
        parameters.put(other, derived.daysOf(null));
        if (derived.by() == null) {
            return ":" + other;
        }
        String by = name();
        parameters.put(by, derived.by());
        StringBuilder days = new StringBuilder("case r.data ->> :" + by);
        derived.days().forEach((code, number) -> {
            String when = name();
            String then = name();
            parameters.put(when, code);
            parameters.put(then, number);
            days.append(" when :").append(when).append(" then :").append(then);
        });
        return days.append(" else :").append(other).append(" end").toString();
    }

    private String quiet(Lifecycle.Derived derived, LocalDate day) {
        String today = name();
        String through = name();
        String of = name();
        parameters.put(today, day);
        parameters.put(through, derived.through());
        parameters.put(of, derived.register());
        String days = days(derived);
        String where = whereOf(derived);
        return """
                r.on_day < :%1$s::date - %2$s and not exists (select 1 from register.link l join register.record e
                    on e.province = l.province and e.id = l.record
                    where l.province = r.province and l.target = r.id and l.field = :%3$s and e.register = :%4$s and e.merged_into is null
                    and e.on_day <= :%1$s::date and e.on_day >= :%1$s::date - %2$s%5$s)""".formatted(today, days, through, of, where);
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
                where.append(" and e.data ->> :").append(named).append(" = any(:").append(code).append(')');
            }
        });
        return where.toString();
    }

    private String past(Lifecycle.Derived derived, LocalDate day) {
        String today = name();
        String date = name();
        String until = name();
        parameters.put(today, day);
        String place = java.util.Objects.requireNonNull(derived.date());
        String end = derived.until() == null ? "" : derived.until();
        int dot = place.indexOf('.');
        parameters.put(date, place.substring(dot + 1));
        parameters.put(until, end.substring(end.indexOf('.') + 1));
        String holds = "(%1$s ->> :%2$s)::date + %3$s < :%4$s::date and %1$s ->> :%5$s is null";
        if (dot < 0) {
            return holds.formatted("r.data", date, days(derived), today, until);
        }
        String table = name();
        parameters.put(table, place.substring(0, dot));
        return "exists (select 1 from jsonb_array_elements(r.data -> :" + table + ") row where "
                + holds.formatted("row", date, days(derived), today, until) + ")";
    }

    private String name() {
        return "c" + named++;
    }
}
