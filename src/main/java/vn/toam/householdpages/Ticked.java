package vn.toam.householdpages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.toam.household.Bits;
import vn.toam.household.Mark;
import vn.toam.household.Mark.Depth;
import vn.toam.household.Mark.Service;

/** What was chosen and ticked on the grid of a village. @param ticked "<village of origin>:<number>" */
public record Ticked(Service service, Depth depth, LocalDate on, Mark.Mode mode, List<String> ticked) {

    /** By village of origin; what is no number is left out. */
    Map<UUID, Bits> numbers() {
        Map<UUID, List<Integer>> numbers = new HashMap<>();
        ticked.stream()
                .filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[1-9]\\d{0,3}"))
                .map(each -> each.split(":"))
                .forEach(part -> numbers.computeIfAbsent(UUID.fromString(part[0]), v -> new ArrayList<>())
                        .add(Integer.valueOf(part[1])));
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Bits.of(each.getValue())));
    }
}
