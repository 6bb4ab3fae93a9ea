package vn.toam.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Event;

/** Commemorative days, months and weeks with their dates, each once. */
final class Events {
    private static final Rx DAY = Rx.of(
            "(?=[ntđl])(?<![\\p{L}])((?:ngày|tuần lễ|tuần|tháng|đợt|lễ)\\s[^;:.()\\d\\n]{4,130}?)[\"']?\\s?[(,]?\\s?(?:ngày )?(\\d{1,2})\\s?[/.]\\s?(\\d{1,2})(?![\\d/%]|\\.\\d)");
    private static final Rx MONTH =
            Rx.of("(?=t)(?<![\\p{L}])(tháng [^;:.()\\d\\n]{6,120}?)[\"']?\\s?\\(tháng (\\d{1,2})\\)");
    private static final Rx WINDOW = Rx.of(
            "từ ngày\\s?(\\d{1,2})(?:[/.](\\d{1,2})(?:[/.](\\d{4}))?)?\\s?(?:đến|-)\\s?(?:hết )?(?:ngày\\s?)?(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}))?");
    private static final Rx WORDY = Rx.of(
            "(?:quốc tế|thế giới|việt nam|toàn dân|gia đình|hành động|phụ nữ|trẻ em|người|dân số|pháp luật|hạnh phúc|phòng|truyền thống|thành lập|khuyết tật|môi trường|sách|du lịch|nước|đại đoàn kết|chuyển đổi số|thanh niên|cao tuổi|nhà giáo|thương binh|quốc khánh|giải phóng|y tế|văn hóa|di sản|doanh nhân|lao động|vì)");

    private final Rx known;

    Events(Lexicon lexicon) {
        known = lexicon.rx("(?=t)(?<![\\p{L}]){knownEvents}[^\",;:.()\\n]{0,90}");
    }

    List<Event> read(View view, Frame frame) {
        Map<String, Event> byKey = new LinkedHashMap<>();
        days(view, frame, byKey);
        months(view, frame, byKey);
        named(view, frame, byKey);
        windows(view, frame, byKey);
        return new ArrayList<>(byKey.values());
    }

    private static int from(Frame frame) {
        return Math.max(frame.titleEnd(), 0);
    }

    private static void days(View view, Frame frame, Map<String, Event> byKey) {
        Matcher m = DAY.in(view, from(frame), frame.end());
        while (m.find()) {
            int day = Integer.parseInt(m.group(2));
            int month = Integer.parseInt(m.group(3));
            boolean valid = day >= 1 && day <= 31 && month >= 1 && month <= 12;
            int start = innerStart(view, m.start(1), m.end(1));
            if (valid
                    && Character.isUpperCase(view.text().charAt(start))
                    && WORDY.found(view, start, m.end(1))
                    && !windowHead(view, m.start(2))) {
                String date = "%02d-%02d".formatted(month, day);
                byKey.putIfAbsent(date, event(view, start, m.end(1), date));
            }
        }
    }

    private static boolean windowHead(View view, int p) {
        String before = view.low().substring(Math.max(0, p - 9), p);
        return before.contains("từ ngày") || before.contains("tu ngay");
    }

    private static final Rx INNER = Rx.of("(?<![\\p{L}])(?:ngày|tháng|tuần lễ)(?= \\p{L})");

    /** The last capital "Ngày" or "Tháng" of the passage: "kỷ niệm … Ngày Gia đình Việt Nam". */
    private static int innerStart(View view, int start, int end) {
        int at = start;
        Matcher m = INNER.in(view, start, end);
        while (m.find()) {
            if (Character.isUpperCase(view.text().charAt(m.start()))) {
                at = m.start();
            }
        }
        return at;
    }

    private static void months(View view, Frame frame, Map<String, Event> byKey) {
        Matcher m = MONTH.in(view, from(frame), frame.end());
        while (m.find()) {
            String date = "%02d".formatted(Integer.parseInt(m.group(2)));
            int start = innerStart(view, m.start(1), m.end(1));
            byKey.putIfAbsent(key(view.slice(start, m.end(1))), event(view, start, m.end(1), date));
        }
    }

    private void named(View view, Frame frame, Map<String, Event> byKey) {
        Matcher m = known.in(view, from(frame), frame.end());
        while (m.find()) {
            boolean capital = Character.isUpperCase(view.text().charAt(m.start()));
            String key = key(view.slice(m.start(), m.end()));
            if (capital && byKey.keySet().stream().noneMatch(k -> k.startsWith(key) || key.startsWith(k))) {
                byKey.put(key, event(view, m.start(), nameEnd(view, m.start(), m.end()), null));
            }
        }
    }

    private static final Rx NAME_STOP =
            Rx.of(" (?:năm|và hướng dẫn|trên địa bàn|theo|từ|với|để|nhằm|là|được|gắn|tại|hằng|hàng) ?");

    private static int nameEnd(View view, int start, int end) {
        Matcher m = NAME_STOP.in(view, start + 20 < end ? start + 20 : end, end);
        return m.find() ? m.start() : end;
    }

    /** The first words tell one event from another ("Tháng hành động vì bình đẳng giới …" is one, however it goes on). */
    private static String key(String name) {
        String k = Vi.strip(Vi.key(name));
        String[] words = k.split(" ");
        return String.join(" ", java.util.Arrays.copyOf(words, Math.min(words.length, 7)));
    }

    /** A window belongs to the event named before it, in the same paragraph or as the subject of the part. */
    private void windows(View view, Frame frame, Map<String, Event> byKey) {
        Matcher m = WINDOW.in(view, from(frame), frame.end());
        while (m.find()) {
            String key = eventBefore(view, byKey, m.start());
            if (key == null) {
                continue;
            }
            Event e = byKey.get(key);
            String year = m.group(6);
            String month = m.group(2) == null ? m.group(5) : m.group(2);
            if (e == null
                    || e.dateFrom() != null && e.dateFrom().length() == 10
                    || year == null && e.dateFrom() != null) {
                continue;
            }
            String fromYear = m.group(3) != null ? m.group(3) : year;
            String dayFrom = iso(month, m.group(1));
            String dayTo = iso(m.group(5), m.group(4));
            byKey.put(
                    key,
                    new Event(
                            e.name(),
                            dayFrom + "/" + dayTo,
                            fromYear == null ? dayFrom : fromYear + "-" + dayFrom,
                            year == null ? dayTo : year + "-" + dayTo,
                            e.evidence()));
        }
    }

    private static String iso(String month, String day) {
        return "%02d-%02d".formatted(Integer.parseInt(month), Integer.parseInt(day));
    }

    private static @Nullable String eventBefore(View view, Map<String, Event> byKey, int p) {
        String before = Vi.strip(view.low().substring(Math.max(0, p - 220), p));
        int month = Math.max(before.lastIndexOf("thang hanh dong"), before.lastIndexOf("tuan le"));
        if (month < 0) {
            return null;
        }
        String tail = before.substring(month);
        String best = null;
        for (String key : byKey.keySet()) {
            Event e = byKey.get(key);
            if (e != null
                    && (e.date() == null || e.dateFrom() != null)
                    && (Vi.strip(Vi.key(tail)).startsWith(key)
                            || key.startsWith(tail.startsWith("tuan") ? "tuan le" : "thang hanh dong"))) {
                best = best == null ? key : best;
            }
        }
        return best;
    }

    private static Event event(View view, int start, int end, @Nullable String date) {
        View.Range r = view.trim(start, end, " \"”“,(");
        return new Event(view.slice(r.start(), r.end()), date, null, null, view.evidence(r));
    }
}
