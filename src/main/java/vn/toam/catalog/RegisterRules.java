package vn.toam.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        once("field", register.fields().stream().map(RecordField::id).toList());
        once("table", Stream.concat(register.fields().stream().map(RecordField::id), register.tables().stream().map(RecordTable::id)).toList());
        register.fields().forEach(field -> field(field.id(), field));
        for (RecordTable table : register.tables()) {
            once("column", table.fields().stream().map(RecordField::id).toList());
            table.fields().forEach(field -> field(table.id() + "." + field.id(), field));
        }
        if (known("date", register.date()).type() != RecordField.Type.DATE) {
            throw rules.wrong("date", register.date() + " is not a DATE");
        }
        if (register.title().isEmpty()) {
            throw rules.wrong("title", "name the fields that a record is known by in a list");
        }
        register.title().forEach(field -> known("title", field));
        register.unique().forEach(field -> known("unique", field));
        register.due().forEach(field -> known("due", field));
        states();
        register.checks().forEach(check -> check.holds().fields().forEach(field -> number("check " + check.id(), field)));
        once("check", register.checks().stream().map(Check::id).toList());
        counts();
    }

    private void field(String place, RecordField field) {
        if (!field.id().matches(ID)) {
            throw rules.wrong(place, "an id is written in small letters, digits and _");
        }
        boolean choice = field.type() == RecordField.Type.CODE;
        if (choice != (field.codes() != null || !field.values().isEmpty())) {
            throw rules.wrong(place, choice ? "a CODE names a list (codes) or its choices (values)" : "only a CODE has choices");
        }
        if (field.codes() != null) {
            rules.exists(place + ".codes", CodeList.class, field.codes());
        }
        once(place + ".values", field.values().stream().map(CodeList.Code::code).toList());
        boolean reference = field.type() == RecordField.Type.REFERENCE;
        if (reference != (field.register() != null)) {
            throw rules.wrong(place, reference ? "a REFERENCE names its register" : "only a REFERENCE names a register");
        }
        if (field.register() != null && !field.register().equals(register.id())) {
            rules.exists(place + ".register", Register.class, field.register());
        }
        if (field.unit() != null) {
            rules.code(place + ".unit", "units", field.unit());
        }
        if (field.many() && !choice && !reference) {
            throw rules.wrong(place + ".many", "only a CODE or a REFERENCE holds several");
        }
    }

    private void states() {
        Lifecycle states = register.states();
        List<String> ids = states.states().stream().map(Lifecycle.State::id).toList();
        once("state", Stream.concat(ids.stream(), states.derived().stream().map(Lifecycle.Derived::id)).toList());
        state("start", states.start(), ids);
        states.moves().forEach((from, to) -> {
            state("moves", from, ids);
            to.forEach(each -> state("moves." + from, each, ids));
        });
        states.states().forEach(state -> state.requires().forEach(field -> known("state " + state.id(), field)));
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

    private void past(String place, Lifecycle.Derived derived) {
        if (derived.date() == null || known(place + ".date", derived.date()).type() != RecordField.Type.DATE) {
            throw rules.wrong(place + ".date", "PAST is counted from a DATE");
        }
        if (derived.until() != null) {
            known(place + ".until", derived.until());
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
            throw rules.wrong(place + ".through", derived.through() + " of " + other.id() + " does not refer to " + register.id());
        }
        where(place, other, derived.where());
    }

    private void counts() {
        once("count", register.counts().stream().map(RecordCount::id).toList());
        once("line", register.counts().stream().map(RecordCount::line).flatMap(Stream::ofNullable).toList());
        Set<String> lines = catalog.versions(Form.class).stream()
                .flatMap(form -> form.fields().stream())
                .filter(line -> line.type() != FieldType.TEXT)
                .map(Field::id)
                .collect(Collectors.toSet());
        List<String> ids = register.states().states().stream().map(Lifecycle.State::id).toList();
        for (RecordCount count : register.counts()) {
            String place = "count " + count.id();
            if (count.line() != null && !lines.contains(count.line())) {
                throw rules.wrong(place + ".line", "no form has a figure '" + count.line() + "'");
            }
            Stream.concat(count.states().stream(), count.except().stream()).forEach(state -> state(place, state, ids));
            where(place, register, count.where());
            count.without().stream().filter(each -> register.states().derived(each).isEmpty()).findFirst().ifPresent(each -> {
                throw rules.wrong(place + ".without", each + " is no derived state");
            });
            if ((count.of() == RecordCount.Of.SUM) != (count.field() != null)) {
                throw rules.wrong(place + ".field", "a SUM names the number it adds up, nothing else does");
            }
            if (count.field() != null) {
                number(place + ".field", count.field());
            }
            distinct(place, count);
        }
    }

    private void distinct(String place, RecordCount count) {
        if ((count.of() == RecordCount.Of.DISTINCT) != (count.through() != null)) {
            throw rules.wrong(place + ".through", "a DISTINCT names the field it counts through, nothing else does");
        }
        if (count.through() != null) {
            String target = known(place + ".through", count.through()).register();
            if (target == null) {
                throw rules.wrong(place + ".through", count.through() + " refers to no register");
            }
            where(place, target.equals(register.id()) ? register : catalog.get(Register.class, target), count.whose());
        }
    }

    private void where(String place, Register of, Map<String, List<String>> where) {
        where.forEach((name, codes) -> {
            if (name.equals("state")) {
                List<String> ids = of.states().states().stream().map(Lifecycle.State::id).toList();
                codes.forEach(code -> state(place + ".where", code, ids));
                return;
            }
            RecordField field = of.field(name).orElseThrow(() -> rules.wrong(place + ".where", of.id() + " has no field '" + name + "'"));
            Set<String> known = field.type() == RecordField.Type.YES_NO
                    ? Set.of("true", "false")
                    : field.choices(catalog).stream().map(CodeList.Code::code).collect(Collectors.toSet());
            codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
                throw rules.wrong(place + ".where." + name, "'" + code + "' is none of " + known);
            });
        });
    }

    private RecordField known(String place, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(register::field)
                .orElseThrow(() -> rules.wrong(place, "no field '" + name + "' in this register"));
    }

    private void number(String place, String name) {
        if (!known(place, name).type().number()) {
            throw rules.wrong(place, name + " is not a number");
        }
    }

    private void state(String place, String state, List<String> known) {
        if (!known.contains(state)) {
            throw rules.wrong(place, "no state '" + state + "': use one of " + known);
        }
    }

    private void once(String what, List<String> ids) {
        Set<String> seen = new java.util.HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw rules.wrong(what + " " + id, "stands twice");
        });
    }
}
