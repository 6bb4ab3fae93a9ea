package vn.toam.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed into a search box. A text is found when it holds every word, in any order, with or without marks, at the beginning
 * of a word; usual abbreviations and what they stand for find each other ("x.", "TP", "UBND").
 *
 * <p>In SQL: {@code public.holds(x.search, :words, :patterns)}, where {@code x.search} is kept as {@code public.searchable(…)}.
 *
 * @param words LIKE patterns of the words that mean only themselves
 * @param patterns regular expressions of the others, for PostgreSQL and Java alike
 */
public record SearchWords(List<String> words, List<String> patterns) {

    /** More words than this narrow nothing down. */
    private static final int MOST_WORDS = 10;

    private static final int LONGEST = 200;

    /** A word this long may have lost its blanks: "haiphong". */
    private static final int RUN_TOGETHER = 5;

    private static final Map<String, List<String>> MEANINGS = Map.ofEntries(
            Map.entry("x", List.of("xa")),
            Map.entry("p", List.of("phuong")),
            Map.entry("h", List.of("huien")),
            Map.entry("q", List.of("quan")),
            Map.entry("t", List.of("tinh")),
            Map.entry("tp", List.of("thanh pho")),
            Map.entry("tx", List.of("thi xa")),
            Map.entry("tt", List.of("thi tran")),
            Map.entry("tdp", List.of("to dan pho")),
            Map.entry("hcm", List.of("ho chi minh")),
            Map.entry("ubnd", List.of("ui ban nhan dan")),
            Map.entry("hdnd", List.of("hoi dong nhan dan")),
            Map.entry("mttq", List.of("mat tran to quoc")),
            Map.entry("lhpn", List.of("lien hiep phu nu")),
            Map.entry("svhttdl", List.of("so van hoa the thao va du lich")),
            Map.entry("vhttdl", List.of("van hoa the thao va du lich")),
            Map.entry("vhtt", List.of("van hoa va the thao", "van hoa va thong tin")),
            Map.entry("gddt", List.of("giao duc va dao tao")),
            Map.entry("khdt", List.of("ke hoach va dau tu")),
            Map.entry("ldtbxh", List.of("lao dong thuong binh va xa hoi")),
            Map.entry("tttt", List.of("thong tin va truien thong")),
            Map.entry("bcd", List.of("ban chi dao")),
            Map.entry("ca", List.of("cong an")),
            Map.entry("kh", List.of("ke hoach")),
            Map.entry("qd", List.of("quiet dinh")),
            Map.entry("nd", List.of("nghi dinh")),
            Map.entry("bc", List.of("bao cao")),
            Map.entry("ctgd", List.of("cong tac gia dinh")),
            Map.entry("blgd", List.of("bao luc gia dinh")),
            Map.entry("pcblgd", List.of("phong chong bao luc gia dinh")));

    /** Patterns arise from {@link #MEANINGS} alone, so these are few. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /** A folded syllable, or a number. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiou]{1,3}(ch|nh|ng|[cmnpt])?|\\d+");

    private static final int LONGEST_SYLLABLE = 7;
    private static final int MOST_WAYS = 40;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    public SearchWords {
        words = List.copyOf(words);
        patterns = List.copyOf(patterns);
    }

    /** The words of {@code typed}; more than {@value #MOST_WORDS} are left out, and what is no letter or digit separates. */
    public static SearchWords of(String typed) {
        String folded = fold(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<String> words = Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        List<String> plain = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            String spelt = spelt(words, at);
            String word = words.get(at);
            if (!spelt.isEmpty()) {
                patterns.add(whole(spelt));
            } else if (MEANINGS.containsKey(word)) {
                patterns.add(begins(word));
            } else {
                plain.add("% " + word + "%");
            }
            at += spelt.isEmpty() ? 1 : spelt.split(" ").length;
        }
        return new SearchWords(plain, patterns);
    }

    /** Nothing was typed that can be searched for. */
    public boolean isEmpty() {
        return words.isEmpty() && patterns.isEmpty();
    }

    /** True when {@code text} holds every word. */
    public boolean in(String text) {
        return all(held(fold(text)));
    }

    /** Which of the words a folded text holds, a bit for each. */
    public int held(String folded) {
        String twice = " " + folded + " " + folded.replace(" ", "");
        int held = 0;
        int bit = 1;
        for (String word : words) {
            held |= twice.contains(word.substring(1, word.length() - 1)) ? bit : 0;
            bit <<= 1;
        }
        for (String pattern : patterns) {
            held |= COMPILED.computeIfAbsent(pattern, Pattern::compile)
                            .matcher(folded)
                            .find()
                    ? bit
                    : 0;
            bit <<= 1;
        }
        return held;
    }

