package vn.toam.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as people type them, reduced to what they share: lower case, no marks, single blanks. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Folded() {}

    /** "Xã  Tân-Yên" and "xa tan yen" are the same. */
    public static String of(Object written) {
        String plain = MARKS.matcher(Normalizer.normalize(
                        written.toString().toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD))
                .replaceAll("");
        return OTHER.matcher(plain).replaceAll(" ").strip();
    }

    /** Lower case and single blanks only: "xã tân yên" is not "xã tần yên". */
    public static String spelled(Object written) {
        return Normalizer.normalize(written.toString(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
