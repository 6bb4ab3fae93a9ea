package vn.toam.recordentry;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.mapping.ImportKind;
import vn.toam.register.BulkRecords;
import vn.toam.register.RecordChecks;
import vn.toam.register.RecordRules;
import vn.toam.register.Registers;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Tables are brought into every register, by who keeps its records at a unit, into the records of that unit alone. */
@Component
class RegisterImports implements ImportKind {

    static final String KIND = "register";

    private final Registers registers;
    private final BulkRecords bulk;
    private final RecordChecks checks;
    private final FormChoices choices;
    private final Catalog catalog;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    RegisterImports(
            Registers registers,
            BulkRecords bulk,
            RecordChecks checks,
            FormChoices choices,
            Catalog catalog,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.registers = registers;
        this.bulk = bulk;
        this.checks = checks;
        this.choices = choices;
        this.catalog = catalog;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayImport() {
        return access.me().may(RECORD_KEEP);
    }

    /** What an import into a register of a unit is found by. */
    static String key(String register, int unit) {
        return register + "/" + unit;
    }

    @Override
    public RegisterTarget find(String key) {
        int slash = key.indexOf('/');
        if (slash < 0 || !key.substring(slash + 1).matches("\\d{1,9}")) {
            throw new NotFound("imports into " + key);
        }
        return find(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }

    RegisterTarget find(String id, int unit) {
        access.require(RECORD_KEEP, Subject.of(unit, access.me().agency()));
        Register register = registers.get(id, unit);
        Integer agency = agency(register);
        access.require(RECORD_KEEP, agency == null ? Subject.of(unit) : Subject.of(unit, agency));
        Unit place = units.find(unit, LocalDate.now(clock));
        if (!register.levels().contains(place.level().name())
                || place.validity().last() != null) {
            throw new NotAllowed();
        }
        if (!RecordRules.inOneRow(register)) {
            throw new NotFound("imports into " + id);
        }
        return new RegisterTarget(
                register,
                place,
                agency,
                new ImportColumns(register, catalog, words),
                bulk,
                checks,
                choices,
                words,
                clock);
    }

    private @Nullable Integer agency(Register register) {
        return register.own() ? (Integer) access.me().agency() : null;
    }
}
