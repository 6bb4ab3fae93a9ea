package vn.toam.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Item;

/**
 * What an amendment changes in a plan. Pure.
 *
 * @param added new elements, as they are in the amendment
 * @param changed elements of the plan with what they become
 * @param removed elements of the plan that are in force no longer
 * @param lines the same for people
 */
record AmendmentDifference(List<Element> added, List<Element> changed, List<Element> removed, List<Change.Line> lines) {

    static AmendmentDifference of(List<Element> plan, List<Element> draft, List<ChangeRepository.Copied> copies) {
        Map<UUID, UUID> origins = new HashMap<>();
        copies.stream().filter(c -> c.origin() != null).forEach(c -> origins.put(c.id(), c.origin()));
        Map<UUID, Element> originals = plan.stream().collect(Collectors.toMap(Element::id, Function.identity()));
        Set<UUID> kept = new HashSet<>();
        AmendmentDifference all =
                new AmendmentDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Element element : draft) {
            UUID origin = origins.get(element.id());
            Element original = origin == null ? null : originals.get(origin);
            if (original == null) {
                all.added.add(element);
                all.lines.add(new Change.Line(
                        Change.What.ADDED,
                        element.kind(),
                        element.ref(),
                        null,
                        element.item().text(),
                        ""));
                continue;
            }
            kept.add(original.id());
            if (!original.item().equals(element.item())) {
                all.changed.add(original.with(element.item()));
                all.lines.add(new Change.Line(
                        Change.What.CHANGED,
                        original.kind(),
                        original.ref(),
                        original.item().text(),
                        element.item().text(),
                        detail(original.item(), element.item())));
            }
        }
        all.removals(plan, kept);
        return all;
    }

    private void removals(List<Element> plan, Set<UUID> kept) {
        for (Element original : plan) {
            if (!kept.contains(original.id())) {
                removed.add(original);
                lines.add(new Change.Line(
                        Change.What.REMOVED,
                        original.kind(),
                        original.ref(),
                        original.item().text(),
                        null,
                        ""));
            }
        }
    }

    /** What changed besides the words, as far as signs and names can say it. */
    private static String detail(Item before, Item after) {
        return switch (after) {
            case Item.Work work when before instanceof Item.Work old -> work(old, work);
            case Item.Goal goal
            when before instanceof Item.Goal old ->
                change(
                        old.comparator().sign() + " " + old.value().toPlainString(),
                        goal.comparator().sign() + " " + goal.value().toPlainString());
            case Item.Due due when before instanceof Item.Due old -> change(Item.day(old.date()), Item.day(due.date()));
            default -> "";
        };
    }

    private static String work(Item.Work old, Item.Work work) {
        List<String> parts = new ArrayList<>();
        parts.add(change(Item.day(old.due()), Item.day(work.due())));
        parts.add(change(names(old), names(work)));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String names(Item.Work work) {
        return work.agencies().values().stream().flatMap(List::stream).collect(Collectors.joining(", "));
    }

    private static String change(String before, String after) {
        return before.equals(after) ? "" : (before.isEmpty() ? "–" : before) + " → " + (after.isEmpty() ? "–" : after);
    }
}
