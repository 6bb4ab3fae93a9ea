package vn.toam.reader;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Field;
import vn.toam.reader.PlanDraft.Header;

/** Who issued the plan, its number, date, title and period: from the letterhead, or from the first sentences of a report on it. */
final class Headers {
    private static final Rx NUMBER_LABEL = Rx.of("số\\s?[:.]?\\s*(?=[\\d/])");
    private static final Rx PLACE_DATE =
            Rx.of("([\\p{L} .-]{2,40}),?\\s?ngày\\s*(?:(\\d{1,2})\\s*)?tháng\\s*(?:(\\d{1,2})\\s*)?năm\\s*(\\d{4})");
    private static final Rx REPORTED = Rx.of(
            "(?:ban hành|xây dựng|ký ban hành)(?: và triển khai)? (kế hoạch|chương trình(?: hành động)?|đề án)(?: liên tịch| phối hợp)?(?: số)?");
    private static final Rx ABOUT = Rx.of("\\s*,?\\s*(?:về việc|v/v|về|nhằm)?\\s*");
    private static final Rx PARTLY = Rx.of("(?:ngày|sáng|chiều)\\s(\\d{1,2})[/.-](\\d{1,2})(?![/\\d])");

    private final Issuers issuers;
    private final Periods periods = new Periods();

    Headers(Lexicon lexicon, AgencyNames names) {
        issuers = new Issuers(lexicon, names);
    }

    Header read(View view, Frame frame) {
        Field number = number(view, frame);
        Field title = frame.news() ? reportedTitle(view) : field(view, frame.titleStart(), frame.titleEnd());
        Field date = date(view, frame);
        Field partial = date.value() == null && frame.news() ? partial(view) : Field.NONE;
        Field[] period = periods.read(view, frame, title);
        return new Header(
                issuers.read(view, frame), docType(view, frame), number, date, partial, title, period[0], period[1]);
    }

    static Field field(View view, int start, int end) {
        View.Range r = view.trim(start, end, "");
        return r.end() <= r.start() ? Field.NONE : new Field(view.slice(r.start(), r.end()), view.evidence(r));
    }

    private static Field docType(View view, Frame frame) {
        Matcher m = REPORTED.in(view);
        if (frame.news()) {
            return m.find()
                    ? new Field(
                            Vi.capital(view.slice(m.start(1), m.end(1)).toLowerCase(java.util.Locale.ROOT)),
                            view.evidence(m.start(1), m.end(1)))
                    : Field.NONE;
        }
        int end = frame.typeStart();
        while (end < view.text().length()
                && (Character.isUpperCase(view.text().charAt(end))
                        || view.text().charAt(end) == ' ')) {
            end++;
        }
        View.Range r = view.trim(frame.typeStart(), Math.min(end, frame.typeStart() + 24), "");
        String word = view.low().startsWith(view.plain() ? "ke hoach" : Vi.fold("kế hoạch"), r.start())
                ? view.slice(r.start(), r.start() + 8)
                : view.slice(r.start(), r.end());
        return new Field(
                Vi.capital(word.toLowerCase(java.util.Locale.ROOT)),
                view.evidence(r.start(), r.start() + word.length()));
    }

    private static Field number(View view, Frame frame) {
        if (frame.news()) {
            Matcher m = REPORTED.in(view, 0, Math.min(view.low().length(), 1500));
            while (m.find()) {
                Matcher n = Citations.NUMBER
                        .matcher(view.text())
                        .region(m.end(), Math.min(view.text().length(), m.end() + 40));
                if (n.find() && n.start() - m.end() < 3) {
                    return new Field(Citations.compact(n.group()), view.evidence(n.start(), n.end()));
                }
            }
            return Field.NONE;
        }
        int limit = frame.typeStart();
        Matcher label = NUMBER_LABEL.in(view, 0, limit);
        while (label.find()) {
            Matcher n = Citations.NUMBER.matcher(view.text()).region(label.end(), limit);
            if (n.find() && n.start() - label.end() < 3) {
                return new Field(Citations.compact(n.group()), view.evidence(n.start(), n.end()));
            }
        }
        Matcher any = Citations.NUMBER.matcher(view.text()).region(0, limit);
        return any.find()
                ? new Field(
                        Citations.compact(any.group()),
                        view.evidence(any.start(), any.end()).doubt(0.8, "reader.why.numberWithoutLabel"))
                : Field.NONE;
    }

