package vn.toam.outline;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;

/** What each part of the outline is about, told by its heading. */
public final class Zones {
    /** Kinds of parts. */
    public enum Zone {
        OBJECTIVE,
        GENERAL,
        TASK,
        ORGANISATION,
        BUDGET,
        REPORT,
        STATE,
        OTHER
    }

    private final Map<Node, Zone> zones = new IdentityHashMap<>();
    private final View view;
    private final Rx objective;
    private final Rx general;
    private final Rx task;
    private final Rx organisation;
    private final Rx budget;
    private final Rx report;
    private final Rx ownAims;
    private final Rx aimsFollow;
    private final Rx purpose;
    private final Rx who;
    private final Rx state;
    private final boolean news;

    public Zones(Lexicon lexicon, View view, Node root, boolean news) {
        this.view = view;
        this.news = news;
        objective = lexicon.rx("{objectiveHeads}");
        general = lexicon.rx("{generalHeads}(?! cụ thể)");
        task = lexicon.rx("{taskHeads}");
        organisation = lexicon.rx("{organisationHeads}");
        budget = lexicon.rx("{budgetHeads}");
        report = lexicon.rx("{reportHeads}");
        ownAims = lexicon.rx("(?:các |một số |những |hệ thống |nhóm )*{objectiveHeads}(?![\\p{L}])");
        aimsFollow = lexicon.rx("{objectiveHeads}(?: [^:.;]{0,50})?:$");
        who = Rx.of("(?:phạm vi|đối tượng|thành phần|hình thức khen thưởng|tiêu chí|tiêu chuẩn)(?! hóa)\\b");
        purpose = lexicon.rx("{purposeHeads}");
        state = lexicon.rx("(?:khái quát |đánh giá )?{stateHeads}(?![\\p{L}])");
        mark(root, Zone.OTHER);
    }

    public Zone of(Node n) {
        Zone zone = zones.getOrDefault(n, Zone.OTHER);
        return zone == Zone.STATE ? Zone.OTHER : zone;
    }

    private void mark(Node n, Zone inherited) {
        Zone zone = n.heading()
                ? byTitle(n, inherited)
                : news && n.kind == Node.Kind.TEXT ? byLabel(n, inherited) : inherited;
        zones.put(n, zone);
        zone = zone == Zone.TASK && n.kind != Node.Kind.ROOT && !n.heading() && leadsToAims(n) ? Zone.OBJECTIVE : zone;
        Zone running = zone;
        for (Node c : n.children) {
            boolean text = c.kind == Node.Kind.TEXT;
            if (text && !news) {
                running = byLine(c, zone, running);
            }
            mark(c, text ? running : running == Zone.OTHER ? zone : running);
            if (zone == Zone.TASK && !c.heading() && leadsToAims(c)) {
                running = Zone.OBJECTIVE;
            }
        }
    }

    /** A line such as "Mục tiêu cụ thể:" inside a part changes what follows it. */
    private Zone byLine(Node c, Zone zone, Zone running) {
        int end = Math.min(c.end, c.start + 60);
        boolean line = c.end - c.start < 60 && view.text().charAt(c.end - 1) == ':';
        Matcher m = objective.in(view, c.start, end);
        return line && m.lookingAt() && zone == Zone.OTHER ? Zone.OBJECTIVE : running;
    }

    /** "… được cụ thể hóa bằng các chỉ tiêu sau:" before a list, or as the head of its own items. */
    private boolean leadsToAims(Node n) {
        return view.text().charAt(n.end - 1) == ':' && aimsFollow.found(view, Math.max(n.textStart, n.end - 90), n.end);
    }

    private Zone byTitle(Node n, Zone inherited) {
        int end = Math.min(n.titleEnd(), n.textStart + 160);
        boolean top = n.kind == Node.Kind.ROMAN || n.kind == Node.Kind.PART || n.kind == Node.Kind.UPPER;
        if (state.in(view, n.textStart, end).lookingAt() || !top && inherited == Zone.STATE) {
            return Zone.STATE;
        }
        boolean aims =
                inherited == Zone.TASK && ownAims.in(view, n.textStart, end).lookingAt();
        if (aims
                || objective.found(view, n.textStart, Math.min(end, n.textStart + 70))
                        && (inherited == Zone.OTHER || inherited == Zone.OBJECTIVE || inherited == Zone.GENERAL)) {
            return general.found(view, n.textStart, end) && !year(n, end) ? Zone.GENERAL : Zone.OBJECTIVE;
        }
        if (!top && inherited == Zone.TASK && who.in(view, n.textStart, end).lookingAt()) {
            return Zone.OTHER;
        }
        if (!top && inherited != Zone.OTHER) {
            return inherited;
        }
        if (organisation.found(view, n.textStart, end)) {
            return Zone.ORGANISATION;
        }
        if (budget.found(view, n.textStart, Math.min(end, n.textStart + 60))) {
            return Zone.BUDGET;
        }
        if (task.found(view, n.textStart, end)) {
            return Zone.TASK;
        }
        if (report.found(view, n.textStart, end)) {
            return Zone.REPORT;
        }
        return purpose.found(view, n.textStart, end) || !top ? Zone.OTHER : inherited;
    }

    private boolean year(Node n, int end) {
        return view.low().startsWith(view.plain() ? "muc tieu den nam" : "mục tiêu đến năm", n.textStart);
    }

    private Zone byLabel(Node n, Zone inherited) {
        int colon = view.text().indexOf(':', n.start, n.end);
        if (colon < 0 || colon > n.start + 140 || colon > n.end) {
            return inherited;
        }
        if (general.found(view, n.start, colon)) {
            return Zone.GENERAL;
        }
        if (objective.found(view, n.start, colon)) {
            return Zone.OBJECTIVE;
        }
        return task.found(view, n.start, colon) ? Zone.TASK : inherited;
    }
}
