package vn.toam.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.Section;
import vn.toam.shared.Text;
import vn.toam.sheet.Folded;

/**
 * Which line of a form a heading names: by its number, its name in either language, or most of the words of its name and none that says
 * something else. A heading of another year, of another unit of count, or of a part of the whole names no line.
 */
final class LineNames {

    private static final double MOST_WORDS = 0.6;
    private static final int LONGEST = 300;
    private static final String SEVERAL = "?";
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)|(?iu:đvt|đơn vị tính)\\s*:\\s*([^;,()]+)");
    private static final Pattern NUMBERED = Pattern.compile("(?s)\\S{1,8}[.)\\s:–-].*");
    private static final Pattern NUMBER = Pattern.compile("\\d+( \\d+)*");
    private static final Pattern PART = Pattern.compile("(?iu)^(trong đó|tr\\.đó|t\\.đó|[-+•–]|gồm)[\\s:]*");

    /** Words that say nothing else than the name does. */
    private static final Set<String> NEUTRAL =
            Set.of("so", "tong", "luong", "cac", "co", "la", "trong", "cua", "tren", "dia", "ban", "xa", "nhung");

    private static final Set<String> WHOLE =
            Set.of("tong", "tong so", "tong cong", "cong", "chung", "so luong", "total", "toan bo");

    /** What makes a figure another one than the year's own, unless the line's name says it. */
    private static final List<String> OTHER = List.of(
            "nam truoc",
            "ky truoc",
            "cung ky",
            "tang giam",
            "so voi",
            "ke hoach",
            "du kien",
            "uoc",
            "luy ke",
            "ty le",
            "ti le",
            "ty trong",
            "phan tram",
            "binh quan",
            "trung binh",
            "nghin",
            "ngan",
            "trieu",
            "ty dong",
            "quy",
            "thang",
            "chi tieu giao",
            "muc tieu",
            "previous",
            "planned",
            "rate",
            "percent");

    private final Form form;
    private final int year;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, String> counts = new HashMap<>();
    private final Map<String, Optional<String>> found = new HashMap<>();
    private final Pattern ownYear;

    /**
     * @param units names of units of count, by code
     * @param bare whether a number alone names the line that bears it, as where the table is ours or somebody says so; elsewhere it may
     *     count rows or columns, or be a figure
     */
    LineNames(Form form, int year, Map<String, Text> units, boolean bare) {
        this.form = form;
        this.year = year;
        this.ownYear = Pattern.compile("\\b(nam |trong nam )?" + year + "\\b");
        for (Field field : form.fields()) {
            for (String name : List.of(
                    field.id(),
                    field.line(),
                    field.name().vi(),
                    field.name().en(),
                    field.line() + " " + field.name().vi(),
                    field.line() + " " + field.name().en())) {
                known.merge(folded(name), field.id(), (one, other) -> one.equals(other) ? one : SEVERAL);
            }
            words.put(field.id(), words(folded(field.name().vi())));
        }
        known.values().removeIf(SEVERAL::equals);
        known.keySet()
                .removeIf(
                        name -> name.isEmpty() || !bare && NUMBER.matcher(name).matches());
        units.forEach((code, name) -> {
            counts.put(folded(name.vi()), code);
            counts.put(folded(name.en()), code);
        });
        counts.put("%", "percent");
    }

    /** The line of the form that a heading names, or null. */
    @Nullable
    String field(@Nullable Object cell) {
        if (!(cell instanceof String heading) || heading.length() > LONGEST) {
            return null;
        }
        return found.computeIfAbsent(heading, each -> Optional.ofNullable(find(each)))
                .orElse(null);
    }

    private @Nullable String find(String heading) {
        String exact = known.get(folded(heading));
        if (exact != null) {
            return heading.contains("%") && !"percent".equals(field(form, exact).unit()) ? null : exact;
        }
        Matcher bracket = BRACKETS.matcher(heading);
        String count = null;
        StringBuilder rest = new StringBuilder();
        while (bracket.find()) {
            String said = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
            String code = counts.get(said.strip().equals("%") ? "%" : folded(said));
            if (code != null) {
                count = code;
                bracket.appendReplacement(rest, " ");
            }
        }
        bracket.appendTail(rest);
        String found = named(rest.toString());
        return found != null
                        && count != null
                        && !count.equals(field(form, found).unit())
                ? null
                : found;
    }

    private @Nullable String named(String heading) {
        String folded = folded(heading);
        String exact = known.get(folded);
        if (exact != null) {
            return exact;
        }
        if (heading.contains("%") || folded.chars().noneMatch(Character::isLetter)) {
            return null;
        }
        for (String id : words.keySet()) {
            String line = folded(field(form, id).line());
            if (folded.startsWith(line + " ") && NUMBERED.matcher(heading).matches()) {
                String name = folded.substring(line.length() + 1);
                String other = known.get(name);
                if (id.equals(other) || other == null && like(id, name)) {
                    return id;
                }
            }
        }
        List<String> close =
                words.keySet().stream().filter(id -> like(id, folded)).toList();
        return close.size() == 1 ? close.getFirst() : null;
    }

    /** Most of the words of the line's name, and none that says something else. */
    private boolean like(String id, String folded) {
        Set<String> own = words.getOrDefault(id, Set.of());
        String plain = ownYear.matcher(folded).replaceAll(" ").strip();
        Set<String> asked = words(plain);
        Set<String> both = new TreeSet<>(own);
        both.retainAll(asked);
        Set<String> any = new TreeSet<>(own);
        any.addAll(asked);
        List<String> beside = new ArrayList<>(List.of(plain.split(" ")));
        own.forEach(beside::remove);
        beside.removeAll(NEUTRAL);
        return asked.size() > 1
                && both.size() >= MOST_WORDS * any.size()
                && beside.isEmpty()
                && !another(folded, folded(field(form, id).name().vi()));
    }

    /** True when the heading is about another year or another kind of figure. */
    private boolean another(String folded, String name) {
        return YEAR.matcher(folded).results().anyMatch(found -> !found.group().equals(String.valueOf(year)))
                || OTHER.stream()
                        .anyMatch(word -> (" " + folded + " ").contains(" " + word + " ") && !name.contains(word));
    }

    /**
     * The line that headings above each other name: "Người bị bạo lực" over "Nam" is the part of that line or section.
     *
     * @param stack from the top one to the lowest
     */
    @Nullable
    String field(List<String> stack) {
        String lowest = stack.getLast();
        String own = field(lowest);
        List<String> above = stack.subList(0, stack.size() - 1);
        String all = folded(String.join(" ", stack));
        String name = own == null ? "" : folded(field(form, own).name().vi());
        if (!above.isEmpty() && (another(all, name) || stack.stream().anyMatch(each -> each.contains("%")))) {
            return null;
        }
        for (int i = above.size() - 1; i >= 0; i--) {
            String upper = field(above.get(i));
            String part = upper == null && own == null ? inSection(above.get(i), lowest) : null;
            if (part != null) {
                return part;
            }
            if (upper != null) {
                return own == null ? within(upper, lowest) : agrees(upper, above.get(i), own) ? own : null;
            }
        }
        return own;
    }

    private boolean agrees(String upper, String said, String own) {
        Field whole = field(form, upper);
        boolean coded = folded(said).equals(folded(whole.line())) || said.equals(whole.id());
        return own.equals(upper)
                || upper.equals(field(form, own).partOf())
                || !coded && section(upper).equals(section(own));
    }

    private @Nullable String within(String upper, String lowest) {
        String said = folded(lowest);
        boolean whole = WHOLE.contains(said)
                || said.equals("nam " + year)
                || said.equals(String.valueOf(year))
                || isName(field(form, upper), said);
        return whole ? upper : part(upper, lowest);
    }

    private static boolean isName(Field field, String said) {
        return folded(field.name().vi()).equals(said)
                || folded(field.name().en()).equals(said);
    }

    private Section section(String id) {
        return form.sections().stream()
                .filter(section ->
                        section.fields().stream().anyMatch(field -> field.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** The part of a line with this name, or null. */
    @Nullable
    String part(String whole, String name) {
        String said = folded(PART.matcher(name.strip()).replaceFirst(""));
        List<String> parts = form.fields().stream()
                .filter(field -> whole.equals(field.partOf()) && isName(field, said))
                .map(Field::id)
                .toList();
        return parts.size() == 1
                ? parts.getFirst()
                : inSection(section(whole).name().vi(), name);
    }

    private @Nullable String inSection(String section, String name) {
        String said = folded(section);
        List<String> found = new ArrayList<>();
        for (Section each : form.sections()) {
            if (folded(each.name().vi()).equals(said)
                    || folded(each.name().en()).equals(said)) {
                each.fields().stream()
                        .filter(field -> isName(field, folded(name)))
                        .forEach(field -> found.add(field.id()));
            }
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** True when a heading of a column of figures is about another year or kind of figure, whatever the line. */
    boolean contradicts(@Nullable Object heading) {
        return heading != null && (heading.toString().contains("%") || another(folded(heading.toString()), ""));
    }

    /** Years other than the round's that a text names. */
    List<String> otherYears(String text) {
        return YEAR.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(each -> !each.equals(String.valueOf(year)))
                .distinct()
                .toList();
    }

    private static Field field(Form form, String id) {
        return form.field(id).orElseThrow();
    }

    private static Set<String> words(String folded) {
        return new TreeSet<>(List.of(folded.split(" ")));
    }

    /** Folded, with the common abbreviations written out. */
    static String folded(String heading) {
        return (" " + Folded.of(heading) + " ")
                .replace(" blgd ", " bao luc gia dinh ")
                .replace(" gd ", " gia dinh ")
                .replace(" pcblgd ", " phong chong bao luc gia dinh ")
                .strip();
    }
}
