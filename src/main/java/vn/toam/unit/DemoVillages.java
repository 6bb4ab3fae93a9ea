package vn.toam.unit;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.Settings;

/** One made-up village in a commune of each place of the demonstration, for the post of its head; the registers of real villages are the communes' own. */
@Component("demoVillages")
@DependsOn("referenceLoader")
class DemoVillages {

    private static final String NAME = "1 (làm mẫu)";

    /** Codes of today's An Lão, Tân Yên, Mường Phăng and Ngọk Bay. */
    private static final List<String> COMMUNES = List.of("11629", "07339", "03325", "23317");

    private final UnitRepository units;
    private final UnitChangeRepository changes;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVillages(
            UnitRepository units,
            UnitChangeRepository changes,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.units = units;
        this.changes = changes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostConstruct
    void make() {
        if (settings.demo()) {
            transaction.executeWithoutResult(status -> COMMUNES.forEach(this::make));
        }
    }

    private void make(String code) {
        LocalDate today = LocalDate.now(clock);
        Unit commune = units.idByCode(Level.COMMUNE, code, today)
                .flatMap(id -> units.find(id, today))
                .orElseThrow();
        if (units.children(commune.id(), today).stream().noneMatch(u -> u.name().equals(NAME))) {
            changes.add(
                    commune.id(),
                    Level.VILLAGE,
                    "VILLAGE",
                    NAME,
                    commune.validity().from());
        }
    }
}
