package vn.toam.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.CodeList;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.LineKind;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;

/** What must hold within a register and between it and everything else that is defined. */
final class RegisterRules {

    private static final String ID = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

    private final CatalogRules rules;
    private final Catalog catalog;
    private final Register register;

    RegisterRules(CatalogRules rules, Catalog catalog, Register register) {
        this.rules = rules;
        this.catalog = catalog;
        this.register = register;
    }

    /** @throws BadDefinition for the first thing that is wrong */
    void check() {
        register.levels().forEach(level -> rules.code("levels", "levels", level));
        rules.once("field", register.fields().stream().map(RecordField::id).toList());
        rules.once(
                "table",
                Stream.concat(
                                register.fields().stream().map(RecordField::id),
                                register.tables().stream().map(RecordTable::id))
                        .toList());
        register.fields().forEach(field -> field(field.id(), field));
        for (RecordTable table : register.tables()) {
            rules.once("column", table.fields().stream().map(RecordField::id).toList());
            table.fields().forEach(field -> field(table.id() + "." + field.id(), field));
        }
        if (day("date", register.date()).optional()) {
            throw rules.wrong("date", register.date() + " may stay empty: a record without its day lies in no year");
        }
        if (register.receiver() != null
                && known("receiver", register.receiver()).type() != RecordField.Type.UNIT) {
            throw rules.wrong("receiver", register.receiver() + " is not a UNIT");
        }
        if (register.title().isEmpty()) {
            throw rules.wrong("title", "name the fields that a record is known by in a list");
        }
        register.title().forEach(field -> known("title", field));
        register.unique().forEach(field -> known("unique", field));
        register.due().forEach(field -> day("due", field));
        states();
        register.checks()
                .forEach(check -> check.holds().fields().forEach(field -> compared("check " + check.id(), field)));
        rules.once("check", register.checks().stream().map(Check::id).toList());
        counts();
    }

    private void field(String place, RecordField field) {
        if (!field.id().matches(ID)) {
            throw rules.wrong(place, "an id is written in small letters, digits and _");
        }
        if (field.id().equals("state")) {
            throw rules.wrong(place, "the state of a record is kept for every register; choose another id");
        }
        boolean choice = field.type() == RecordField.Type.CODE;
        if (choice != (field.codes() != null || !field.values().isEmpty())) {
            throw rules.wrong(
                    place, choice ? "a CODE names a list (codes) or its choices (values)" : "only a CODE has choices");
        }
        if (field.codes() != null) {
            rules.exists(place + ".codes", CodeList.class, field.codes());
        }
        rules.once(
                place + ".values",
                field.values().stream().map(CodeList.Code::code).toList());
        boolean reference = field.type() == RecordField.Type.REFERENCE;
        if (reference != (field.register() != null)) {
            throw rules.wrong(
                    place, reference ? "a REFERENCE names its register" : "only a REFERENCE names a register");
        }
        if (field.register() != null && !field.register().equals(register.id())) {
            rules.exists(place + ".register", Register.class, field.register());
        }
        if (field.unit() != null) {
            rules.code(place + ".unit", "units", field.unit());
        }
        later(place, field);
        if (field.many() && !choice && !reference) {
            throw rules.wrong(place + ".many", "only a CODE or a REFERENCE holds several");
        }
    }

    /** What the form does not ask for: a step does, or the desk of the register. */
    private void later(String place, RecordField field) {
        if (!field.asked().isEmpty() && !field.optional()) {
            throw rules.wrong(place + ".asked", "what a later step asks for may stay empty before: mark it optional");
        }
        List<String> states =
                register.states().states().stream().map(Lifecycle.State::id).toList();
        field.asked().forEach(state -> state(place + ".asked", state, states));
        if (field.desk() && !field.optional()) {
            throw rules.wrong(place + ".desk", "what the form does not ask for may stay empty: mark it optional");
        }
    }

