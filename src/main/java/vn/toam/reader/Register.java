package vn.toam.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames.Name;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.reader.PlanDraft.Role;

/** Collects the mentions of agencies and merges the spellings of one agency: short and long form, with and without its level. */
final class Register {
    private static final List<String> LEVELS =
            List.of("tỉnh", "huyện", "thành phố", "thị xã", "xã", "phường", "quận", "tp");

    private static final class Entry {
        final int order;
        String name;
        final Set<String> spellings = new LinkedHashSet<>();
        final Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean own;
        boolean collective;
        final int start;
        final int end;

        Entry(int order, String name, int start, int end) {
            this.order = order;
            this.name = name;
            this.start = start;
            this.end = end;
        }
    }

    /** One spelling as it is compared. */
    private record Spelling(String written, String core, String withoutLevel, boolean abbreviated, Entry entry) {
        boolean hasNoLevel() {
            return Register.hasNoLevel(core);
        }
    }

    /** Letters looked at when one spelling is compared with an abbreviation. */
    private static final int COMPARISON = 60;

    private final View view;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Spelling> abbreviated = new ArrayList<>();
    private final List<Spelling> full = new ArrayList<>();
    private final Map<String, Entry> byCore = new HashMap<>();
    private final Map<String, List<Spelling>> byNameWithoutLevel = new HashMap<>();

    private final Map<Node, Boolean> parents = new IdentityHashMap<>();
    private final Predicate<Node> lists;

    /** @param lists whether most headings below a node name agencies; asked once for each node */
    Register(View view, Predicate<Node> lists) {
        this.view = view;
        this.lists = lists;
    }

    boolean listsAgencies(@Nullable Node parent) {
        return parent != null && parents.computeIfAbsent(parent, lists::test);
    }

    /** A mention with its roles; {@code own} when the agency has an item of its own, whose spelling then is the name. */
    void add(Name name, Set<Role> roles, boolean own) {
        View.Range r = view.trim(name.start(), name.end(), " ,;.-–:");
        String spelling = view.slice(r.start(), r.end());
        if (spelling.length() < 3) {
            return;
        }
        Entry entry = find(spelling);
        if (entry == null) {
            entry = new Entry(entries.size(), spelling, r.start(), r.end());
            entry.collective = name.collective();
            entries.add(entry);
        }
        if (own && !entry.own
                || !entry.own
                        && !own
                        && !entry.collective
                        && !government(spelling)
                        && spelling.length() > entry.name.length()) {
            entry.name = spelling;
        }
        entry.own |= own;
        entry.roles.addAll(roles);
        remember(spelling, entry);
    }

    private void remember(String spelling, Entry entry) {
        if (!entry.spellings.add(spelling) || !known.add(spelling)) {
            return;
        }
        String core = core(spelling);
        boolean shortened = abbreviationAt(spelling.split(" ")) >= 0;
        Spelling s = new Spelling(spelling, core, dropLevel(core), shortened, entry);
        (shortened ? abbreviated : full).add(s);
        if (byCore.putIfAbsent(core, entry) == null) {
            byNameWithoutLevel
                    .computeIfAbsent(s.withoutLevel, key -> new ArrayList<>())
                    .add(s);
        }
    }

    /** The first agency one of whose spellings is the same, or null. */
    private @Nullable Entry find(String spelling) {
        String core = core(spelling);
        Entry found = byCore.get(core);
        for (Spelling s : byNameWithoutLevel.getOrDefault(dropLevel(core), List.of())) {
            found = s.hasNoLevel() || hasNoLevel(core) ? first(found, s.entry) : found;
        }
        if (known.contains(spelling)) {
            return found;
        }
        boolean shortened = abbreviationAt(spelling.split(" ")) >= 0;
        for (Spelling s : abbreviated) {
            found = first(found, abbreviates(s.written, spelling) ? s.entry : null);
        }
        for (Spelling s : shortened ? full : List.<Spelling>of()) {
            found = first(found, abbreviates(spelling, s.written) ? s.entry : null);
        }
        view.budget().spend((long) COMPARISON * (abbreviated.size() + (shortened ? full.size() : 0)));
        return found;
    }

    private static @Nullable Entry first(@Nullable Entry a, @Nullable Entry b) {
        return a == null || b != null && b.order < a.order ? b : a;
    }

