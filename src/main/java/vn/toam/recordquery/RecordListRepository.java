package vn.toam.recordquery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.Register;
import vn.toam.register.RecordMapper;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Cursor;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.SearchWords;

/** Lists records of one province page by page, and adds them up. */
@Repository
class RecordListRepository {

    static final int PAGE = 50;

    /**
     * Which records, in which order.
     *
     * @param units those that keep them; null: all of the province
     * @param states in the order of the definition
     */
    record Wanted(
            int province,
            Register register,
            @Nullable Collection<Integer> units,
            Condition condition,
            RecordOrder by,
            boolean down,
            LocalDate today) {}

    /** A record with what is computed beside it. */
    record Listed(RegisterRecord record, String name, List<Lifecycle.Derived> derived, boolean unproven) {}

    /**
     * What a list comes to.
     *
     * @param more there are more records than that: nobody counted on
     * @param sums by field of numbers: the sum, and how many records say one
     */
    record Totals(long records, boolean more, Map<String, Sum> sums) {}

    private final JdbcClient jdbc;

    RecordListRepository(DataSource source) {
        this.jdbc = FreshPlanRepository.of(source);
    }

    KeysetSlice<Listed> page(Wanted wanted, Totals total, @Nullable Cursor cursor) {
        Map<String, Object> key = cursor == null ? null : key(wanted.by(), cursor.key());
        Cursor asked = key == null ? null : cursor;
        boolean up = wanted.down() == (asked != null && asked.back());
        String after = key == null ? "" : " and " + place(wanted.by()) + (up ? " > " : " < ") + given(wanted.by());
        List<Listed> read = rows(wanted, after, key == null ? Map.of() : key, up, PAGE + 1);
        if (asked != null && asked.back() && read.size() <= PAGE) {
            return page(wanted, total, null); // so near the beginning that the first page holds them
        }
        return KeysetSlice.of(read, PAGE, asked, total.records(), row -> key(wanted, row))
                .counted(total.records(), total.more());
    }

    /** The first records of the list. */
    List<Listed> first(Wanted wanted, int most) {
        return rows(wanted, "", Map.of(), !wanted.down(), most);
    }

    /** Which records are shown is read from an index as far as it goes; the records themselves are read for those alone. */
    private List<Listed> rows(Wanted wanted, String after, Map<String, Object> key, boolean up, int most) {
        List<Lifecycle.Derived> derived = wanted.register().states().derived();
        StringBuilder computed = new StringBuilder();
        for (int at = 0; at < derived.size(); at++) {
            computed.append(", ")
                    .append(wanted.condition().is(derived.get(at), wanted.today()))
                    .append(" as derived_")
                    .append(at);
        }
        String order = order(wanted.by(), up ? "" : " desc");
        String sql = "select " + RecordMapper.OF_PROVINCE + ", r.name, " + unproven(wanted) + " as unproven" + computed
                + " from (select r.id " + from(wanted) + after + " order by " + order + " limit :most) shown"
                + " join register.record_v r on r.province = :province and r.id = shown.id order by " + order;
        return bound(sql, wanted)
                .param("most", most)
                .params(key)
                .query((row, n) -> listed(row, derived))
                .list();
    }

    /**
     * Records of several registers that hold some words, the newest first.
     *
     * @param everywhere registers read in all of the province
     * @param here registers read within the scope
     * @param whole registers of which all words may be searched; of the others those that name nobody
     */
    List<RegisterRecord> search(
            RecordPlaces.Scope scope,
            Set<String> everywhere,
            Set<String> here,
            Set<String> whole,
            SearchWords words,
            int agency,
            int limit) {
        String within = scope.units() == null ? "" : " and r.unit = any(:units)";
        String sql = "select " + RecordMapper.OF_PROVINCE
                + " from register.record_v r where r.province = :province and r.merged_into is null"
                + " and (r.register = any(:everywhere) or r.register = any(:here)" + within + ") and " + INDEXED
                + " and public.holds(case when r.register = any(:whole) and (r.agency is null or r.agency = :mine)"
                + " then r.search else r.open_search end, :words, :patterns) order by r.on_day desc, r.id desc limit :limit";
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("province", scope.province())
                .param("everywhere", everywhere.toArray(String[]::new))
                .param("here", here.toArray(String[]::new))
                .param("whole", whole.toArray(String[]::new))
                .param("mine", agency)
                .param("lexemes", words.lexemes())
                .param("limit", limit)
                .params(words.parameters());
        return (scope.units() == null
                        ? statement
                        : statement.param("units", scope.units().toArray(Integer[]::new)))
                .query(RecordMapper::record)
                .list();
    }

    /** One record with what is computed beside it. */
    Listed one(Register register, RegisterRecord record, LocalDate today) {
        Condition only = new Condition().and("r.id = :only", "only", record.id());
        if (record.mergedInto() != null) {
            return new Listed(record, "", List.of(), false);
        }
        return first(
                        new Wanted(
                                record.province(),
                                register,
                                List.of(record.unit()),
                                only,
                                RecordOrder.DAY,
                                true,
                                today),
                        1)
                .getFirst();
    }

    /** True when a record is behind a figure. */
    boolean counts(
            Register register,
            RegisterRecord record,
            vn.toam.definition.RecordCount count,
            LocalDate first,
            LocalDate last) {
        Condition window =
                CountRepository.window(register, count, first, last).and("r.id = :only", "only", record.id());
        return totals(
                                new Wanted(
                                        record.province(),
                                        register,
                                        List.of(record.unit()),
                                        window,
                                        RecordOrder.DAY,
                                        true,
                                        last),
                                List.of())
                        .records()
                > 0;
    }

