package vn.toam.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.LineKind;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.shared.Rejected.Problem;

/** Pure rules of one form: reading what was typed, which checks break, what keeps it from being sent. */
public final class Figures {

    private Figures() {}

    /** Name of the input of a field's figure or text, and of its note, on the page and in problems. */
    public static String input(String field) {
        return "f_" + field;
    }

    public static String note(String field) {
        return "n_" + field;
    }

    /**
     * The submission with what was typed in it. What cannot be read is left as it was and told in {@code problems}, naming the line and
     * what would be right.
     */
    public static Submission apply(Form form, Submission before, TypedReturn typed, List<Problem> problems) {
        Map<String, BigDecimal> figures = new TreeMap<>(before.figures());
        Map<String, String> notes = new TreeMap<>(before.notes());
        Map<String, String> narrative = new TreeMap<>(before.narrative());
        for (Field field : form.fields()) {
            String text = typed.figures().get(field.id());
            if (field.type() == FieldType.TEXT) {
                put(field, narrative, input(field.id()), typed.narrative().get(field.id()), problems);
            } else {
                narrative.remove(field.id());
                if (text != null && !text.equals(Cells.text(field, before, input(field.id())))) {
                    read(field, text, figures, problems);
                }
            }
            put(field, notes, note(field.id()), typed.notes().get(field.id()), problems);
        }
        return with(before, figures, notes, narrative, before.nilReturn());
    }

    /** Every line still blank that must be filled and in which nothing may have happened is 0, on purpose. @param last figures of the year before */
    public static Submission nil(Form form, Submission before, Map<String, BigDecimal> last) {
        Map<String, BigDecimal> figures = new TreeMap<>(before.figures());
        form.fields().stream()
                .filter(field -> field.type() != FieldType.TEXT && !field.optional())
                .filter(field -> mayBeNothing(form, field, before.figures(), last))
                .forEach(field -> figures.putIfAbsent(field.id(), BigDecimal.ZERO));
        return with(before, figures, before.notes(), before.narrative(), true);
    }

