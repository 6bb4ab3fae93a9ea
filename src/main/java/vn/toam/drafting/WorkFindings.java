package vn.toam.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.language.Evidence;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Role;
import vn.toam.reader.PlanDraft;
import vn.toam.shared.Text;

/**
 * Tasks, agencies and what falls due, as findings. A date belongs to the task whose words hold it; one in a heading holds for the tasks
 * below it that name none, and then a person looks; only what is left stands for itself.
 */
final class WorkFindings {

    private static final double UNSURE = Element.CERTAIN - 0.05;
    private static final int LONGEST_LINE = 300;
    private static final Pattern LEADS =
            Pattern.compile("(?iu)^[\\s,;]*(chủ trì|chịu trách nhiệm|có trách nhiệm|tham mưu|là cơ quan chủ trì)");
    private static final Pattern NAMED_LEAD =
            Pattern.compile("(?iu)(chủ trì( thực hiện)?|giao|cơ quan thực hiện|đơn vị thực hiện)[\\s:]*$");
    private static final Pattern WITH = Pattern.compile("(?iu)phối hợp[^.;:]{0,160}$");
    private static final Pattern NOT_WITH = Pattern.compile("(?iu)(báo cáo|gửi|về|cho)[^.;:]{0,40}$");

    private final Catalog catalog;
    private final String paper;
    private final List<Finding> findings;
    private final Map<String, Integer> agencies = new HashMap<>();
    private final List<PlanDraft.Agency> named = new ArrayList<>();
    /** Where the headings of agencies stand whose items are duties; they are no groups of tasks once more. */
    private final Set<Integer> owned = new HashSet<>();

    /** A task among the findings, with the words of its own time line. */
    private record Place(
            int index, Evidence evidence, @Nullable String schedule, String group) {
        boolean holds(PlanDraft.Deadline d) {
            return evidence.start() <= d.evidence().start() && d.evidence().end() <= evidence.end()
                    || schedule != null && schedule.contains(d.text());
        }
    }

    private final List<Place> works = new ArrayList<>();

    /**
     * @param paper the text the passages are in; blank when it is not at hand
     * @param findings where what is found is put
     */
    WorkFindings(Catalog catalog, String paper, List<Finding> findings) {
        this.catalog = catalog;
        this.paper = paper;
        this.findings = findings;
    }

    void of(PlanDraft draft) {
        named.addAll(draft.agencies());
        draft.duties().forEach(duties -> owned.add(duties.evidence().start()));
        draft.taskGroups().forEach(this::group);
        draft.annex().groups().forEach(this::group);
        draft.agencies().forEach(this::agency);
        draft.duties().forEach(this::duties);
        List<PlanDraft.Deadline> due = new ArrayList<>(ReportDays.of(draft.deadlines()));
        due.addAll(draft.annex().deadlines());
        due.stream().sorted(Comparator.comparing(d -> place(d) == null)).forEach(d -> deadline(d, draft));
        String issued = Objects.requireNonNullElse(draft.header().date().value(), "");
        works.forEach(work -> year(work, issued));
    }

    private int add(ElementKind kind, @Nullable String ref, int parent, Item item, Evidence evidence) {
        findings.add(new Finding(kind, Objects.requireNonNullElse(ref, ""), parent, item, evidence));
        return findings.size() - 1;
    }

    private void group(PlanDraft.TaskGroup group) {
        if (group.byAgency() && owned.contains(group.evidence().start())) {
            return;
        }
        int parent =
                add(ElementKind.TASK_GROUP, group.no(), -1, new Item.Heading(Text.of(group.title())), group.evidence());
        int n = 1;
        for (PlanDraft.Task task : group.tasks()) {
            String ref = group.no() == null ? "" : group.no() + "." + n++;
            String when = task.schedule() == null ? task.text() : task.text() + " " + task.schedule();
            int index = add(ElementKind.TASK, ref, parent, work(words(task), when, who(task)), task.evidence());
            works.add(new Place(index, task.evidence(), task.schedule(), Objects.requireNonNullElse(group.no(), "")));
        }
    }

