package vn.toam.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.SourceText;
import vn.toam.language.Evidence;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.outline.Node;
import vn.toam.outline.Outline;
import vn.toam.outline.Tables;
import vn.toam.outline.Zones;
import vn.toam.reader.PlanDraft.Annex;
import vn.toam.reader.PlanDraft.Deadline;
import vn.toam.reader.PlanDraft.Task;
import vn.toam.reader.PlanDraft.TaskGroup;

/** Tables of tasks behind the recipients and the signature. */
final class Annexes {
    private static final int LONGEST_TITLE = 200;

    /** No plan has more; each is looked for in the whole text. */
    private static final int MOST_TABLES = 40;

    private final Outline outline;
    private final TaskGroups groups;
    private final Deadlines deadlines;

    Annexes(Outline outline, TaskGroups groups, Deadlines deadlines) {
        this.outline = outline;
        this.groups = groups;
        this.deadlines = deadlines;
    }

    /** The tables behind the end of the body. */
    static List<Tables.Table> tables(SourceText source, View view, Frame frame) {
        int end = frame.end();
        if (frame.news() || end <= 0 || end >= view.low().length()) {
            return List.of();
        }
        int from = view.evidence(end - 1, end).start();
        return Tables.of(source.text()).stream()
                .filter(table -> table.start() > from && !table.lines().isEmpty())
                .toList();
    }

    /** Their tasks without those that the body says in the same words. */
    Annex read(
            SourceText source,
            View view,
            Frame frame,
            List<TaskGroup> body,
            List<PlanDraft.Duties> duties,
            Zones zones,
            @Nullable String year) {
        Set<String> said = new HashSet<>();
        body.forEach(group -> group.tasks().forEach(task -> said.add(Vi.key(task.text()))));
        duties.forEach(duty -> duty.items().forEach(item -> said.add(Vi.key(item.text()))));
        List<TaskGroup> found = new ArrayList<>();
        List<Deadline> due = new ArrayList<>();
        List<Tables.Table> tables = tables(source, view, frame);
        for (Tables.Table table : tables.subList(0, Math.min(MOST_TABLES, tables.size()))) {
            List<View.Range> lines = view.paragraphs().stream()
                    .filter(p -> p.start() >= frame.end() && p.end() > p.start())
                    .filter(p -> inside(view.evidence(p), table))
                    .toList();
            if (!lines.isEmpty()) {
                Node root = outline.read(
                        view, lines.getFirst().start(), lines.getLast().end());
                groups.table(view, root, title(view, frame, lines.getFirst()))
                        .forEach(group -> keep(group, said, found));
                due.addAll(deadlines.read(view, root, zones, year, List.of()));
            }
        }
        due.removeIf(d -> found.stream()
                .flatMap(group -> group.tasks().stream())
                .noneMatch(task -> task.evidence().start() <= d.evidence().start()
                        && d.evidence().end() <= task.evidence().end()));
        return new Annex(found, due);
    }

    private static boolean inside(Evidence line, Tables.Table table) {
        return line.start() >= table.start() && line.end() <= table.end();
    }

    private static void keep(TaskGroup group, Set<String> said, List<TaskGroup> found) {
        List<Task> tasks = group.tasks().stream()
                .filter(task -> said.add(Vi.key(task.text())))
                .toList();
        if (!tasks.isEmpty()) {
            found.add(
                    new TaskGroup(group.no(), group.title(), group.byAgency(), tasks, tasks.size(), group.evidence()));
        }
    }

    /** The short line above the table. */
    private static String title(View view, Frame frame, View.Range first) {
        View.Range above = null;
        for (View.Range p : view.paragraphs()) {
            if (p.start() >= first.start()) {
                break;
            }
            above = p.start() >= frame.end() && p.end() > p.start() ? p : above;
        }
        boolean fits = above != null && above.end() - above.start() < LONGEST_TITLE;
        return above != null && fits ? view.slice(above.start(), above.end()) : "Phụ lục";
    }
}
