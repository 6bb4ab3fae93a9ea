package vn.toam.ownform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.toam.definition.Check;
import vn.toam.definition.Expression;
import vn.toam.definition.Expression.Operator;
import vn.toam.definition.Field;
import vn.toam.definition.Form;

/**
 * A form as it is typed: rows of lines and rows of checks, blank ones among them. Texts are as typed, right or wrong.
 *
 * @param level who fills it in
 */
public record Sheet(String name, String level, List<Line> lines, List<Rule> rules) {

    static final int MOST_LINES = 60;
    static final int MOST_RULES = 20;
    private static final int FIRST_LINES = 6;
    private static final int FIRST_RULES = 2;
    private static final int MORE = 5;

    /**
     * One row of the lines.
     *
     * @param id known from an earlier version; blank: the line is new
     * @param answer name of an {@link Answer}
     * @param unit code of the unit of count
     * @param part a part of the nearest line above that is none
     * @param decimals may hold a fraction
     * @param optional may stay empty
     * @param counted the count of a register that fills it, as {@code register.count}; blank: none
     */
    public record Line(
            String id,
            String name,
            String answer,
            String unit,
            boolean part,
            boolean decimals,
            boolean optional,
            String counted) {

        static final Line BLANK = new Line("", "", Answer.STOCK.name(), "", false, false, false, "");

        boolean blank() {
            return name.isBlank();
        }
    }

    /**
     * One row of the checks.
     *
     * @param left number of a row
     * @param relation {@code LE} or {@code EQ}
     * @param right numbers of rows with a plus between
     * @param soft a note may explain why it does not hold
     */
    public record Rule(String left, String relation, String right, boolean soft) {

        boolean blank() {
            return left.isBlank() && right.isBlank();
        }
    }

    public Sheet {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
    }

    static Sheet empty() {
        return new Sheet("", "COMMUNE", List.of(), List.of()).longer(FIRST_LINES, FIRST_RULES);
    }

    /** What a page sends: {@code name_1}, {@code answer_1} … {@code left_1} …, rows counted from 1. */
    static Sheet read(Map<String, String> typed) {
        List<Line> lines = new ArrayList<>();
        for (int row = 1; row <= MOST_LINES && typed.containsKey("name_" + row); row++) {
            lines.add(new Line(
                    typed.getOrDefault("id_" + row, ""),
                    typed.getOrDefault("name_" + row, ""),
                    typed.getOrDefault("answer_" + row, Answer.STOCK.name()),
                    typed.getOrDefault("unit_" + row, ""),
                    typed.containsKey("part_" + row),
                    typed.containsKey("decimals_" + row),
                    typed.containsKey("optional_" + row),
                    typed.getOrDefault("counted_" + row, "")));
        }
        List<Rule> rules = new ArrayList<>();
        for (int row = 1; row <= MOST_RULES && typed.containsKey("left_" + row); row++) {
            rules.add(new Rule(
                    typed.getOrDefault("left_" + row, ""),
                    typed.getOrDefault("relation_" + row, Operator.LE.name()),
                    typed.getOrDefault("right_" + row, ""),
                    typed.containsKey("soft_" + row)));
        }
        return new Sheet(typed.getOrDefault("name", ""), typed.getOrDefault("level", "COMMUNE"), lines, rules);
    }

    /** The page that makes this form again. */
    static Sheet of(Form form) {
        Map<String, String> labels = form.fields().stream().collect(Collectors.toMap(Field::id, Field::line));
        List<Line> lines = form.fields().stream()
                .map(field -> new Line(
                        field.id(),
                        field.name().vi(),
                        answer(field).name(),
                        field.unit() == null ? "" : field.unit(),
                        field.partOf() != null,
                        field.type() == vn.toam.definition.FieldType.DECIMAL,
                        field.optional(),
                        Objects.requireNonNullElse(field.counted(), "")))
                .toList();
        List<Rule> rules =
                form.checks().stream().map(check -> rule(check, labels)).toList();
        return new Sheet(form.name().vi(), form.level(), lines, rules).longer(2, 1);
    }

    private static Answer answer(Field field) {
        return switch (field.type()) {
            case TEXT -> Answer.TEXT;
            case YES_NO -> Answer.YES_NO;
            case INTEGER, DECIMAL -> field.kind() == vn.toam.definition.LineKind.FLOW ? Answer.FLOW : Answer.STOCK;
        };
    }

    private static Rule rule(Check check, Map<String, String> labels) {
        Expression.Operation whole = (Expression.Operation) check.holds();
        return new Rule(
                label(whole.parts().getFirst(), labels),
                whole.operator().name(),
                label(whole.parts().getLast(), labels),
                check.kind() == Check.Kind.SOFT);
    }

    private static String label(Expression side, Map<String, String> labels) {
        List<Expression> parts = side instanceof Expression.Operation sum ? sum.parts() : List.of(side);
        return parts.stream()
                .map(part -> labels.getOrDefault(((Expression.Current) part).field(), ""))
                .collect(Collectors.joining(" + "));
    }

    /** The same with more blank rows. */
    Sheet longer() {
        return longer(MORE, MORE);
    }

    private Sheet longer(int moreLines, int moreRules) {
        List<Line> longerLines = new ArrayList<>(lines);
        while (longerLines.size() < Math.min(MOST_LINES, lines.size() + moreLines)) {
            longerLines.add(Line.BLANK);
        }
        List<Rule> longerRules = new ArrayList<>(rules);
        while (longerRules.size() < Math.min(MOST_RULES, rules.size() + moreRules)) {
            longerRules.add(new Rule("", Operator.LE.name(), "", false));
        }
        return new Sheet(name, level, longerLines, longerRules);
    }
}