    /**
     * Events may fail to happen. A state that was there last year does not vanish with a word: a whole is counted, its parts are nothing
     * only when the others make it up, and whether something is so is answered unless it was not so last year.
     */
    private static boolean mayBeNothing(
            Form form, Field field, Map<String, BigDecimal> figures, Map<String, BigDecimal> last) {
        if (field.kind() != LineKind.STOCK) {
            return true;
        }
        String whole = field.partOf();
        if (whole != null && figures.containsKey(whole)) {
            BigDecimal sum = form.fields().stream()
                    .filter(part -> whole.equals(part.partOf()) && figures.containsKey(part.id()))
                    .map(part -> figures.get(part.id()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(figures.get(whole)) == 0) {
                return true;
            }
        }
        BigDecimal then = last.get(field.id());
        boolean parts = form.fields().stream().anyMatch(part -> field.id().equals(part.partOf()));
        return then == null ? !parts && whole == null && field.type() != FieldType.YES_NO : then.signum() == 0;
    }

    public static Submission with(
            Submission before,
            Map<String, BigDecimal> figures,
            Map<String, String> notes,
            Map<String, String> narrative,
            boolean nil) {
        return new Submission(
                before.province(),
                before.id(),
                before.round(),
                before.form(),
                before.year(),
                before.unit(),
                before.receiver(),
                before.status(),
                figures,
                notes,
                narrative,
                nil,
                before.version(),
                before.sentAt(),
                before.changedAt(),
                before.accepted(),
                before.tallies());
    }

    private static void put(
            Field field, Map<String, String> texts, String input, @Nullable String text, List<Problem> problems) {
        if (text == null) {
            return;
        }
        String clean = text.strip();
        int most = input.equals(note(field.id())) ? LineRules.MOST_NOTE : LineRules.MOST_TEXT;
        var refused = LineRules.text(field, clean.replace("\r\n", "\n"), most);
        if (refused.isPresent()) {
            problems.add(refused.get().at(input));
        } else if (clean.isEmpty()) {
            texts.remove(field.id());
        } else {
            texts.put(field.id(), clean);
        }
    }

    private static void read(Field field, String text, Map<String, BigDecimal> figures, List<Problem> problems) {
        switch (LineRules.read(field, text)) {
            case LineReading.Blank blank -> figures.remove(field.id());
            case LineReading.Figure figure -> figures.put(field.id(), figure.value());
            case LineReading.Refusal refusal -> problems.add(refusal.at(input(field.id())));
        }
    }

    /** Every check the figures break, each beside its first line of this form. */
    public static List<Finding> findings(Form form, Submission submission, Context context) {
        Map<String, Field> own = form.fields().stream().collect(Collectors.toMap(Field::id, field -> field));
        return Stream.concat(
                        Stream.concat(context.below().checks().stream(), context.zeros().stream())
                                .filter(check ->
                                        Boolean.FALSE.equals(check.judge(submission.figures()::get, none -> null))),
                        form.broken(field -> context.now(submission, field), context::previous).stream())
                .map(check -> finding(check, own, submission))
                .toList();
    }

    private static Finding finding(Check check, Map<String, Field> own, Submission submission) {
        List<Field> named = check.holds().fields().stream()
                .filter(own::containsKey)
                .map(own::get)
                .toList();
        boolean explained = named.stream().anyMatch(field -> submission.notes().containsKey(field.id()));
        String first = named.isEmpty()
                ? own.keySet().iterator().next()
                : named.getFirst().id();
        return new Finding(check, first, named.stream().map(Field::line).toList(), explained);
    }

    /**
     * What keeps the form from being sent, line by line: missing figures, hard checks, soft checks without a note, and figures that differ
     * from what was accepted before without a reason.
     */
    public static List<Problem> obstacles(Form form, Submission submission, Context context) {
        List<Problem> problems = new ArrayList<>();
        missing(form, submission)
                .forEach(field -> problems.add(new Problem(
                        input(field.id()), "submission.problem.missing", List.of(field.line(), field.name()))));
        for (Finding finding : findings(form, submission, context)) {
            boolean hard = finding.check().kind() == Check.Kind.HARD;
            if (finding.blocks()) {
                problems.add(new Problem(
                        hard ? input(finding.field()) : note(finding.field()),
                        hard ? "submission.problem.hard" : "submission.problem.soft",
                        List.of(
                                String.join(", ", finding.lines()),
                                finding.check().message())));
            }
        }
        changed(form, submission, context).stream()
                .filter(field -> !submission.notes().containsKey(field.id()))
                .forEach(field -> problems.add(new Problem(
                        note(field.id()),
                        "submission.problem.reason",
                        List.of(
                                field.line(),
                                field.name(),
                                said(context.accepted().get(field.id())),
                                said(submission.figures().get(field.id()))))));
        return problems;
    }

    private static Object said(@Nullable BigDecimal figure) {
        return figure == null ? "–" : figure;
    }

    /** Lines to fill that are blank. */
    static List<Field> missing(Form form, Submission submission) {
        return form.fields().stream()
                .filter(field -> !field.optional())
                .filter(field -> !(field.type() == FieldType.TEXT ? submission.narrative() : submission.figures())
                        .containsKey(field.id()))
                .toList();
    }

    /** Lines whose figure is not the one accepted before. */
    static List<Field> changed(Form form, Submission submission, Context context) {
        return form.fields().stream()
                .filter(field -> context.accepted().containsKey(field.id()))
                .filter(field -> {
                    BigDecimal now = submission.figures().get(field.id());
                    return now == null || now.compareTo(context.accepted().get(field.id())) != 0;
                })
                .toList();
    }

    /**
     * What else is known of the unit.
     *
     * @param others this year's figures of its other forms
     * @param before last year's figures of all
     * @param accepted figures of this form that were accepted before and are being changed; else empty
     * @param below what the returns of the units below add up to
     * @param zeros that no line with many last year is zero: {@link vn.toam.collection.Consolidation#zeros}
     */
    public record Context(
            Map<String, BigDecimal> others,
            Map<String, BigDecimal> before,
            Map<String, BigDecimal> accepted,
            ReturnsBelow below,
            List<Check> zeros) {

        Context(
                Map<String, BigDecimal> others,
                Map<String, BigDecimal> before,
                Map<String, BigDecimal> accepted,
                ReturnsBelow below) {
            this(others, before, accepted, below, List.of());
        }

        static final Context NONE = new Context(Map.of(), Map.of(), Map.of(), ReturnsBelow.NONE);

        /** The same when the units below are of no interest: of an earlier state. */
        public Context without() {
            return new Context(others, before, accepted, ReturnsBelow.NONE, zeros);
        }

        @Nullable
        BigDecimal now(Submission submission, String field) {
            BigDecimal own = submission.figures().get(field);
            return own == null ? others.get(field) : own;
        }

        @Nullable
        BigDecimal previous(String field) {
            return before.get(field);
        }
    }
}
