package vn.toam.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Indicator;
import vn.toam.definition.LineKind;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/** Reads a typed result as the lines of forms are read, or says everything that is wrong with it. */
final class NewResult {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final ResultForm form;
    private final @Nullable TypedResult before;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    NewResult(ResultForm form, @Nullable TypedResult before, LocalDate today) {
        this.form = form;
        this.before = before;
        this.today = today;
    }

    /** @param measure what gives the unit; null: the target itself */
    @Nullable
    BigDecimal value(Target target, @Nullable Indicator measure) {
        boolean whole = measure == null
                ? "count".equals(target.unit()) || "times".equals(target.unit())
                : !measure.unit().startsWith("per") && !measure.unit().startsWith("million");
        Field field = new Field(
                "value",
                "kết quả",
                Text.of(""),
                null,
                whole ? FieldType.INTEGER : FieldType.DECIMAL,
                LineKind.STOCK,
                BigDecimal.ZERO,
                false,
                null,
                null,
                null,
                null);
        switch (LineRules.read(field, form.value())) {
            case LineReading.Figure figure -> {
                if (tooMuch(target, figure.value())) {
                    problem("value", "target.typed.over");
                }
                return figure.value();
            }
            case LineReading.Blank ignored -> problem("value", "target.typed.value.missing");
            case LineReading.Refusal refusal -> problems.add(refusal.at("value"));
        }
        return null;
    }

    /** A share of something is never more than all of it. */
    private static boolean tooMuch(Target target, BigDecimal value) {
        Comparison comparison = target.measure();
        BigDecimal asked = target.measureValue();
        return "percent".equals(target.unit())
                && comparison != null
                && !comparison.change()
                && asked != null
                && asked.compareTo(WHOLE) <= 0
                && value.compareTo(WHOLE) > 0;
    }

    /** @throws Rejected with all problems, those of the value too */
    void check(Plan plan, int year, int longest) {
        if (year < plan.periodFrom() || year > plan.periodTo() || year > today.getYear()) {
            problem("year", "target.typed.year", String.valueOf(plan.periodFrom()), String.valueOf(plan.periodTo()));
        }
        LocalDate dated = form.dated();
        if (dated == null || dated.isAfter(today) || dated.isBefore(LocalDate.of(year, 1, 1))) {
            problem("dated", "target.typed.dated", String.valueOf(year));
        }
        if (form.source().isBlank() || form.source().length() > longest) {
            problem("source", "target.typed.source.missing", longest);
        }
        if (form.file().length == 0 && before == null) {
            problem("file", "target.typed.file.missing");
        }
        if (before != null && form.reason().isBlank() || form.reason().length() > longest) {
            problem("reason", "target.typed.reason.missing");
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(new Problem(field, key, List.of(arguments)));
    }
}