    /** True when the bits of {@link #held} are those of every word. */
    public boolean all(int held) {
        return held == (1 << words.size() + patterns.size()) - 1;
    }

    /** True for one word. */
    public boolean single() {
        return words.size() + patterns.size() == 1;
    }

    /** The same with blanks allowed within long words, for a second try: "haiphong" finds "Thành phố Hải Phòng". */
    public SearchWords runTogether() {
        return new SearchWords(
                words.stream()
                        .map(word -> word.length() - 3 >= RUN_TOGETHER ? "%" + word.substring(2) : word)
                        .toList(),
                patterns);
    }

    /** The longest word as a LIKE pattern for an index on the folded text; everything when there is none. */
    public String sharpest() {
        return words.stream()
                .filter(word -> word.startsWith("% "))
                .max(Comparator.comparingInt(String::length))
                .map(word -> "%" + word.substring(2))
                .orElse("%");
    }

    /**
     * The words as a query of PostgreSQL on the words of a text ({@code register.lexemes}): true wherever every word is held at the beginning of a
     * word, and of more texts than that, so that an index may go ahead of {@code public.holds}. A word without its blanks is taken apart in every
     * way in which syllables are written; blank where there is none.
     */
    public String lexemes() {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.add(
                    word.startsWith("% ")
                            ? beginning(word.substring(2, word.length() - 1))
                            : takenApart(word.substring(1, word.length() - 1)));
        }
        for (String pattern : patterns) {
            String meanings = pattern.replace("(^| )(", "").replace("( |$)", "");
            all.add(Arrays.stream(meanings.replace(")", "").split("\\|"))
                    .map(SearchWords::beginning)
                    .collect(Collectors.joining(" | ", "(", ")")));
        }
        return all.stream().anyMatch(String::isEmpty) ? "" : String.join(" & ", all);
    }

    /** Whole words, the last of them as a beginning. */
    private static String beginning(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.joining("' & '", "('", "':*)"));
    }

    private static String takenApart(String word) {
        List<String> ways = new ArrayList<>();
        takeApart("", word, ways);
        return ways.isEmpty() ? "" : String.join(" | ", ways).transform(any -> "(" + any + ")");
    }

    private static void takeApart(String before, String rest, List<String> ways) {
        for (int end = 1; end <= Math.min(rest.length(), LONGEST_SYLLABLE) && ways.size() < MOST_WAYS; end++) {
            String syllable = rest.substring(0, end);
            if (end == rest.length()) {
                if (!before.isEmpty()) {
                    ways.add(beginning(before + syllable));
                }
            } else if (SYLLABLE.matcher(syllable).matches()) {
                takeApart(before + syllable + " ", rest.substring(end), ways);
            }
        }
    }

    /** The parameters {@code words} and {@code patterns} of a statement. */
    public Map<String, Object> parameters() {
        return Map.of("words", words.toArray(String[]::new), "patterns", patterns.toArray(String[]::new));
    }

    /** As PostgreSQL's {@code public.searchable}: lower case, no marks, đ as d, y as i, no apostrophes, everything else a blank. */
    public static String fold(String text) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('y', 'i')
                .replaceAll("['’]", "");
        return OTHER.matcher(plain).replaceAll(" ").strip();
    }

    /** The long form that begins at a word, if an abbreviation is known for it. */
    private static String spelt(List<String> words, int at) {
        String rest = String.join(" ", words.subList(at, words.size())) + " ";
        return MEANINGS.values().stream()
                .flatMap(List::stream)
                .filter(meaning -> meaning.contains(" ") && rest.startsWith(meaning + " "))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** A long form or its abbreviation, as whole words. */
    private static String whole(String spelt) {
        Set<String> ways = MEANINGS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(spelt))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ways.add(spelt);
        return "(^| )(" + String.join("|", ways) + ")( |$)";
    }

    /** A word as the beginning of one, or what it is short for. */
    private static String begins(String word) {
        StringBuilder pattern = new StringBuilder("(^| )(").append(word);
        for (String meaning : MEANINGS.getOrDefault(word, List.of())) {
            pattern.append('|').append(meaning).append("( |$)");
        }
        return pattern.append(')').toString();
    }
}
