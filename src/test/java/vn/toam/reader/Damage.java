package vn.toam.reader;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.toam.language.Vi;

/** What becomes of texts on their way: the same words in another form, so that what a person read in the text still holds. */
final class Damage {
    /** The copies by name; only {@code nodiacritics} loses the marks. */
    static Map<String, String> copies(String text) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("nfd", Normalizer.normalize(text, Normalizer.Form.NFD));
        out.put("oneline", text.replaceAll("\\s*\\n\\s*", " "));
        out.put("nodiacritics", Vi.strip(text).replace('đ', 'd').replace('Đ', 'D'));
        out.put("wrap80", wrapped(text));
        out.put("lostspaces", wrapped(text).replaceAll("(?<=[a-zà-ỹ])\\n(?=[a-zà-ỹ])", ""));
        out.put("nbsp", text.replace(' ', '\u00a0').replace("\n", "\r\n"));
        out.put(
                "oldtone",
                text.replace("òa", "oà").replace("óa", "oá").replace("ủy", "uỷ").replace("Ủy", "Uỷ"));
        return out;
    }

    private Damage() {}

    private static String wrapped(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int length = 0;
            for (String word : line.split(" ", -1)) {
                boolean turn = length > 0 && length + word.length() + 1 > 80;
                out.append(turn ? "\n" : length > 0 ? " " : "").append(word);
                length = turn ? word.length() : length + (length > 0 ? 1 : 0) + word.length();
            }
            out.append('\n');
        }
        return out.substring(0, out.length() - 1);
    }
}
