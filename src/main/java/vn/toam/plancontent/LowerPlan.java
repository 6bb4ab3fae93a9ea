package vn.toam.plancontent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.toam.agency.Agency;
import vn.toam.document.Document;
import vn.toam.shared.Me;
import vn.toam.shared.Text;

/** A plan that makes an upper one concrete, as far as it can be filled in from the upper one. */
public final class LowerPlan {

    private static final UUID NOT_KEPT = new UUID(0, 0);

    private LowerPlan() {}

    public static Plan of(Plan upper, Me me, Agency mine, LocalDate today, Function<Document, UUID> keep) {
        String title = "Triển khai thực hiện " + upper.document().label() + " – "
                + mine.fullName().vi();
        Document paper = new Document(null, "Kế hoạch", null, mine.fullName().vi(), null, title, null, null);
        return new Plan(
                NOT_KEPT,
                me.unit(),
                me.agency(),
                paper.withId(keep.apply(paper)),
                Text.of(title),
                upper.clamp(today.getYear()),
                upper.periodTo(),
                PlanStatus.DRAFT,
                upper.id(),
                null,
                mine.name(),
                List.of(),
                upper.demo(),
                0,
                null);
    }

    public static List<Finding> findings(Plan upper, List<Element> accepted, Set<UUID> given, Agency mine) {
        List<Finding> findings = new ArrayList<>();
        Document above = upper.document();
        Item cited = new Item.Cited(
                upper.name(), above.type(), above.number(), above.issuer(), above.issuedOn(), true, false);
        findings.add(new Finding(ElementKind.CITATION, "", -1, cited, null));
        accepted.stream()
                .filter(e -> e.kind() == ElementKind.TARGET || e.kind() == ElementKind.TREND)
                .forEach(e -> findings.add(new Finding(e.kind(), e.ref(), -1, e.item(), null)));
        int group = findings.size();
        Text heading = new Text("Nhiệm vụ được giao tại " + above.label(), "Tasks given by " + above.label());
        findings.add(new Finding(ElementKind.TASK_GROUP, "", -1, new Item.Heading(heading), null));
        accepted.stream()
                .filter(e -> given.contains(e.id()))
                .forEach(e ->
                        findings.add(new Finding(ElementKind.TASK, e.ref(), group, task(e.item(), mine.name()), null)));
        return findings;
    }

    private static Item task(Item item, String agency) {
        Map<Role, List<String>> lead = Map.of(Role.LEAD, List.of(agency));
        return switch (item) {
            case Item.Work w -> new Item.Work(w.text(), lead, w.frequency(), w.due(), w.evidence(), null);
            case Item.Due d -> new Item.Work(d.text(), lead, Frequency.YEARLY, d.date(), "REPORT", null);
            default -> new Item.Work(item.text(), lead, Frequency.STANDING, null, null, null);
        };
    }
}
