package vn.toam.ownform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.catalog.Counts;
import vn.toam.catalog.OwnDefinitions;
import vn.toam.definition.Expression.Operator;
import vn.toam.definition.Form;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Turns what was typed into a definition in the shape of the catalog's files, or says at each input what is wrong. One for each sheet. */
final class SheetReader {

    /** Dates and receivers of a form without a period of its own: those of Decree 09/2019. */
    private static final String CALENDAR = "nd09-year";

    private static final int LONGEST = 200;
    private static final Pattern SUM = Pattern.compile("\\d{1,2}(\\s*\\+\\s*\\d{1,2})*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sheet sheet;
    private final Set<String> levels;
    private final Set<String> units;
    private final List<Counts.Offered> counts;
    private final @Nullable Form before;
    private final Words words;
    private final List<Rejected.Problem> problems = new ArrayList<>();

    /** Row on the page to row of the form, which has no blank ones. */
    private final Map<Integer, Integer> numbers = new TreeMap<>();

    /** Row of the form to the id of its line. */
    private final Map<Integer, String> ids = new HashMap<>();

    /**
     * @param levels who may be asked
     * @param units codes of the units that may be counted in
     * @param counts counts of registers that may fill a line
     * @param before the version that was changed, whose lines stay the same lines while they count the same thing; null: none
     */
    SheetReader(
            Sheet sheet,
            Set<String> levels,
            Set<String> units,
            List<Counts.Offered> counts,
            @Nullable Form before,
            Words words) {
        this.sheet = sheet;
        this.levels = levels;
        this.units = units;
        this.counts = counts;
        this.before = before;
        this.words = words;
    }

    /** @throws Rejected naming everything that is wrong */
    String definition(String id, int version) {
        for (int row = 1; row <= sheet.lines().size(); row++) {
            if (!sheet.lines().get(row - 1).blank()) {
                numbers.put(row, numbers.size() + 1);
            }
        }
        head();
        lines();
        if (problems.isEmpty()) {
            numbers.forEach((row, number) ->
                    ids.put(number, id(sheet.lines().get(row - 1), OwnDefinitions.line(id, version, number))));
        }
        List<Map<String, Object>> checks = rules();
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("version", version);
        form.put("name", name(sheet.name().strip()));
        form.put("level", sheet.level());
        form.put("calendar", CALENDAR);
        form.put(
                "sections",
                List.of(ordered("id", "lines", "name", both(words.text("ownform.section")), "fields", fields())));
        form.put("checks", checks);
        return JSON.writeValueAsString(form);
    }

    private void head() {
        int length = sheet.name().strip().length();
        if (length < 5 || length > LONGEST) {
            wrong("name", "ownform.problem.name");
        }
        if (!levels.contains(sheet.level())) {
            wrong("level", "ownform.problem.level");
        }
        if (numbers.isEmpty()) {
            wrong("name_1", "ownform.problem.lines");
        }
    }

    private void lines() {
        Set<String> names = new HashSet<>();
        Sheet.@Nullable Line whole = null;
        for (int row : numbers.keySet()) {
            Sheet.Line line = sheet.lines().get(row - 1);
            if (line.name().strip().length() > LONGEST) {
                wrong("name_" + row, "ownform.problem.line", LONGEST);
            }
            whole = line.part() ? whole : line;
            String told = (line.part() && whole != null ? whole.name() + "/" : "") + line.name();
            if (!names.add(told.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))) {
                wrong("name_" + row, "ownform.problem.twice", line.name().strip());
            }
            answer(row, line);
            counted(row, line);
            if (line.part()) {
                part(row, line, whole);
            }
        }
    }

    private void answer(int row, Sheet.Line line) {
        @Nullable Answer answer = answer(line);
        if (answer == null) {
            wrong("answer_" + row, "ownform.problem.answer");
        } else if (answer.counts() && !units.contains(line.unit())) {
            wrong("unit_" + row, "ownform.problem.unit");
        }
    }

    /** A state is filled by a count of what there is, events by a count of events, money by money. */
    private void counted(int row, Sheet.Line line) {
        Answer answer = answer(line);
        if (line.counted().isBlank() || answer == null) {
            return;
        }
        Counts.@Nullable Offered count = counts.stream()
                .filter(each -> each.count().equals(line.counted()))
                .findFirst()
                .orElse(null);
        if (count == null || answer == Answer.TEXT) {
            wrong("counted_" + row, "ownform.problem.counted");
        } else if (answer.counts() && (answer == Answer.STOCK) != state(count, answer)) {
            wrong("counted_" + row, "ownform.problem.counted." + answer);
        } else if (answer.counts() && count.unit() != null && !count.unit().equals(line.unit())) {
            wrong("counted_" + row, "ownform.problem.counted.unit");
        }
    }

    /** What is named once in a year may be told as either. */
    private static boolean state(Counts.Offered count, Answer answer) {
        return switch (count.of()) {
            case STOCK -> true;
            case FLOW, SUM -> false;
            case DISTINCT -> answer == Answer.STOCK;
        };
    }

