package vn.toam.ownregister;

import static vn.toam.register.RegisterPermissions.REGISTER_DEFINE;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.BadDefinition;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Makes registers of a unit's own and adds fields to those of the country. Saving never changes what was saved before: it adds a version. */
@Service
public class OwnRegisterService {

    private static final int LONGEST = 60_000;

    private final OwnRegisterRepository repository;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    OwnRegisterService(
            OwnRegisterRepository repository, Catalog catalog, Access access, Audit audit, Words words, Clock clock) {
        this.repository = repository;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** What a unit defined, the last saved first. */
    @Transactional(readOnly = true)
    public List<OwnRegister> list(int unit) {
        access.require(REGISTER_DEFINE, Subject.of(unit));
        return repository.of(unit).stream().map(this::own).toList();
    }

    /** @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    public OwnRegister find(String id, int version) {
        return own(kept(id, version));
    }

    /** Keeps a new register, or new fields of a register of the country. @throws Rejected naming everything that is wrong */
    @Transactional
    public OwnRegister create(int unit, RegisterSheet sheet) {
        access.require(REGISTER_DEFINE, Subject.of(unit));
        String random = UUID.randomUUID().toString().replace("-", "").substring(20);
        return save((sheet.extended().isBlank() ? "own-" : "fields-") + random, 1, unit, sheet);
    }

    /**
     * Keeps what was changed as the next version.
     *
     * @param version the newest version, which was changed
     * @throws Conflict when somebody else saved a version after it
     */
    @Transactional
    public OwnRegister change(String id, int version, RegisterSheet sheet) {
        OwnRegisterRepository.Kept kept = newest(id, version);
        String extended = kept.register() == null ? "" : kept.register();
        return save(
                id,
                version + 1,
                kept.unit(),
                new RegisterSheet(sheet.name(), sheet.level(), sheet.counts(), extended, sheet.rows()));
    }

    /**
     * Keeps a register that somebody wrote in the shape of the files. Its id is that of this register, whatever the text says.
     *
     * @param id of a register of the unit that it takes the place of; null: a new one
     * @throws Rejected with the place in the text and what would be right
     */
    @Transactional
    public OwnRegister write(int unit, @Nullable String id, int version, String text) {
        access.require(REGISTER_DEFINE, Subject.of(unit));
        if (id != null && newest(id, version).unit() != unit) {
            throw new NotFound("own register " + id + " of " + unit);
        }
        String own = id == null
                ? "own-" + UUID.randomUUID().toString().replace("-", "").substring(20)
                : id;
        if (text.isBlank() || text.length() > LONGEST) {
            throw Rejected.field("text", "ownregister.problem.text", LONGEST);
        }
        String renamed = text.replaceFirst("(?m)^id:.*$", "id: " + own)
                .replaceFirst("(?m)^version:.*$", "version: " + (version + 1));
        return keep(own, id == null ? 1 : version + 1, unit, null, renamed);
    }

    /** Units of count that a number may have. */
    @Transactional(readOnly = true)
    public Map<String, Text> counts() {
        access.require(REGISTER_DEFINE);
        Map<String, Text> counts = new LinkedHashMap<>();
        catalog.codes("units").codes().stream()
                .filter(code -> !code.code().equals("percent"))
                .forEach(code -> counts.put(code.code(), code.name()));
        return counts;
    }

    /** The registers of the country that fields may be added to. */
    @Transactional(readOnly = true)
    public List<Register> extendable() {
        access.require(REGISTER_DEFINE);
        return catalog.all(Register.class);
    }

    /** Levels that a unit's registers may be kept at. */
    List<Level> levels(int unit) {
        return unit == UnitService.COUNTRY
                ? List.of(Level.COMMUNE, Level.PROVINCE, Level.COUNTRY)
                : List.of(Level.COMMUNE, Level.PROVINCE);
    }

    private OwnRegister save(String id, int version, int unit, RegisterSheet sheet) {
        RegisterSheetReader reader = new RegisterSheetReader(
                sheet, levels(unit).stream().map(Level::name).collect(Collectors.toSet()), counts().keySet(), words);
        boolean fields = !sheet.extended().isBlank();
        return keep(
                id,
                version,
                unit,
                fields ? sheet.extended() : null,
                fields ? reader.fields() : reader.definition(id, version));
    }

    private OwnRegister keep(String id, int version, int unit, @Nullable String extended, String definition) {
        Register register;
        try {
            register = extended == null
                    ? catalog.readRegister(definition)
                    : catalog.readFields(catalog.get(Register.class, extended), definition);
        } catch (BadDefinition bad) {
            throw Rejected.field("text", "ownregister.problem.definition", String.valueOf(bad.getMessage()));
        }
        register.counts().stream()
                .filter(count -> extended == null && count.line() != null)
                .findFirst()
                .ifPresent(count -> {
                    throw Rejected.field("text", "ownregister.problem.line", String.valueOf(count.line()));
                });
        Me me = access.me();
        if (!repository.add(id, version, unit, extended, definition, me, clock.instant())) {
            throw new Conflict(id);
        }
        audit.record(
                "ownregister.audit.save",
                "register",
                id,
                Map.of("version", version, "unit", unit, "name", register.name().vi()));
        return find(id, version);
    }

    private OwnRegisterRepository.Kept newest(String id, int version) {
        OwnRegisterRepository.Kept kept = kept(id, version);
        if (kept.newest() != version) {
            throw new Conflict(id);
        }
        return kept;
    }

    private OwnRegisterRepository.Kept kept(String id, int version) {
        access.require(REGISTER_DEFINE);
        OwnRegisterRepository.Kept kept =
                repository.find(id, version).orElseThrow(() -> new NotFound("own register " + id + " " + version));
        access.require(REGISTER_DEFINE, Subject.of(kept.unit()));
        return kept;
    }

    private OwnRegister own(OwnRegisterRepository.Kept kept) {
        String definition = repository.definition(kept.id(), kept.version());
        Register register = kept.register() == null
                ? catalog.readRegister(definition)
                : catalog.readFields(catalog.get(Register.class, kept.register()), definition);
        return new OwnRegister(
                kept.id(),
                kept.version(),
                kept.unit(),
                kept.register(),
                register,
                kept.newest() == kept.version(),
                kept.savedBy(),
                kept.savedAt());
    }
}