    private static String words(PlanDraft.Task task) {
        return task.product() == null ? task.text() : task.text() + " (sản phẩm: " + task.product() + ")";
    }

    private static Item.Work work(String text, String when, Map<Role, List<String>> agencies) {
        return new Item.Work(Text.of(text), agencies, Rhythm.of(when), null, null, null);
    }

    /** The agencies of the task's own lines or columns, else those that its words charge. */
    private Map<Role, List<String>> who(PlanDraft.Task task) {
        Map<Role, List<String>> roles = new HashMap<>();
        task.agencies().forEach((role, names) -> roles.put(Role.valueOf(role.name()), names));
        return roles.isEmpty() ? who(task.text()) : roles;
    }

    /** The agencies that a task's own words charge; empty when the words name no one who leads. */
    private Map<Role, List<String>> who(String text) {
        Map<Role, List<String>> roles = new HashMap<>();
        for (PlanDraft.Agency agency : named) {
            int at = text.indexOf(agency.name());
            if (at < 0) {
                continue;
            }
            String before = text.substring(0, at);
            String after = text.substring(at + agency.name().length());
            if (LEADS.matcher(after).find() || NAMED_LEAD.matcher(before).find()) {
                roles.computeIfAbsent(Role.LEAD, r -> new ArrayList<>()).add(agency.name());
            } else if (WITH.matcher(before).find() && !NOT_WITH.matcher(before).find()) {
                roles.computeIfAbsent(Role.COORDINATE, r -> new ArrayList<>()).add(agency.name());
            }
        }
        return roles.containsKey(Role.LEAD) ? roles : Map.of();
    }

    private void agency(PlanDraft.Agency a) {
        Set<Role> roles = a.roles().stream().map(r -> Role.valueOf(r.name())).collect(Collectors.toSet());
        Item item = new Item.Body(Text.of(a.name()), roles, a.aliases(), null);
        agencies.put(a.name(), add(ElementKind.AGENCY, null, -1, item, a.evidence()));
    }

    private void duties(PlanDraft.Duties duties) {
        int parent = duties.agencies().stream()
                .map(name -> agencies.getOrDefault(name, -1))
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
        Role role = parent >= 0
                        && findings.get(parent).item() instanceof Item.Body body
                        && body.roles().contains(Role.REQUESTED)
                ? Role.REQUESTED
                : Role.ASSIGNED;
        boolean several = duties.agencies().size() > 1 || parent < 0;
        for (PlanDraft.Passage item : duties.items()) {
            Map<Role, List<String>> charged = several ? Map.of(role, duties.agencies()) : Map.of();
            int index = add(ElementKind.DUTY, null, parent, work(item.text(), item.text(), charged), item.evidence());
            works.add(new Place(index, item.evidence(), null, ""));
        }
    }

    /** The task whose words hold the date; null when none does. */
    private @Nullable Place place(PlanDraft.Deadline d) {
        return works.stream()
                .filter(work -> work.holds(d))
                .min(Comparator.comparingInt(
                        w -> w.evidence().end() - w.evidence().start()))
                .orElse(null);
    }

    private void deadline(PlanDraft.Deadline d, PlanDraft draft) {
        Place own = place(d);
        boolean other = d.kind().equals("other");
        if (own != null && other && d.lastDay() != null) {
            date(own, d);
        } else if (own != null && d.kind().endsWith("_report") && sameAgency(own, d.who())) {
            add(ElementKind.DEADLINE, null, own.index(), due(d), d.evidence());
        } else if (own == null && other && d.lastDay() != null && below(d, draft)) {
            return;
        } else if (!other || d.lastDay() != null) {
            add(ElementKind.DEADLINE, null, -1, due(d), d.evidence());
        }
    }

    /** Gives a task the date in its words; two dates in one task are for a person to sort out. */
    private void date(Place own, PlanDraft.Deadline d) {
        Finding finding = findings.get(own.index());
        Item.Work work = (Item.Work) finding.item();
        if (work.due() != null) {
            String days = work.due() + "," + d.lastDay();
            boolean ofEachYear = days.matches("\\d{2}-\\d{2}(,\\d{2}-\\d{2})+");
            Item.Work all = work.dueOn(Rhythm.ofDays(days.split(",").length), days);
            doubt(own.index(), ofEachYear ? all : work, ofEachYear ? null : "plan.doubt.twoDates");
            return;
        }
        doubt(own.index(), work.dueOn(Rhythm.of(d, work.frequency()), d.lastDay()), null);
    }

