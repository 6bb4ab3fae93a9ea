package vn.toam.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.toam.sheet.Folded;

/** Names as people spell them: who leaves marks out means any, who writes one means that one; how far two spellings are apart. */
public final class ToneMarks {

    /** Grave, acute, tilde, hook, dot below: they stand on the word, wherever they are put. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private ToneMarks() {}

    /** A word: its letters with their hats and horns, and its tone. */
    private record Word(List<String> letters, String tone) {

        /** True when nothing that is written here says something else than {@code other}. */
        boolean agrees(Word other) {
            if (letters.size() != other.letters.size() || !tone.isEmpty() && !tone.equals(other.tone)) {
                return false;
            }
            for (int i = 0; i < letters.size(); i++) {
                String own = letters.get(i);
                String its = other.letters.get(i);
                boolean same = own.charAt(0) == its.charAt(0) && (own.length() == 1 || own.equals(its));
                if (!same && !(own.equals("d") && its.equals("đ"))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True when the words written are the last ones of a name, save for marks that are left out. */
    public static boolean agree(String written, String name) {
        List<Word> own = words(written);
        List<Word> whole = words(name);
        for (int i = 1; i <= Math.min(own.size(), whole.size()); i++) {
            Word said = own.get(own.size() - i);
            if (!said.agrees(whole.get(whole.size() - i))
                    && Folded.of(String.join("", said.letters()))
                            .equals(Folded.of(
                                    String.join("", whole.get(whole.size() - i).letters())))) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String each : Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .split("[^\\p{L}\\p{M}\\d]+")) {
            List<String> letters = new ArrayList<>();
            StringBuilder tone = new StringBuilder();
            for (char sign : each.toCharArray()) {
                if (TONES.indexOf(sign) >= 0) {
                    tone.append(sign);
                } else if (Character.getType(sign) == Character.NON_SPACING_MARK && !letters.isEmpty()) {
                    letters.add(letters.removeLast() + sign);
                } else {
                    letters.add(String.valueOf(sign));
                }
            }
            if (!letters.isEmpty()) {
                words.add(new Word(letters, tone.toString()));
            }
        }
        return words;
    }

    /** Letters to change, leave out or add. */
    public static int apart(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
