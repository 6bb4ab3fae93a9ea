package vn.toam.assignment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.toam.shared.SortOrder;

/**
 * Which duties a list shows and in which order; all of it stands in the address of the page.
 *
 * @param side those owed by one's own agency, or those that one's own plans give
 * @param agency who owes them, {@code unit} where
 * @param lead the agency that leads the task
 * @param from first due day, {@code to} last due day
 * @param late at least so many working days late
 */
public record DutyFilter(
        Side side,
        Show show,
        @Nullable UUID plan,
        @Nullable Integer agency,
        @Nullable Integer unit,
        @Nullable Integer lead,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Integer late,
        Sort sort,
        Boolean down,
        Integer page) {

    /** Whose duties. */
    public enum Side {
        MINE,
        GIVEN
    }

    /** Which of them. */
    public enum Show {
        OPEN,
        OVERDUE,
        /** Due within 30 days. */
        SOON,
        /** Given and not taken yet. */
        NEW,
        /** A submission, a refusal or a request for time to be decided. */
        WAITING,
        BLOCKED,
        /** Urged and not reported on since. */
        URGED,
        PAUSED,
        ON_TIME,
        LATE,
        CANCELLED,
        ALL
    }

    /** By what. */
    public enum Sort {
        DUE,
        AGENCY,
        PLAN,
        STAGE
    }

    public DutyFilter {
        side = side == null ? Side.MINE : side;
        show = show == null ? Show.OPEN : show;
        sort = sort == null ? Sort.DUE : sort;
        down = down == null ? Boolean.FALSE : down;
        page = page == null ? Integer.valueOf(1) : page;
    }

    /** One side, everything open. */
    public static DutyFilter of(Side side, Show show) {
        return new DutyFilter(side, show, null, null, null, null, null, null, null, Sort.DUE, false, 1);
    }

    /** The same narrowed to a plan. */
    public DutyFilter of(UUID onePlan) {
        return new DutyFilter(side, show, onePlan, agency, unit, lead, from, to, late, sort, down, 1);
    }

    /** The same narrowed to an agency. */
    public DutyFilter ofAgency(int one) {
        return new DutyFilter(side, show, plan, one, unit, lead, from, to, late, sort, down, 1);
    }

    /** The same narrowed to what is due between two days. */
    public DutyFilter until(LocalDate first, LocalDate last) {
        return new DutyFilter(side, show, plan, agency, unit, lead, first, last, late, sort, down, 1);
    }

    public DutyFilter with(Show other) {
        return new DutyFilter(side, other, plan, agency, unit, lead, from, to, late, sort, down, 1);
    }

    public DutyFilter with(Side other) {
        return new DutyFilter(other, show, plan, agency, unit, lead, from, to, late, sort, down, page);
    }

    /** How the list is sorted. */
    public SortOrder<Sort> order() {
        Map<String, String> narrowed = parameters();
        narrowed.remove("sort");
        narrowed.remove("down");
        return SortOrder.of("/plans/tasks", narrowed, sort, down);
    }

    /** True when something beside side and state narrows it. */
    public boolean narrowed() {
        return plan != null
                || agency != null
                || unit != null
                || lead != null
                || from != null
                || to != null
                || late != null;
    }

    /** Its parameters as they stand in an address. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "side", side);
        put(all, "show", show);
        put(all, "plan", plan);
        put(all, "agency", agency);
        put(all, "unit", unit);
        put(all, "lead", lead);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "late", late);
        put(all, "sort", sort == Sort.DUE ? null : sort);
        put(all, "down", Boolean.TRUE.equals(down) ? "true" : null);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }

    /** Address of the list, without its page. */
    public String address() {
        return "/plans/tasks?" + query();
    }

    /** Address of the whole list as a workbook. */
    public String file() {
        return "/plans/tasks/list.xlsx?" + query();
    }

    private String query() {
        return parameters().entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
