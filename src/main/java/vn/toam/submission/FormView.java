package vn.toam.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.LineRules;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.shared.Text;

/**
 * Everything one form's page shows.
 *
 * @param unit who reports, as it was on the day of the round's geography
 * @param receiver who accepts
 * @param before last year's figures, by field
 * @param accepted figures once accepted that are being changed, by field
 * @param below what the returns of the units below add up to
 * @param sums lines that are the sum of others: line to parts
 * @param unitNames units of count, by code
 * @param findings checks the figures break now
 * @param steps the way so far
 * @param comments how many stand at the return
 * @param typed what was typed and could not be saved; shown instead of what is saved
 * @param may what the reader may do now
 * @param key client key of the next action
 * @param earlier not as it stands now but as it was then; null: as it stands
 */
public record FormView(
        Round round,
        Form form,
        Unit unit,
        Unit receiver,
        Submission submission,
        Map<String, BigDecimal> before,
        Map<String, BigDecimal> accepted,
        ReturnsBelow below,
        Map<String, List<String>> sums,
        Map<String, Text> unitNames,
        List<Finding> findings,
        List<Step> steps,
        int comments,
        Map<String, String> typed,
        java.util.Set<Action> may,
        boolean editable,
        String key,
        @Nullable Earlier earlier) {

    /**
     * The figures shown are those of an earlier step. Notes and texts of then are not kept, so none are shown.
     *
     * @param now the figures as they stand
     */
    public record Earlier(Step step, Map<String, BigDecimal> now) {}

    /** The line reads otherwise now than at the earlier step that is shown. */
    public boolean changedSince(Field field) {
        if (earlier == null) {
            return false;
        }
        BigDecimal then = submission.figures().get(field.id());
        BigDecimal now = earlier.now().get(field.id());
        return then == null || now == null ? (then == null) != (now == null) : then.compareTo(now) != 0;
    }

    /** How many lines do. */
    public int changes() {
        return (int) form.fields().stream().filter(this::changedSince).count();
    }

    private static final BigDecimal ENOUGH = BigDecimal.valueOf(20);
    private static final BigDecimal JUMP = BigDecimal.valueOf(50);

    /** Text of a field's input: what was typed, else the saved figure as people write it. */
    public String value(Field field) {
        String raw = typed.get(Figures.input(field.id()));
        if (raw != null) {
            return raw;
        }
        return Cells.text(field, submission, Figures.input(field.id()));
    }

    public String note(Field field) {
        String raw = typed.get(Figures.note(field.id()));
        return raw == null ? Cells.text(field, submission, Figures.note(field.id())) : raw;
    }

    /** How a figure's cell is read: {@code yes}, {@code decimal} or {@code whole}. */
    public String kind(Field field) {
        return switch (field.type()) {
            case YES_NO -> "yes";
            case DECIMAL -> "decimal";
            default -> "whole";
        };
    }

    /** Checks said beside a line. */
    public List<Finding> at(Field field) {
        return findings.stream().filter(f -> f.field().equals(field.id())).toList();
    }

    /** What was counted for a line, or null when nothing is known. */
    public @Nullable Tally tally(Field field) {
        return submission.tallies().lines().get(field.id());
    }

    /** The count of a line stands elsewhere than its cell, so that it can be taken. */
    public boolean takes(Field field, Tally tally) {
        BigDecimal cell = submission.figures().get(field.id());
        return editable && field.accepts(tally.figure()) && (cell == null || tally.differs(cell));
    }

    /** Lines that stand as an earlier count left them, or empty: the new count can be taken in all of them. */
    public int offered() {
        return (int) form.fields().stream()
                .filter(field -> {
                    Tally tally = tally(field);
                    return tally != null
                            && takes(field, tally)
                            && tally.offers(submission.figures().get(field.id()));
                })
                .count();
    }

    /** Change on last year in per cent, or null when there is nothing, or too little, to compare with: 1 after 2 is no fall by half. */
    public @Nullable BigDecimal change(Field field) {
        BigDecimal now = submission.figures().get(field.id());
        BigDecimal then = before.get(field.id());
        return now == null || then == null || then.compareTo(ENOUGH) < 0
                ? null
                : now.subtract(then).multiply(BigDecimal.valueOf(100)).divide(then, 0, java.math.RoundingMode.HALF_UP);
    }

    /** True when the change on last year is so large that somebody should look twice. */
    public boolean jumps(Field field) {
        BigDecimal change = change(field);
        return change != null && change.abs().compareTo(JUMP) >= 0;
    }

    /** Sum of the parts of a line, or null while one is blank. */
    public @Nullable BigDecimal sum(Field field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : sums.getOrDefault(field.id(), List.of())) {
            BigDecimal figure = submission.figures().get(part);
            if (figure == null) {
                return null;
            }
            sum = sum.add(figure);
        }
        return sum;
    }

    /** The figure less the sum of the units below, or null: one of them is missing, or they are the same. */
    public @Nullable BigDecimal apart(Field field) {
        BigDecimal now = submission.figures().get(field.id());
        BigDecimal sum = below.sums().get(field.id());
        return now == null || sum == null || now.compareTo(sum) == 0 ? null : now.subtract(sum);
    }

    /** How a sum is written into its cell. */
    public String exact(Field field, BigDecimal figure) {
        return LineRules.write(field, figure);
    }

    /** What the page itself takes for a figure of such a line. */
    public String pattern(FieldType type) {
        return LineRules.pattern(type);
    }

    /** What a line counts, or null. */
    public @Nullable Text unitOf(Field field) {
        return field.unit() == null ? null : unitNames.get(field.unit());
    }

    /** The one step forward that the reader may take; null: none. */
    public @Nullable Action forward() {
        return may.stream()
                .filter(action ->
                        action == Action.SUBMIT || action == Action.ASK_CHECK || action == Action.ASK_APPROVAL)
                .findFirst()
                .orElse(null);
    }

    /** The receiver's question that was not answered yet, or null. */
    public @Nullable Step question() {
        Step last = lastOf(Action.ASK, Action.ANSWER);
        return last == null || last.action() == Action.ANSWER ? null : last;
    }

    /** Who types for the unit, and from which paper; null: the unit itself. */
    public @Nullable Step proxy() {
        return lastOf(Action.PROXY);
    }

    /** Why it lies with the unit again: returned by its receiver or handed back inside; null: it does not. */
    public @Nullable Step returned() {
        Step last = steps.isEmpty() ? null : lastOf(Action.RETURN, Action.DECLINE, Action.SUBMIT, Action.AMEND);
        boolean back = last != null && (last.action() == Action.RETURN || last.action() == Action.DECLINE);
        return back && submission.status().editable() ? last : null;
    }

    /** Findings that nobody has explained. */
    public int unexplained() {
        return (int) findings.stream().filter(finding -> !finding.explained()).count();
    }

    private @Nullable Step lastOf(Action... actions) {
        return steps.stream()
                .filter(step -> List.of(actions).contains(step.action()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Checks that hold nothing up and that the receiver may put to the unit. */
    public List<Finding> queries() {
        return findings.stream()
                .filter(finding -> finding.check().kind() == Check.Kind.QUERY)
                .toList();
    }

    /** Lines to fill that are still blank. */
    public int blanks() {
        return Figures.missing(form, submission).size();
    }

    /** Name of a field's input, and its anchor on the page. */
    public String input(Field field) {
        return Figures.input(field.id());
    }

    public String noteInput(Field field) {
        return Figures.note(field.id());
    }
}
