package vn.toam.encoding;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a written word can be a Vietnamese syllable: initial consonant + rhyme, at most one tone mark, and only
 * sắc or nặng before the stops c, ch, p, t. There are some 150 rhymes, so wrongly decoded text is found out at once:
 * hardly any word of it passes. Not thread-safe, because answers are remembered.
 */
final class Syllables {
    private static final Set<String> INITIALS =
            words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
    private static final Set<String> RHYMES = words("""
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
            e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
            i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
            o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
            oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
            u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
            uy uya uych uynh uyp uyt uyu uyêt uyên
            ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
            y ynh yt yêm yên yêng yêt yêu""");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String TONES_BEFORE_STOPS = "\u0301\u0323";

    /** "nghiêng" with its tone mark; longer words need no look. */
    private static final int LONGEST = 8;

    private final Map<String, Boolean> known = new HashMap<>();

    /** True for a single syllable in any letter case; U+00D0 and U+00F0 pass for Đ and đ, which they often replace. */
    boolean isSyllable(String word) {
        return !word.isEmpty() && word.length() <= LONGEST && known.computeIfAbsent(word, Syllables::check);
    }

    /** The letters cut into the fewest syllables, or an empty list when some letter is left over. */
    List<String> split(String letters) {
        int n = letters.length();
        int[] fewest = new int[n + 1];
        int[] from = new int[n + 1];
        Arrays.fill(fewest, 1, n + 1, Integer.MAX_VALUE);
        for (int end = 1; end <= n; end++) {
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                boolean reachable = fewest[start] < fewest[end] - 1;
                if (reachable && isSyllable(letters.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        Deque<String> cut = new ArrayDeque<>();
        for (int end = n; end > 0 && fewest[n] < Integer.MAX_VALUE; end = from[end]) {
            cut.addFirst(letters.substring(from[end], end));
        }
        return List.copyOf(cut);
    }

    private static boolean check(String word) {
        String letters = Normalizer.normalize(word.toLowerCase(Locale.ROOT).replace('ð', 'đ'), Normalizer.Form.NFD);
        StringBuilder toneless = new StringBuilder();
        char tone = 0;
        for (char c : letters.toCharArray()) {
            if (TONES.indexOf(c) < 0) {
                toneless.append(c);
            } else if (tone == 0) {
                tone = c;
            } else {
                return false;
            }
        }
        String bare = Normalizer.normalize(toneless, Normalizer.Form.NFC);
        boolean stop = bare.endsWith("c") || bare.endsWith("ch") || bare.endsWith("p") || bare.endsWith("t");
        boolean accented = !letters.equals(bare);
        if (stop && accented && tone != 0 && TONES_BEFORE_STOPS.indexOf(tone) < 0) {
            return false;
        }
        return hasRhyme(bare);
    }

    private static boolean hasRhyme(String bare) {
        for (int cut = 0; cut <= Math.min(3, bare.length() - 1); cut++) {
            boolean initial = cut == 0 || INITIALS.contains(bare.substring(0, cut));
            if (initial && RHYMES.contains(bare.substring(cut))) {
                return true;
            }
        }
        return bare.equals("gi") || bare.equals("qu");
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
