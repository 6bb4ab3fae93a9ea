package vn.toam.programme;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.toam.agency.Agency;
import vn.toam.assignment.Duty;
import vn.toam.shared.VietnameseOrder;

/** What the duties of one task can be sorted by; what is equal stands by the agency's name. */
public enum TaskOrder {
    AGENCY,
    DUE,
    STATUS,
    REPORTED;

    public List<Duty> sort(List<Duty> duties, Map<Integer, Agency> agencies, boolean down) {
        Comparator<Duty> byName = Comparator.comparing(duty -> name(duty, agencies), VietnameseOrder.NAMES);
        Comparator<Duty> order = switch (this) {
            case AGENCY -> byName;
            case DUE -> Comparator.comparing(Duty::due);
            case STATUS -> Comparator.comparing(Duty::stage);
            case REPORTED ->
                Comparator.comparing(Duty::lastAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
        };
        return duties.stream()
                .sorted((down ? order.reversed() : order).thenComparing(byName))
                .toList();
    }

    private static String name(Duty duty, Map<Integer, Agency> agencies) {
        Agency agency = agencies.get(duty.agency());
        return agency == null ? duty.label() : agency.fullName().vi();
    }
}
