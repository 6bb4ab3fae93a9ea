package vn.toam.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Calendar;
import vn.toam.definition.Check;
import vn.toam.definition.CodeList;
import vn.toam.definition.CriteriaSet;
import vn.toam.definition.Definition;
import vn.toam.definition.Expression;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.definition.Instrument;
import vn.toam.definition.Observance;
import vn.toam.definition.Programme;
import vn.toam.definition.Published;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.definition.Role;
import vn.toam.definition.WorkYear;
import vn.toam.shared.Permission;

/** What must hold between definitions: names are unique, everything referred to exists, formulas name fields that are asked for. */
final class CatalogRules {

    /** A definition and the file it stands in. */
    record Found(String file, Definition definition) {}

    private final Catalog catalog;
    private final Set<String> fields;
    private final Set<String> consolidated;
    private String file = "";

    private CatalogRules(Catalog catalog) {
        this.catalog = catalog;
        this.fields = catalog.versions(Form.class).stream()
                .flatMap(form -> form.fields().stream())
                .map(Field::id)
                .collect(Collectors.toSet());
        this.consolidated = catalog.versions(Form.class).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.below() != null)
                .map(Field::id)
                .collect(Collectors.toSet());
    }

    /** @throws BadDefinition for the first thing that is wrong */
    static void check(Catalog catalog, List<Found> found) {
        CatalogRules rules = new CatalogRules(catalog);
        unique(found);
        fieldsBelongToOneForm(found);
        linesAreCountedInOneRegister(found);
        for (Found each : found) {
            rules.file = each.file() + " (" + each.definition().id() + ")";
            rules.check(each.definition());
        }
    }

    private static void unique(List<Found> found) {
        Set<List<Object>> seen = new HashSet<>();
        Set<String> roles = new HashSet<>();
        for (Found each : found) {
            Definition definition = each.definition();
            String file = each.file();
            if (definition.version() < 1) {
                throw new BadDefinition(file, "version", "phiên bản đếm từ 1", "versions count from 1");
            }
            if (definition instanceof Role && !roles.add(definition.id())) {
                throw new BadDefinition(
                        file,
                        "id",
                        "vai trò " + definition.id() + " được định nghĩa hai lần; hãy chọn mã khác",
                        "role " + definition.id() + " is defined twice; choose another id");
            }
            if (!seen.add(List.of(definition.getClass(), definition.id(), definition.version()))) {
                throw new BadDefinition(file, "id", definition.id() + " is defined twice; raise the version");
            }
        }
    }

    private static void fieldsBelongToOneForm(List<Found> found) {
        Map<String, String> owner = new HashMap<>();
        for (Found each : found) {
            String file = each.file();
            if (each.definition() instanceof Form form) {
                once(file, "field", form.fields().stream().map(Field::id).toList());
                form.fields().forEach(field -> {
                    String other = owner.putIfAbsent(field.id(), form.id());
                    if (other != null && !other.equals(form.id())) {
                        throw new BadDefinition(
                                file, "field " + field.id(), "belongs to form " + other + "; refer to it there");
                    }
                });
            }
        }
    }

    private static void linesAreCountedInOneRegister(List<Found> found) {
        Map<String, String> counted = new HashMap<>();
        for (Found each : found) {
            if (each.definition() instanceof Register register) {
                for (RecordCount count : register.counts()) {
                    String line = count.line();
                    String other = line == null ? null : counted.putIfAbsent(line, register.id());
                    if (other != null && !other.equals(register.id())) {
                        throw new BadDefinition(
                                each.file() + " (" + register.id() + ")",
                                "count " + count.id() + ".line",
                                "'" + line + "' is counted from register " + other + "; a line has one source");
                    }
                }
            }
        }
    }

    private void check(Definition definition) {
        switch (definition) {
            case Form form -> form(form);
            case Indicator indicator -> indicator(indicator);
            case Calendar calendar -> calendar(calendar);
            case CodeList codes ->
                once(
                        file,
                        "code",
                        codes.codes().stream().map(CodeList.Code::code).toList());
            case Observance ignored -> {}
            case CriteriaSet set -> new CriteriaRules(this, set).check();
            case WorkYear year -> workYear(year);
            case Role role -> role(role);
            case Instrument instrument ->
                instrument.targets().forEach(target -> exists("targets", Indicator.class, target.indicator()));
            case Published published -> published(published);
            case Register register -> new RegisterRules(this, catalog, register).check();
            case Programme programme -> new ProgrammeRules(this, catalog, programme).check();
        }
    }

    private void role(Role role) {
        if (!role.id().matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new BadDefinition(
                    file,
                    "id",
                    "mã vai trò viết bằng chữ in hoa không dấu, chữ số và dấu _, nhiều nhất 40 ký tự",
                    "a role is written in capital letters, digits and _, at most 40");
        }
        once(
                file,
                "permission",
                role.permissions().stream().map(Permission::name).toList());
        if (role.national() && !role.levels().equals(List.of("COUNTRY"))) {
            throw new BadDefinition(
                    file,
                    "levels",
                    "vai trò có quyền trên cả nước chỉ giữ ở trung ương: levels: [COUNTRY]",
                    "what reaches the whole country is held there alone: levels: [COUNTRY]");
        }
    }

    private void workYear(WorkYear year) {
        for (WorkYear.Days days : java.util.stream.Stream.concat(year.off().stream(), year.on().stream())
                .toList()) {
            if (days.from().getYear() != year.year() || days.last().getYear() != year.year()) {
                throw wrong("days from " + days.from(), "lie outside the year " + year.year());
            }
            if (days.last().isBefore(days.from())) {
                throw wrong("days from " + days.from(), "end before they begin");
            }
        }
    }

    private void form(Form form) {
        code("level", "levels", form.level());
        exists("calendar", Calendar.class, form.calendar());
        if (form.shell() != form.fields().isEmpty()) {
            throw wrong("sections", "a form has lines, a shell has none");
        }
        Set<String> own = form.fields().stream().map(Field::id).collect(Collectors.toSet());
        for (Field field : form.fields()) {
            String place = "field " + field.id();
            if (field.type().adds()) {
                code(place + ".unit", "units", field.unit());
            }
            if (field.partOf() != null && !own.contains(field.partOf())) {
                throw wrong(place + ".partOf", field.partOf() + " is not a field of this form");
            }
            if (field.official() != null) {
                String list = "official-" + field.official().form().toLowerCase(Locale.ROOT);
                code(place + ".official.row", list, field.official().row());
            }
            kind(form, field);
        }
        consolidates(form);
        once(file, "check", form.checks().stream().map(Check::id).toList());
        form.checks().forEach(check -> formula("check " + check.id(), check.holds()));
    }

    /** A figure says whether it is a state or counts events, a part says the same as its whole, and a share is never asked for. */
    private void kind(Form form, Field field) {
        String place = "field " + field.id();
        if ((field.kind() == null) != (field.type() == FieldType.TEXT)) {
            throw wrong(
                    place + ".kind",
                    "a figure is STOCK (how many there are on the cut-off day) or FLOW (how many happened), a text neither");
        }
        form.field(field.partOf() == null ? "" : field.partOf())
                .filter(whole -> whole.kind() != field.kind())
                .ifPresent(whole -> {
                    throw wrong(place + ".kind", "is a part of " + whole.id() + ", which is " + whole.kind());
                });
        if ("percent".equals(field.unit())) {
            throw wrong(
                    place + ".unit",
                    "shares cannot be added up: ask for both numbers and let an indicator divide them");
        }
    }

    /** Each line that is held against units below names lines of the one form they fill. */
    private void consolidates(Form form) {
        Set<String> theirs = new HashSet<>();
        if (form.consolidates() != null) {
            exists("consolidates", Form.class, form.consolidates());
            catalog.versions(Form.class).stream()
                    .filter(other -> other.id().equals(form.consolidates())
                            && !other.id().equals(form.id()))
                    .forEach(other -> other.fields().forEach(field -> theirs.add(field.id())));
        }
        for (Field field : form.fields()) {
            Set<String> named = field.below() == null ? Set.of() : field.below().fields();
            named.stream().filter(line -> !theirs.contains(line)).findFirst().ifPresent(line -> {
                throw wrong(
                        "field " + field.id() + ".below",
                        "'" + line + "' is not a line of the form named by 'consolidates'");
            });
        }
    }

    private void indicator(Indicator indicator) {
        Set<String> measured = new HashSet<>(indicator.numerator().fields());
        if (indicator.denominator() != null) {
            measured.addAll(indicator.denominator().fields());
        }
        measured.stream().filter(consolidated::contains).findFirst().ifPresent(line -> {
            throw wrong("numerator", "'" + line + "' restates returns of the units below: measure their own lines");
        });
        code("unit", "units", indicator.unit());
        formula("numerator", indicator.numerator());
        if (indicator.denominator() != null) {
            formula("denominator", indicator.denominator());
        }
        if ((indicator.kind() == Indicator.Kind.RATE) != (indicator.denominator() != null)) {
            throw wrong("denominator", "a RATE has one, a COUNT or YES_NO has none");
        }
        indicator.breakdown().forEach(field -> field("breakdown", field));
    }

    private void calendar(Calendar calendar) {
        if (calendar.scope() != null) {
            code("scope.level", "levels", calendar.scope().level());
        }
        List<Integer> parts = calendar.parts();
        if (!List.of(0).containsAll(parts)
                && !List.of(1, 2, 3, 4).containsAll(parts)
                && !List.of(5, 6).containsAll(parts)) {
            throw wrong(
                    "rules", "a calendar asks for the year, for quarters or for half-years, not for several of them");
        }
        for (Calendar.RuleSet rule : calendar.rules()) {
            rule.steps().forEach(step -> {
                code(rule.id() + ".from", "levels", step.from());
                code(rule.id() + ".to", "levels", step.to());
            });
            long together = calendar.rules().stream()
                    .filter(other -> other.part() == rule.part() && other.holds(rule.validFrom()))
                    .count();
            if (together > 1) {
                throw wrong(rule.id() + ".validFrom", "two rule sets hold on " + rule.validFrom());
            }
        }
    }

    /** Lines and checks are the table's own; what is flagged is exactly what does not hold. */
    private void published(Published published) {
        List<String> lines = published.lines().stream().map(Field::id).toList();
        once(file, "line", lines);
        published.lines().forEach(line -> code("line " + line.id() + ".unit", "units", line.unit()));
        published
                .checks()
                .forEach(check -> check.holds().fields().stream()
                        .filter(line -> !lines.contains(line))
                        .forEach(line -> {
                            throw wrong("check " + check.id(), "no line '" + line + "' in this table");
                        }));
        for (Published.Return one : published.returns()) {
            String place = "return " + one.period().vi();
            code(place + ".level", "levels", one.level());
            one.figures().keySet().stream()
                    .filter(line -> !lines.contains(line))
                    .forEach(line -> {
                        throw wrong(place, "no line '" + line + "' in this table");
                    });
            Set<String> broken = published.broken(one).stream().map(Check::id).collect(Collectors.toSet());
            if (!broken.equals(one.flags().keySet())) {
                throw wrong(
                        place + ".flags",
                        "does not hold: " + broken + ", flagged: " + one.flags().keySet());
            }
        }
    }

    private void formula(String place, Expression formula) {
        formula.fields().forEach(field -> field(place, field));
    }

    private void field(String place, String field) {
        if (!fields.contains(field)) {
            throw wrong(place, "no form has a field '" + field + "'");
        }
    }

    /** The code is in the list. */
    void code(String place, String list, @Nullable String code) {
        List<String> known = catalog.find(CodeList.class, list).stream()
                .flatMap(codes -> codes.codes().stream())
                .map(CodeList.Code::code)
                .toList();
        if (code == null || !known.contains(code)) {
            throw wrong(place, "'" + code + "' is not in code list " + list + ": use one of " + known);
        }
    }

    /** A definition of that kind has the id. */
    void exists(String place, Class<? extends Definition> kind, String id) {
        if (catalog.find(kind, id).isEmpty()) {
            List<String> known = catalog.all(kind).stream().map(Definition::id).toList();
            throw wrong(place, "no " + kind.getSimpleName() + " '" + id + "': use one of " + known);
        }
    }

    /** The error for a place in the file being checked. */
    BadDefinition wrong(String place, String problem) {
        return new BadDefinition(file, place, problem);
    }

    /** No id may stand twice in the file being checked. */
    void once(String what, List<String> ids) {
        once(file, what, ids);
    }

    private static void once(String file, String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new BadDefinition(file, what + " " + id, "ghi hai lần", "stands twice");
        });
    }
}