    private static Listed listed(ResultSet row, List<Lifecycle.Derived> derived) throws SQLException {
        List<Lifecycle.Derived> now = new ArrayList<>();
        for (int at = 0; at < derived.size(); at++) {
            if (row.getBoolean("derived_" + at)) {
                now.add(derived.get(at));
            }
        }
        return new Listed(RecordMapper.record(row, 0), row.getString("name"), now, row.getBoolean("unproven"));
    }

    /** How many there are, if they are no more than so many. */
    Totals totals(Wanted wanted, int most) {
        long counted = bound("select count(*) from (select 1 " + from(wanted) + " limit :most) counted", wanted)
                .param("most", most + 1L)
                .query(Long.class)
                .single();
        return new Totals(Math.min(counted, most), counted > most, Map.of());
    }

    Totals totals(Wanted wanted, List<String> numbers) {
        StringBuilder sums = new StringBuilder();
        Map<String, Object> names = new HashMap<>();
        for (int at = 0; at < numbers.size(); at++) {
            String value = "(r.data ->> :sum" + at + ")::numeric";
            sums.append(", sum(")
                    .append(value)
                    .append("), count(")
                    .append(value)
                    .append(")");
            names.put("sum" + at, numbers.get(at));
        }
        return bound("select count(*)" + sums + " " + from(wanted), wanted)
                .params(names)
                .query((row, n) -> {
                    Map<String, Sum> found = new HashMap<>();
                    for (int at = 0; at < numbers.size(); at++) {
                        BigDecimal sum = row.getBigDecimal(2 + 2 * at);
                        if (sum != null) {
                            found.put(numbers.get(at), new Sum(sum, row.getLong(3 + 2 * at)));
                        }
                    }
                    return new Totals(row.getLong(1), false, found);
                })
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("province", wanted.province())
                .param("register", wanted.register().id())
                .param(
                        "order",
                        wanted.register().states().states().stream()
                                .map(Lifecycle.State::id)
                                .toArray(String[]::new))
                .param("today", wanted.today())
                .param("evidence", evidence(wanted.register()))
                .param("proven", wanted.register().proven().toArray(String[]::new))
                .params(wanted.condition().parameters());
        return wanted.units() == null
                ? statement
                : statement.param("units", wanted.units().toArray(Integer[]::new));
    }

    private static int evidence(Register register) {
        return register.evidence() == null ? 0 : register.evidence();
    }

    private static String from(Wanted wanted) {
        return "from register.record_v r where r.province = :province and r.register = :register and r.merged_into is null"
                + (wanted.units() == null ? "" : " and r.unit = any(:units)")
                + wanted.condition().sql();
    }

    private static String unproven(Wanted wanted) {
        return wanted.register().evidence() == null ? "false" : UNPROVEN;
    }

    /** The words of a record, as the index has them; what is open is among them. Parameter {@code lexemes}. */
    static final String INDEXED = "r.lexemes @@ :lexemes::tsquery";

    /** The days for a file have passed without one; parameters {@code today}, {@code evidence}, {@code proven}. */
    static final String UNPROVEN = "(r.files = 0 and r.state = any(:proven) and r.on_day + :evidence < :today::date)";

    private static String place(RecordOrder by) {
        return switch (by) {
            case DAY -> "(r.on_day, r.id)";
            case NAME -> "(r.name collate public.vietnamese, r.id)";
            case STATE -> "(array_position(:order, r.state), r.on_day, r.id)";
        };
    }

    private static String order(RecordOrder by, String way) {
        return switch (by) {
            case DAY -> "r.on_day" + way + ", r.id" + way;
            case NAME -> "r.name collate public.vietnamese" + way + ", r.id" + way;
            case STATE -> "array_position(:order, r.state)" + way + ", r.on_day" + way + ", r.id" + way;
        };
    }

    private static String given(RecordOrder by) {
        return switch (by) {
            case DAY -> "(:keyDay, :keyId)";
            case NAME -> "(:keyName, :keyId)";
            case STATE -> "(:keyState, :keyDay, :keyId)";
        };
    }

    private static List<String> key(Wanted wanted, Listed row) {
        RegisterRecord record = row.record();
        String day = record.onDay().toString();
        return switch (wanted.by()) {
            case DAY -> List.of(day, record.id().toString());
            case NAME -> List.of(row.name(), record.id().toString());
            case STATE -> {
                List<String> states = wanted.register().states().states().stream()
                        .map(Lifecycle.State::id)
                        .toList();
                yield List.of(
                        String.valueOf(states.indexOf(record.state()) + 1),
                        day,
                        record.id().toString());
            }
        };
    }

    /** The parameters of a key; null when it is none of this order. */
    private static @Nullable Map<String, Object> key(RecordOrder by, List<String> key) {
        try {
            UUID id = UUID.fromString(key.getLast());
            return switch (by) {
                case DAY -> key.size() != 2 ? null : Map.of("keyDay", LocalDate.parse(key.getFirst()), "keyId", id);
                case NAME -> key.size() != 2 ? null : Map.of("keyName", key.getFirst(), "keyId", id);
                case STATE ->
                    key.size() != 3
                            ? null
                            : Map.of(
                                    "keyState",
                                    Integer.valueOf(key.getFirst()),
                                    "keyDay",
                                    LocalDate.parse(key.get(1)),
                                    "keyId",
                                    id);
            };
        } catch (IllegalArgumentException | DateTimeException noKey) {
            return null;
        }
    }
}