    private void states() {
        Lifecycle states = register.states();
        List<String> ids = states.states().stream().map(Lifecycle.State::id).toList();
        rules.once(
                "state",
                Stream.concat(ids.stream(), states.derived().stream().map(Lifecycle.Derived::id))
                        .toList());
        state("start", states.start(), ids);
        states.moves().forEach((from, to) -> {
            state("moves", from, ids);
            to.forEach(each -> state("moves." + from, each, ids));
        });
        states.states().forEach(state -> state.requires().forEach(field -> known("state " + state.id(), field)));
        reached(states, ids);
        for (Lifecycle.Derived derived : states.derived()) {
            String place = "derived " + derived.id();
            derived.from().forEach(state -> state(place + ".from", state, ids));
            if (derived.by() != null) {
                known(place + ".by", derived.by());
            }
            if (!derived.days().containsKey("other")) {
                throw rules.wrong(place + ".days", "says no number of days for 'other'");
            }
            switch (derived.rule()) {
                case PAST -> past(place, derived);
                case QUIET -> quiet(place, derived);
            }
        }
    }

    /** Moves lead to every state, and from the first one to an end. */
    private void reached(Lifecycle states, List<String> ids) {
        Set<String> reached = new LinkedHashSet<>(List.of(states.start()));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            states.next(open.pop()).stream()
                    .map(Lifecycle.State::id)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        ids.stream().filter(id -> !reached.contains(id)).findFirst().ifPresent(id -> {
            throw rules.wrong("state " + id, "no move leads there from " + states.start());
        });
        if (states.states().stream().noneMatch(Lifecycle.State::closed)) {
            throw rules.wrong("states", "none is closed: a record could never be done with");
        }
    }

    private void past(String place, Lifecycle.Derived derived) {
        if (derived.date() == null) {
            throw rules.wrong(place + ".date", "PAST is counted from a DATE");
        }
        day(place + ".date", derived.date());
        if (derived.until() != null) {
            known(place + ".until", derived.until());
            if (!table(derived.until()).equals(table(derived.date()))) {
                throw rules.wrong(place + ".until", derived.until() + " does not stand beside " + derived.date());
            }
        }
    }

    private void quiet(String place, Lifecycle.Derived derived) {
        if (derived.register() == null || derived.through() == null) {
            throw rules.wrong(place, "QUIET names a register and the field through which its records refer here");
        }
        rules.exists(place + ".register", Register.class, derived.register());
        Register other = catalog.get(Register.class, derived.register());
        boolean refers = other.field(derived.through())
                .filter(field -> register.id().equals(field.register()))
                .isPresent();
        if (!refers) {
            throw rules.wrong(
                    place + ".through",
                    derived.through() + " of " + other.id() + " does not refer to " + register.id());
        }
        where(place, other, derived.where());
    }

    private void counts() {
        rules.once("count", register.counts().stream().map(RecordCount::id).toList());
        rules.once(
                "line",
                register.counts().stream()
                        .map(RecordCount::line)
                        .flatMap(Stream::ofNullable)
                        .toList());
        List<String> ids =
                register.states().states().stream().map(Lifecycle.State::id).toList();
        for (RecordCount count : register.counts()) {
            String place = "count " + count.id();
            line(place, count);
            Stream.concat(count.states().stream(), count.except().stream()).forEach(state -> state(place, state, ids));
            where(place, register, count.where());
            count.without().stream()
                    .filter(each -> register.states().derived(each).isEmpty())
                    .findFirst()
                    .ifPresent(each -> {
                        throw rules.wrong(place + ".without", each + " is no derived state");
                    });
            if ((count.of() == RecordCount.Of.SUM) != (count.field() != null)) {
                throw rules.wrong(place + ".field", "a SUM names the number it adds up, nothing else does");
            }
            if (count.field() != null
                    && !known(place + ".field", count.field()).type().number()) {
                throw rules.wrong(place + ".field", count.field() + " is not a number");
            }
            rows(place, count);
            distinct(place, count);
        }
    }

    /** A state is counted into a line of a state, what happened into a line of events; what was reached is a state of the year. */
    private void line(String place, RecordCount count) {
        if (count.line() == null) {
            return;
        }
        Field line = catalog.versions(Form.class).stream()
                .flatMap(form -> form.field(count.line()).stream())
                .filter(field -> field.type() != FieldType.TEXT)
                .findFirst()
                .orElseThrow(() -> rules.wrong(place + ".line", "no form has a figure '" + count.line() + "'"));
        boolean fits = switch (count.of()) {
            case STOCK -> line.kind() == LineKind.STOCK;
            case FLOW, SUM -> line.kind() == LineKind.FLOW;
            case DISTINCT -> true;
        };
        if (!fits) {
            throw rules.wrong(
                    place + ".of", count.of() + " does not fill '" + line.id() + "', which is a " + line.kind());
        }
    }

