package vn.toam.recordquery;

import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.definition.Register;
import vn.toam.definition.Register.Sensitivity;
import vn.toam.register.ReadingRights;
import vn.toam.register.RecordNames;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Numbers;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Finds records of the reader's place by their words, whatever their register; of sensitive ones nothing is told. */
@Service
public class RecordSearch {

    private final RecordListRepository repository;
    private final Registers registers;
    private final RecordNames names;
    private final RecordPlaces places;
    private final ReadingRights rights;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    RecordSearch(
            RecordListRepository repository,
            Registers registers,
            RecordNames names,
            RecordPlaces places,
            ReadingRights rights,
            UnitService units,
            Access access,
            Clock clock) {
        this.repository = repository;
        this.registers = registers;
        this.names = names;
        this.places = places;
        this.rights = rights;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** A record that was found. @param note its register and its day */
    public record Found(Text name, Text note, String path) {}

    /** The newest records that hold the words. */
    @Transactional(readOnly = true)
    public List<Found> search(SearchWords words, int limit) {
        Me me = access.require(RECORD_READ);
        RecordPlaces.Scope scope = places.of(units.find(me.unit(), LocalDate.now(clock)));
        Map<String, Register> known = new HashMap<>();
        registers.of(me.unit()).stream()
                .filter(register ->
                        register.sensitivity() != Sensitivity.SENSITIVE && rights.figures(register, me.unit()))
                .forEach(register -> known.put(register.id(), register));
        boolean people =
                scope.units() != null && scope.units().stream().allMatch(unit -> rights.keeps(Subject.of(unit)));
        return repository
                .search(
                        scope,
                        ids(known, register -> register.sensitivity() == Sensitivity.OPEN),
                        ids(known, register -> register.sensitivity() != Sensitivity.OPEN),
                        ids(known, register -> people || register.sensitivity() != Sensitivity.PERSONAL),
                        words,
                        me.agency(),
                        limit)
                .stream()
                .filter(record -> rights.reads(register(known, record), record))
                .map(record -> {
                    Text register = register(known, record).name();
                    String day = ", " + Numbers.date(record.onDay());
                    Text note = new Text(register.vi() + day, register.en().isBlank() ? "" : register.en() + day);
                    return new Found(names.name(record), note, record.path());
                })
                .toList();
    }

    private static Register register(Map<String, Register> known, RegisterRecord record) {
        return Objects.requireNonNull(known.get(record.register()));
    }

    private static Set<String> ids(Map<String, Register> registers, Predicate<Register> which) {
        return registers.values().stream().filter(which).map(Register::id).collect(Collectors.toSet());
    }
}
