package vn.toam.reader;

import java.util.regex.Matcher;
import vn.toam.language.AgencyNames;
import vn.toam.language.Dates;
import vn.toam.language.Evidence;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Field;
import vn.toam.reader.PlanDraft.Header;

/** Who issued the plan, its number, date, title and period: from the letterhead, or from the first sentences of a report on it. */
final class Headers {
    private static final Rx NUMBER_LABEL = Rx.of("(?<![\\p{L}])số\\s?[:.]?\\s*(?=\\d|/)");
    private static final Rx PLACE_DATE = Rx.of(
            "([\\p{L} .-]{2,40}),?\\s?ngày\\s*(?:(\\d{1,2})\\s*)?(?:tháng|[/.-])\\s*(?:(\\d{1,2})\\s*)?(?:năm|[/.-])\\s*(\\d{4})");
    private static final Rx REPORTED = Rx.of(
            "(?:ban hành|xây dựng|ký ban hành)(?: và triển khai)? (kế hoạch|chương trình(?: hành động)?|đề án)(?: liên tịch| phối hợp)?(?: số)?");
    private static final Rx TYPE_WORD =
            Rx.of("kế hoạch|chương trình(?: hành động| công tác| phối hợp)?|đề án|phương án");
    private static final Rx LEADS_IN = Rx.of(
            "(?:,? ?(?:cụ thể|với (?:các|những) nội dung|với nội dung|nội dung)[^\\n]{0,40}?)?(?:,? ?như sau|sau đây| sau):?$");
    private static final Rx DAY = Rx.of("\\s*ngày\\s*");
    private static final Rx ABOUT = Rx.of("\\s*,?\\s*(?:về việc|v/v|về|nhằm)?\\s*");
    private static final Rx PARTLY = Rx.of("(?:ngày|sáng|chiều)\\s(\\d{1,2})[/.-](\\d{1,2})(?![/\\d])");

    private static final Rx ATTACHED = Rx.of("\\(\\s*(?:được )?(?:ban hành )?kèm theo ");

    private final Issuers issuers;
    private final Periods periods = new Periods();

    Headers(Lexicon lexicon, AgencyNames names) {
        issuers = new Issuers(lexicon, names);
    }

    Header read(View view, Frame frame) {
        Field labelled = number(view, frame);
        Field number = labelled.value() == null && !blank(view, frame) ? NumberInText.number(view, frame) : labelled;
        Field title = frame.titleEnd() > frame.titleStart()
                ? field(view, titleStart(view, frame), beforeAttachment(view, frame))
                : reportedTitle(view, frame);
        Field placed = date(view, frame);
        Field date =
                placed.value() == null && labelled.value() == null ? NumberInText.date(view, number.value()) : placed;
        Field partial = date.value() == null && frame.news() ? partial(view) : Field.NONE;
        Field[] period = periods.read(view, frame, title);
        return new Header(
                issuers.read(view, frame), docType(view, frame), number, date, partial, title, period[0], period[1]);
    }

    /** Behind the plan's number, when the title calls it by that: "Kế hoạch số 5/KH-UBND về …". */
    private static int titleStart(View view, Frame frame) {
        int start = frame.news() ? frame.titleStart() : NumberInText.behind(view, frame);
        Matcher about = ABOUT.in(view, start, frame.titleEnd());
        boolean words = start > frame.titleStart() && about.lookingAt() && about.end() < frame.titleEnd();
        return words ? about.end() : frame.titleStart();
    }

    /** "Số:      /KH-UBND": the place for the number is there and empty. */
    private static boolean blank(View view, Frame frame) {
        return !frame.news() && BLANK.found(view, 0, frame.letterheadEnd());
    }

    private static final Rx BLANK = Rx.of("(?<![\\p{L}])số\\s?[:.]?\\s*/", "số");

    /** Where "(Ban hành kèm theo Quyết định số …)" under a title begins, else its end. */
    private static int beforeAttachment(View view, Frame frame) {
        Matcher m = ATTACHED.in(view, frame.titleStart(), frame.titleEnd());
        return m.find() ? m.start() : frame.titleEnd();
    }

    static Field field(View view, int start, int end) {
        View.Range r = view.trim(start, end, "");
        return r.end() <= r.start() ? Field.NONE : new Field(view.slice(r.start(), r.end()), view.evidence(r));
    }

    private static final Rx DECISION = Rx.of("(?:quyết định|nghị quyết)\\b");

    /** The decision that issues the plan, or that stands alone. */
    private static Field decisionType(View view, Frame frame) {
        int start = frame.decision() ? frame.letterheadEnd() : frame.typeStart();
        Matcher m = DECISION.in(view, start, start + 20);
        return m.lookingAt() && view.upper(start, m.end()) ? type(view, m.start(), m.end()) : Field.NONE;
    }

