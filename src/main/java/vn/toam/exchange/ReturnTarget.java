package vn.toam.exchange;

import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.mapping.ColumnGroup;
import vn.toam.mapping.Entries;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.FigureSpelling;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportPlace.Link;
import vn.toam.mapping.ImportQuestion;
import vn.toam.mapping.ImportRows;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Proposal;
import vn.toam.mapping.TakenBack;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.Page;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.UnreadableTable;

/** The returns of a round, as a table is brought into them: a row is a unit, or a line of the form of one unit. */
final class ReturnTarget implements ImportTarget {

    private static final int SHORTEST_PROOF = 5;

    private static final ImportQuestion PROOF = new ImportQuestion(
            "proof",
            "collection.proxy.proof",
            "collection.proxy.hint",
            "",
            List.of(),
            "collection.problem.proof",
            proof -> proof.strip().length() >= SHORTEST_PROOF);

    private static final List<ImportQuestion> QUESTIONS = List.of(
            ImportQuestion.of(FigureTable.WHOLE, "exchange.map.whole", "exchange.map.whole.hint"),
            FigureSpelling.QUESTION);

    private final Round round;
    private final Form form;
    private final ReturnComparing comparing;
    private final ReturnSaving saving;
    private final Access access;
    private final Words words;

    ReturnTarget(Round round, Form form, ReturnComparing comparing, ReturnSaving saving, Access access, Words words) {
        this.round = round;
        this.form = form;
        this.comparing = comparing;
        this.saving = saving;
        this.access = access;
        this.words = words;
    }

    @Override
    public ImportPlace place() {
        Text period = words.text(round.period(), round.says());
        String here = "/exchange?round=" + round.id();
        return new ImportPlace(
                "exchange",
                "/exchange/imports/",
                "/exchange",
                new Text(
                        form.name().vi() + ", " + period.vi(),
                        form.name().in(java.util.Locale.ENGLISH) + ", " + period.en()),
                round.demo(),
                List.of(
                        new Link("/collection?year=" + round.year(), words.text("collection.title")),
                        new Link(here, words.text("exchange.title"))),
                List.of(
                        new Link(here, words.text("exchange.done.more")),
                        new Link("/collection/rounds/" + round.id(), words.text("exchange.done.round"))),
                "round",
                round.id(),
                true);
    }

    @Override
    public String remembers() {
        return form.id();
    }

    @Override
    public List<ColumnGroup> columns() {
        List<ColumnGroup> groups = new ArrayList<>();
        groups.add(new ColumnGroup(
                words.text("exchange.map.group"),
                Stream.of(FigureTable.UNIT, FigureTable.SECOND, FigureTable.LINE, FigureTable.VALUE, FigureTable.NOTE)
                        .map(id -> new ColumnGroup.Column(id, "", words.text("exchange.map." + id.substring(1))))
                        .toList()));
        form.sections()
                .forEach(section -> groups.add(new ColumnGroup(
                        section.name(),
                        section.fields().stream()
                                .map(field -> new ColumnGroup.Column(field.id(), field.line(), field.name()))
                                .toList())));
        return groups;
    }

    @Override
    public List<ImportQuestion> questions() {
        return QUESTIONS;
    }

    @Override
    public void requireOpen() {
        if (!round.open()) {
            throw Rejected.field("round", "collection.problem.closed");
        }
    }

    @Override
    public Proposal propose(Map<String, List<SheetRow>> top) throws UnreadableTable {
        return comparing.propose(round, form, top);
    }

    @Override
    public List<Problem> check(Mapping mapping) {
        FigureTable table = FigureTable.of(mapping);
        List<Problem> problems = new ArrayList<>();
        boolean across = table.value() < 0;
        if (table.key() < 0 || across && table.shape() == FigureTable.Shape.LINES_DOWN) {
            problems.add(new Problem("columns", across ? "exchange.map.noUnit" : "exchange.map.noLine", List.of()));
        }
        if (across && table.fields().isEmpty()) {
            problems.add(new Problem("columns", "exchange.map.noFigures", List.of()));
        }
        if (!across && table.unit().isBlank()) {
            problems.add(new Problem(FigureTable.WHOLE, "exchange.map.whichUnit", List.of()));
        }
        return problems;
    }

    @Override
    public void compare(Mapping mapping, ImportRows rows, Entries entries) {
        comparing.compare(round, form, FigureTable.of(mapping), rows, entries);
    }

    @Override
    public String meant(String column, String typed) {
        List<Asked> found = comparing.find(round, typed);
        if (found.size() != 1) {
            throw Rejected.field(
                    "other", found.isEmpty() ? "exchange.choose.unknown" : "exchange.choose.several", typed);
        }
        return found.getFirst().code();
    }

    /** The paper from which it is typed, when it is for a unit that is not one's own. */
    @Override
    public @Nullable ImportQuestion askedToSave(List<Entry> first) {
        boolean own = first.stream().allMatch(each -> access.allows(FORM_ENTER, Subject.of(ReturnEntries.unit(each))));
        return own ? null : PROOF;
    }

    @Override
    public Map<Integer, Fault> save(ImportBatch batch) {
        return saving.save(round, form, batch);
    }

    @Override
    public TakenBack undo(ImportBatch batch) {
        return saving.undo(round, form, batch);
    }

    @Override
    public String show(Page page, String column, @Nullable String value) {
        Field field = form.field(column).orElse(null);
        BigDecimal figure = value == null ? null : new BigDecimal(value);
        return figure == null || field == null || field.type() != FieldType.YES_NO
                ? page.number(figure)
                : page.t(figure.signum() != 0 ? "collection.yes" : "collection.no");
    }
}
