package vn.toam.recordquery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.register.ReadingRights;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.SearchWords;
import vn.toam.unit.UnitService;

/** Records of a register that a record of a place may refer to, as far as whoever enters it may read them. */
@Component
public class OfferedRecords {

    private final RecordListRepository lists;
    private final Records records;
    private final RecordPlaces places;
    private final ReadingRights rights;
    private final UnitService units;
    private final Clock clock;

    OfferedRecords(
            RecordListRepository lists,
            Records records,
            RecordPlaces places,
            ReadingRights rights,
            UnitService units,
            Clock clock) {
        this.lists = lists;
        this.records = records;
        this.places = places;
        this.rights = rights;
        this.units = units;
        this.clock = clock;
    }

    /** The newest, of which the words are true. @param chosen ids of those that are among them however old they are */
    public Collection<RegisterRecord> of(Register register, Unit place, String words, Set<UUID> chosen, int most) {
        List<RegisterRecord> found = new ArrayList<>(
                chosen.isEmpty() ? List.of() : records.findAll(places.of(place).province(), chosen));
        found.addAll(newest(register, place, words, most));
        Map<UUID, RegisterRecord> offered = new LinkedHashMap<>();
        found.stream().filter(each -> rights.reads(register, each)).forEach(each -> offered.put(each.id(), each));
        return offered.values();
    }

    private List<RegisterRecord> newest(Register register, Unit place, String words, int most) {
        LocalDate today = LocalDate.now(clock);
        RecordPlaces.Scope own = places.of(place);
        Set<Integer> keepers = own.units() == null ? null : new HashSet<>(own.units());
        if (keepers != null) {
            units.ancestors(place.id(), today).stream()
                    .filter(above -> above.level() != Level.COUNTRY)
                    .forEach(above -> keepers.add(above.id()));
        }
        ListCondition condition = new ListCondition(register, RecordQuery.of(Map.of(), place.id()), today);
        condition.words(SearchWords.of(words), ListCondition.Find.OPEN, rights.agency(), keepers == null);
        return lists
                .first(
                        new RecordListRepository.Wanted(
                                own.province(), register, keepers, condition.condition(), RecordOrder.DAY, true, today),
                        most)
                .stream()
                .map(RecordListRepository.Listed::record)
                .toList();
    }
}