    private Field date(View view, Frame frame) {
        if (frame.news()) {
            return reportedDate(view);
        }
        Field before = placeDate(view, 0, frame.typeStart());
        return before != Field.NONE
                ? before
                : placeDate(
                        view,
                        Math.max(frame.openingEnd(), frame.titleEnd()),
                        view.low().length());
    }

    /** "Hải Phòng, ngày 13 tháng 4 năm 2022" as a line of its own. */
    private static Field placeDate(View view, int from, int to) {
        for (View.Range p : view.paragraphs()) {
            if (p.start() >= from && p.end() <= to && p.end() - p.start() < 110) {
                Matcher m = PLACE_DATE.in(view, p.start(), p.end());
                if (m.find()
                        && m.end() >= p.end() - 3
                        && m.start() - p.start() < 60
                        && m.group(2) != null
                        && m.group(3) != null) {
                    String iso = "%s-%02d-%02d"
                            .formatted(m.group(4), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)));
                    return new Field(iso, view.evidence(p));
                }
            }
        }
        return Field.NONE;
    }

    /** "Ngày 08 tháng 11 năm 2021, … đã ban hành Kế hoạch": only a full date in the sentence that reports the issue. */
    private static Field reportedDate(View view) {
        Matcher m = REPORTED.in(view);
        if (!m.find()) {
            return Field.NONE;
        }
        int start =
                Math.max(view.text().lastIndexOf('\n', m.start()), view.text().lastIndexOf(". ", m.start())) + 1;
        for (Dates.Found d : Dates.in(view, start, m.start())) {
            String before = view.low().substring(Math.max(start, d.start() - 5), d.start());
            if (d.hasYear() && (before.endsWith("ngày ") || before.endsWith("ngay "))) {
                return new Field(d.iso(), view.evidence(d.start(), d.end()));
            }
        }
        return Field.NONE;
    }

    private static Field partial(View view) {
        Matcher r = REPORTED.in(view);
        Matcher m = PARTLY.in(view, 0, r.find() ? r.start() : 0);
        return m.find()
                ? new Field(
                        "%02d-%02d".formatted(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1))),
                        view.evidence(m.start(), m.end()).doubt(0.9, "reader.why.noYear"))
                : Field.NONE;
    }

    private static Field reportedTitle(View view) {
        Matcher m = REPORTED.in(view);
        if (!m.find()) {
            return Field.NONE;
        }
        Matcher n = Citations.NUMBER
                .matcher(view.text())
                .region(m.end(), Math.min(view.text().length(), m.end() + 40));
        int from = n.find() && n.start() - m.end() < 3 ? n.end() : m.end();
        Dates.Found day = Dates.next(view, from, 30);
        if (day != null && view.low().substring(from, day.start()).strip().equals("ngày")) {
            from = day.end();
        }
        Matcher about = ABOUT.in(view, from, view.low().length());
        int start = about.lookingAt() ? about.end() : from;
        int stop = view.text().indexOf('\n', start);
        int full = view.text().indexOf(". ", start);
        int end = full > 0 && full < stop ? full : stop;
        View.Range r = view.trim(start, end, " .;:");
        return field(view, r.start(), r.end());
    }

    List<String> notes(Header header) {
        return header.number().value() == null ? List.of("reader.noNumber") : List.of();
    }

    static @Nullable String text(Field f) {
        return f.value();
    }
}
