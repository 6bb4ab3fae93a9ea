package vn.toam.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.mapping.RecordColumn.Kind;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.shared.Page;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;
import vn.toam.sheet.Folded;
import vn.toam.sheet.SheetRow;

/**
 * A plain list of records that a table is brought into, a row a record: who extends this says its columns, what makes a row one record, which
 * records stand there, how they are saved and how that is taken back. A blank cell says nothing and clears nothing.
 */
public abstract class RecordTarget implements ImportTarget {

    /** Column of the question which of several records a row is about. */
    public static final String RECORD = "@record";

    /** The answer to it that says: none of them. */
    static final String NEW = "@new";

    private static final String ID = "id";
    private static final String VERSION = "version";

    private final List<RecordColumn> columns;
    private final Map<String, ColumnChoices> choices = new HashMap<>();

    protected RecordTarget(List<RecordColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Ids of the columns that make a row one record; those that are required must stand in the table. */
    protected abstract List<String> key();

    /** Records with one of these keys that the account asking may change, by key; {@link #keyOf} says how one is written. */
    protected abstract Map<String, List<StandingRecord>> standing(Collection<RecordRow> rows);

    /** What the cells of a column that holds codes are chosen from; asked for once. */
    protected ColumnChoices choices(RecordColumn column) {
        return new OptionNames(column.options());
    }

    /** What the cells of a row say together, such as a paper whose number and day stand in one. */
    protected Map<String, String> read(Map<String, String> values) {
        return values;
    }

    /**
     * What a row says once it is known which record it is about: a new one says what goes without saying.
     *
     * @param standing null: it is new
     */
    protected Map<String, String> settled(
            Map<String, String> values, @Nullable StandingRecord standing, Mapping mapping) {
        return values;
    }

    /** True where two records never have the same key, however it is spelt: a row may not be another one beside these. */
    protected boolean alone(List<StandingRecord> standing) {
        return false;
    }

    /**
     * What is wrong with the record that would come of a row, beside what its columns say.
     *
     * @param standing the record that would change; null: it is new
     * @param values all of them
     */
    protected List<Problem> problems(@Nullable StandingRecord standing, Map<String, String> values) {
        return List.of();
    }

    /** What is odd about it and does not keep it from being saved. */
    protected List<Text> warnings(Map<String, String> values) {
        return List.of();
    }

    /** What a row is called. */
    protected String name(Map<String, String> values) {
        return key().stream().map(values::get).filter(value -> value != null).collect(Collectors.joining(", "));
    }

    /** The key of a record with these values, without marks; blank: something of it is missing. */
    public String keyOf(Map<String, String> values) {
        return key(values, Folded::of);
    }

    /** The key as it is written. */
    final String spelledKeyOf(Map<String, String> values) {
        return key(values, Folded::spelled);
    }

    private String key(Map<String, String> values, Function<String, String> written) {
        boolean whole = key().stream()
                .filter(id -> column(id).required() || key().size() == 1)
                .allMatch(values::containsKey);
        return whole && key().stream().anyMatch(values::containsKey)
                ? key().stream()
                        .map(column -> written.apply(values.getOrDefault(column, "")))
                        .collect(Collectors.joining("|"))
                : "";
    }

    /** The choice of a column that is kept as this. */
    protected final Optional<Option> option(String column, String code) {
        return choicesOf(column).option(code);
    }

    final ColumnChoices choicesOf(String column) {
        return choices.computeIfAbsent(column, id -> choices(column(id)));
    }

    final List<RecordColumn> recordColumns() {
        return columns;
    }

    final RecordColumn column(String id) {
        return find(id).orElseThrow();
    }

    private Optional<RecordColumn> find(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /** The record that an entry changes; empty: it makes a new one. */
    protected static Optional<String> recordOf(Entry entry) {
        return Optional.ofNullable(entry.memo().get(ID));
    }

    /** The version of it that was compared. */
    protected static int versionOf(Entry entry) {
        return Integer.parseInt(entry.memo().getOrDefault(VERSION, "0"));
    }

    static Map<String, String> memo(@Nullable StandingRecord standing) {
        return standing == null ? Map.of() : Map.of(ID, standing.id(), VERSION, String.valueOf(standing.version()));
    }

    /** What an entry would change, by column. */
    protected static Map<String, String> after(Entry entry) {
        Map<String, String> after = new TreeMap<>();
        entry.changes().forEach(change -> after.put(change.column(), change.after()));
        entry.texts().forEach(change -> after.put(change.column(), change.after()));
        return after;
    }

    /** What stood there before; a column that said nothing is null. */
    protected static Map<String, @Nullable String> before(Entry entry) {
        Map<String, @Nullable String> before = new TreeMap<>();
        entry.changes().forEach(change -> before.put(change.column(), change.before()));
        entry.texts().forEach(change -> before.put(change.column(), change.before()));
        return before;
    }

    @Override
    public List<ColumnGroup> columns() {
        return List.of(new ColumnGroup(
                place().about(),
                columns.stream()
                        .map(column -> new ColumnGroup.Column(column.id(), "", column.name()))
                        .toList()));
    }

    @Override
    public List<ImportQuestion> questions() {
        return columns.stream().anyMatch(column -> column.kind().number())
                ? List.of(FigureSpelling.QUESTION)
                : List.of();
    }

    @Override
    public Proposal propose(Map<String, List<SheetRow>> top) {
        Map<String, List<SheetRow>> sheets = new TreeMap<>(top);
        sheets.remove(vn.toam.sheet.RowReceiver.MARKS);
        return new ColumnNames(columns).propose(sheets);
    }

    @Override
    public List<Problem> check(Mapping mapping) {
        return key().stream()
                .filter(id -> mapping.column(id) < 0 && column(id).required())
                .map(id -> new Problem(
                        "columns", "imports.map.needed", List.of(column(id).name())))
                .toList();
    }

    @Override
    public void compare(Mapping mapping, ImportRows rows, Entries entries) {
        RecordComparison comparison = new RecordComparison(this, mapping, rows.headings(), FigureSpelling.of(mapping));
        rows.each(lines -> entries.add(comparison.compare(lines)));
        if (comparison.mixed()) {
            entries.clear();
            RecordComparison again =
                    new RecordComparison(this, mapping, rows.headings(), vn.toam.definition.LineRules.Spelling.MIXED);
            rows.each(lines -> entries.add(again.compare(lines)));
            again.tell(entries);
        } else {
            comparison.tell(entries);
        }
    }

    @Override
    public String meant(String column, String typed) {
        if (column.equals(RECORD)) {
            return typed;
        }
        List<Option> found = find(column)
                .map(each -> option(column, typed)
                        .map(List::of)
                        .orElseGet(() -> choicesOf(column).find(typed)))
                .orElse(List.of());
        if (found.size() != 1) {
            throw Rejected.field("other", "imports.choose.unknown", typed);
        }
        return found.getFirst().code();
    }

    @Override
    public String show(Page page, String column, @Nullable String value) {
        RecordColumn known = find(column).orElse(null);
        if (value == null || known == null) {
            return value == null ? "–" : value;
        }
        return switch (known.kind()) {
            case DATE -> page.date(LocalDate.parse(value));
            case INTEGER, DECIMAL -> page.number(new BigDecimal(value));
            case YES_NO -> page.t(Boolean.parseBoolean(value) ? "imports.yes" : "imports.no");
            case CODE -> options(page, known, value);
            case TEXT, LONG, YEAR -> value;
        };
    }

    @Override
    public String choice(Page page, String column, Entry.Choice choice) {
        return choice.code().equals(NEW)
                ? page.t("imports.choose.new")
                : column.equals(RECORD) ? choice.name() : show(page, column, choice.code());
    }

    private String options(Page page, RecordColumn column, String value) {
        List<String> names = new ArrayList<>();
        for (String code : value.split(";")) {
            names.add(choicesOf(column.id())
                    .option(code)
                    .map(option -> page.text(option.name()))
                    .orElse(code));
        }
        return String.join(", ", names);
    }

    /** True for a column whose values are too long for a cell. */
    final boolean isLong(String column) {
        return column(column).kind() == Kind.LONG;
    }
}
