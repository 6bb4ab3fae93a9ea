package vn.toam.reader;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.toam.encoding.SourceText;
import vn.toam.paper.UnreadableFile;

/** Short plans for the tables of sentences, and findings written as one line. */
final class Reading {
    private Reading() {}

    static PlanDraft of(String text) {
        try {
            return PlanReader.standard().read(SourceText.of(text));
        } catch (UnreadableFile overlong) {
            throw new AssertionError(overlong);
        }
    }

    /** The sentence as an item of the objectives. */
    static PlanDraft objective(String sentence) {
        return of("KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\nII. MỤC TIÊU\n1. Mục tiêu cụ thể\n- "
                + sentence + "\nIII. TỔ CHỨC THỰC HIỆN\n");
    }

    /** The sentence as a task of a plan for 2026. */
    static PlanDraft task(String sentence) {
        return year2026("II. NHIỆM VỤ⏎1. Tuyên truyền⏎- " + sentence + "⏎III. TỔ CHỨC THỰC HIỆN");
    }

    /** The lines behind the purpose of a plan for 2026. */
    static PlanDraft year2026(String lines) {
        return of("KẾ HOẠCH\nThử nghiệm năm 2026\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n" + lines.replace("⏎", "\n")
                + "\n");
    }

    /** The lines as the implementation part. */
    static PlanDraft implementation(String lines) {
        return of("KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\nII. TỔ CHỨC THỰC HIỆN\n"
                + lines.replace("⏎", "\n") + "\n");
    }

    /** The sentence as the legal basis. */
    static PlanDraft basis(String sentence) {
        return of("KẾ HOẠCH\nThử nghiệm\n\n" + sentence + "\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n");
    }

    static String targets(PlanDraft plan) {
        return plan.targets().stream().map(Reading::target).collect(Collectors.joining("; "));
    }

    private static String target(PlanDraft.Target t) {
        String frequency = t.frequency() == null ? "" : " " + t.frequency();
        String by = t.by() == null ? "" : " " + t.by();
        String to = t.valueTo() == null ? "" : "-" + t.valueTo().toPlainString();
        return t.comparator() + " " + t.value().toPlainString() + to + " "
                + t.unit().name().toLowerCase(Locale.ROOT) + by + frequency;
    }

    static String roles(PlanDraft plan) {
        return plan.agencies().stream()
                .map(a -> a.name() + "="
                        + a.roles().stream().map(r -> r.name().substring(0, 1)).collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }

    static String citations(PlanDraft plan) {
        return plan.citations().stream()
                .map(c -> (c.number() == null ? c.name() : c.number()) + (c.date() == null ? "" : " " + c.date()))
                .collect(Collectors.joining("; "));
    }

    /** Deadlines with their windows, rhythm and event. */
    static String dues(PlanDraft plan) {
        return plan.deadlines().stream()
                .map(d -> d.kind() + " " + (d.dateFrom() == null ? d.date() : d.dateFrom() + ".." + d.dateTo())
                        + (d.frequency() == null ? "" : " " + d.frequency())
                        + (d.after() == null ? "" : " after " + d.after()))
                .collect(Collectors.joining("; "));
    }

    static String deadlines(PlanDraft plan) {
        return plan.deadlines().stream().map(d -> d.kind() + " " + d.date()).collect(Collectors.joining("; "));
    }

    static String events(PlanDraft plan) {
        return plan.events().stream()
                .map(e -> e.name() + " " + (e.dateFrom() == null ? e.date() : e.dateFrom() + ".." + e.dateTo()))
                .collect(Collectors.joining("; "));
    }

    static List<String> recipients(PlanDraft plan) {
        return plan.recipients().stream().map(PlanDraft.Passage::text).toList();
    }
}
