package vn.toam.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.PlanDraft.Budget;
import vn.toam.reader.PlanDraft.Passage;

/** Sources of money from the budget part, and the programmes that a plan calls for by name. */
final class Money {
    private static final Rx PIECE = Rx.of("[^,;.]{4,160}");
    private final Rx programme;
    private final Map<String, String> codes;

    Money(Lexicon lexicon) {
        codes = lexicon.map("budgetSources");
        programme = lexicon.rx("(?<![\\p{L}\"]){programmeHeads} [^;:.()\\n\"]{6,150}");
    }

    List<Budget> sources(View view, Node root, Zones zones) {
        Map<String, Budget> out = new LinkedHashMap<>();
        root.all()
                .filter(n -> n.kind != Node.Kind.ROOT
                        && zones.of(n) == Zone.BUDGET
                        && !(n.heading() && n.kind == Node.Kind.ROMAN && n.titleEnd() == n.end))
                .forEach(n -> {
                    Matcher m = PIECE.in(view, n.textStart, n.end);
                    while (m.find()) {
                        int start = m.start();
                        int end = m.end();
                        codes.forEach((word, code) -> {
                            Rx rx = Rx.of("(?<![\\p{L}])" + word);
                            if (!out.containsKey(code) && rx.found(view, start, end)) {
                                View.Range r = view.trim(start, end, " ,;");
                                out.put(code, new Budget(code, view.slice(r.start(), r.end()), view.evidence(r)));
                            }
                        });
                    }
                });
        return new ArrayList<>(out.values());
    }

    List<Passage> programmes(View view, Frame frame) {
        Map<String, Passage> out = new LinkedHashMap<>();
        Matcher m = programme.in(view, frame.titleEnd(), frame.end());
        while (m.find()) {
            if (Character.isUpperCase(view.text().charAt(m.start()))) {
                int end = nameEnd(view, m.start(), m.end());
                String name = view.slice(m.start(), end);
                if (name.length() > 18 && !Citations.NUMBER.matcher(name).find() && name.indexOf(" số ") < 0) {
                    out.putIfAbsent(Vi.key(name), new Passage(name, view.evidence(m.start(), end)));
                }
            }
        }
        return new ArrayList<>(out.values());
    }

    private static final Rx NAME_END = Rx.of(
            ",(?! (?:tầm nhìn|chống|lối sống|phòng|giai đoạn))| (?:gắn với|trên địa bàn|theo|được|để|nhằm|thuộc|của|do|và các|tại|ban hành|có hiệu quả|đã|sau khi|cho)(?= )");

    private static int nameEnd(View view, int start, int end) {
        Matcher m = NAME_END.in(view, Math.min(end, start + 14), end);
        int stop = m.find() ? m.start() : end;
        return view.trim(start, stop, " ,.").end();
    }
}
