package vn.toam.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.CodeList;
import vn.toam.catalog.Form;
import vn.toam.catalog.LineRules;
import vn.toam.collection.LastYear;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Rejected;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/** The first steps of an import: recognise the table, compare it with what stands there. */
@Component
class ImportSteps {

    /** What is found when the table is compared, and found anew when it is compared again. */
    private static final Set<String> TOLD_ANEW = Set.of(
            "exchange.left.total",
            "exchange.left.line",
            "exchange.left.heading",
            "exchange.left.noHeading",
            "exchange.left.header",
            "exchange.wrong.otherTable");

    /** RowReceiver of headings above each other. */
    private static final int HEADED = 5;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final AskedRepository asked;
    private final Permitted permitted;
    private final RoundService rounds;
    private final LastYear lastYear;
    private final Catalog catalog;
    private final Clock clock;

    ImportSteps(
            ImportRepository imports,
            StagingRepository staging,
            AskedRepository asked,
            Permitted permitted,
            RoundService rounds,
            LastYear lastYear,
            Catalog catalog,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.asked = asked;
        this.permitted = permitted;
        this.rounds = rounds;
        this.lastYear = lastYear;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Finds out how the table is to be read: it is ours, or the sender's headings are known, or it can only be proposed.
     *
     * @return true when nothing has to be asked
     */
    boolean recognise(Import made) throws UnreadableTable {
        Round round = rounds.find(made.round());
        Form form = form(round);
        Map<String, List<SheetRow>> top = staging.top(made.id(), Headings.LOOKED_AT);
        Marks marks = Marks.of(top.getOrDefault(RowReceiver.MARKS, List.of()));
        top.remove(RowReceiver.MARKS);
        if (top.isEmpty()) {
            throw new UnreadableTable("blank");
        }
        if (marks != null && !marks.round().equals(round.id().toString())) {
            throw new UnreadableTable(new Rejected.Problem(
                    "file",
                    marks.form().equals(form.id()) ? "exchange.unreadable.otherRound" : "exchange.unreadable.otherForm",
                    List.of()));
        }
        Headings headings = new Headings(form, round.year(), names(form, round, marks != null));
        Mapping proposed = headings.propose(top, marks);
        List<SheetRow> lines = top.getOrDefault(proposed.sheet(), List.of());
        String signature = Headings.signature(proposed, lines);
        List<String> years = marks == null ? headings.titled(proposed, lines) : List.of();
        List<String> others = headings.others(top, proposed, false);
        boolean sure = years.isEmpty() && headings.others(top, proposed, true).isEmpty();
        tell(made.id(), proposed.sheet(), years, round.year(), others);
        Mapping mapping = sure && (marks != null || headings.areOurs(proposed, lines))
                ? proposed.about(marks == null ? "" : marks.unit())
                : sure
                        ? imports.remembered(made.sender(), form.id(), signature)
                                .map(each -> each.placed(proposed))
                                .orElse(null)
                        : null;
        boolean known = mapping != null && mapping.complete();
        imports.map(
                made.id(),
                mapping != null ? mapping : proposed.about(marks == null ? permitted.own(round) : marks.unit()),
                signature);
        move(made.id(), Import.Status.READING, known ? Import.Status.COMPARING : Import.Status.MAPPING);
        return known;
    }

    private void tell(UUID id, String sheet, List<String> years, int year, List<String> others) {
        List<Fault> left = new ArrayList<>(find(id).left());
        if (!years.isEmpty()) {
            left.add(new Fault(sheet, 0, "", "exchange.left.year", List.of(String.join(", ", years), "" + year)));
        }
        others.forEach(other -> left.add(new Fault(other, 0, "", "exchange.left.otherSheet", List.of())));
        imports.found(id, left, List.of());
    }

    /** How headings name the lines of a form. @param bare whether a number alone does */
    LineNames names(Form form, Round round, boolean bare) {
        return new LineNames(
                form,
                round.year(),
                catalog.codes("units").codes().stream()
                        .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name)),
                bare);
    }

    /** Works out what each unit would get, and keeps that for the preview. */
    void compare(UUID id) {
        Import made = find(id);
        Mapping mapping = Objects.requireNonNull(made.mapping());
        Comparison comparison = compare(made, mapping);
        if (comparison.mixed()) {
            comparison = compare(made, mapping.spelt(LineRules.Spelling.MIXED));
        }
        List<Fault> left = new ArrayList<>(made.left().stream()
                .filter(each -> !TOLD_ANEW.contains(each.key()))
                .toList());
        left.addAll(comparison.left());
        imports.found(id, left, comparison.tallies());
        move(id, Import.Status.COMPARING, Import.Status.PREVIEW);
    }

    private Comparison compare(Import made, Mapping mapping) {
        Round round = rounds.find(made.round());
        Form form = form(round);
        List<Asked> everybody = asked.names(round.id());
        Permitted.Places may = permitted.of(everybody);
        UnitNames near = new UnitNames(may.near());
        Supplier<UnitNames> all =
                SingletonSupplier.of(() -> may.near().size() == everybody.size() ? near : new UnitNames(everybody));
        Places places = new Places(near, all, may, said -> asked.former(round.id(), said, everybody));
        Comparison comparison = new Comparison(form, mapping, places);
        staging.clearEntries(made.id());
        if (mapping.shape() == Mapping.Shape.LINES_DOWN) {
            one(made, mapping, comparison, names(form, round, true));
        } else {
            many(made, mapping, comparison);
        }
        return comparison;
    }

    /** The units of its round that a code or name may mean. */
    List<Asked> find(Import made, String said) {
        return new UnitNames(asked.names(made.round())).find(said);
    }

    private void one(Import made, Mapping mapping, Comparison comparison, LineNames names) {
        List<SheetRow> lines = staging.lines(made.id(), mapping.sheet(), mapping.first() - 1, TableFile.MAX_ROWS);
        Comparison.Named named =
                comparison.whole(lines.isEmpty() ? new SheetRow(mapping.sheet(), 0, List.of()) : lines.getFirst());
        Asked unit = named.unit();
        Entry entry = unit == null
                ? Comparison.refused(named)
                : comparison.down(
                        named,
                        standing(made, List.of(unit)).getOrDefault(unit.unit(), unit),
                        lastYear.of(rounds.find(made.round()), List.of(unit.unit()))
                                .getOrDefault(unit.unit(), Map.of()),
                        lines,
                        names);
        staging.addEntries(made.id(), 0, List.of(entry));
    }

    private void many(Import made, Mapping mapping, Comparison comparison) {
        Round round = rounds.find(made.round());
        comparison.headed(
                staging.lines(made.id(), mapping.sheet(), mapping.header() - 1, HEADED).stream()
                        .filter(line -> line.number() < mapping.first())
                        .toList(),
                names(form(round), round, false));
        int total = staging.count(made.id(), mapping.sheet());
        int done = 0;
        int ordinal = 0;
        Map<Integer, Integer> ordinals = new HashMap<>();
        List<SheetRow> lines = staging.lines(made.id(), mapping.sheet(), mapping.first() - 1, ImportRunner.BATCH);
        while (!lines.isEmpty()) {
            List<Entry> entries = entries(made, comparison, lines);
            for (Entry each : entries) {
                ordinals.putIfAbsent(each.unit(), ordinal++);
            }
            staging.addEntries(made.id(), ordinal - entries.size(), entries);
            done += lines.size();
            progress(made.id(), done, total);
            lines = staging.lines(made.id(), mapping.sheet(), lines.getLast().number(), ImportRunner.BATCH);
        }
        comparison.tellUnread();
        comparison
                .repeated()
                .forEach((unit, fault) -> staging.refuse(made.id(), ordinals.getOrDefault(unit, -1), fault));
    }

    private List<Entry> entries(Import made, Comparison comparison, List<SheetRow> lines) {
        List<Comparison.Named> named =
                lines.stream().map(comparison::name).filter(Objects::nonNull).toList();
        List<Asked> units = named.stream()
                .map(Comparison.Named::unit)
                .filter(Objects::nonNull)
                .toList();
        Map<Integer, Asked> standing = standing(made, units);
        Map<Integer, Map<String, BigDecimal>> last = lastYear.of(
                rounds.find(made.round()), units.stream().map(Asked::unit).toList());
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

    private Map<Integer, Asked> standing(Import made, List<Asked> units) {
        return units.isEmpty() ? Map.of() : asked.standing(made.round(), units);
    }

    private void progress(UUID id, int done, int total) {
        if (!imports.progress(id, Import.Status.COMPARING, done, total, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    private void move(UUID id, Import.Status from, Import.Status to) {
        if (!imports.move(id, List.of(from), to, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    private Form form(Round round) {
        return catalog.form(round.form(), round.formVersion());
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(ImportRunner.Cancelled::new);
    }
}
