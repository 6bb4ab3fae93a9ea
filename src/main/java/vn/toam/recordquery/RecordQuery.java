package vn.toam.recordquery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Cursor;
import vn.toam.shared.SortOrder;

/**
 * What a list of records is narrowed to and how it is sorted, as its address says.
 *
 * @param unit the place whose records are listed
 * @param q words to be found in them
 * @param state a state, or what time makes of a record; blank: any
 * @param codes by field of choices the one that is wanted
 * @param year the year of the leading day; null: any
 * @param from first leading day, for a count the first day of its window
 * @param count the count whose records are listed, {@code register.count} where it counts through another register; blank: all records
 * @param unproven only those whose days for a file have passed without one
 * @param at where the page begins; blank: at the beginning
 */
public record RecordQuery(
        int unit,
        String q,
        String state,
        Map<String, String> codes,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String count,
        boolean unproven,
        RecordOrder sort,
        boolean down,
        String at) {

    /** Before the name of a field of choices in the address. */
    static final String CODE = "f.";

    public RecordQuery {
        codes = Map.copyOf(codes);
    }

    /** @param unit the place when the address names none */
    public static RecordQuery of(Map<String, String> asked, int unit) {
        Map<String, String> codes = asked.entrySet().stream()
                .filter(one -> one.getKey().startsWith(CODE) && !one.getValue().isBlank())
                .collect(Collectors.toMap(one -> one.getKey().substring(CODE.length()), Map.Entry::getValue));
        RecordOrder sort = sort(text(asked, "sort"));
        String down = text(asked, "down");
        return new RecordQuery(
                text(asked, "unit").isEmpty() ? unit : number(text(asked, "unit")),
                text(asked, "q"),
                text(asked, "state"),
                codes,
                text(asked, "year").isEmpty() ? null : (Integer) number(text(asked, "year")),
                day(text(asked, "from")),
                day(text(asked, "to")),
                text(asked, "count"),
                text(asked, "unproven").equals("true"),
                sort,
                down.isEmpty() ? sort == RecordOrder.DAY : down.equals("true"),
                text(asked, "at"));
    }

    private static String text(Map<String, String> asked, String name) {
        return asked.getOrDefault(name, "").strip();
    }

    private static RecordOrder sort(String typed) {
        for (RecordOrder order : RecordOrder.values()) {
            if (order.name().equals(typed)) {
                return order;
            }
        }
        return RecordOrder.DAY;
    }

    private static int number(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw new BadRequest("number");
        }
        return Integer.parseInt(typed);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new BadRequest("day");
        }
    }

    /** What narrows the list, by the name in the address. */
    public Map<String, String> narrowed() {
        Map<String, String> narrowed = new LinkedHashMap<>();
        put(narrowed, "q", q);
        put(narrowed, "state", state);
        new TreeMap<>(codes).forEach((field, code) -> put(narrowed, CODE + field, code));
        put(narrowed, "year", year == null ? "" : year.toString());
        put(narrowed, "from", from == null ? "" : from.toString());
        put(narrowed, "to", to == null ? "" : to.toString());
        put(narrowed, "count", count);
        put(narrowed, "unproven", unproven ? "true" : "");
        return narrowed;
    }

    private static void put(Map<String, String> to, String name, String value) {
        if (!value.isBlank()) {
            to.put(name, value);
        }
    }

    /** The order of the list with its address. */
    public SortOrder<RecordOrder> order(String path) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("unit", String.valueOf(unit)));
        all.putAll(narrowed());
        return SortOrder.of(path, all, sort, down);
    }

    /** The same list as a file. */
    public String file(String path) {
        return order(path + "/list.xlsx").address().replaceAll("&$", "");
    }

    Optional<Cursor> cursor() {
        return Cursor.of(at);
    }

    public RecordQuery sorted(RecordOrder by) {
        return new RecordQuery(
                unit, q, state, codes, year, from, to, count, unproven, by, by == RecordOrder.DAY || down, at);
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
