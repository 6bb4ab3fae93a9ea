package vn.toam.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.sheet.Folded;

/**
 * Finds a value of a closed list by its code or its name in either language, with or without marks. Who writes a mark means it; what fits
 * several, or only nearly one, is never guessed: that is suggested.
 */
public final class OptionNames implements ColumnChoices {

    private static final int SUGGESTED = 5;

    /** So few are all suggested. */
    private static final int FEW = 12;

    private static final int NEAR = 2;

    private final List<Option> options;
    private final Map<String, List<Option>> codes = new HashMap<>();
    private final Map<String, List<Option>> spelled = new HashMap<>();
    private final Map<String, List<Option>> folded = new HashMap<>();

    public OptionNames(List<Option> options) {
        this.options = options;
        for (Option option : options) {
            add(codes, Folded.spelled(option.code()), option);
            for (String name : names(option)) {
                add(spelled, Folded.spelled(name), option);
                add(folded, Folded.of(name), option);
            }
        }
    }

    private static Set<String> names(Option option) {
        Set<String> names =
                new TreeSet<>(List.of(option.name().vi(), option.name().en()));
        names.remove("");
        return names;
    }

    private static void add(Map<String, List<Option>> index, String key, Option option) {
        List<Option> all = index.computeIfAbsent(key, any -> new ArrayList<>());
        if (all.stream().noneMatch(each -> each.code().equals(option.code()))) {
            all.add(option);
        }
    }

    @Override
    public List<Option> find(String said) {
        for (Map<String, List<Option>> index : List.of(codes, spelled)) {
            List<Option> found = index.get(Folded.spelled(said));
            if (found != null) {
                return found;
            }
        }
        String bare = Folded.of(said);
        return folded.getOrDefault(bare, List.of()).stream()
                .filter(option -> names(option).stream()
                        .anyMatch(name -> Folded.of(name).equals(bare) && ToneMarks.agree(said, name)))
                .toList();
    }

    @Override
    public List<Option> near(String said) {
        String words = Folded.of(said);
        List<Option> near = options.stream()
                .filter(option -> apart(option, words) <= Math.max(NEAR, words.length() / 4))
                .sorted(Comparator.comparingInt(option -> apart(option, words)))
                .toList();
        if (options.size() > FEW) {
            return near.stream().limit(SUGGESTED).toList();
        }
        List<Option> all = new ArrayList<>(near);
        options.stream().filter(option -> !near.contains(option)).forEach(all::add);
        return all;
    }

    @Override
    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    private static int apart(Option option, String words) {
        return names(option).stream()
                .mapToInt(name -> ToneMarks.apart(Folded.of(name), words))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
