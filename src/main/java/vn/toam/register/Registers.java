package vn.toam.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.OwnRegisters;
import vn.toam.catalog.OwnRegisters.Version;
import vn.toam.definition.Register;
import vn.toam.shared.NotFound;
import vn.toam.unit.UnitService;

/**
 * The registers that a unit keeps: those of the country, those that it or a unit above it made, each with the fields that these added. What was
 * read once is kept here: a version never changes.
 */
@Component
public class Registers {

    /** Ids of registers that units made begin so. */
    public static final String OWN = "own-";

    private record Key(String id, int version) {}

    private final Catalog catalog;
    private final ObjectProvider<OwnRegisters> own;
    private final UnitService units;
    private final Clock clock;
    private final Map<Key, Register> read = new ConcurrentHashMap<>();
    private final Map<List<Key>, Register> extended = new ConcurrentHashMap<>();

    Registers(Catalog catalog, ObjectProvider<OwnRegisters> own, UnitService units, Clock clock) {
        this.catalog = catalog;
        this.own = own;
        this.units = units;
        this.clock = clock;
    }

    /** Every register of the country without what units added, in the order of the files. */
    List<Register> national() {
        return catalog.all(Register.class);
    }

    /** Every register that a unit may keep or look into, those of the country first. */
    public List<Register> of(int unit) {
        List<Version> made = made(unit);
        return Stream.concat(
                        national().stream(),
                        made.stream().filter(each -> each.register().isEmpty()).map(this::register))
                .map(register -> with(register, made))
                .toList();
    }

    /** The register as a unit keeps it. @throws NotFound when it is not one of its own */
    public Register get(String id, int unit) {
        List<Version> made = made(unit);
        Optional<Register> national = catalog.find(Register.class, id);
        Register register = national.or(() -> made.stream()
                        .filter(each -> each.id().equals(id) && each.register().isEmpty())
                        .findFirst()
                        .map(this::register))
                .orElseThrow(() -> new NotFound("Register " + id));
        return with(register, made);
    }

    /** A register of the country, or one that a unit made, as it stands now and without fields that others added. */
    public Optional<Register> newest(String id) {
        OwnRegisters kept = own.getIfAvailable();
        return catalog.find(Register.class, id)
                .or(() -> kept == null ? Optional.empty() : kept.newest(id).map(this::register));
    }

    private List<Version> made(int unit) {
        OwnRegisters kept = own.getIfAvailable();
        if (kept == null) {
            return List.of();
        }
        List<Integer> places = new ArrayList<>();
        units.ancestors(unit, LocalDate.now(clock)).forEach(each -> places.add(each.id()));
        places.add(unit);
        return kept.of(places);
    }

    private Register register(Version version) {
        return read.computeIfAbsent(key(version), any -> catalog.readRegister(definition(version)));
    }

    private Register with(Register register, List<Version> made) {
        List<Version> fields = made.stream()
                .filter(each -> each.register().filter(register.id()::equals).isPresent())
                .toList();
        if (fields.isEmpty()) {
            return register;
        }
        List<Key> keys = Stream.concat(
                        Stream.of(new Key(register.id(), register.version())),
                        fields.stream().map(Registers::key))
                .toList();
        return extended.computeIfAbsent(keys, any -> {
            Register whole = register;
            for (Version each : fields) {
                whole = catalog.readFields(whole, definition(each));
            }
            return whole;
        });
    }

    private String definition(Version version) {
        return own.getObject().definition(version.id(), version.version());
    }

    private static Key key(Version version) {
        return new Key(version.id(), version.version());
    }
}
