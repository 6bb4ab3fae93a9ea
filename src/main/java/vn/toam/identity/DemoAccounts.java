package vn.toam.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.shared.Settings;
import vn.toam.shared.Text;
import vn.toam.unit.Agency;
import vn.toam.unit.AgencyService;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** Puts the accounts of {@code identity/demo-accounts.yaml} into a demo installation; a real one never gets any. */
@Component
class DemoAccounts implements SmartInitializingSingleton {

    /** Where: the unit that bore {@code code} {@code on} a day; without a code the country. */
    record Place(Level level, @Nullable String code, LocalDate on) {}

    /** An account of the file; without a unit that of its group. */
    record Line(
            String username,
            Role role,
            String agency,
            @Nullable Place unit,
            String vi,
            String en) {}

    /** A group of the file. */
    record Group(Text group, Place unit, List<Line> accounts) {}

    private final AccountRepository accounts;
    private final UnitService units;
    private final AgencyService agencies;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;
    private volatile List<DemoGroup> groups = List.of();

    DemoAccounts(
            AccountRepository accounts,
            UnitService units,
            AgencyService agencies,
            Passwords passwords,
            Settings settings,
            Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.agencies = agencies;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the sign-in page offers; nothing in a real installation. */
    List<DemoGroup> groups() {
        return groups;
    }

    /** Before the first page is served, and before other demo data that these accounts enter. */
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (!settings.demo()) {
            return;
        }
        Supplier<String> hash = SingletonSupplier.of(() -> passwords.hash(passwords.oneTime()));
        List<DemoGroup> made = new ArrayList<>();
        for (Group group : file()) {
            made.add(new DemoGroup(
                    group.group(),
                    unit(group.unit()).validity().last(),
                    group.accounts().stream()
                            .map(line -> make(line, line.unit() == null ? group.unit() : line.unit(), hash))
                            .toList()));
        }
        groups = List.copyOf(made);
    }

    private DemoGroup.Post make(Line line, Place place, Supplier<String> hash) {
        Unit unit = unit(place);
        Agency agency = agencies.ofKind(unit.id(), line.agency(), place.on()).orElseThrow();
        Text name = new Text(line.vi(), line.en());
        if (accounts.byUsername(line.username()).isEmpty()) {
            Grant grant = new Grant(line.role(), unit.id(), agency.id());
            accounts.add(
                    new NewAccount(line.username(), name, unit.id(), agency.id(), false, true, List.of(grant)),
                    hash.get(),
                    clock.instant());
        }
        return new DemoGroup.Post(line.username(), name, line.role());
    }

    private Unit unit(Place place) {
        return place.code() == null
                ? units.find(UnitService.COUNTRY)
                : units.byCode(place.level(), place.code(), place.on()).orElseThrow();
    }

    static List<Group> file() {
        try (InputStream file = DemoAccounts.class.getResourceAsStream("/identity/demo-accounts.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Group>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