    /** A year as the limit of a task that says neither a day nor how often. */
    private void year(Place own, String issued) {
        Finding finding = findings.get(own.index());
        boolean reports =
                findings.stream().anyMatch(f -> f.kind() == ElementKind.DEADLINE && f.parent() == own.index());
        if (finding.item() instanceof Item.Work work
                && work.due() == null
                && work.frequency() == Frequency.STANDING
                && !reports) {
            String year = Rhythm.year(work.text().vi(), own.schedule());
            if (year != null
                    && year.substring(0, 4).compareTo(issued.substring(0, Math.min(4, issued.length()))) >= 0) {
                boolean school = year.length() > 4;
                doubt(own.index(), work.dueOn(Frequency.ONCE, year), school ? "plan.doubt.schoolYear" : null);
            }
        }
    }

    private void doubt(int index, Item item, @Nullable String why) {
        Finding now = findings.get(index);
        Evidence evidence = now.evidence();
        if (evidence != null && why != null) {
            evidence = evidence.doubt(UNSURE, why);
        }
        findings.set(index, new Finding(now.kind(), now.ref(), now.parent(), item, evidence));
    }

    /** A date in a heading: it holds for the undated tasks below, each to be looked at; tells whether there are any. */
    private boolean below(PlanDraft.Deadline d, PlanDraft draft) {
        int at = d.evidence().start();
        String heading = draft.taskGroups().stream()
                .filter(g -> g.no() != null
                        && g.evidence().start() <= at
                        && at < g.evidence().end())
                .map(PlanDraft.TaskGroup::no)
                .findFirst()
                .orElseGet(() -> draft.sections().stream()
                        .filter(s -> s.no() != null
                                && s.evidence().start() <= at
                                && at - s.evidence().start() < LONGEST_LINE)
                        .map(PlanDraft.Section::no)
                        .reduce((a, b) -> b)
                        .orElse(null));
        if (heading == null) {
            return false;
        }
        boolean found = false;
        for (Place work : works) {
            boolean under = work.group().equals(heading) || work.group().startsWith(heading + ".");
            if (under && findings.get(work.index()).item() instanceof Item.Work item && item.due() == null) {
                doubt(work.index(), item.dueOn(Rhythm.of(d, item.frequency()), d.lastDay()), "plan.doubt.headingDate");
                found = true;
            }
        }
        return found;
    }

    /** Whether a report is owed by those who have the task: named there, or nobody else is named. */
    private boolean sameAgency(Place own, @Nullable String who) {
        if (who == null || named.stream().noneMatch(a -> a.name().equals(who))) {
            return true;
        }
        Finding work = findings.get(own.index());
        boolean heads = work.parent() >= 0
                && findings.get(work.parent()).item().text().vi().equals(who);
        return heads
                || work.item() instanceof Item.Work item
                        && item.agencies().values().stream().anyMatch(names -> names.contains(who));
    }

    private Item.Due due(PlanDraft.Deadline d) {
        Text name = d.kind().equals("other")
                ? Text.of(line(d.evidence().start(), d.text()))
                : catalog.find(CodeList.class, "deadline-kinds")
                        .flatMap(list -> list.find(d.kind()))
                        .map(CodeList.Code::name)
                        .orElse(Text.of(d.text()));
        List<String> to = d.to() == null ? List.of() : List.of(d.to());
        return new Item.Due(name, d.kind(), d.lastDay(), d.who(), to);
    }

    /** The line of the paper around a place. */
    private String line(int at, String otherwise) {
        if (at >= paper.length()) {
            return otherwise;
        }
        int from = paper.lastIndexOf('\n', at) + 1;
        int to = paper.indexOf('\n', at);
        String line = paper.substring(from, to < 0 ? paper.length() : to).strip();
        return line.length() > LONGEST_LINE ? otherwise : line;
    }
}
