package vn.toam.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.unit.Agency;
import vn.toam.unit.AgencyNames;
import vn.toam.unit.AgencyService;

/** Which agencies the names in a plan mean, and what agencies are called: one look-up for many. */
@Component
class Addressees {

    private final AgencyNames names;
    private final AgencyService agencies;

    Addressees(AgencyNames names, AgencyService agencies) {
        this.names = names;
        this.agencies = agencies;
    }

    /** For each name the ids of the agencies it means for a plan of {@code unit} on {@code date}; empty when it is not known. */
    Map<String, List<Integer>> resolve(Collection<String> labels, int unit, LocalDate date) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (String label : labels) {
            List<Agency> meant = label.isBlank()
                    ? List.of()
                    : names.resolve(unit, label, date).agencies();
            found.put(label, meant.stream().map(Agency::id).toList());
        }
        return found;
    }

    /** The agencies by id. */
    Map<Integer, Agency> byId(Collection<Integer> ids) {
        return agencies.findAll(ids).stream().collect(Collectors.toMap(Agency::id, agency -> agency));
    }
}
