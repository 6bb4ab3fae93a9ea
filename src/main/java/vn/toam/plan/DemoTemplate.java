package vn.toam.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Role;
import vn.toam.shared.Text;

/**
 * A made-up plan of a year, written once for many places ({@code plan/demo-year.yaml}).
 *
 * @param upper id of the template whose plan of the place, or of the place above, it makes concrete; null: none
 * @param sign what follows the number: {@code KH-UBND}
 */
record DemoTemplate(
        String id,
        List<Seat> units,
        @Nullable String upper,
        String sign,
        String issuer,
        String standing,
        String title,
        Text name,
        List<Goal> targets,
        List<Group> groups,
        Report report) {

    /** A place, and the number its plan bears. */
    record Seat(Level level, String code, int no) {}

    /** A target of every year, in percent. */
    record Goal(String indicator, Comparison comparator, BigDecimal value, String vi, String en) {}

    /** Tasks under a heading. */
    record Group(String vi, String en, List<Task> tasks) {}

    /**
     * A task.
     *
     * @param lead who is ordered; null: {@code ask} is asked
     * @param with who works with it; null: nobody
     * @param days its last day, counted from the day the plan is made up
     */
    record Task(
            @Nullable String lead,
            @Nullable String ask,
            @Nullable List<String> with,
            int days,
            String evidence,
            String vi,
            String en) {}

    /** The yearly report. @param day MM-DD */
    record Report(String day, String who, String to, String vi, String en) {}

    /** The plan's elements for a place. @param issued no task ends within two weeks of this day, and none after its year */
    List<Finding> findings(Unit place, LocalDate issued, LocalDate today) {
        List<Finding> all = new ArrayList<>(laws());
        for (int i = 0; i < targets.size(); i++) {
            all.add(new Finding(ElementKind.TARGET, "II." + (i + 1), -1, goal(targets.get(i), place, issued), null));
        }
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String ref = "III." + (i + 1);
            int parent = all.size();
            all.add(new Finding(
                    ElementKind.TASK_GROUP,
                    ref,
                    -1,
                    new Item.Heading(text(group.vi(), group.en(), place, issued)),
                    null));
            for (int j = 0; j < group.tasks().size(); j++) {
                Item work = work(group.tasks().get(j), place, issued, today);
                all.add(new Finding(ElementKind.TASK, ref + "." + (j + 1), parent, work, null));
            }
        }
        all.add(new Finding(
                ElementKind.DEADLINE,
                "IV",
                -1,
                new Item.Due(
                        text(report.vi(), report.en(), place, issued),
                        "annual_report",
                        report.day(),
                        fill(report.who(), place, issued),
                        List.of(fill(report.to(), place, issued))),
                null));
        return all;
    }

    /** What every such plan rests on. */
    private static List<Finding> laws() {
        return List.of(
                law("Luật", "13/2022/QH15", "Quốc hội", "2022-11-14", "Luật Phòng, chống bạo lực gia đình", true),
                law("Chỉ thị", "06-CT/TW", "Ban Bí thư", "2021-06-24", "", true),
                law("Quyết định", "2238/QĐ-TTg", "Thủ tướng Chính phủ", "2021-12-30", "", true));
    }

    private static Finding law(String type, String number, String issuer, String date, String name, boolean basis) {
        Item cited = new Item.Cited(Text.of(name), type, number, issuer, LocalDate.parse(date), basis, false);
        return new Finding(ElementKind.CITATION, "", -1, cited, null);
    }

    private Item goal(Goal goal, Unit place, LocalDate issued) {
        boolean change = goal.comparator() == Comparison.DECREASE_BY || goal.comparator() == Comparison.INCREASE_BY;
        return new Item.Goal(
                text(goal.vi(), goal.en(), place, issued),
                goal.indicator(),
                goal.comparator(),
                goal.value(),
                null,
                "percent",
                null,
                null,
                true,
                change,
                false,
                null);
    }

    private Item work(Task task, Unit place, LocalDate issued, LocalDate today) {
        Map<Role, List<String>> agencies = new EnumMap<>(Role.class);
        if (task.lead() == null) {
            agencies.put(Role.REQUESTED, List.of(fill(Objects.requireNonNull(task.ask()), place, issued)));
        } else {
            agencies.put(Role.LEAD, List.of(fill(task.lead(), place, issued)));
        }
        if (task.with() != null) {
            agencies.put(
                    Role.COORDINATE,
                    task.with().stream().map(name -> fill(name, place, issued)).toList());
        }
        LocalDate first = issued.plusWeeks(2);
        LocalDate last = LocalDate.of(issued.getYear(), 12, 31);
        LocalDate wanted = today.plusDays(task.days());
        LocalDate due =
                wanted.isAfter(last) ? last : wanted.isBefore(first) ? (first.isAfter(last) ? last : first) : wanted;
        return new Item.Work(
                text(task.vi(), task.en(), place, issued),
                agencies,
                Frequency.ONCE,
                due.toString(),
                task.evidence(),
                null);
    }

    static Text text(String vi, String en, Unit place, LocalDate issued) {
        return new Text(
                fill(vi, place, issued),
                fill(en.replace("{place}", place.fullName().en()), place, issued));
    }

    static String fill(String words, Unit place, LocalDate issued) {
        String inside = place.inSentence();
        return words.replace("{place}", inside)
                .replace(
                        "{type}",
                        inside.substring(0, inside.length() - place.name().length())
                                .strip())
                .replace("{year}", String.valueOf(issued.getYear()));
    }
}
