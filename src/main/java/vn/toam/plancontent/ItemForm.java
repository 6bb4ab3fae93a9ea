package vn.toam.plancontent;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineKind;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/** Turns what was typed in the form of an element into its fields. Fields that the form does not show keep their value. */
public final class ItemForm {

    private static final Field NUMBER = new Field(
            "value",
            "",
            Text.of(""),
            null,
            FieldType.DECIMAL,
            LineKind.STOCK,
            BigDecimal.ZERO,
            false,
            null,
            null,
            null,
            null);

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    private ItemForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** @throws Rejected with every field that is wrong */
    public static Item read(Item now, Map<String, String> typed) {
        ItemForm form = new ItemForm(typed);
        Text text = new Text(
                form.get("text"), form.has("en") ? form.get("en") : now.text().en());
        Item item = switch (now) {
            case Item.Goal goal -> form.goal(goal, text);
            case Item.Trend trend ->
                new Item.Trend(
                        text, form.choice("indicator"), form.pick(Direction.class, "direction", trend.direction()));
            case Item.Work work -> form.work(work, text);
            case Item.Body body -> new Item.Body(text, form.roles(), form.lines("aliases"), body.via());
            case Item.Due due -> new Item.Due(text, form.get("kind"), form.day("date"), form.choice("who"), due.to());
            case Item.Occasion o -> new Item.Occasion(text, o.observance(), form.day("from"), form.day("to"));
            case Item.Aim aim -> new Item.Aim(text, form.has("kind") ? form.get("kind") : aim.kind());
            case Item.Programme p ->
                new Item.Programme(text, "on".equals(form.get("issued")), form.choice("national"), p.parts());
            case Item.Cited c -> form.cited(c, text);
            case Item.Heading ignored -> new Item.Heading(text);
            case Item.Money money -> new Item.Money(text, money.code());
            case Item.Line ignored -> new Item.Line(text);
        };
        if (text.vi().isBlank() && !(item instanceof Item.Cited)) {
            form.problems.add(new Problem("text", "plan.item.text.missing", List.of()));
        }
        if (!form.problems.isEmpty()) {
            throw new Rejected(form.problems);
        }
        return item;
    }

    /** The fields of an element that a person adds, before anything is filled in. */
    public static Item blank(ElementKind kind, String words) {
        Text text = Text.of(words.strip());
        return switch (kind) {
            case SECTION, TASK_GROUP -> new Item.Heading(text);
            case OBJECTIVE -> new Item.Aim(text, "GENERAL");
            case TARGET ->
                new Item.Goal(
                        text,
                        null,
                        Comparison.GE,
                        firstNumber(words),
                        null,
                        "percent",
                        null,
                        null,
                        true,
                        false,
                        false,
                        null);
            case TREND -> new Item.Trend(text, null, Direction.DOWN);
            case TASK, DUTY -> new Item.Work(text, Map.of(), Frequency.STANDING, null, null, null);
            case AGENCY -> new Item.Body(text, Set.of(Role.ASSIGNED), List.of(), null);
            case DEADLINE -> new Item.Due(text, "annual_report", null, null, List.of());
            case OBSERVANCE -> new Item.Occasion(text, null, null, null);
            case BUDGET -> new Item.Money(text, "STATE_BUDGET");
            case PROGRAMME -> new Item.Programme(text, false, null, List.of());
            case CITATION -> new Item.Cited(text, "Kế hoạch", null, null, null, false, false);
            case RECIPIENT -> new Item.Line(text);
        };
    }

    private static BigDecimal firstNumber(String words) {
        java.util.regex.Matcher number =
                java.util.regex.Pattern.compile("\\d+([.,]\\d+)?").matcher(words);
        return number.find() ? new BigDecimal(number.group().replace(',', '.')) : BigDecimal.ZERO;
    }

    private Item goal(Item.Goal now, Text text) {
        return new Item.Goal(
                text,
                choice("indicator"),
                pick(Comparison.class, "comparator", now.comparator()),
                number("value", now.value()),
                now.valueTo(),
                has("unit") ? get("unit") : now.unit(),
                choice("population"),
                year("by"),
                "on".equals(get("yearly")),
                "on".equals(get("keepAndImprove")),
                "on".equals(get("betterThanParent")),
                now.score());
    }

    private Item work(Item.Work now, Text text) {
        Map<Role, List<String>> agencies = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<String> names = lines(role.name());
            if (!names.isEmpty()) {
                agencies.put(role, names);
            }
        }
        return new Item.Work(
                text,
                agencies,
                pick(Frequency.class, "frequency", now.frequency()),
                day("due"),
                choice("evidence"),
                now.level());
    }

    private Item cited(Item.Cited now, Text text) {
        return new Item.Cited(
                text,
                get("type"),
                choice("number"),
                choice("issuer"),
                date("date"),
                "on".equals(get("basis")),
                now.replaces());
    }

    private Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if ("on".equals(get("role-" + role.name()))) {
                roles.add(role);
            }
        }
        return roles;
    }

    private boolean has(String field) {
        return typed.containsKey(field);
    }

    private String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private @Nullable String choice(String field) {
        return get(field).isEmpty() ? null : get(field);
    }

    private List<String> lines(String field) {
        return Arrays.stream(get(field).split("[\\n;]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private <E extends Enum<E>> E pick(Class<E> type, String field, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(get(field)))
                .findFirst()
                .orElse(otherwise);
    }

    /** As figures are read everywhere; what the page showed and nobody changed stays to the last digit. */
    private BigDecimal number(String field, BigDecimal now) {
        String said = get(field);
        if (said.equals(Numbers.exact(now))) {
            return now;
        }
        switch (LineRules.read(NUMBER, said)) {
            case LineReading.Figure figure -> {
                return figure.value();
            }
            case LineReading.Refusal refusal
            when refusal.reason() == LineReading.Reason.UNCLEAR -> {
                List<Object> readings = new ArrayList<>(List.of(refusal.said()));
                readings.addAll(refusal.more());
                problems.add(new Problem(field, "plancontent.item.unclear", readings));
            }
            case LineReading.Refusal refusal -> problems.add(new Problem(field, "plancontent.item.number", List.of()));
            case LineReading.Blank blank -> problems.add(new Problem(field, "plancontent.item.number", List.of()));
        }
        return now;
    }

    private @Nullable Integer year(String field) {
        String value = get(field);
        if (!value.isEmpty() && !value.matches("(19|20)\\d{2}")) {
            problems.add(new Problem(field, "plancontent.item.year", List.of()));
            return null;
        }
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    private @Nullable String day(String field) {
        try {
            return DueDayParser.read(get(field));
        } catch (DateTimeException e) {
            problems.add(new Problem(field, "plan.item.day", List.of()));
            return null;
        }
    }

    private @Nullable LocalDate date(String field) {
        String day = day(field);
        return day == null || day.length() < 10 ? null : LocalDate.parse(day);
    }
}
