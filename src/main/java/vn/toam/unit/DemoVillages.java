package vn.toam.unit;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Settings;

/** One made-up village in a commune of each place of the demonstration, for the post of its head; the registers of real villages are the communes' own. */
@Component("demoVillages")
class DemoVillages {

    private static final String NAME = "1 (làm mẫu)";

    /** Codes of today's An Lão, Tân Yên, Mường Phăng and Ngọk Bay. */
    private static final List<String> COMMUNES = List.of("11629", "07339", "03325", "23317");

    private final Geographies units;
    private final UnitChangeRepository changes;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVillages(
            Geographies units,
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
            transaction.executeWithoutResult(status -> without()
                    .forEach(commune -> changes.add(
                            commune.id(),
                            Level.VILLAGE,
                            "VILLAGE",
                            NAME,
                            commune.validity().from())));
        }
    }

    private List<Unit> without() {
        Geography geography = units.now();
        LocalDate today = LocalDate.now(clock);
        return COMMUNES.stream()
                .map(code -> geography.byCode(Level.COMMUNE, code, today).orElseThrow())
                .filter(id -> geography.children(id, today).stream()
                        .noneMatch(village -> village.name().equals(NAME)))
                .map(id -> geography.find(id, today).orElseThrow())
                .toList();
    }
}
