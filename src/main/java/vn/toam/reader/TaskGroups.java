package vn.toam.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames;
import vn.toam.language.Evidence;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.outline.Node.Kind;
import vn.toam.outline.Outline;
import vn.toam.outline.Tables;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.PlanDraft.Role;
import vn.toam.reader.PlanDraft.Task;
import vn.toam.reader.PlanDraft.TaskGroup;

/** Numbered groups of tasks and solutions, with what stands directly below each. */
final class TaskGroups {
    private static final Rx TOWARDS = Rx.of("đối với ");
    private final Rx task;
    private final Rx label;
    private final Rx time;
    private final Rx product = Rx.of("(?:sản phẩm|kết quả)(?: dự kiến| đầu ra| hoàn thành)?\\s?:\\s*");
    private final Rx leadIn;
    private final Rx frame;

    private final Rx lead;
    private final Rx partner;
    private final Rx doer;
    private final AgencyNames names;

    TaskGroups(Lexicon lexicon, AgencyNames names) {
        this.names = names;
        lead = lexicon.rx("{leadLabels}\\s?:\\s*");
        partner = lexicon.rx("{partnerLabels}\\s?:\\s*");
        doer = lexicon.rx("{doerLabels}\\s?:\\s*");
        task = lexicon.rx("(?:các |một số )?{taskHeads}");
        label = lexicon.rx(
                "(?:{leadLabels}|{partnerLabels}|{doerLabels}|{timeLabels}|{taskLabels}|{otherLabels})\\s?:");
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
        List<TaskGroup> agencies = new ArrayList<>();
        for (Node top : Outline.tops(root)) {
            if (zones.of(top) == Zone.TASK) {
                section(view, top, listsAgencies(view, top) ? agencies : out);
            } else if (zones.of(top) != Zone.ORGANISATION) {
                inner(view, top, out);
            }
        }
        return out.isEmpty() ? agencies : out;
    }

    /** A section whose headings are agencies is the list of who does what: its groups count only where there are no others. */
    private boolean listsAgencies(View view, Node top) {
        List<Node> headings = top.children.stream().filter(c -> c.heading()).toList();
        return headings.size() > 1
                && headings.stream().filter(h -> isAgency(view, h)).count() * 2 > headings.size();
    }

    private boolean isAgency(View view, Node n) {
        AgencyNames.Names list = names.list(view, n.textStart, n.titleEnd());
        return !list.names().isEmpty() && list.end() >= n.titleEnd() - 2;
    }

    /** The headings below a task section are groups; without headings the section itself is one. */
    private void section(View view, Node top, List<TaskGroup> out) {
        List<Node> headings = top.children.stream()
                .filter(c -> c.heading()
                        && c.numbered()
                        && !frame.in(view, c.textStart, c.titleEnd()).lookingAt())
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
                .filter(n -> n.heading()
                        && n.numbered()
                        && !n.children.isEmpty()
                        && task.in(view, n.textStart, n.titleEnd()).lookingAt())
                .forEach(n -> add(view, n, out));
    }

    /** The tasks of a table outside the outline, in one group or in one for each heading of the table. */
    List<TaskGroup> table(View view, Node root, String title) {
        List<TaskGroup> out = new ArrayList<>();
        List<Node> heads = heads(view, root);
        part(view, root, 0, heads, null, title, out);
        for (Node head : heads) {
            part(view, root, head.place + 1, heads, null, headTitle(view, head), out);
        }
        return out;
    }

    private static List<Node> heads(View view, Node n) {
        return n.children.stream()
                .filter(c -> c.kind == Kind.TEXT && view.text().startsWith(Tables.SECTION, c.start))
                .toList();
    }

    private static String headTitle(View view, Node head) {
        return view.slice(head.start + Tables.SECTION.length(), head.end)
                .replaceFirst("^(?:[IVXLC]+|[A-HĐ]|\\d{1,2})[.)] ", "");
    }

    private static String headNumber(View view, Node head) {
        String line = view.slice(head.start + Tables.SECTION.length(), head.end);
        int dot = line.indexOf(". ");
        return dot > 0 && dot < 7 ? line.substring(0, dot) : Integer.toString(head.place + 1);
    }

    /** The rows from {@code from} to the next heading of the table. */
    private void part(
            View view, Node n, int from, List<Node> heads, @Nullable String no, String title, List<TaskGroup> out) {
        int to = heads.stream()
                .mapToInt(h -> h.place)
                .filter(p -> p >= from)
                .min()
                .orElse(n.children.size());
        List<Node> items = n.children.subList(from, to).stream()
                .filter(c -> c.kind != Kind.TEXT && !isAttribute(view, c))
                .toList();
        if (!items.isEmpty()) {
            int start = from > 0 ? n.children.get(from - 1).start : items.getFirst().start;
            out.add(new TaskGroup(
                    no,
                    title,
                    false,
                    items.stream().map(i -> task(view, i)).toList(),
                    items.stream().mapToInt(i -> leaves(view, i)).sum(),
                    view.evidence(start, items.getLast().deepEnd())));
        }
    }

