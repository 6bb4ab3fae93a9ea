package vn.toam.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.indicator.OwnMeasure;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.shared.Me;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** Makes an own measure of what was typed, or says everything that is wrong with it. */
final class NewMeasure {

    private static final int LONGEST = 200;

    private final Catalog catalog;
    private final List<Form> forms;
    private final UnitAgreement agreement;
    private final List<Problem> problems = new ArrayList<>();

    /** @param forms those of whose lines it may be made */
    NewMeasure(Catalog catalog, List<Form> forms, UnitAgreement agreement) {
        this.catalog = catalog;
        this.forms = forms;
        this.agreement = agreement;
    }

    /** @param place of the plan: whose province's figures it is made of */
    OwnMeasure of(MeasureForm form, Plan plan, Unit place, Target target, Me me, Instant now) {
        String name = form.name().strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            problem("name", "target.define.name", LONGEST);
        }
        boolean typed = form.kind() == OwnMeasure.Kind.TYPED;
        boolean share = form.kind() == OwnMeasure.Kind.SHARE;
        Field top = typed ? null : line("numerator", form.numerator());
        Field base = share ? line("denominator", form.denominator()) : null;
        if (top != null && base != null) {
            together(top, base);
        }
        String code =
                typed ? form.code() : share ? "percent" : top == null ? "" : Objects.requireNonNullElse(top.unit(), "");
        if (typed && catalog.codes("units").find(code).isEmpty()) {
            problem("code", "target.define.code");
        }
        OwnMeasure made = new OwnMeasure(
                "own-" + UUID.randomUUID().toString().replace("-", "").substring(20),
                plan.unit(),
                place.level() == Level.COUNTRY ? 0 : place.province(),
                name,
                form.kind(),
                code,
                form.better(),
                top == null ? null : top.id(),
                base == null ? null : base.id(),
                me.name(),
                now);
        if (problems.isEmpty() && !agreement.fits(made.indicator(), target)) {
            problem(
                    typed ? "code" : "kind",
                    "target.link.units",
                    made.indicator().name(),
                    catalog.codes("units").find(code).orElseThrow().name());
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return made;
    }

    /** A share is of things of one kind, counted by the same units. */
    private void together(Field top, Field base) {
        if (top.id().equals(base.id())) {
            problem("denominator", "target.define.sameLine");
        } else if (!Objects.equals(top.unit(), base.unit())) {
            problem("denominator", "target.define.sameUnit");
        } else if (!form(top).level().equals(form(base).level())) {
            problem("denominator", "target.define.sameLevel");
        }
    }

    private Form form(Field field) {
        return forms.stream()
                .filter(form -> form.field(field.id()).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Field line(String input, String id) {
        Field found = forms.stream()
                .flatMap(form -> form.field(id).stream())
                .filter(field -> field.type().adds())
                .findFirst()
                .orElse(null);
        if (found == null) {
            problem(input, "target.define.line");
        }
        return found;
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(new Problem(field, key, List.of(arguments)));
    }
}
