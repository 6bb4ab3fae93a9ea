package vn.toam.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.toam.reader.AgencyNames.Name;
import vn.toam.reader.PlanDraft.Role;

/** Collects the mentions of agencies and merges the spellings of one agency: short and long form, with and without its level. */
final class Register {
    private static final Set<String> LEVELS =
            Set.of("tỉnh", "huyện", "thành phố", "xã", "phường", "quận", "thị xã", "tp");

    private static final class Entry {
        String name;
        final Set<String> spellings = new LinkedHashSet<>();
        final Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean own;
        boolean collective;
        final int start;
        final int end;

        Entry(String name, int start, int end) {
            this.name = name;
            this.start = start;
            this.end = end;
        }
    }

    private final View view;
    private final List<Entry> entries = new ArrayList<>();

    Register(View view) {
        this.view = view;
    }

    /** A mention with its roles; {@code own} when the agency has an item of its own, whose spelling then is the name. */
    void add(Name name, Set<Role> roles, boolean own) {
        View.Range r = view.trim(name.start(), name.end(), " ,;.-–:");
        String spelling = view.slice(r.start(), r.end());
        if (spelling.length() < 3) {
            return;
        }
        Entry entry = entries.stream()
                .filter(e -> same(e, spelling, name.collective()))
                .findFirst()
                .orElse(null);
        if (entry == null) {
            entry = new Entry(spelling, r.start(), r.end());
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
        entry.spellings.add(spelling);
        entry.roles.addAll(roles);
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

    private static boolean same(Entry e, String spelling, boolean collective) {
        return e.spellings.stream().anyMatch(s -> same(s, spelling));
    }

    static boolean same(String a, String b) {
        String x = core(a);
        String y = core(b);
        if (x.equals(y) || dropLevel(x).equals(dropLevel(y)) && (hasNoLevel(x) || hasNoLevel(y))) {
            return true;
        }
        return abbreviates(a, b) || abbreviates(b, a);
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
