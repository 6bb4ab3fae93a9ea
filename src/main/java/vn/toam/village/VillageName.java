package vn.toam.village;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.toam.definition.CodeList.Code;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;

/**
 * What a village is called, spelt one way: composed characters, one blank between words, the tone of an open syllable on its first vowel
 * (Hòa, not Hoà), numbers without idle zeros, no name in capitals throughout. What reads the same is the same.
 */
record VillageName(String written) {

    static final int LONGEST = 100;

    private static final String TONE = "([\\u0300\\u0301\\u0303\\u0309\\u0323])";
    private static final Pattern OPEN =
            Pattern.compile("(?iu)(o(?=[ae])|(?<!q)u(?=y))([aey])" + TONE + "(?![\\p{L}\\p{M}])");
    private static final Pattern CLOSED =
            Pattern.compile("(?iu)(o(?=.[ae])|(?<!q)u(?=.y))" + TONE + "([aey])(?=\\p{L})");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NEIGHBOURHOOD =
            Pattern.compile("(?iu)^(tdp|t\\.\\s?d\\.\\s?p\\.?|tổ dp)[ .]*(?=[\\p{L}\\d])");
    private static final Pattern ZEROS = Pattern.compile("(?<![\\p{L}\\d])0+(?=\\d)");
    private static final Pattern IDLE = Pattern.compile("^số (?=\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern ROMAN = Pattern.compile("[IVX]+");
    private static final Pattern VOWEL = Pattern.compile("(?iu)[aeiouyăâêôơư]");

    /** A number or a letter says nothing without its kind. */
    private static final Pattern NUMBER = Pattern.compile("(?iu)(số )?(\\d+\\p{L}?|[ivx]+|\\p{L})");

    /** Kinds that also begin names of places: thôn Bản Vài, thôn Làng Chang. */
    private static final Set<String> ALSO_PLACES = Set.of("BAN", "LANG", "AP", "XOM", "BUON", "BON", "PHUM", "SOC");

    static VillageName of(String typed) {
        String apart =
                UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD)).replaceAll("");
        String toned = CLOSED.matcher(OPEN.matcher(apart).replaceAll("$1$3$2")).replaceAll("$1$3$2");
        String name = BLANKS.matcher(Normalizer.normalize(toned, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return new VillageName(NEIGHBOURHOOD.matcher(name).replaceFirst("Tổ dân phố "));
    }

    /**
     * The name without the kind that was typed into it, as it is kept.
     *
     * @throws Rejected when it is blank, too long, or names another kind than the one chosen
     */
    VillageName as(String type, List<Code> kinds) {
        Optional<Code> own = kind(kinds).filter(kind -> kind.code().equals(type));
        VillageName name = own.map(this::without).orElse(this).tidy();
        if (name.written.isEmpty()) {
            throw Rejected.field("name", "village.problem.name.missing");
        }
        if (name.written.length() > LONGEST) {
            throw Rejected.field("name", "village.problem.name.long", LONGEST);
        }
        name.kind(kinds).ifPresent(other -> {
            String rest = name.without(other).written;
            boolean place = ALSO_PLACES.contains(other.code()) || other.code().equals(type);
            if (!place || NUMBER.matcher(rest).matches()) {
                throw Rejected.field("name", "village.problem.name.kind", name.written, other.name(), rest);
            }
        });
        return name;
    }

    /** Equal for names that read the same: "Hòa Bình" and "HÒA BÌNH", "1", "01" and "số 1". */
    String key() {
        return IDLE.matcher(ZEROS.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll("");
    }

    /** Equal for names that are alike without marks: "Hòa Bình" and "Hoa Binh". */
    String unmarked() {
        return SearchWords.fold(key());
    }

    /** The kind that it begins with: "Thôn Hòa Bình", "TDP 3". */
    Optional<Code> kind(List<Code> kinds) {
        String lower = written.toLowerCase(Locale.ROOT) + " ";
        return kinds.stream()
                .filter(kind -> lower.startsWith(kind.name().vi().toLowerCase(Locale.ROOT) + " "))
                .findFirst();
    }

    VillageName without(Code kind) {
        return new VillageName(
                written.substring(Math.min(written.length(), kind.name().vi().length()))
                        .strip());
    }

    private VillageName tidy() {
        String name = ZEROS.matcher(written).replaceAll("");
        boolean loud = name.equals(name.toUpperCase(Locale.ROOT));
        boolean quiet = name.equals(name.toLowerCase(Locale.ROOT));
        if (!loud && !quiet) {
            return new VillageName(name);
        }
        return new VillageName(WORD.matcher(name).replaceAll(word -> capital(name, word, loud)));
    }

    /** "HÒA" and "hòa" as "Hòa"; numbers in letters, single letters and abbreviations stay. */
    private static String capital(String name, MatchResult word, boolean loud) {
        String text = word.group();
        boolean behindDigit = word.start() > 0 && Character.isDigit(name.charAt(word.start() - 1));
        if (text.length() == 1 || behindDigit || text.equalsIgnoreCase("số")) {
            return text.length() == 1 || behindDigit ? text : text.toLowerCase(Locale.ROOT);
        }
        if (loud
                && (ROMAN.matcher(text).matches() || !VOWEL.matcher(plain(text)).find())) {
            return text;
        }
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
