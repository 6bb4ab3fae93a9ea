package vn.toam.reader;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node;

/** Who has to meet a deadline, found once for all deadlines of a text. */
final class DueAgencies {
    private static final Rx ASKS = Rx.of("\\s(?:yêu cầu|đề nghị|giao) ");

    /** A list of agencies is shorter. */
    private static final int REACH = 1_200;

    private final View view;
    private final AgencyNames names;
    private final Rx leadLabel;
    private final Map<Node, String> charged = new IdentityHashMap<>();
    private final Map<Node, String> titles = new IdentityHashMap<>();

    DueAgencies(View view, AgencyNames names, Rx leadLabel) {
        this.view = view;
        this.names = names;
        this.leadLabel = leadLabel;
    }

    /** The agency of the task's own line, the subject of the sentence, or the agency whose item it is; never a heading of tasks. */
    @Nullable
    String of(Node n) {
        AgencyNames.Names own = names.list(view, n.textStart, Math.min(n.end, n.textStart + REACH));
        Matcher asked = ASKS.in(view, own.end(), n.end);
        if (!own.names().isEmpty() && asked.lookingAt()) {
            own = names.list(view, asked.end(), n.end);
        }
        if (!own.names().isEmpty()) {
            return slice(own);
        }
        for (Node up = n, over = n.parent; up != null && over != null; up = over, over = up.parent) {
            String led = charged.computeIfAbsent(up == n ? over : up, node -> led(node));
            if (!led.isEmpty()) {
                return led;
            }
            String title = up.heading() ? titles.computeIfAbsent(up, this::title) : "";
            if (!title.isEmpty()) {
                return title;
            }
        }
        return null;
    }

    private String title(Node node) {
        AgencyNames.Names named = names.list(view, node.textStart, Math.min(node.end, node.textStart + REACH));
        return named.names().isEmpty() ? "" : slice(named);
    }

    /** Whom the first lead line below a node names; empty when none does. */
    private String led(Node node) {
        for (Node c : node.children) {
            Matcher m = leadLabel.in(view, c.textStart, c.end);
            if (m.lookingAt()) {
                AgencyNames.Names led = names.list(view, m.end(), c.end);
                if (!led.names().isEmpty()) {
                    return slice(led);
                }
            }
        }
        return "";
    }

    private String slice(AgencyNames.Names list) {
        return view.slice(
                list.names().getFirst().start(), list.names().getLast().end());
    }
}
