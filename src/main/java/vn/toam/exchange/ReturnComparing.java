package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.toam.catalog.Catalog;
import vn.toam.collection.LastYear;
import vn.toam.definition.CodeList;
import vn.toam.definition.Form;
import vn.toam.definition.LineRules;
import vn.toam.mapping.Entries;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportRows;
import vn.toam.mapping.Proposal;
import vn.toam.round.Round;
import vn.toam.shared.Rejected;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.UnreadableTable;

/** Recognises a table of figures and holds its rows against the returns of a round. */
@Component
class ReturnComparing {

    private final AskedRepository asked;
    private final Permitted permitted;
    private final LastYear lastYear;
    private final Catalog catalog;

    ReturnComparing(AskedRepository asked, Permitted permitted, LastYear lastYear, Catalog catalog) {
        this.asked = asked;
        this.permitted = permitted;
        this.lastYear = lastYear;
        this.catalog = catalog;
    }

    /** How the table may be read: it is ours, or has headings that may be known, or is odd: of another year, or one of several. */
    Proposal propose(Round round, Form form, Map<String, List<SheetRow>> sheets) throws UnreadableTable {
        Map<String, List<SheetRow>> top = new LinkedHashMap<>(sheets);
        Marks marks = Marks.of(Objects.requireNonNullElse(top.remove(RowReceiver.MARKS), List.of()));
        if (marks != null && !marks.round().equals(round.id().toString())) {
            throw new UnreadableTable(new Rejected.Problem(
                    "file",
                    marks.form().equals(form.id()) ? "exchange.unreadable.otherRound" : "exchange.unreadable.otherForm",
                    List.of()));
        }
        Headings headings = new Headings(form, round.year(), names(round, form, marks != null));
        FigureTable proposed = headings.propose(top, marks);
        List<SheetRow> lines = top.getOrDefault(proposed.sheet(), List.of());
        List<String> years = marks == null ? headings.titled(proposed, lines) : List.of();
        boolean sure = years.isEmpty() && headings.others(top, proposed, true).isEmpty();
        return new Proposal(
                proposed.mapping().answering(FigureTable.WHOLE, marks == null ? permitted.own(round) : marks.unit()),
                headings.signature(proposed, lines),
                !sure
                        ? Proposal.Trust.ASK
                        : marks != null || headings.areOurs(proposed, lines)
                                ? Proposal.Trust.OURS
                                : Proposal.Trust.KNOWN,
                told(proposed.sheet(), years, round.year(), headings.others(top, proposed, false)));
    }

    private static List<Fault> told(String sheet, List<String> years, int year, List<String> others) {
        List<Fault> left = new ArrayList<>();
        if (!years.isEmpty()) {
            left.add(new Fault(sheet, 0, "", "exchange.left.year", List.of(String.join(", ", years), "" + year)));
        }
        others.forEach(other -> left.add(new Fault(other, 0, "", "imports.left.otherSheet", List.of())));
        return left;
    }

    /** How headings name the lines of a form. @param bare whether a number alone does */
    private LineNames names(Round round, Form form, boolean bare) {
        return new LineNames(
                form,
                round.year(),
                catalog.codes("units").codes().stream()
                        .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name)),
                bare);
    }

    /** Works out what each unit would get. */
    void compare(Round round, Form form, FigureTable table, ImportRows rows, Entries entries) {
        Places places = places(round);
        Comparison comparison = compare(round, form, table, places, rows, entries);
        if (comparison.mixed()) {
            entries.clear();
            comparison = compare(round, form, table.spelt(LineRules.Spelling.MIXED), places, rows, entries);
        }
        comparison.tell(entries);
    }

    private Places places(Round round) {
        List<Asked> everybody = asked.names(round.id());
        Permitted.Places may = permitted.of(everybody);
        UnitNames near = new UnitNames(may.near());
        Supplier<UnitNames> all =
                SingletonSupplier.of(() -> may.near().size() == everybody.size() ? near : new UnitNames(everybody));
        return new Places(near, all, may, said -> asked.former(round.id(), said, everybody));
    }

    /** The units of a round that a code or name may mean. */
    List<Asked> find(Round round, String said) {
        return new UnitNames(asked.names(round.id())).find(said);
    }

    private Comparison compare(
            Round round, Form form, FigureTable table, Places places, ImportRows rows, Entries entries) {
        boolean down = table.shape() == FigureTable.Shape.LINES_DOWN;
        Comparison comparison = new Comparison(
                form, table, places, down ? List.of() : rows.headings(), down ? null : names(round, form, false));
        if (down) {
            List<SheetRow> lines = new ArrayList<>();
            rows.each(lines::addAll);
            entries.add(List.of(one(round, table, comparison, lines, names(round, form, true))));
        } else {
            rows.each(lines -> entries.add(many(round, comparison, lines)));
        }
        return comparison;
    }

    private Entry one(Round round, FigureTable table, Comparison comparison, List<SheetRow> lines, LineNames names) {
        Comparison.Named named =
                comparison.whole(lines.isEmpty() ? new SheetRow(table.sheet(), 0, List.of()) : lines.getFirst());
        Asked unit = named.unit();
        return unit == null
                ? Comparison.refused(named)
                : comparison.down(
                        named,
                        standing(round, List.of(unit)).getOrDefault(unit.unit(), unit),
                        lastYear.of(round, List.of(unit.unit())).getOrDefault(unit.unit(), Map.of()),
                        lines,
                        names);
    }

    private List<Entry> many(Round round, Comparison comparison, List<SheetRow> lines) {
        List<Comparison.Named> named =
                lines.stream().map(comparison::name).filter(Objects::nonNull).toList();
        List<Asked> units = named.stream()
                .map(Comparison.Named::unit)
                .filter(Objects::nonNull)
                .toList();
        Map<Integer, Asked> standing = standing(round, units);
        Map<Integer, Map<String, BigDecimal>> last =
                lastYear.of(round, units.stream().map(Asked::unit).toList());
        List<Entry> entries = new ArrayList<>();
        for (Comparison.Named each : named) {
            Asked unit = each.unit();
            entries.add(
                    unit == null
                            ? Comparison.refused(each)
                            : comparison.across(
                                    each,
                                    standing.getOrDefault(unit.unit(), unit),
                                    last.getOrDefault(unit.unit(), Map.of())));
        }
        return entries;
    }

    private Map<Integer, Asked> standing(Round round, List<Asked> units) {
        return units.isEmpty() ? Map.of() : asked.standing(round.id(), units);
    }
}
