package vn.toam.language;

import java.text.Normalizer;
import java.util.Locale;

/** Letters of Vietnamese: one spelling for comparing, and the same without diacritics. All foldings keep the length. */
public final class Vi {
    private static final String[] TONE_OLD = {
        "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"
    };
    private static final String[] TONE_NEW = {
        "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"
    };

    private Vi() {}

    /** Lower case, new tone placement ("uỷ" → "ủy"), one kind of dash and quote: same length as the input. */
    public static String fold(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            out.append(foldChar(s.charAt(i)));
        }
        moveTones(out);
        return out.toString();
    }

    private static char foldChar(char c) {
        return switch (c) {
            case '–', '—', '−', '‑', '‐' -> '-';
            case '“', '”', '„', '«', '»', '″' -> '"';
            case '‘', '’' -> '\'';
            case '\u00a0', '\t' -> ' ';
            case 'Ð', 'ð' -> 'đ';
            default -> Character.toLowerCase(c);
        };
    }

    private static void moveTones(StringBuilder s) {
        for (int i = 0; i + 1 < s.length(); i++) {
            char c = s.charAt(i);
            if (c != 'o' && c != 'u' || s.charAt(i + 1) < 0x80) {
                continue;
            }
            for (int k = 0; k < TONE_OLD.length; k++) {
                if (TONE_OLD[k].charAt(0) == c && TONE_OLD[k].charAt(1) == s.charAt(i + 1)) {
                    s.replace(i, i + 2, TONE_NEW[k]);
                }
            }
        }
    }

    /** Without diacritics, same length for NFC input. */
    public static String strip(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            out.append(c < 0x80 ? c : stripChar(c));
        }
        return out.toString();
    }

    private static char stripChar(char c) {
        return c < PLAIN.length ? PLAIN[c] : c;
    }

    /** Every letter of the Vietnamese alphabet without its marks, looked up once. */
    private static final char[] PLAIN = plainLetters();

    private static char[] plainLetters() {
        char[] plain = new char[0x1F00];
        for (char c = 0; c < plain.length; c++) {
            plain[c] =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        plain['đ'] = 'd';
        plain['Đ'] = 'D';
        plain['Ð'] = 'D';
        return plain;
    }

    /** Fewer than one accented letter in a hundred: the text was typed without diacritics. */
    public static boolean isPlain(String s) {
        int letters = 0;
        int accented = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (c >= 0x80) {
                    accented++;
                }
            }
        }
        return letters > 200 && accented * 100L < letters;
    }

    /** First letter in upper case. */
    public static String capital(String s) {
        return s.isEmpty() ? s : s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1);
    }

    /** For comparing names: folded, without punctuation and double blanks. */
    public static String key(String s) {
        StringBuilder out = new StringBuilder(s.length());
        String folded = fold(s);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '&') {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().trim();
    }
}
