package vn.toam.agency;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.shared.SearchWords;
import vn.toam.unit.NameIndex;

/**
 * Names of all agencies, held in memory as {@link NameIndex} holds those of units (some 82,000, a few milliseconds a search). Read at the first
 * search and again when the count of changes has moved, so that several applications on one database agree.
 */
@Component
class AgencyIndex {

    /** An agency's name without its place; days from {@code from} until before {@code to}. */
    record Name(int id, int unit, String words, int from, int to) {}

    /** Everything as it was at one count of changes. */
    private record Kept(long version, List<Name> names) {}

    private final AgencyNameRepository repository;
    private final NameIndex units;
    private volatile @Nullable Kept kept;

    AgencyIndex(AgencyNameRepository repository, NameIndex units) {
        this.repository = repository;
        this.units = units;
    }

    /** Ids of the agencies of a day whose own name holds at least one word and, with the name of their unit, all of them. */
    List<Integer> search(SearchWords words, LocalDate date) {
        long day = date.toEpochDay();
        Map<String, Integer> ofNames = new HashMap<>();
        NameIndex.Day names = units.on(date);
        Map<Integer, Integer> ofUnits = new HashMap<>();
        return now().stream()
                .filter(agency -> agency.from() <= day && day < agency.to())
                .filter(agency -> {
                    int own = ofNames.computeIfAbsent(agency.words(), words::held);
                    return own != 0
                            && words.all(own
                                    | ofUnits.computeIfAbsent(agency.unit(), unit -> words.held(names.words(unit))));
                })
                .map(Name::id)
                .toList();
    }

    private List<Name> now() {
        long version = repository.version();
        Kept last = kept;
        if (last == null || last.version() != version) {
            last = new Kept(version, repository.names());
            kept = last;
        }
        return last.names();
    }
}