    /** The id that the line had, while it is answered alike and in the same unit; otherwise one of its own. */
    private String id(Sheet.Line line, String made) {
        Answer answer = Answer.valueOf(line.answer());
        boolean known = before != null
                && !ids.containsValue(line.id())
                && before.field(line.id())
                        .filter(field -> field.kind() == answer.kind()
                                && field.type().adds() == answer.counts()
                                && (!answer.counts() || line.unit().equals(field.unit())))
                        .isPresent();
        return known ? line.id() : made;
    }

    private void part(int row, Sheet.Line line, Sheet.@Nullable Line whole) {
        Answer answer = answer(line);
        if (whole == null) {
            wrong("part_" + row, "ownform.problem.part.first");
        } else if (answer == null || !answer.counts() || !whole.answer().equals(line.answer())) {
            wrong("part_" + row, "ownform.problem.part.answer", whole.name().strip());
        }
    }

    private List<Map<String, @Nullable Object>> fields() {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        String whole = "";
        for (Map.Entry<Integer, Integer> each : numbers.entrySet()) {
            Sheet.Line line = sheet.lines().get(each.getKey() - 1);
            Answer answer = Answer.valueOf(line.answer());
            String own = Objects.requireNonNull(ids.get(each.getValue()));
            whole = line.part() ? whole : own;
            Map<String, @Nullable Object> field = new LinkedHashMap<>();
            field.put("id", own);
            field.put("line", String.valueOf(each.getValue()));
            field.put("name", name(line.name().strip()));
            field.put("unit", answer.counts() ? line.unit() : null);
            field.put("type", answer.type(line.decimals()));
            field.put("kind", answer.kind());
            field.put("partOf", line.part() ? whole : null);
            field.put("optional", line.optional());
            if (!line.counted().isBlank()) {
                field.put("counted", line.counted());
            }
            fields.add(field);
        }
        return fields;
    }

    private List<Map<String, Object>> rules() {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (int row = 1; row <= sheet.rules().size(); row++) {
            Sheet.Rule rule = sheet.rules().get(row - 1);
            if (!rule.blank()) {
                List<Integer> left = side("left_" + row, rule.left(), false);
                List<Integer> right = side("right_" + row, rule.right(), true);
                if (right.stream().anyMatch(left::contains) || new HashSet<>(right).size() < right.size()) {
                    wrong("right_" + row, "ownform.problem.rule.self");
                }
                if (!Set.of(Operator.LE.name(), Operator.EQ.name()).contains(rule.relation())) {
                    wrong("relation_" + row, "ownform.problem.rule");
                }
                if (problems.isEmpty()) {
                    Map<String, Object> check = check(rule, left.getFirst(), right);
                    if (checks.stream().anyMatch(other -> Objects.equals(other.get("id"), check.get("id")))) {
                        wrong("left_" + row, "ownform.problem.rule.twice");
                    }
                    checks.add(check);
                }
            }
        }
        return checks;
    }

    /** Rows of the form that a side names; one that cannot be named is told. */
    private List<Integer> side(String input, String typed, boolean several) {
        if (!SUM.matcher(typed.strip()).matches() || !several && typed.contains("+")) {
            wrong(input, several ? "ownform.problem.rule.right" : "ownform.problem.rule.left");
            return List.of();
        }
        List<Integer> rows = new ArrayList<>();
        for (String each : typed.strip().split("\\s*\\+\\s*")) {
            int row = Integer.parseInt(each);
            Integer number = numbers.get(row);
            if (number == null) {
                wrong(input, "ownform.problem.rule.row", each);
            } else if (!counts(sheet.lines().get(row - 1))) {
                wrong(input, "ownform.problem.rule.count", each);
            } else {
                rows.add(number);
            }
        }
        return rows;
    }

    private Map<String, Object> check(Sheet.Rule rule, int left, List<Integer> right) {
        List<String> parts = right.stream()
                .map(part -> Objects.requireNonNull(ids.get(part)))
                .toList();
        boolean sum = parts.size() > 1;
        Text message = words.text(
                "ownform.check." + rule.relation() + (sum ? ".sum" : ""),
                String.valueOf(left),
                right.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        Map<String, Object> check = new LinkedHashMap<>();
        check.put(
                "id",
                "check_" + rule.relation().toLowerCase(Locale.ROOT) + "_" + left + "_"
                        + right.stream().map(String::valueOf).collect(Collectors.joining("_")));
        check.put("kind", rule.soft() ? "SOFT" : "HARD");
        check.put(
                "holds",
                Map.of(
                        rule.relation().toLowerCase(Locale.ROOT),
                        List.of(Objects.requireNonNull(ids.get(left)), sum ? Map.of("sum", parts) : parts.getFirst())));
        check.put("message", both(message));
        return check;
    }

    private static boolean counts(Sheet.Line line) {
        Answer answer = answer(line);
        return answer != null && answer.counts();
    }

    private static @Nullable Answer answer(Sheet.Line line) {
        return Arrays.stream(Answer.values())
                .filter(each -> each.name().equals(line.answer()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> name(String vi) {
        return both(new Text(vi, vi));
    }

    private static Map<String, @Nullable Object> both(Text text) {
        return ordered("vi", text.vi(), "en", text.en());
    }

    /** The same order at every writing, so that equal definitions are equal texts. */
    private static Map<String, @Nullable Object> ordered(Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private void wrong(String input, String key, Object... arguments) {
        problems.add(new Rejected.Problem(input, key, List.of(arguments)));
    }
}
