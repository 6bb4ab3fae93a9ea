package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.Node.Kind;
import vn.toam.reader.PlanDraft.Task;
import vn.toam.reader.PlanDraft.TaskGroup;
import vn.toam.reader.Zones.Zone;

/** Numbered groups of tasks and solutions, with what stands directly below each. */
final class TaskGroups {
    private static final Rx TOWARDS = Rx.of("đối với ");
    private final Rx task;
    private final Rx label;
    private final Rx time;
    private final Rx leadIn;
    private final Rx frame;

    TaskGroups(Lexicon lexicon) {
        task = lexicon.rx("(?:các |một số )?{taskHeads}");
        label = lexicon.rx("(?:{leadLabels}|{partnerLabels}|{doerLabels}|{timeLabels}|{taskLabels}|{otherLabels})\\s?:");
        time = lexicon.rx("{timeLabels}\\s?:\\s*");
        leadIn = lexicon.rx("{leadIns}");
        frame = lexicon.rx("{frameHeads}(?![\\p{L}])");
    }

    List<TaskGroup> read(View view, Node root, Zones zones, boolean news) {
        List<TaskGroup> out = new ArrayList<>();
        if (news) {
            reported(view, root, out);
            return out;
        }
        for (Node top : Outline.tops(root)) {
            if (zones.of(top) == Zone.TASK) {
                section(view, top, out);
            } else if (zones.of(top) != Zone.ORGANISATION) {
                inner(view, top, out);
            }
        }
        return out;
    }

    /** The headings below a task section are groups; without headings the section itself is one. */
    private void section(View view, Node top, List<TaskGroup> out) {
        List<Node> headings = top.children.stream()
                .filter(c -> c.heading
                        && c.numbered()
                        && !frame.in(view, c.textStart, c.titleEnd).lookingAt())
                .toList();
        if (headings.isEmpty()) {
            add(view, top, out);
        }
        headings.forEach(h -> add(view, h, out));
    }

    /** "d) Các hoạt động chính" inside another section. */
    private void inner(View view, Node top, List<TaskGroup> out) {
        top.children.stream()
                .flatMap(Node::all)
                .filter(n -> n.heading
                        && n.numbered()
                        && !n.children.isEmpty()
                        && task.in(view, n.textStart, n.titleEnd).lookingAt())
                .forEach(n -> add(view, n, out));
    }

    private void add(View view, Node n, List<TaskGroup> out) {
        List<Node> items = items(view, n);
        List<Task> tasks = new ArrayList<>();
        items.forEach(i -> tasks.add(task(view, i)));
        int leaves = items.stream().mapToInt(i -> leaves(view, i)).sum();
        if (tasks.isEmpty() && n.titleEnd < n.end - 20) {
            tasks.add(new Task(
                    view.slice(n.titleEnd, n.end).replaceFirst("^[:.\\s]+", ""),
                    null,
                    view.evidence(n.titleEnd, n.end)));
            leaves = 1;
        }
        boolean byAgency = TOWARDS.in(view, n.textStart, n.end).lookingAt();
        if (!tasks.isEmpty()) {
            out.add(new TaskGroup(
                    n.path(), Outline.title(view, n), byAgency, tasks, leaves, view.evidence(n.start, n.deepEnd())));
        }
    }

    /** The direct children: items if there are any, else paragraphs; attribute lines alone make one task. */
    private List<Node> items(View view, Node n) {
        List<Node> marked = n.children.stream().filter(c -> c.kind != Kind.TEXT).toList();
        if (marked.isEmpty()) {
            return n.children;
        }
        boolean attributes = allLabelled(view, marked);
        if (attributes) {
            List<Node> below = marked.getFirst().children.stream()
                    .filter(c -> c.kind != Kind.TEXT)
                    .toList();
            return below.isEmpty() ? marked.subList(0, 1) : below;
        }
        return marked.stream().filter(c -> !isAttribute(view, c)).toList();
    }

    private boolean allLabelled(View view, List<Node> nodes) {
        return nodes.stream().allMatch(c -> label.in(view, c.textStart, c.end).lookingAt());
    }

    private boolean isAttribute(View view, Node c) {
        return (c.kind == Kind.DASH || c.kind == Kind.PLUS)
                && label.in(view, c.textStart, c.end).lookingAt();
    }

    private int leaves(View view, Node n) {
        List<Node> below = n.children.stream()
                .filter(c -> c.kind != Kind.TEXT && !isAttribute(view, c))
                .toList();
        return below.isEmpty() ? 1 : below.stream().mapToInt(c -> leaves(view, c)).sum();
    }

    private Task task(View view, Node n) {
        return new Task(view.slice(n.textStart, n.end), schedule(view, n), view.evidence(n.start, n.deepEnd()));
    }

    private @Nullable String schedule(View view, Node n) {
        List<Node> near = n.parent != null && isAttribute(view, n) ? n.parent.children : n.children;
        for (Node c : near) {
            Matcher m = time.in(view, c.textStart, c.end);
            if (m.lookingAt()) {
                View.Range r = view.trim(m.end(), c.end, " .;");
                return view.slice(r.start(), r.end());
            }
        }
        return null;
    }

    /** A report on a plan: numbered paragraphs, or paragraphs after "nhiệm vụ … sau:", or sentences after a label. */
    private void reported(View view, Node root, List<TaskGroup> out) {
        boolean open = false;
        for (Node n : root.children) {
            if (n.kind == Kind.TEXT && endsWithColon(view, n) && leadIn.found(view, n.start, n.end)) {
                open = true;
            } else if (n.kind == Kind.NUM && n.parent == root) {
                one(view, n, out);
                open = false;
            } else if (open && n.kind == Kind.TEXT && n.end - n.start > 60) {
                one(view, n, out);
            } else if (n.kind == Kind.TEXT) {
                labelled(view, n, out);
            }
        }
    }

    private static boolean endsWithColon(View view, Node n) {
        return view.slice(n.start, n.end).endsWith(":");
    }

    private static void one(View view, Node n, List<TaskGroup> out) {
        int end = n.heading ? n.titleEnd : n.end;
        Task task = new Task(view.slice(n.textStart, n.end), null, view.evidence(n.textStart, n.end));
        out.add(new TaskGroup(
                n.no, view.slice(n.textStart, end), false, List.of(task), 1, view.evidence(n.start, n.end)));
    }

    private void labelled(View view, Node n, List<TaskGroup> out) {
        int colon = view.text().indexOf(':', n.start);
        if (colon < 0 || colon > n.start + 140 || !task.in(view, n.start, colon).lookingAt()) {
            return;
        }
        List<Task> tasks = new ArrayList<>();
        int from = colon + 1;
        for (int i = colon + 2; i <= n.end; i++) {
            boolean stop = i == n.end
                    || view.text().charAt(i) == '.'
                            && i + 2 < n.end
                            && view.text().charAt(i + 1) == ' '
                            && Character.isUpperCase(view.text().charAt(i + 2));
            if (stop) {
                View.Range r = view.trim(from, i, " .");
                tasks.add(new Task(view.slice(r.start(), r.end()), null, view.evidence(r)));
                from = i + 1;
            }
        }
        out.add(new TaskGroup(
                null, view.slice(n.start, colon), false, tasks, tasks.size(), view.evidence(n.start, n.end)));
    }
}