    private void rows(String place, RecordCount count) {
        String rows = count.rows() == null ? "" : count.rows();
        if (!rows.isEmpty() && register.table(rows).isEmpty()) {
            throw rules.wrong(place + ".rows", "no table '" + rows + "' in this register");
        }
        if (!rows.isEmpty() && count.of() != RecordCount.Of.FLOW && count.of() != RecordCount.Of.SUM) {
            throw rules.wrong(place + ".rows", "rows are counted by FLOW or added up by SUM");
        }
        if (count.field() != null && !table(count.field()).equals(rows)) {
            throw rules.wrong(place + ".field", count.field() + " is not what is counted: name its table in 'rows'");
        }
        if (count.inTime() != null) {
            Stream.of(count.inTime().done(), count.inTime().due()).forEach(name -> {
                day(place + ".inTime", name);
                if (!table(name).equals(rows)) {
                    throw rules.wrong(place + ".inTime", name + " is not what is counted: name its table in 'rows'");
                }
            });
        }
    }

    private void distinct(String place, RecordCount count) {
        boolean through = count.through() != null;
        if (through
                ? count.of() != RecordCount.Of.STOCK && count.of() != RecordCount.Of.DISTINCT
                : count.of() == RecordCount.Of.DISTINCT) {
            throw rules.wrong(
                    place + ".through", "a DISTINCT names the field it counts through, a STOCK may, nothing else does");
        }
        RecordField field = through ? known(place + ".through", count.through()) : null;
        String target = field == null ? null : field.register();
        if (field != null && (field.type().compared() || field.type() == RecordField.Type.LONG)) {
            throw rules.wrong(place + ".through", count.through() + " names nothing that can be counted once");
        }
        if (field != null
                && target == null
                && (field.many() || register.fields().stream().noneMatch(field::equals))) {
            throw rules.wrong(place + ".through", count.through() + " is not one value of the record itself");
        }
        if (target != null) {
            where(place, target.equals(register.id()) ? register : catalog.get(Register.class, target), count.whose());
        } else if (!count.whose().isEmpty()) {
            throw rules.wrong(place + ".whose", "holds for records that 'through' refers to, and it refers to none");
        }
    }

    private void where(String place, Register of, Map<String, List<String>> where) {
        where.forEach((name, codes) -> {
            if (name.equals("state")) {
                List<String> ids =
                        of.states().states().stream().map(Lifecycle.State::id).toList();
                codes.forEach(code -> state(place + ".where", code, ids));
                return;
            }
            RecordField field = of.field(name)
                    .orElseThrow(() -> rules.wrong(place + ".where", of.id() + " has no field '" + name + "'"));
            Set<String> known = field.type() == RecordField.Type.YES_NO
                    ? Set.of("true", "false")
                    : field.choices(catalog).stream().map(CodeList.Code::code).collect(Collectors.toSet());
            codes.stream()
                    .filter(code -> !known.contains(code) && !silent(field, code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw rules.wrong(place + ".where." + name, "'" + code + "' is none of " + known);
                    });
        });
    }

    /** An empty code asks for records in which the field says nothing. */
    private static boolean silent(RecordField field, String code) {
        return code.isEmpty() && field.optional() && !field.many();
    }

    private RecordField known(String place, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(register::field)
                .orElseThrow(() -> rules.wrong(place, "no field '" + name + "' in this register"));
    }

    private RecordField day(String place, @Nullable String name) {
        RecordField field = known(place, name);
        if (field.type() != RecordField.Type.DATE) {
            throw rules.wrong(place, name + " is not a DATE");
        }
        return field;
    }

    private void compared(String place, String name) {
        if (!known(place, name).type().compared()) {
            throw rules.wrong(place, name + " is neither a number nor a DATE");
        }
    }

    /** The table that a column belongs to; empty for a field of the record itself. */
    private static String table(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : "";
    }

    private void state(String place, String state, List<String> known) {
        if (!known.contains(state)) {
            throw rules.wrong(place, "no state '" + state + "': use one of " + known);
        }
    }
}
