package vn.toam.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;
import vn.toam.language.AgencyNames;
import vn.toam.language.Lexicon;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.outline.Frames;
import vn.toam.outline.Node;
import vn.toam.outline.Outline;
import vn.toam.outline.Repair;
import vn.toam.outline.Zones;
import vn.toam.paper.Budget;
import vn.toam.paper.UnreadableFile;

/** Reads a plan's text into its structure. Thread-safe; the lexicon is loaded once. */
public final class PlanReader {
    /** Letters looked at for each letter of the text: plans need 150 to 350, the worst shapes tried below 1,000. */
    private static final long STEPS_PER_CHAR = 2_000;

    private static final long LEAST_STEPS = 10_000_000;

    /** What no text may cost, however long: some ten seconds of one core. */
    private static final long MOST_STEPS = 1_500_000_000;

    /** Fewer letters are no text. */
    private static final int LEAST_LETTERS = 12;

    /** Processor time for one text; the steps end long before. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final class Standard {
        static final PlanReader INSTANCE = new PlanReader(Lexicon.standard());
    }

    private final Lexicon lexicon;
    private final Repair repair;
    private final Frames frames = new Frames();
    private final Headers headers;
    private final Citations citations;
    private final Outline outline;
    private final Targets targets;
    private final Aims aims = new Aims();
    private final TaskGroups taskGroups;
    private final Agencies agencies;
    private final Deadlines deadlines;
    private final Annexes annexes;
    private final Events events;
    private final Money money;
    private final Closing closing = new Closing();

    private PlanReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        AgencyNames names = new AgencyNames(lexicon);
        repair = new Repair(lexicon);
        headers = new Headers(lexicon, names);
        citations = new Citations(lexicon);
        outline = new Outline(lexicon);
        targets = new Targets(lexicon);
        taskGroups = new TaskGroups(lexicon, names);
        agencies = new Agencies(lexicon, names);
        deadlines = new Deadlines(lexicon, names);
        annexes = new Annexes(outline, taskGroups, deadlines);
        events = new Events(lexicon);
        money = new Money(lexicon);
    }

    /** The reader with the lexicon of {@code catalog/lexicon}. */
    public static PlanReader standard() {
        return Standard.INSTANCE;
    }

    /**
     * Reads one text: what is not found is absent, what is doubtful says why.
     *
     * @throws UnreadableFile only when reading costs more than any plan does, however odd the content
     */
    public PlanDraft read(SourceText source) throws UnreadableFile {
        return read(source, budget(source));
    }

    private static Budget budget(SourceText source) {
        long steps = LEAST_STEPS + STEPS_PER_CHAR * source.text().length();
        return new Budget(Math.min(MOST_STEPS, steps), MAX_TIME);
    }

    /** Reads within a budget, which tells afterwards what it cost. */
    PlanDraft read(SourceText source, Budget budget) throws UnreadableFile {
        if (source.text()
                        .chars()
                        .filter(Character::isLetter)
                        .limit(LEAST_LETTERS)
                        .count()
                < LEAST_LETTERS) {
            throw UnreadableFile.tooShort();
        }
        try {
            return draft(source, repair.view(source.text(), budget));
        } catch (Budget.Exhausted exhausted) {
            throw exhausted.unreadable();
        } catch (StackOverflowError deep) {
            throw UnreadableFile.overlong(deep);
        }
    }

    private PlanDraft draft(SourceText source, View repaired) {
        Frame frame = frames.find(repaired);
        Node root = outline.read(repaired, frame.news() ? 0 : frame.titleEnd(), frame.end());
        Zones zones = new Zones(lexicon, repaired, root, frame.news());
        Recognition kind = Recogniser.recognise(repaired, frame, root, zones, headers.read(repaired, frame));
        View view = kind.plan() ? repaired : repaired.doubted(Note.of("reader.why.notAPlan"));
        return findings(source, view, frame, root, zones, kind);
    }

    private PlanDraft findings(SourceText source, View view, Frame frame, Node root, Zones zones, Recognition kind) {
        PlanDraft.Header header = headers.read(view, frame);
        Targets.Found aimed = targets.read(view, root, zones, frame.news(), issued(header));
        Node articles = frame.decision() ? outline.read(view, frame.bodyStart(), frame.typeStart()) : null;
        Agencies.Found who = agencies.read(view, root, zones, frame.news(), articles);
        List<PlanDraft.Event> dated = events.read(view, frame);
        Closing.Found end = closing.read(view, frame);
        List<PlanDraft.TaskGroup> groups = taskGroups.read(view, root, zones, frame.news());
        return new PlanDraft(
                header,
                citations.read(view, frame, header.number().value()),
                frame.news() ? List.of() : Sections.of(view, root),
                aims.general(view, root, zones),
                aimed.targets(),
                aims.trends(view, root, zones, frame.news()),
                groups,
                annexes.read(source, view, frame, groups, who.duties(), zones, year(header)),
                who.agencies(),
                who.duties(),
                deadlines.read(view, root, zones, year(header), dated),
                dated,
                money.sources(view, root, zones),
                money.programmes(view, frame),
                end.recipients(),
                end.signature(),
                aimed.others(),
                kind,
                warnings(source, view, frame, header, kind));
    }

    /** The year in which the plan was issued, or in which it starts. */
    private static @Nullable Integer issued(PlanDraft.Header header) {
        String date = header.date().value();
        String year = date == null ? header.periodFrom().value() : date;
        return year == null || year.length() < 4 ? null : Integer.valueOf(year.substring(0, 4));
    }

    /** The one year that the plan is for. */
    private static @Nullable String year(PlanDraft.Header header) {
        String from = header.periodFrom().value();
        return from != null && from.equals(header.periodTo().value()) ? from : null;
    }

    private static List<Note> warnings(
            SourceText source, View view, Frame frame, PlanDraft.Header header, Recognition kind) {
        List<Note> notes = new ArrayList<>(source.notes());
        if (view.plain() && notes.stream().noneMatch(n -> n.key().equals("paper.noDiacritics"))) {
            notes.add(Note.of("paper.noDiacritics"));
        }
        if (!kind.plan()) {
            notes.addFirst(Note.of(kind.messageKey()));
        } else if (frame.news()) {
            notes.add(Note.of("reader.noTitle"));
        }
        if (header.number().value() == null) {
            notes.add(Note.of("reader.noNumber"));
        }
        if (header.date().value() == null) {
            notes.add(Note.of("reader.noDate"));
        }
        if (kind.plan() && !Annexes.tables(source, view, frame).isEmpty()) {
            notes.add(Note.of("reader.annexTable"));
        }
        return notes;
    }
}
