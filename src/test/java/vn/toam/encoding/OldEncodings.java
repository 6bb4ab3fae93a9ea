package vn.toam.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Writes Unicode text in the old encodings, from tables of its own, as look-alike characters (one for each byte). */
public final class OldEncodings {
    private static final Map<Character, String> TCVN3 = new HashMap<>();
    private static final String[] TCVN3_ROWS = {
        "aµ¸¶·¹",
        "ă¨»¾¼½Æ",
        "â©ÇÊÈÉË",
        "eÌÐÎÏÑ",
        "êªÒÕÓÔÖ",
        "i×ÝØÜÞ",
        "oßãáâä",
        "ô«åèæçé",
        "ơ¬êíëìî",
        "uïóñòô",
        "ư\u00adõøö÷ù",
        "yúýûüþ"
    };
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    static {
        for (String row : TCVN3_ROWS) {
            String base = row.substring(0, 1);
            int first = row.length() - TONES.length();
            if (first > 1) {
                TCVN3.put(base.charAt(0), row.substring(1, 2));
            }
            for (int i = 0; i < TONES.length(); i++) {
                String letter = Normalizer.normalize(base + TONES.charAt(i), Normalizer.Form.NFC);
                TCVN3.put(letter.charAt(0), row.substring(first + i, first + i + 1));
                TCVN3.put(letter.toUpperCase().charAt(0), row.substring(first + i, first + i + 1));
            }
        }
        for (String pair : "đ® Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§".split(" ")) {
            TCVN3.put(pair.charAt(0), pair.substring(1));
        }
    }

    private static final Map<String, String> VNI_MARKS = Map.ofEntries(
            Map.entry("\u0301", "ù"),
            Map.entry("\u0300", "ø"),
            Map.entry("\u0309", "û"),
            Map.entry("\u0303", "õ"),
            Map.entry("\u0323", "ï"),
            Map.entry("\u0302", "â"),
            Map.entry("\u0302\u0301", "á"),
            Map.entry("\u0302\u0300", "à"),
            Map.entry("\u0302\u0309", "å"),
            Map.entry("\u0302\u0303", "ã"),
            Map.entry("\u0302\u0323", "ä"),
            Map.entry("\u0306", "ê"),
            Map.entry("\u0306\u0301", "é"),
            Map.entry("\u0306\u0300", "è"),
            Map.entry("\u0306\u0309", "ú"),
            Map.entry("\u0306\u0303", "ü"),
            Map.entry("\u0306\u0323", "ë"));
    private static final Map<String, String> VNI_LETTERS =
            Map.of("í", "í", "ì", "ì", "ỉ", "æ", "ĩ", "ó", "ị", "ò", "đ", "ñ", "ỵ", "î");

    private OldEncodings() {}

    public static String tcvn3(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(TCVN3.getOrDefault(c, String.valueOf(c)));
        }
        return out.toString();
    }

    public static String vni(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String low = String.valueOf(Character.toLowerCase(c));
            String old = VNI_LETTERS.getOrDefault(low, vniLetter(low));
            out.append(Character.isUpperCase(c) ? old.toUpperCase() : old);
        }
        return out.toString();
    }

    /** Base letters with their shape, tone marks after them; as windows-1258 bytes. */
    public static byte[] windows1258(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^" + TONES + "]", "");
            out.append(Normalizer.normalize(parts.replaceAll("[" + TONES + "]", ""), Normalizer.Form.NFC))
                    .append(tone);
        }
        return out.toString().getBytes(Charset.forName("windows-1258"));
    }

    private static String vniLetter(String letter) {
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        boolean horn = parts.indexOf('\u031b') > 0;
        String marks = parts.substring(1).replace("\u031b", "").replaceFirst("^\u0323(.)$", "$1\u0323");
        String base = horn ? parts.startsWith("o") ? "ô" : "ö" : parts.substring(0, 1);
        return marks.isEmpty() ? base : base + VNI_MARKS.getOrDefault(marks, marks);
    }
}
