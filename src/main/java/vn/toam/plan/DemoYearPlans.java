package vn.toam.plan;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.shared.Settings;
import vn.toam.unit.UnitService;

/**
 * In a demonstration, beside the real plans a made-up one of the current year for each of its places, in the units of today, in force with
 * the duties of the year. Once a year, whenever the demonstration is started in it.
 */
@Component
@Order(610)
class DemoYearPlans implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYearPlans.class);
    private static final UUID NOT_KEPT = new UUID(0, 0);

    private final Settings settings;
    private final PlanRepository plans;
    private final PlanIssuing issuing;
    private final Documents documents;
    private final UnitService units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoYearPlans(
            Settings settings,
            PlanRepository plans,
            PlanIssuing issuing,
            Documents documents,
            UnitService units,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.plans = plans;
        this.issuing = issuing;
        this.documents = documents;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!settings.demo()) {
            return;
        }
        try (InputStream file = DemoYearPlans.class.getResourceAsStream("/plan/demo-year.yaml")) {
            for (DemoTemplate template : new YAMLMapper().readValue(file, new TypeReference<List<DemoTemplate>>() {})) {
                template.units().forEach(seat -> transaction.executeWithoutResult(status -> issue(template, seat)));
            }
        }
    }

    private void issue(DemoTemplate template, DemoTemplate.Seat seat) {
        LocalDate today = LocalDate.now(clock);
        LocalDate usual = LocalDate.of(today.getYear(), 1, 12);
        LocalDate issued = today.isBefore(usual) ? today : usual;
        int year = today.getYear();
        Unit place = units.byCode(seat.level(), seat.code(), today).orElseThrow();
        String key = key(template.id(), year, seat.level(), seat.code());
        if (plans.byProgramme(key).isPresent()) {
            return;
        }
        Document paper = new Document(
                null,
                "Kế hoạch",
                seat.no() + "/" + template.sign(),
                DemoTemplate.fill(template.issuer(), place, issued),
                issued,
                DemoTemplate.fill(template.title(), place, issued),
                null,
                null);
        Plan plan = new Plan(
                NOT_KEPT,
                place.id(),
                null,
                paper.withId(documents.add(paper)),
                DemoTemplate.text(template.name().vi(), template.name().en(), place, issued),
                year,
                year,
                PlanStatus.DRAFT,
                upper(template, place, year),
                key,
                template.standing(),
                List.of(),
                true,
                0,
                null);
        UUID id = issuing.keep(plan, template.findings(place, issued, today), ElementState.ACCEPTED, null);
        issuing.issueAsWritten(plans.find(id).orElseThrow(), template.standing(), year, year, List.of(year));
        LOG.info("made-up plan {} in force", key);
    }

    private @Nullable UUID upper(DemoTemplate template, Unit place, int year) {
        if (template.upper() == null) {
            return null;
        }
        Unit over = place.level() == Level.PROVINCE || place.parent() == null ? place : units.find(place.parent());
        return Optional.of(key(template.upper(), year, over.level(), over.code()))
                .flatMap(plans::byProgramme)
                .orElse(null);
    }

    private static String key(String template, int year, Level level, String code) {
        return "demo-%d-%s-%s-%s".formatted(year, template, level, code).toLowerCase(Locale.ROOT);
    }
}
