package vn.toam.recordquery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.register.RecordNames;
import vn.toam.register.RecordRules;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.Page;
import vn.toam.shared.Text;

/**
 * The page of a register at a place.
 *
 * @param slice the records; null: only figures may be read here
 * @param sums of its fields of numbers
 * @param units names of those that keep the records, where there are several
 * @param villages those of the commune, by which the list may be narrowed; empty: it is no commune, or its records name none
 * @param keeps whoever reads may enter records here
 * @param people names of people are shown in every record: they may be sorted and searched by
 * @param counted the figure whose records these are; null: they are all
 * @param figures where only figures may be read: what the register counts this year
 */
public record RecordList(
        Register register,
        Unit place,
        RecordQuery query,
        @Nullable KeysetSlice<RecordRow> slice,
        Map<String, Sum> sums,
        RecordNames.Known known,
        Map<Integer, Text> units,
        List<Unit> places,
        List<FieldChoice> villages,
        boolean keeps,
        boolean people,
        @Nullable Figure counted,
        List<Figure> figures) {

    /**
     * A figure counted from the register.
     *
     * @param register where it is counted
     * @param unproven how many of it no file proves
     */
    public record Figure(
            Text name,
            Text register,
            LocalDate first,
            LocalDate last,
            boolean stock,
            BigDecimal figure,
            int unproven) {}

    /** Whoever keeps records here may bring in a table of them. */
    public boolean imports() {
        return keeps && RecordRules.inOneRow(register);
    }

    /** More records than these are not added up: a list of a province is narrowed first, to a year for instance. */
    static final int MOST_SUMMED = 10_000;

    public long mostSummed() {
        return slice != null && slice.more() ? slice.total() : MOST_SUMMED;
    }

    /** The list has numbers that are not added up, because there are so many records. */
    public boolean tooMany() {
        return sums.isEmpty()
                && slice != null
                && (slice.more() || slice.total() > MOST_SUMMED)
                && !numbers(register).isEmpty();
    }

    /** Fields that name a record, without the first, which is the link, and those that have a column of their own. */
    public List<RecordField> titles() {
        return register.title().stream()
                .skip(1)
                .map(field -> register.field(field).orElseThrow())
                .filter(field -> !(field.type().number() && !field.label()))
                .filter(field -> !field.id().equals(register.date()))
                .toList();
    }

    /** Fields of numbers of which any record says one, each with its sum at the foot. */
    public List<RecordField> numbers() {
        return numbers(register).stream()
                .filter(field -> sums.containsKey(field.id()))
                .toList();
    }

    /** Only the place's own records are here: those of units below are shown to these alone. */
    public boolean itself() {
        return register.sensitivity() == Register.Sensitivity.SENSITIVE && place.level() != Level.COMMUNE;
    }

    /** What is said of a register without records, to whoever reads it. */
    public String emptiness() {
        String who = itself() ? "own" : !keeps() ? "reader" : imports() ? "imports" : "keeper";
        return "register.list.empty." + who;
    }

    /** Tables without which no record is whole, so that none is brought in from a file. */
    public Text neededTables() {
        List<RecordTable> needed =
                register.tables().stream().filter(table -> table.min() > 0).toList();
        return new Text(
                needed.stream().map(table -> table.name().vi()).collect(Collectors.joining(", ")),
                needed.stream().map(table -> table.name().in(Locale.ENGLISH)).collect(Collectors.joining(", ")));
    }

    /** The head of a column of numbers; money says in what. */
    public String head(RecordField field, Page page) {
        String name = page.text(field.name());
        return field.type() == RecordField.Type.MONEY ? page.t("register.list.money", name) : name;
    }

    static List<RecordField> numbers(Register register) {
        return register.fields().stream()
                .filter(field -> field.type().number() && !field.label())
                .toList();
    }

    /** Fields of choices by which the list may be narrowed. */
    public List<RecordField> choices() {
        return register.fields().stream()
                .filter(field -> field.type() == RecordField.Type.CODE && (people || !field.personal()))
                .toList();
    }

    /** The field of the village that a record lies in, where the list may be narrowed by it. */
    public List<RecordField> lying() {
        return villages.isEmpty()
                ? List.of()
                : register.fields().stream()
                        .filter(field -> field.type() == RecordField.Type.VILLAGE)
                        .filter(field -> people || !field.personal())
                        .toList();
    }

    /** Something that names people stands in a column, and is not shown everywhere. */
    public boolean hides() {
        return !people
                && register.title().stream()
                        .anyMatch(field -> register.field(field).orElseThrow().personal());
    }

    /** The list may be sorted by name. */
    public boolean named() {
        return people
                || !register.field(register.title().getFirst()).orElseThrow().personal();
    }
}