    private static boolean government(String spelling) {
        String k = Vi.fold(spelling);
        return k.startsWith("ủy ban nhân dân") || k.startsWith("ubnd");
    }

    List<PlanDraft.Agency> agencies() {
        List<PlanDraft.Agency> out = new ArrayList<>();
        for (Entry e : entries) {
            boolean partnerOnly = e.collective && e.roles.equals(Set.of(Role.COORDINATE));
            if (!partnerOnly) {
                List<String> aliases =
                        e.spellings.stream().filter(s -> !s.equals(e.name)).toList();
                out.add(new PlanDraft.Agency(e.name, EnumSet.copyOf(e.roles), aliases, view.evidence(e.start, e.end)));
            }
        }
        return out;
    }

    private static String core(String name) {
        String k = Vi.key(name)
                .replaceAll("\\bubnd\\b", "ủy ban nhân dân")
                .replaceAll("\\bmttq\\b", "mặt trận tổ quốc")
                .replaceAll("\\bhđnd\\b", "hội đồng nhân dân");
        if (k.startsWith("ủy ban nhân dân")) {
            k = sorted(k);
        }
        return k.replaceFirst("^(?:thủ trưởng |lãnh đạo |người đứng đầu )?(?:các |những )?", "")
                .replace(" thuộc ủy ban nhân dân", "")
                .replaceAll(" của ", " ")
                .replaceFirst("(?<=\\p{L}) (?:có )?liên quan$", "")
                .trim();
    }

    /** "xã, phường, đặc khu" in any order. */
    private static String sorted(String key) {
        String[] words = key.replace("thị xã", "thị_xã")
                .replace("thị trấn", "thị_trấn")
                .replace("đặc khu", "đặc_khu")
                .replace("thành phố", "thành_phố")
                .split(" ");
        java.util.Arrays.sort(words, Math.min(4, words.length), words.length);
        return String.join(" ", words).replace(" các", "").replace(" và", "").replace('_', ' ');
    }

    private static String dropLevel(String k) {
        for (String level : LEVELS) {
            if (k.endsWith(" " + level)) {
                return k.substring(0, k.length() - level.length() - 1);
            }
        }
        return k;
    }

    private static boolean hasNoLevel(String k) {
        return dropLevel(k).equals(k)
                && k.indexOf(' ') > 0
                && !k.startsWith("công an")
                && !k.startsWith("ủy ban nhân dân")
                && !k.startsWith("hội đồng");
    }

    /** "Phòng VH&TT huyện" for "Phòng Văn hóa và Thông tin huyện": same head, capitals are the initials. */
    private static boolean abbreviates(String shorter, String longer) {
        String[] s = shorter.split(" ");
        int at = abbreviationAt(s);
        if (at < 0) {
            return false;
        }
        String head = Vi.key(String.join(" ", java.util.Arrays.copyOf(s, at)));
        String tail = Vi.key(String.join(" ", java.util.Arrays.copyOfRange(s, at + 1, s.length)));
        String full = Vi.key(longer);
        if (!full.startsWith(head.isEmpty() ? "" : head + " ")) {
            return false;
        }
        String rest = full.substring(head.isEmpty() ? 0 : head.length() + 1);
        if (!tail.isEmpty() && rest.endsWith(" " + tail)) {
            rest = rest.substring(0, rest.length() - tail.length() - 1);
        }
        String initials = initials(dropLevel(rest));
        String letters = Vi.fold(s[at]).replaceAll("[^\\p{L}]", "");
        return letters.equals(initials) || letters.equals(initials(rest));
    }

    private static int abbreviationAt(String[] words) {
        for (int i = 0; i < words.length; i++) {
            String w = words[i];
            if (w.length() >= 2
                    && w.chars().filter(Character::isUpperCase).count() >= 2
                    && w.equals(w.toUpperCase(java.util.Locale.ROOT))
                    && !w.equals("UBND")) {
                return i;
            }
        }
        return -1;
    }

    private static String initials(String key) {
        StringBuilder out = new StringBuilder();
        for (String w : key.split(" ")) {
            if (!w.isEmpty() && !w.equals("và") && !w.equals("&")) {
                out.append(w.charAt(0));
            }
        }
        return out.toString();
    }
}