    private void add(View view, Node n, List<TaskGroup> out) {
        List<Node> heads = heads(view, n);
        if (!heads.isEmpty()) {
            part(view, n, 0, heads, n.path(), Outline.title(view, n), out);
            for (Node head : heads) {
                String no = n.path() + "." + headNumber(view, head);
                part(view, n, head.place + 1, heads, no, headTitle(view, head), out);
            }
            return;
        }
        List<Node> items = items(view, n);
        List<Task> tasks = new ArrayList<>();
        items.forEach(i -> tasks.add(task(view, i)));
        int leaves = items.stream().mapToInt(i -> leaves(view, i)).sum();
        if (tasks.isEmpty() && n.titleEnd() < n.end - 8) {
            tasks.add(new Task(
                    view.slice(n.titleEnd(), n.end).replaceFirst("^[:.\\s]+", ""),
                    null,
                    Map.of(),
                    null,
                    view.evidence(n.titleEnd(), n.end)));
            leaves = 1;
        }
        boolean byAgency = TOWARDS.in(view, n.textStart, n.end).lookingAt() || isAgency(view, n);
        if (!tasks.isEmpty()) {
            String title = Outline.title(view, n);
            Evidence place = view.evidence(n.start, n.deepEnd());
            Evidence sure = title.length() > LONG_TITLE ? place.doubt(0.7, "reader.why.longHeading") : place;
            out.add(new TaskGroup(n.path(), title, byAgency, tasks, leaves, sure));
        }
    }

    /** A heading of several lines is likely to have swallowed its first task. */
    private static final int LONG_TITLE = 250;

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
        return below.isEmpty()
                ? 1
                : below.stream().mapToInt(c -> leaves(view, c)).sum();
    }

    private Task task(View view, Node n) {
        List<Node> lines = ownLines(view, n);
        boolean behind = !lines.isEmpty() && lines.getLast().parent == n.parent && lines.getLast().kind == Kind.TEXT;
        int end = behind ? Math.max(n.deepEnd(), lines.getLast().end) : n.deepEnd();
        return new Task(
                view.slice(n.textStart, n.end),
                said(view, lines, time),
                charged(view, lines),
                said(view, lines, product),
                view.evidence(n.start, end));
    }

    /** The lines that tell more about a task: below it, behind it without a mark, or beside the line that holds it. */
    private List<Node> ownLines(View view, Node n) {
        Node parent = n.parent;
        if (parent == null) {
            return n.children;
        }
        if (label.in(view, n.textStart, n.end).lookingAt()) {
            return n.near(OWN_LINES);
        }
        if (parent.parent != null
                && label.in(view, parent.textStart, parent.end).lookingAt()) {
            return parent.near(OWN_LINES);
        }
        List<Node> lines = new ArrayList<>(n.children);
        int next = n.place + 1;
        int end = Math.min(parent.children.size(), next + OWN_LINES);
        while (next < end && parent.children.get(next).kind == Kind.TEXT) {
            lines.add(parent.children.get(next++));
        }
        return lines;
    }

    /** No task has more lines about who and when. */
    private static final int OWN_LINES = 20;

    /** The words of the first line with such a label. */
    private static @Nullable String said(View view, List<Node> lines, Rx labelled) {
        for (Node c : lines) {
            Matcher m = labelled.in(view, c.textStart, c.end);
            if (m.lookingAt()) {
                View.Range r = view.trim(m.end(), c.end, " .;");
                return view.slice(r.start(), r.end());
            }
        }
        return null;
    }

    /** Whom the task's own lines charge: "Cơ quan chủ trì: …", "Cơ quan phối hợp: …", "Cơ quan thực hiện: …". */
    private Map<Role, List<String>> charged(View view, List<Node> lines) {
        Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        for (Node c : lines) {
            charged(view, c, lead, Role.LEAD, roles);
            charged(view, c, partner, Role.COORDINATE, roles);
            charged(view, c, doer, Role.ASSIGNED, roles);
        }
        return roles;
    }

    private void charged(View view, Node line, Rx rx, Role role, Map<Role, List<String>> roles) {
        Matcher m = rx.in(view, line.textStart, line.end);
        if (m.lookingAt()) {
            names.list(view, m.end(), line.end)
                    .names()
                    .forEach(x ->
                            roles.computeIfAbsent(role, r -> new ArrayList<>()).add(view.slice(x.start(), x.end())));
        }
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
        int end = n.heading() ? n.titleEnd() : n.end;
        Task task = new Task(view.slice(n.textStart, n.end), null, Map.of(), null, view.evidence(n.textStart, n.end));
        out.add(new TaskGroup(
                n.no, view.slice(n.textStart, end), false, List.of(task), 1, view.evidence(n.start, n.end)));
    }

    private void labelled(View view, Node n, List<TaskGroup> out) {
        int colon = view.text().indexOf(':', n.start, n.end);
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
                tasks.add(new Task(view.slice(r.start(), r.end()), null, Map.of(), null, view.evidence(r)));
                from = i + 1;
            }
        }
        out.add(new TaskGroup(
                null, view.slice(n.start, colon), false, tasks, tasks.size(), view.evidence(n.start, n.end)));
    }
}
