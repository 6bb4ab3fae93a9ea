package vn.toam.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Programme;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.ProgrammeFindings;
import vn.toam.shared.Settings;
import vn.toam.unit.UnitService;

/**
 * In a demonstration, puts the programmes of the catalog in force at the first start: kept as accepted findings and issued by the same
 * steps as a plan read from paper, with duties for the year the demonstration shows and for the current year.
 */
@Component
@Order(600)
class DemoPlans implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlans.class);
    private static final UUID NOT_KEPT = new UUID(0, 0);

    private final Settings settings;
    private final Catalog catalog;
    private final PlanRepository plans;
    private final PlanIssuing issuing;
    private final Documents documents;
    private final UnitService units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPlans(
            Settings settings,
            Catalog catalog,
            PlanRepository plans,
            PlanIssuing issuing,
            Documents documents,
            UnitService units,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.plans = plans;
        this.issuing = issuing;
        this.documents = documents;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo()) {
            return;
        }
        for (Programme programme : catalog.programmes()) {
            if (plans.byProgramme(programme.id()).isEmpty()) {
                transaction.executeWithoutResult(status -> load(programme));
            }
        }
    }

    private void load(Programme programme) {
        Programme.Header header = programme.header();
        int from = firstYear(programme);
        int to = header.periodTo() == null ? from : header.periodTo();
        Document paper = paper(header);
        UUID paperId = documents.add(paper);
        documents.sendTo(paperId, header.recipients());
        Plan plan = new Plan(
                NOT_KEPT,
                unit(header, from),
                null,
                paper.withId(paperId),
                programme.name(),
                from,
                to,
                PlanStatus.DRAFT,
                null,
                programme.id(),
                header.standingAgency().name(),
                List.of(),
                true,
                0,
                null);
        UUID id = issuing.keep(plan, ProgrammeFindings.of(programme, catalog), ElementState.ACCEPTED, null);
        List<Integer> years = Stream.of(
                        programme.demoYear(), LocalDate.now(clock).getYear())
                .filter(plan::covers)
                .distinct()
                .toList();
        issuing.issueAsWritten(
                plans.find(id).orElseThrow(), header.standingAgency().name(), from, to, years);
        LOG.info("programme {} in force", programme.id());
    }

    private static Document paper(Programme.Header header) {
        Programme.Signer signer = header.signer();
        return new Document(
                null,
                header.docType(),
                header.number(),
                header.issuer(),
                header.date(),
                header.title(),
                signer == null ? null : signer.name(),
                signer == null ? null : signer.title());
    }

    private int unit(Programme.Header header, int year) {
        LocalDate then = header.date() == null ? LocalDate.of(year, 12, 31) : header.date();
        Level level = Level.valueOf(header.unit().level());
        return units.byCode(level, header.unit().code(), then)
                .map(Unit::id)
                .orElseThrow(() -> new IllegalStateException("no unit " + header.unit()));
    }

    /**
     * The first year of the period. When the paper gives neither it nor the year of its own date, it is the year of the first such day
     * after the newest paper it cites: a plan cannot cite what does not exist yet.
     */
    static int firstYear(Programme programme) {
        Programme.Header header = programme.header();
        if (header.periodFrom() != null) {
            return header.periodFrom();
        }
        if (header.date() != null) {
            return header.date().getYear();
        }
        return programme.citations().stream()
                .map(Programme.Citation::date)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(newest -> firstAfter(newest, header.datePartial()))
                .orElse(programme.demoYear());
    }

    private static int firstAfter(LocalDate newest, @Nullable MonthDay day) {
        return day != null && day.atYear(newest.getYear()).isAfter(newest) ? newest.getYear() : newest.getYear() + 1;
    }
}
