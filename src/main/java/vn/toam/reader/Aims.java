package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import vn.toam.language.Clauses;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.language.Words;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Trend;

/** Aims without a number: the general objective, and directions such as "từng bước giảm". */
final class Aims {
    private static final Rx GENERAL = Rx.of("mục tiêu (?:chung|tổng quát)\\s?[:.]?\\s*");
    private static final Rx DOWN = Rx.of(
            "(?:từng bước |dần )?(?:giảm dần|giảm thiểu|giảm mạnh|kéo giảm|hạn chế|đẩy lùi|từng bước giảm|giảm đáng kể|giảm số|giảm tỷ lệ)",
            "giảm",
            "hạn chế",
            "đẩy lùi");
    private static final Rx UP =
            Rx.of("(?:tăng dần|từng bước tăng|tăng tỷ lệ|tăng số|nâng tỷ lệ)", "tăng", "nâng tỷ lệ");
    private static final Rx NONE =
            Rx.of("không để (?:xảy ra|phát sinh|xuất hiện)|không xảy ra|không có (?:trường hợp|vụ)|không để", "không");
    private static final Rx DIGIT = Rx.of("\\d\\s?%|(?<!\\d)\\d+ (?:vụ|hộ|trẻ|ca)", Words.DIGIT);

    List<Passage> general(View view, Node root, Zones zones) {
        List<Passage> out = new ArrayList<>();
        root.all()
                .filter(n -> n.kind != Node.Kind.ROOT && zones.of(n) == Zone.GENERAL)
                .forEach(n -> {
                    Matcher label = GENERAL.in(view, n.textStart, n.end);
                    int start = label.lookingAt() ? label.end() : n.textStart;
                    View.Range r = view.trim(start, n.end, "");
                    if (r.end() - r.start() > 30) {
                        out.add(new Passage(view.slice(r.start(), r.end()), view.evidence(r)));
                    }
                });
        if (out.isEmpty()) {
            Matcher m = GENERAL.in(view);
            if (m.find()) {
                int end = view.text().indexOf('\n', m.end());
                View.Range r = view.trim(m.end(), end, "");
                if (r.end() - r.start() > 30) {
                    out.add(new Passage(view.slice(r.start(), r.end()), view.evidence(r)));
                }
            }
        }
        return out;
    }

    List<Trend> trends(View view, Node root, Zones zones, boolean news) {
        List<Trend> out = new ArrayList<>();
        root.all()
                .filter(n -> n.kind != Node.Kind.ROOT)
                .filter(n -> zones.of(n) == Zone.OBJECTIVE
                        || zones.of(n) == Zone.GENERAL
                        || zones.of(n) == Zone.OTHER
                        || news)
                .forEach(n -> Clauses.split(view, n.textStart, n.end).forEach(c -> trend(view, c, out)));
        return out;
    }

    private static void trend(View view, int[] c, List<Trend> out) {
        if (DIGIT.found(view, c[0], c[1])) {
            return;
        }
        String direction = NONE.found(view, c[0], c[1])
                ? "NONE"
                : DOWN.found(view, c[0], c[1]) ? "DOWN" : UP.found(view, c[0], c[1]) ? "UP" : null;
        if (direction != null) {
            View.Range r = view.trim(c[0], c[1], " .;");
            out.add(new Trend(
                    view.slice(r.start(), r.end()), direction, view.evidence(r).doubt(0.7, "reader.why.noNumber")));
        }
    }
}
