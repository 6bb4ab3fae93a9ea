package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.outline.Outline;

/** The outline that a draft shows: two levels of headings. */
final class Sections {

    private Sections() {}

    static List<PlanDraft.Section> of(View view, Node root) {
        List<PlanDraft.Section> out = new ArrayList<>();
        for (Node n : Outline.tops(root)) {
            List<PlanDraft.Section> below = new ArrayList<>();
            n.children.stream().filter(c -> c.heading()).forEach(c -> below.add(section(view, c, List.of())));
            out.add(section(view, n, below));
        }
        return out;
    }

    private static PlanDraft.Section section(View view, Node n, List<PlanDraft.Section> children) {
        return new PlanDraft.Section(n.no, Outline.title(view, n), children, view.evidence(n.start, n.titleEnd()));
    }
}