    /** Whether a plan's own word stands there as the title. */
    static boolean planWord(View view, int p) {
        return TYPE_WORD.in(view, p, view.low().length()).lookingAt();
    }

    private static Field docType(View view, Frame frame) {
        Field decision = frame.news() ? Field.NONE : decisionType(view, frame);
        if (decision != Field.NONE) {
            return decision;
        }
        if (frame.news()
                || frame.titleEnd() <= frame.titleStart()
                || !TYPE_WORD.in(view, frame.typeStart(), frame.titleEnd()).lookingAt()) {
            Matcher m =
                    REPORTED.in(view, Math.max(0, frame.bodyStart()), view.low().length());
            return m.find() ? type(view, m.start(1), m.end(1)) : byNumber(view, frame);
        }
        Matcher m = TYPE_WORD.in(view, frame.typeStart(), view.low().length());
        return m.lookingAt() ? type(view, m.start(), m.end()) : Field.NONE;
    }

    /** The title is lost, but the number has "KH". */
    private static Field byNumber(View view, Frame frame) {
        Field number = frame.news() ? Field.NONE : number(view, frame);
        String value = number.value();
        Evidence place = number.evidence();
        boolean plan = value != null && value.matches("\\d+.*[/-]KH\\b.*");
        return plan && place != null
                ? new Field("Kế hoạch", place.doubt(0.8, "reader.why.typeFromNumber"))
                : Field.NONE;
    }

    private static Field type(View view, int start, int end) {
        return new Field(
                Vi.capital(view.slice(start, end).toLowerCase(java.util.Locale.ROOT)), view.evidence(start, end));
    }

    private static Field number(View view, Frame frame) {
        if (frame.news()) {
            Matcher m = REPORTED.in(view, 0, 1500);
            while (m.find()) {
                Field n = numberAt(view, m.end(), m.end() + 40);
                if (n != Field.NONE) {
                    return n;
                }
            }
            return Field.NONE;
        }
        boolean labelled = false;
        Field inside = Field.NONE;
        Matcher label = NUMBER_LABEL.in(view, 0, frame.letterheadEnd());
        while (label.find()) {
            boolean line = label.start() == 0 || view.text().charAt(label.start() - 1) == '\n';
            Field n = numberAt(view, label.end(), frame.letterheadEnd());
            if (n != Field.NONE && line) {
                return n;
            }
            labelled |= line;
            inside = inside == Field.NONE ? n : inside;
        }
        return labelled ? Field.NONE : inside != Field.NONE ? inside : bareNumber(view, frame);
    }

    private static Field numberAt(View view, int start, int end) {
        Matcher n = view.text(Citations.NUMBER, start, Math.max(start, end));
        return n.find() && n.start() - start < 3
                ? new Field(Citations.compact(n.group()), view.evidence(n.start(), n.end()))
                : Field.NONE;
    }

    private static int numberEnd(View view, int start) {
        Matcher n = view.text(Citations.NUMBER, start, view.text().length());
        return n.find() ? n.end() : start;
    }

    /** A line of the letterhead that is a number and nothing else. */
    private static Field bareNumber(View view, Frame frame) {
        for (View.Range p : view.paragraphs()) {
            Matcher n = view.text(Citations.NUMBER, p.start(), p.end());
            if (p.end() <= frame.letterheadEnd() && n.find() && n.start() == p.start() && n.end() >= p.end() - 2) {
                return new Field(
                        Citations.compact(n.group()),
                        view.evidence(n.start(), n.end()).doubt(0.8, "reader.why.numberWithoutLabel"));
            }
        }
        return Field.NONE;
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

    /** The words after "ban hành Kế hoạch số …": "về việc …" up to the full stop, without "cụ thể như sau". */
    private static Field reportedTitle(View view, Frame frame) {
        Matcher m = REPORTED.in(view, Math.max(0, frame.bodyStart()), view.low().length());
        if (!m.find()) {
            return Field.NONE;
        }
        Field n = numberAt(view, m.end(), m.end() + 40);
        int from = n.value() == null ? m.end() : numberEnd(view, m.end());
        Dates.Found day = Dates.next(view, from, 30);
        if (day != null && DAY.in(view, from, day.start()).matches()) {
            from = day.end();
        }
        Matcher about = ABOUT.in(view, from, view.low().length());
        int start = about.lookingAt() ? about.end() : from;
        int stop = view.text().indexOf('\n', start);
        int full = view.text().indexOf(". ", start);
        int end = full > 0 && full < stop ? full : stop;
        Matcher tail = LEADS_IN.in(view, start, Math.max(start, end));
        if (tail.find()) {
            end = tail.start();
        }
        View.Range r = view.trim(start, Math.max(start, end), " .;:,");
        return field(view, r.start(), r.end());
    }
}
