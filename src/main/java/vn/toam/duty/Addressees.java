package vn.toam.duty;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;

/** Which agencies the names in a plan mean, and what agencies are called: one look-up for many. */
@Component
class Addressees {

    private final AgencyService agencies;

    Addressees(AgencyService agencies) {
        this.agencies = agencies;
    }

    /** The agencies by id. */
    Map<Integer, Agency> byId(Collection<Integer> ids) {
        return agencies.findAll(ids).stream().collect(Collectors.toMap(Agency::id, agency -> agency));
    }
}
