package vn.toam.plancontent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds which of some known names a sentence means: shared words weighted by how rare they are among the names. Vietnamese syllables keep
 * their tone marks here: "hộ" and "hồ" are different words.
 *
 * @param <T> what a name stands for
 */
public final class Matching<T> {

    private static final Set<String> EMPTY = Set.of(
            "và", "của", "các", "có", "được", "về", "trong", "số", "tỷ", "lệ", "đạt", "theo", "cho", "từ", "trên",
            "là");

    /** A name found, how much of it the sentence has (0..1), and how much less the next best name has. */
    public record Match<T>(T value, double score, double lead) {}

    private record Known<T>(T value, Set<String> words) {}

    private final List<Known<T>> known = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    public void add(T value, String name) {
        Set<String> words = words(name);
        known.add(new Known<>(value, words));
        words.forEach(word -> frequency.merge(word, 1, Integer::sum));
    }

    /**
     * The best name, if at least {@code least} of its weight is in the sentence. Of two that are wholly in it the weightier wins: a
     * sentence on poor households given knowledge holds every word of "poor households" too.
     */
    public Optional<Match<T>> best(String sentence, double least) {
        return best(sentence, least, value -> true);
    }

    /** As {@link #best(String, double)}, only among those that {@code may} be meant. */
    public Optional<Match<T>> best(String sentence, double least, Predicate<T> may) {
        Set<String> said = words(sentence);
        Match<T> best = null;
        double second = 0;
        int longest = 0;
        for (Known<T> candidate : known) {
            if (!may.test(candidate.value())) {
                continue;
            }
            double score = score(candidate.words(), said);
            if (best == null
                    || score > best.score()
                    || score == best.score() && candidate.words().size() > longest) {
                longest = candidate.words().size();
                second = best == null ? 0 : best.score();
                best = new Match<>(candidate.value(), score, 0);
            } else {
                second = Math.max(second, score);
            }
        }
        return best == null || best.score() < least
                ? Optional.empty()
                : Optional.of(new Match<>(best.value(), best.score(), best.score() - second));
    }

    /** Every name that is wholly in the sentence, except those whose words are all in another such name: what it enumerates. */
    public List<T> listed(String sentence) {
        Set<String> said = words(sentence);
        List<Known<T>> whole =
                known.stream().filter(name -> said.containsAll(name.words())).toList();
        return whole.stream()
                .filter(name -> whole.stream()
                        .noneMatch(other -> other != name && other.words().containsAll(name.words())))
                .map(Known::value)
                .toList();
    }

    private double score(Set<String> name, Set<String> said) {
        double shared = 0;
        double all = 0;
        for (String word : name) {
            double weight = Math.log1p((double) known.size() / frequency.getOrDefault(word, 1));
            all += weight;
            shared += said.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    /** How alike two sentences are, 0..1: shared words among all words. */
    public static double alike(String a, String b) {
        Set<String> left = words(a);
        Set<String> right = words(b);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(left);
        shared.retainAll(right);
        return (double) shared.size() / Math.min(left.size(), right.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 1 && !EMPTY.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
