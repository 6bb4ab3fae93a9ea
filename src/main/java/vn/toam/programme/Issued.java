package vn.toam.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.toam.agency.Agency;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Duty;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Target;
import vn.toam.shared.VietnameseOrder;

/**
 * What issuing a plan has opened, as it stands in the books.
 *
 * @param year the year whose duties are counted
 * @param rows the agencies that owe something, those with most first
 * @param waiting tasks that nobody has, because no agency is known for a name
 * @param unmeasured targets for which the paper's reading knew no indicator
 */
public record Issued(int year, List<Row> rows, List<Waiting> waiting, List<Target> unmeasured) {

    /** An agency with what it owes, and the first day something falls due. */
    public record Row(Agency agency, int duties, LocalDate first) {}

    /** A task with the names for which nobody was found. */
    public record Waiting(Element element, List<String> labels) {}

    public static Issued of(
            int year,
            List<Duty> duties,
            Map<Integer, Agency> agencies,
            List<Assignment> assignments,
            List<Element> elements,
            List<Target> targets) {
        List<Row> rows = duties.stream()
                .filter(duty -> agencies.containsKey(duty.agency()))
                .collect(Collectors.groupingBy(Duty::agency, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owed -> new Row(
                        Objects.requireNonNull(agencies.get(owed.getKey())),
                        owed.getValue().size(),
                        owed.getValue().stream()
                                .map(Duty::due)
                                .min(LocalDate::compareTo)
                                .orElseThrow()))
                .sorted(Comparator.comparingInt(Row::duties)
                        .reversed()
                        .thenComparing(row -> row.agency().fullName().vi(), VietnameseOrder.NAMES))
                .toList();
        Map<UUID, Element> byId = elements.stream().collect(Collectors.toMap(Element::id, Function.identity()));
        Map<UUID, List<String>> unknown = new LinkedHashMap<>();
        assignments.stream()
                .filter(a -> a.answers() && !a.resolved() && byId.containsKey(a.element()))
                .forEach(a -> unknown.computeIfAbsent(a.element(), e -> new ArrayList<>())
                        .add(a.label()));
        List<Waiting> waiting = new ArrayList<>();
        unknown.forEach(
                (element, labels) -> waiting.add(new Waiting(Objects.requireNonNull(byId.get(element)), labels)));
        return new Issued(
                year,
                rows,
                waiting,
                targets.stream().filter(target -> target.indicator() == null).toList());
    }

    /** How many duties are open to be answered for. */
    public int duties() {
        return rows.stream().mapToInt(Row::duties).sum();
    }

    /** Key of the sentence that says it. */
    public String key() {
        if (duties() > 0) {
            return waiting.isEmpty() ? "programme.issued.opened" : "programme.issued.opened.waiting";
        }
        return waiting.isEmpty() ? "programme.issued.nothing" : "programme.issued.nothing.waiting";
    }
}
