package vn.toam.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a body stands at the head and the foot of its documents (Decree 30/2020, Annex I, II.2, II.3 and II.7), worked out from its name as
 * it is written on its plan.
 *
 * @param parent body above it in capitals; blank for a People's Committee
 * @param name its name in capitals, line by line
 * @param code its abbreviation in document numbers: {@code UBND}
 * @param authority lines above the signer's post: {@code TM. ỦY BAN NHÂN DÂN}
 * @param post the signer's post
 */
public record Issuer(String parent, String name, String code, List<String> authority, String post) {

    private static final Pattern COMMITTEE =
            Pattern.compile("(?:(?:Ủy|Uỷ) ban nhân dân|UBND)\\s+(.+)", Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[^/]*/\\p{Lu}[\\p{L}]*-(.+)");

    /**
     * The issuer of a plan.
     *
     * @param written its name in the plan: {@code Ủy ban nhân dân huyện Tân Yên}
     * @param place its administrative unit as inside a sentence: {@code huyện Tân Yên}
     * @param number number of the plan, whose last part names the issuer; null or blank when unknown
     * @param signer lines above the plan's signer joined by {@code " / "}; null or blank when unknown
     */
    public static Issuer of(String written, String place, @Nullable String number, @Nullable String signer) {
        Matcher committee = COMMITTEE.matcher(written.strip());
        boolean people = committee.matches();
        String bare = people ? "" : without(written.strip(), place);
        boolean steering = bare.toLowerCase(Locale.ROOT).startsWith("ban chỉ đạo");
        List<String> lines = signer == null || signer.isBlank()
                ? signers(people, steering)
                : Arrays.stream(signer.split("\\s*/\\s*")).toList();
        return new Issuer(
                people ? "" : "UBND " + upper(place),
                people ? "ỦY BAN NHÂN DÂN\n" + upper(committee.group(1)) : upper(bare),
                code(number, people, steering, bare),
                lines.subList(0, lines.size() - 1),
                lines.getLast());
    }

    /** A body of the whole country stands below no People's Committee. */
    public Issuer withoutParent() {
        return new Issuer("", name, code, authority, post);
    }

    private static List<String> signers(boolean people, boolean steering) {
        if (people) {
            return List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        }
        return steering ? List.of("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN") : List.of("THỦ TRƯỞNG CƠ QUAN");
    }

    private static String code(@Nullable String number, boolean people, boolean steering, String bare) {
        Matcher matcher = NUMBER.matcher(number == null ? "" : number.strip());
        if (matcher.matches()) {
            return matcher.group(1);
        }
        return people ? "UBND" : steering ? "BCĐ" : initials(bare);
    }

    /** {@code Sở Văn hóa, Thể thao và Du lịch} is SVHTTDL. */
    private static String initials(String name) {
        return Arrays.stream(name.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty() && !word.equals("và"))
                .map(word -> upper(word.substring(0, 1)))
                .collect(Collectors.joining());
    }

    private static String without(String name, String place) {
        return name.toLowerCase(Locale.ROOT).endsWith(" " + place.toLowerCase(Locale.ROOT))
                ? name.substring(0, name.length() - place.length() - 1)
                : name;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
