package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Field;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Signature;

/** The end of a document: who receives it and who signed, in whatever order the two columns came out of the file. */
final class Closing {
    private static final Rx RECIPIENTS = Rx.of("-?\\s?nơi nhận\\s?:?\\s*");
    private static final Rx SIGNED = Rx.of(
            "(?:t/?m|k/?t|t/?l|tuq|t/?u/?q)(?:\\.|\\s|$)|q\\.|phó (?:chủ|giám|hiệu)$|ủy ban nhân dân|ban thường vụ|ban chỉ đạo|(?:quyền |phó |p\\.)?\\s?(?:chỉ huy trưởng|chính ủy|tổng biên tập|tư lệnh|chủ nhiệm|trưởng (?:công an|khoa|bộ môn|thôn)|vụ trưởng|tổng thanh tra|tổng kiểm toán|chủ tịch|giám đốc|hiệu trưởng|trưởng (?:ban|phòng|đoàn)|bộ trưởng|thứ trưởng|bí thư|thủ tướng|chánh văn phòng|cục trưởng|tổng (?:giám đốc|cục trưởng|thư ký)|viện trưởng|chánh thanh tra|chánh án|viện trưởng|trưởng trạm|hội trưởng|thủ trưởng)\\b");
    private static final Rx PLACE = Rx.of("ngày \\d{0,2}\\s?tháng");
    private static final Rx SIGN_FURNITURE = Rx.of(
            "(?:signature|digitally|ký bởi|người ký\\s?(?::|$)|thời gian ký|ngày ký)|\\(?(?:đã ký|ký tên|ký|đóng dấu|kí)[^\\p{L}]*$|\\(.*\\)$|nơi nhận.*");
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:Ths|ThS|TS|PGS|GS|BS|BSCKII|BSCKI|Thạc sĩ|Tiến sĩ|Đại tá|Thượng tá|Thiếu tướng|Trung tá)[.:]?\\s*)*(\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){1,4})");
    private static final Pattern GLUED = Pattern.compile(
            "([\\p{Lu}. ]+?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|TRƯỞNG BAN))\\s?(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}*){1,4})");
    private static final int FAR = 60;

    /** What the closing holds. */
    record Found(List<Passage> recipients, Signature signature) {}

    Found read(View view, Frame frame) {
        List<View.Range> lines = view.paragraphs().stream()
                .filter(p -> p.start() >= frame.closingStart())
                .filter(p -> frame.closingStart() >= frame.end() || p.end() <= frame.typeStart())
                .limit(FAR)
                .toList();
        List<Passage> recipients = new ArrayList<>();
        List<View.Range> titles = new ArrayList<>();
        View.Range name = null;
        boolean open = false;
        for (View.Range p : lines) {
            Matcher r = RECIPIENTS.in(view, p.start(), p.end());
            Matcher glued = view.text(GLUED, p.start(), p.end());
            boolean dash = view.text().charAt(p.start()) == '-';
            if (r.lookingAt()) {
                open = true;
                addAll(view, recipients, new View.Range(r.end(), p.end()));
            } else if (glued.matches() && isTitle(view, p)) {
                titles.add(new View.Range(p.start(), glued.end(1)));
                name = new View.Range(glued.start(2), p.end());
            } else if (name == null && goesOn(view, titles, p)) {
                titles.set(titles.size() - 1, new View.Range(titles.getLast().start(), p.end()));
            } else if (isTitle(view, p)) {
                titles.add(p);
            } else if (name == null && !titles.isEmpty() && isName(view, p)) {
                name = p;
            } else if (annex(view, p) && !titles.isEmpty()) {
                break;
            } else if (dash && (open || titles.isEmpty() || name == null)
                    || open && titles.isEmpty() && !stored(recipients)) {
                addAll(view, recipients, p);
            }
        }
        if (titles.isEmpty()) {
            return new Found(recipients, signatureBefore(view, frame));
        }
        return new Found(recipients, signature(view, titles, name));
    }

    private static final Rx CUT = Rx.of(
            ".*(?:ủy ban|ủy ban nhân|hội đồng|hội đồng nhân|ban thường|ban chỉ|ban chấp|phó chủ|phó giám|phó hiệu|chủ|giám|ủy|mặt trận|tổ quốc|nhân dân)");
    private static final Rx REST = Rx.of(
            "(?:nhân dân|dân|vụ|đạo|hành|tịch|đốc|trưởng|ban|tổ quốc|việt nam|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|đảng bộ)\\b[^\\n]{0,40}");

    /** "TM. ỦY BAN⏎NHÂN DÂN": a line of the title that was cut. */
    private static boolean goesOn(View view, List<View.Range> titles, View.Range p) {
        return !titles.isEmpty()
                && view.text().substring(p.start(), p.end()).chars().noneMatch(Character::isLowerCase)
                && p.end() - p.start() < 50
                && CUT.in(view, titles.getLast().start(), titles.getLast().end())
                        .matches()
                && REST.in(view, p.start(), p.end()).matches();
    }

    private static final Rx NO_PERSON = Rx.of(
            "(?:nhân dân|tỉnh|huyện|thành phố|xã|phường|ủy ban|hội đồng|ban|sở|phòng|văn phòng|công an|trường|đảng|nơi nhận|phụ lục|quyết định|kế hoạch|độc lập|đã ký|người|cơ quan|đơn vị|thủ tướng|bộ|cục|trung tâm|mặt trận|biểu mẫu|danh mục)\\b");

    /** "Lưu: VT" is the last recipient; what follows without a dash is none. */
    private static boolean stored(List<Passage> recipients) {
        return !recipients.isEmpty() && Vi.fold(recipients.getLast().text()).startsWith("lưu");
    }

    private static boolean annex(View view, View.Range p) {
        return view.upper(p.start(), p.end()) && p.end() - p.start() > 6 && !isName(view, p);
    }

    private static boolean isTitle(View view, View.Range p) {
        Matcher m = SIGNED.in(view, p.start(), p.end());
        return p.end() - p.start() < 200 && m.lookingAt() && view.upper(p.start(), Math.min(p.end(), p.start() + 14));
    }

    private static boolean isName(View view, View.Range p) {
        String text = view.slice(p.start(), p.end());
        return text.length() < 50
                && NAME.matcher(text).matches()
                && !(view.upper(p.start(), p.end())
                        && NO_PERSON.in(view, p.start(), p.end()).lookingAt())
                && !SIGN_FURNITURE.in(view, p.start(), p.end()).lookingAt();
    }

    /** One recipient a line; several dashes in one line are several lines that lost their ends. */
    private static void addAll(View view, List<Passage> out, View.Range p) {
        int from = p.start();
        String text = view.text();
        for (int i = from; i < p.end(); i++) {
            boolean cut = i > from + 2
                    && text.charAt(i) == '-'
                    && text.charAt(i - 1) == ' '
                    && ";,.:".indexOf(text.charAt(i - 2)) >= 0;
            if (cut) {
                add(view, out, from, i);
                from = i;
            }
        }
        add(view, out, from, p.end());
    }

    private static void add(View view, List<Passage> out, int start, int end) {
        int s = start;
        while (s < end
                && (view.text().charAt(s) == '-'
                        || view.text().charAt(s) == '+'
                        || view.text().charAt(s) == '–'
                        || view.text().charAt(s) == ' ')) {
            s++;
        }
        View.Range r = view.trim(s, end, " ;.,/");
        if (r.end() - r.start() > 1
                && !SIGN_FURNITURE.in(view, r.start(), r.end()).lookingAt()
                && !PLACE.found(view, r.start(), r.end())) {
            out.add(new Passage(view.slice(r.start(), r.end()), view.evidence(r)));
        }
    }

    private static Signature signature(
            View view, List<View.Range> titles, View.@org.jspecify.annotations.Nullable Range name) {
        List<String> lines = new ArrayList<>();
        int start = titles.getFirst().start();
        int end = titles.getLast().end();
        for (View.Range t : titles) {
            if (name == null || t.start() < name.start()) {
                splitTitle(view.slice(t.start(), t.end()), lines);
                end = t.end();
            }
        }
        Field title = new Field(String.join(" / ", lines), view.evidence(start, end));
        Field signer = name == null ? Field.NONE : Headers.field(view, nameStart(view, name), name.end());
        return new Signature(signer, title);
    }

    private static int nameStart(View view, View.Range name) {
        Matcher m = view.text(NAME, name.start(), name.end());
        return m.matches() ? m.start(1) : name.start();
    }

    /** "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in one line. */
    private static void splitTitle(String text, List<String> out) {
        for (String part : text.split(
                "(?<=\\S)\\s+(?=(?:KT\\.|PHÓ (?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG|BÍ THƯ)))|(?<=NHÂN DÂN)\\s+(?=CHỦ TỊCH)")) {
            out.add(part.replaceAll("[,;.\\s]+$", ""));
        }
    }

    /** A signature without "Nơi nhận", or standing before it. */
    private static Signature signatureBefore(View view, Frame frame) {
        List<View.Range> last = view.paragraphs().stream()
                .filter(p -> p.end() <= frame.end() && p.start() > frame.openingEnd())
                .toList();
        List<View.Range> titles = new ArrayList<>();
        View.Range name = null;
        for (View.Range p : last.subList(Math.max(0, last.size() - 12), last.size())) {
            if (isTitle(view, p) && p.end() - p.start() < 80) {
                titles.add(p);
            } else if (!titles.isEmpty() && name == null && isName(view, p)) {
                name = p;
            }
        }
        return titles.isEmpty() ? new Signature(Field.NONE, Field.NONE) : signature(view, titles, name);
    }
}
