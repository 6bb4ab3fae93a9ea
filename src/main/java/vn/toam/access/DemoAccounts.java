package vn.toam.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Settings;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Puts the accounts of {@code access/demo-accounts.yaml} into a demo installation; a real one never gets any. */
@Component
@DependsOn("demoVillages")
public class DemoAccounts implements SmartInitializingSingleton {

    /**
     * Where: the unit that bears a code; a village by its name in the commune of that code; without a code the country.
     *
     * @param on the day of the code; null: today
     */
    record Place(
            Level level,
            @Nullable String code,
            @Nullable String name,
            @Nullable LocalDate on) {}

    /** An account of the file; without a unit that of its group. */
    record Line(
            String username,
            String role,
            String agency,
            @Nullable Place unit,
            String vi,
            String en) {}

    /** A group of the file. */
    record Group(Text group, Place unit, List<Line> accounts) {}

    private final AccountRepository accounts;
    private final UnitService units;
    private final AgencyService agencies;
    private final Roles roles;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;
    private volatile List<DemoGroup> groups = List.of();

    DemoAccounts(
            AccountRepository accounts,
            UnitService units,
            AgencyService agencies,
            Roles roles,
            Passwords passwords,
            Settings settings,
            Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.agencies = agencies;
        this.roles = roles;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the sign-in page offers; nothing in a real installation. */
    public List<DemoGroup> groups() {
        return groups;
    }

    /** Before the first page is served, and before other demo data that these accounts enter. */
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (!settings.demo()) {
            return;
        }
        groups = make(file("/access/demo-accounts.yaml"));
    }

    /** Makes the accounts that are not there yet. */
    List<DemoGroup> make(List<Group> wanted) {
        Supplier<String> hash = SingletonSupplier.of(() -> passwords.hash(passwords.oneTime()));
        return wanted.stream()
                .map(group -> new DemoGroup(
                        group.group(),
                        group.accounts().stream()
                                .map(line -> make(line, line.unit() == null ? group.unit() : line.unit(), hash))
                                .toList()))
                .toList();
    }

    private DemoGroup.Post make(Line line, Place place, Supplier<String> hash) {
        LocalDate on = place.on() == null ? LocalDate.now(clock) : place.on();
        Unit unit = unit(place, on);
        int seat = unit.level() == Level.VILLAGE ? Objects.requireNonNull(unit.parent()) : unit.id();
        Agency agency = agencies.ofKind(seat, line.agency(), on).orElseThrow();
        Text name = new Text(line.vi(), line.en());
        if (accounts.byUsername(line.username()).isEmpty()) {
            Grant grant = new Grant(line.role(), unit.id(), agency.id());
            accounts.add(
                    new NewAccount(line.username(), name, unit.id(), agency.id(), false, true, List.of(grant)),
                    hash.get(),
                    clock.instant());
        }
        return new DemoGroup.Post(line.username(), name, roles.name(line.role()));
    }

    private Unit unit(Place place, LocalDate on) {
        if (place.code() == null) {
            return units.find(UnitService.COUNTRY);
        }
        if (place.level() == Level.VILLAGE) {
            Unit commune = units.byCode(Level.COMMUNE, place.code(), on).orElseThrow();
            return units.children(commune.id(), on).stream()
                    .filter(village -> village.name().equals(place.name()))
                    .findFirst()
                    .orElseThrow();
        }
        return units.byCode(place.level(), place.code(), on).orElseThrow();
    }

    static List<Group> file(String name) {
        try (InputStream file = DemoAccounts.class.getResourceAsStream(name)) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Group>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
