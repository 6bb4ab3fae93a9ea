package vn.toam.paper;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import vn.toam.encoding.LegacyEncoding;
import vn.toam.encoding.TextBytes;

/** The font table of an RTF file: the name of each font tells an old encoding, its character set tells the code page. */
final class RtfFonts {
    private static final int VIETNAMESE = 163;

    /** Code pages of character sets; all others are the code page of the document. */
    private static final Map<Integer, Integer> CODE_PAGES =
            Map.of(VIETNAMESE, 1258, 238, 1250, 204, 1251, 161, 1253, 162, 1254);

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Integer> pages = new HashMap<>();
    private final Map<Integer, Charset> charsets = new HashMap<>();
    private int documentPage = 1252;

    void documentPage(int page) {
        documentPage = page;
    }

    void name(int font, String part) {
        names.merge(font, part, String::concat);
    }

    void characterSet(int font, int set) {
        Integer page = CODE_PAGES.get(set);
        if (page != null) {
            pages.put(font, page);
        }
    }

    /** "Times New Roman" of "Times New Roman;". */
    String name(int font) {
        String name = names.getOrDefault(font, "");
        int end = name.indexOf(';');
        return (end < 0 ? name : name.substring(0, end)).strip();
    }

    /** One byte set in a font; those of old fonts stay the characters that {@link LegacyEncoding} knows. */
    String decode(int font, int code) {
        boolean old = LegacyEncoding.ofFont(name(font)) != null;
        int page = old ? 1252 : pages.getOrDefault(font, documentPage);
        return TextBytes.eightBit(new byte[] {(byte) code}, charsets.computeIfAbsent(page, RtfFonts::charset));
    }

    private static Charset charset(int page) {
        try {
            return Charset.forName(page == 65001 ? "windows-1252" : "windows-" + page);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.forName("windows-1252");
        }
    }
}
