package vn.toam.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words of the language, read from {@code catalog/lexicon/*.yaml}. A file is a map of word lists or of name → value maps.
 * Patterns name a list in braces: {@code rx("{docTypes} số")}.
 */
public final class Lexicon {
    private static final List<String> FILES =
            List.of("documents", "laws", "agencies", "quantities", "time", "outline", "money", "syllables");
    /** So few words are compared one by one. */
    private static final int FEW = 4;

    private static final Pattern SLOT = Pattern.compile("(?<!\\\\[pP])\\{([a-zA-Z]{2,})}");

    private static final class Holder {
        static final Lexicon STANDARD = new Lexicon();
    }

    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, Map<String, String>> maps = new HashMap<>();

    private Lexicon() {
        FILES.forEach(this::load);
    }

    public static Lexicon standard() {
        return Holder.STANDARD;
    }

    private void load(String file) {
        String path = "/catalog/lexicon/" + file + ".yaml";
        try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + path);
            }
            Map<String, Object> root = YAMLMapper.builder().build().readValue(in, new TypeReference<>() {});
            root.forEach(this::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, Object value) {
        if (value instanceof List<?> list) {
            lists.put(name, list.stream().map(String::valueOf).toList());
        } else if (value instanceof Map<?, ?> map) {
            Map<String, String> entries = new LinkedHashMap<>();
            map.forEach((k, v) -> entries.put(String.valueOf(k), String.valueOf(v)));
            maps.put(name, entries);
            lists.put(name, List.copyOf(entries.keySet()));
        }
    }

    /** The list of that name. */
    public List<String> list(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("No word list " + name);
        }
        return list;
    }

    /** The map of that name. */
    public Map<String, String> map(String name) {
        Map<String, String> map = maps.get(name);
        if (map == null) {
            throw new IllegalArgumentException("No word map " + name);
        }
        return map;
    }

    /** A pattern whose slots {@code {list}} stand for any word of the list, longest first. */
    public Rx rx(String template, String... needs) {
        return Rx.of(expand(template), needs);
    }

    /** A pattern whose every match holds a word of the list {@code needed}, the words of which are no patterns themselves. */
    public Rx rxWith(String needed, String template) {
        return rx(template, list(needed).toArray(String[]::new));
    }

    private String expand(String template) {
        Matcher slot = SLOT.matcher(template);
        StringBuilder out = new StringBuilder();
        while (slot.find()) {
            slot.appendReplacement(out, Matcher.quoteReplacement(alternatives(slot.group(1))));
        }
        return slot.appendTail(out).toString();
    }

    private String alternatives(String name) {
        List<String> words = new ArrayList<>(list(name));
        words.sort(Comparator.comparingInt(String::length).reversed());
        List<String> patterns =
                words.stream().map(Lexicon::quote).map(Rx::foldLetters).toList();
        return patterns.size() > FEW && patterns.stream().allMatch(Lexicon::startsPlainly)
                ? byFirstLetter(patterns)
                : patterns.stream().collect(Collectors.joining("|", "(?:", ")"));
    }

    private static boolean startsPlainly(String pattern) {
        return "([\\^-".indexOf(pattern.charAt(0)) < 0
                && (pattern.length() == 1 || "?*+{".indexOf(pattern.charAt(1)) < 0);
    }

    /** The same choice, made by the first letter: only words that start with it are compared. The order within a letter stays. */
    private static String byFirstLetter(List<String> patterns) {
        Map<Character, List<String>> groups = new LinkedHashMap<>();
        for (String pattern : patterns) {
            char first = Vi.strip(pattern).charAt(0);
            groups.computeIfAbsent(first, f -> new ArrayList<>()).add(pattern);
        }
        String any = groups.values().stream().map(Lexicon::firstLetters).collect(Collectors.joining("", "(?=[", "])"));
        return groups.values().stream()
                .map(group -> "(?=[" + firstLetters(group) + "])(?:" + String.join("|", group) + ")")
                .collect(Collectors.joining("|", "(?:" + any + "(?:", "))"));
    }

    private static String firstLetters(List<String> patterns) {
        return patterns.stream().map(p -> p.substring(0, 1)).distinct().collect(Collectors.joining());
    }

    /** Words are literal, apart from {@code ?} after a letter; an entry with a bracket is a pattern of its own. */
    private static String quote(String word) {
        return word.indexOf('(') >= 0
                ? word
                : word.replace(".", "\\.").replace("+", "\\+").replace("*", "\\*");
    }
}
