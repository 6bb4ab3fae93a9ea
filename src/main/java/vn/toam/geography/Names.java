package vn.toam.geography;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names written in many ways reduced to one: Uỷ/Ủy, hoá/hóa, "và", "&", long and short forms, case, marks. */
public final class Names {

    private static final Pattern LONG = Pattern.compile(
            "uybannhandan|hoidongnhandan|mattrantoquoc|lienhiepphunu|liendoanlaodong|thanhniencongsan|hochiminh");

    private static final Map<String, String> SHORT = Map.of(
            "uybannhandan", "ubnd",
            "hoidongnhandan", "hdnd",
            "mattrantoquoc", "mttq",
            "lienhiepphunu", "lhpn",
            "liendoanlaodong", "ldld",
            "thanhniencongsan", "tncs",
            "hochiminh", "hcm");

    private Names() {}

    /** Syllables in lower case without marks; everything else is a space; "và" is left out. */
    public static List<String> syllables(String written) {
        String plain = Normalizer.normalize(written.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(s -> !s.isEmpty() && !s.equals("va"))
                .toList();
    }

    /** The syllables run together, with usual long forms shortened: equal keys mean the same name. */
    public static String key(String written) {
        return LONG.matcher(String.join("", syllables(written))).replaceAll(m -> SHORT.getOrDefault(m.group(), ""));
    }

    /** "Huyện Tân Yên" as it stands inside a sentence. */
    static String lowerFirst(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
