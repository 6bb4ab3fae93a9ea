package vn.toam.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encodings of Vietnamese before Unicode, as they arrive today: every byte shown as the Latin-1 (or windows-1252)
 * character of the same code. {@link #TCVN3} (fonts .VnTime…, "ABC") gives each lower-case letter one code and has
 * capitals for seven letters only; its ư is the soft hyphen. {@link #VNI} (fonts VNI-…) writes most letters as a base
 * letter and a mark after it. {@link #WINDOWS1258} has base letters and combining tone marks.
 */
public enum LegacyEncoding {
    UNICODE,
    TCVN3,
    VNI,
    WINDOWS1258;

    private static final Charset CP1258 = Charset.forName("windows-1258");
    private static final Map<Character, Character> TCVN3_LETTERS = pairs(
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ");
    private static final Map<Character, Character> VNI_LETTERS = pairs("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ");

    /** Marks that follow a base letter in VNI: tone alone, or circumflex or breve with or without a tone. */
    private static final Map<Character, String> VNI_MARKS = Map.ofEntries(
            Map.entry('ù', "\u0301"),
            Map.entry('ø', "\u0300"),
            Map.entry('û', "\u0309"),
            Map.entry('õ', "\u0303"),
            Map.entry('ï', "\u0323"),
            Map.entry('â', "\u0302"),
            Map.entry('á', "\u0302\u0301"),
            Map.entry('à', "\u0302\u0300"),
            Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"),
            Map.entry('ä', "\u0302\u0323"),
            Map.entry('ê', "\u0306"),
            Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"),
            Map.entry('ú', "\u0306\u0309"),
            Map.entry('ü', "\u0306\u0303"),
            Map.entry('ë', "\u0306\u0323"));

    private static final String VNI_BASES = "aeouyôö";

    /** The text in Unicode (NFC), supposing that it is in this encoding; characters it does not know are kept. */
    String decode(String text) {
        return switch (this) {
            case UNICODE -> text;
            case TCVN3 -> eachLetter(text, TCVN3_LETTERS);
            case VNI -> Normalizer.normalize(vni(text), Normalizer.Form.NFC);
            case WINDOWS1258 -> Normalizer.normalize(windows1258(text), Normalizer.Form.NFC);
        };
    }

    /** The encoding that belongs to a font family of that time, or null for any other font. */
    public static @Nullable LegacyEncoding ofFont(String font) {
        String name = font.substring(font.indexOf('+') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith(".vn") || name.startsWith("vntime") || name.startsWith("vnarial")) {
            return TCVN3;
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? VNI : null;
    }

    /** True for fonts such as .VnTimeH, whose lower-case codes are drawn as capitals. */
    static boolean isCapitalFont(String font) {
        return font.substring(font.indexOf('+') + 1).matches("(?i)\\.?vn[a-z ]*") && font.endsWith("H");
    }

    /** Key of the note that tells the user about a conversion out of this encoding. */
    String noteKey() {
        return "paper." + name().toLowerCase(Locale.ROOT);
    }

    private static String eachLetter(String text, Map<Character, Character> letters) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(letters.getOrDefault(c, c).charValue());
        }
        return out.toString();
    }

    private static String vni(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        char before = ' ';
        for (char c : text.toCharArray()) {
            char low = Character.toLowerCase(c);
            String mark = VNI_MARKS.get(low);
            boolean combines = mark != null && VNI_BASES.indexOf(Character.toLowerCase(before)) >= 0;
            if (combines && mark != null) {
                out.append(mark);
            } else {
                out.append(VNI_LETTERS.getOrDefault(c, c).charValue());
            }
            before = combines ? ' ' : c;
        }
        return out.toString();
    }

    private static String windows1258(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(c < 0x100 ? new String(new byte[] {(byte) c}, CP1258) : String.valueOf(c));
        }
        return out.toString();
    }

    private static Map<Character, Character> pairs(String codes, String letters) {
        if (codes.length() != letters.length()) {
            throw new IllegalStateException("Code table of " + codes.length() + " for " + letters.length());
        }
        Map<Character, Character> map = new HashMap<>();
        for (int i = 0; i < codes.length(); i++) {
            map.put(codes.charAt(i), letters.charAt(i));
        }
        return Map.copyOf(map);
    }
}
