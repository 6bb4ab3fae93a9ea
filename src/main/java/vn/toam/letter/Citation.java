package vn.toam.letter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document as a sentence cites it: {@code Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư về …}.
 *
 * @param type kind of document
 * @param number number with its code, null or blank when unknown
 * @param date day of issue, null when unknown
 * @param issuer who issued it, null or blank when unknown
 * @param title what it is about, null or blank when unknown
 */
public record Citation(
        String type,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String title) {

    /** Verbs that follow the issuer without "về": "của Chính phủ quy định chi tiết …". */
    private static final Pattern VERB = Pattern.compile(
            "(?:quy định|hướng dẫn|sửa đổi|bổ sung|phê duyệt|ban hành|triển khai|thực hiện|bãi bỏ|công bố|thành lập|kiện toàn|phát động)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private static final Set<String> NAMED = Set.of("luật", "bộ luật", "pháp lệnh", "hiến pháp");

    /** With its title: for the legal basis. A law bears its name, everything else is about something. */
    public String full() {
        String about = about();
        if (about.isEmpty()) {
            return brief();
        }
        if (NAMED.contains(type.toLowerCase(Locale.ROOT))) {
            return type + " " + about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1)
                    + brief().substring(type.length());
        }
        return brief() + (VERB.matcher(about).matches() ? " " : " về ") + about;
    }

    /** Without its title where a number or a date tells it apart: for a sentence. */
    public String brief() {
        StringBuilder text = new StringBuilder(type);
        if (!blank(number)) {
            text.append(" số ").append(number);
        }
        if (date != null) {
            text.append(" ngày ").append(day(date));
        }
        if (!blank(issuer)) {
            text.append(" của ").append(issuer);
        }
        return text.toString();
    }

    /** Brief when a number tells it apart, full otherwise. */
    public String clear() {
        return blank(number) ? full() : brief();
    }

    /** The title without the kind of document that some titles begin with: "Luật Bình đẳng giới" is about "bình đẳng giới". */
    private String about() {
        String written = title == null ? "" : title.strip();
        if (written.toLowerCase(Locale.ROOT).startsWith(type.toLowerCase(Locale.ROOT) + " ")) {
            written = written.substring(type.length()).strip();
        }
        if (written.isEmpty() || written.equals(number)) {
            return "";
        }
        boolean name = written.length() > 1 && Character.isUpperCase(written.charAt(1));
        String lower = name ? written : written.substring(0, 1).toLowerCase(Locale.ROOT) + written.substring(1);
        return lower.startsWith("về việc ") ? lower.substring(8) : lower.startsWith("về ") ? lower.substring(3) : lower;
    }

    /** As Decree 30/2020 writes days: below 10, January and February with a leading zero. */
    public static String day(LocalDate date) {
        int month = date.getMonthValue();
        return "%02d/%s%d/%d".formatted(date.getDayOfMonth(), month < 3 ? "0" : "", month, date.getYear());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
