package vn.toam.unit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.toam.shared.Rejected;

/**
 * What a village is called without its kind, spelt one way: composed characters, one blank between words, the tone of an open syllable on
 * its first vowel (Hòa, not Hoà). What reads the same is the same.
 */
record VillageName(String written) {

    private static final String TONE = "([\\u0300\\u0301\\u0303\\u0309\\u0323])";
    private static final Pattern OPEN =
            Pattern.compile("(?iu)(o(?=[ae])|(?<!q)u(?=y))([aey])" + TONE + "(?![\\p{L}\\p{M}])");
    private static final Pattern CLOSED =
            Pattern.compile("(?iu)(o(?=.[ae])|(?<!q)u(?=.y))" + TONE + "([aey])(?=\\p{L})");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NEIGHBOURHOOD =
            Pattern.compile("(?iu)^(tdp|t\\.\\s?d\\.\\s?p\\.?|tổ dp)[ .]*(?=[\\p{L}\\d])");
    private static final Pattern IDLE = Pattern.compile("(?<!\\d)0+(?=\\d)|^số (?=\\d)");

    /** A number or a letter says nothing without its kind. */
    private static final Pattern NUMBER = Pattern.compile("(?iu)(số )?(\\d+\\p{L}?|[ivx]+|\\p{L})");

    /** Kinds that also begin names of places: thôn Bản Vài, thôn Làng Chang. */
    private static final List<String> ALSO_PLACES = List.of("HAMLET", "HIGHLAND_HAMLET", "SUB_HAMLET", "XOM");

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
     * The name without the kind that was typed into it.
     *
     * @throws Rejected when it is blank, or names another kind than the one chosen
     */
    VillageName as(String type, List<UnitType> kinds) {
        Optional<UnitType> own = kind(kinds).filter(kind -> kind.key().equals(type));
        VillageName name = own.map(this::without).orElse(this);
        if (name.written.isEmpty()) {
            throw Rejected.field("name", "unit.village.name.missing");
        }
        name.kind(kinds).ifPresent(other -> {
            String rest = name.without(other).written;
            boolean place = ALSO_PLACES.contains(other.key()) || other.key().equals(type);
            if (!place || NUMBER.matcher(rest).matches()) {
                throw Rejected.field("name", "unit.village.name.kind", name.written, other.label(), rest);
            }
        });
        return name;
    }

    /** Equal for names that read the same: "Hòa Bình" and "HÒA BÌNH", "1" and "01". */
    String key() {
        return IDLE.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private Optional<UnitType> kind(List<UnitType> kinds) {
        String lower = written.toLowerCase(Locale.ROOT) + " ";
        return kinds.stream()
                .filter(kind -> lower.startsWith(kind.label().vi().toLowerCase(Locale.ROOT) + " "))
                .findFirst();
    }

    private VillageName without(UnitType kind) {
        return new VillageName(
                written.substring(Math.min(written.length(), kind.label().vi().length()))
                        .strip());
    }
}
