package vn.toam.plancontent;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Observance;
import vn.toam.definition.Programme;
import vn.toam.shared.Text;

/** A programme of the catalog as findings: the same shape that reading a paper gives. */
public final class ProgrammeFindings {

    private final Catalog catalog;
    private final List<Finding> findings = new ArrayList<>();

    private ProgrammeFindings(Catalog catalog) {
        this.catalog = catalog;
    }

    public static List<Finding> of(Programme programme, Catalog catalog) {
        ProgrammeFindings all = new ProgrammeFindings(catalog);
        programme.citations().forEach(all::citation);
        programme
                .objectives()
                .forEach(o -> all.add(ElementKind.OBJECTIVE, o.ref(), -1, new Item.Aim(o.text(), o.kind())));
        programme.targets().forEach(all::target);
        programme.trends().forEach(all::trend);
        programme.taskGroups().forEach(all::group);
        programme.agencies().forEach(all::agency);
        programme.deadlines().forEach(all::deadline);
        programme.observances().forEach(all::observance);
        programme.budget().forEach(all::money);
        programme.programmes().forEach(named -> all.named(named, programme.regulation()));
        programme
                .header()
                .recipients()
                .forEach(name -> all.add(ElementKind.RECIPIENT, "", -1, new Item.Line(Text.of(name))));
        return all.findings;
    }

    private int add(ElementKind kind, String ref, int parent, Item item) {
        findings.add(new Finding(kind, ref, parent, item, null));
        return findings.size() - 1;
    }

    private void citation(Programme.Citation c) {
        String name = c.name() == null ? "" : c.name();
        add(
                ElementKind.CITATION,
                "",
                -1,
                new Item.Cited(Text.of(name), c.type(), c.number(), c.issuer(), c.date(), c.basis(), false));
    }

    private void target(Programme.Target t) {
        Item.Score score = t.score() == null
                ? null
                : new Item.Score(
                        Comparison.valueOf(t.score().comparator().name()),
                        t.score().value());
        add(
                ElementKind.TARGET,
                t.ref(),
                -1,
                new Item.Goal(
                        t.text(),
                        t.indicator(),
                        Comparison.valueOf(t.comparator().name()),
                        t.value(),
                        null,
                        t.unit(),
                        t.population(),
                        t.by(),
                        t.frequency() == Programme.Frequency.YEARLY,
                        t.keepAndImprove(),
                        t.betterThanParent(),
                        score));
    }

    private void trend(Programme.Trend t) {
        Direction direction = t.direction() == Programme.Trend.Direction.INCREASE ? Direction.UP : Direction.DOWN;
        add(ElementKind.TREND, t.ref(), -1, new Item.Trend(t.text(), t.indicator(), direction));
    }

    private void group(Programme.TaskGroup group) {
        int parent = add(ElementKind.TASK_GROUP, group.ref(), -1, new Item.Heading(group.text()));
        group.tasks().forEach(task -> add(ElementKind.TASK, task.ref(), parent, work(task)));
    }

    private void agency(Programme.Agency agency) {
        Set<Role> roles =
                agency.roles().stream().map(r -> Role.valueOf(r.name())).collect(Collectors.toSet());
        int parent = add(
                ElementKind.AGENCY,
                agency.ref(),
                -1,
                new Item.Body(Text.of(agency.name()), roles, agency.aliases(), agency.via()));
        agency.duties().forEach(duty -> add(ElementKind.DUTY, duty.ref(), parent, work(duty)));
    }

    private static Item.Work work(Programme.Task task) {
        Map<Role, List<String>> agencies = new EnumMap<>(Role.class);
        task.agencies().forEach((role, names) -> agencies.put(Role.valueOf(role.name()), names));
        return new Item.Work(
                task.text(), agencies, Frequency.valueOf(task.frequency().name()), null, task.evidence(), task.level());
    }

    private void deadline(Programme.Deadline d) {
        Text name = catalog.codes("deadline-kinds")
                .find(d.kind())
                .map(CodeList.Code::name)
                .orElse(Text.of(d.kind()));
        add(ElementKind.DEADLINE, d.ref(), -1, new Item.Due(name, d.kind(), monthDay(d.date()), d.who(), d.to()));
    }

    private void observance(Programme.Occasion occasion) {
        Observance day = catalog.get(Observance.class, occasion.id());
        add(
                ElementKind.OBSERVANCE,
                occasion.ref(),
                -1,
                new Item.Occasion(day.name(), day.id(), monthDay(day.from()), monthDay(day.to())));
    }

    private void money(Programme.Money money) {
        Text name = catalog.codes("budget-sources")
                .find(money.code())
                .map(CodeList.Code::name)
                .orElse(Text.of(money.code()));
        add(ElementKind.BUDGET, money.ref(), -1, new Item.Money(name, money.code()));
    }

    private void named(Programme.Named named, Programme.@Nullable Regulation regulation) {
        List<Text> parts =
                regulation != null && regulation.text().vi().equals(named.name().vi())
                        ? regulation.parts().stream()
                                .map(part -> new Text(part.vi(), part.en()))
                                .toList()
                        : List.of();
        add(
                ElementKind.PROGRAMME,
                named.ref(),
                -1,
                new Item.Programme(named.name(), "ISSUED".equals(named.status()), named.national(), parts));
    }

    private static @Nullable String monthDay(@Nullable MonthDay day) {
        return day == null ? null : day.toString().substring(2);
    }
}
