package vn.toam.output;

import static vn.toam.plan.PlanPermissions.REPORT_WRITE;
import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.collection.CollectionFigures;
import vn.toam.document.FileContents;
import vn.toam.geography.Unit;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotFound;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.unit.UnitService;

/**
 * Yearly reports of programmes: the figures are gathered where they were accepted each time a report is looked at; what officers write
 * between them is kept here, and so is every file that was handed out.
 */
@Service
public class ReportService {

    private final PlanService plans;
    private final UnitService units;
    private final ReportGathering gathering;
    private final FigureRepository figures;
    private final CollectionFigures collected;
    private final OutputRepository repository;
    private final FileContents contents;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ReportService(
            PlanService plans,
            UnitService units,
            ReportGathering gathering,
            FigureRepository figures,
            CollectionFigures collected,
            OutputRepository repository,
            FileContents contents,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.units = units;
        this.gathering = gathering;
        this.figures = figures;
        this.collected = collected;
        this.repository = repository;
        this.contents = contents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The programmes in force whose reports the account may write. */
    @Transactional(readOnly = true)
    public List<ReportRow> rows(ReportRow.Column by, boolean down) {
        access.require(REPORT_WRITE);
        return plans.issued().stream()
                .filter(plan -> access.allows(REPORT_WRITE, plan))
                .map(this::row)
                .sorted(by.order(down))
                .toList();
    }

    private int[] within(Unit unit) {
        return collected.within(unit.id()).stream().mapToInt(Integer::intValue).toArray();
    }

    private ReportRow row(Plan plan) {
        Unit unit = units.find(plan.unit(), plan.meantOn());
        List<FigureRepository.Year> asked = figures.years(unit.province(), within(unit));
        List<Integer> years = years(plan, unit);
        int year = asked.stream()
                .filter(each -> each.counted() * 2 >= each.expected() && years.contains(each.year()))
                .map(FigureRepository.Year::year)
                .findFirst()
                .orElse(years.getFirst());
        FigureRepository.Year state = asked.stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .orElse(new FigureRepository.Year(year, 0, 0));
        Map<String, Narrative> written = repository.narratives(plan.id(), year);
        return new ReportRow(
                plan.id(),
                plan.name(),
                unit.fullName().vi(),
                year,
                years,
                state.counted(),
                state.expected(),
                (int) Sections.WRITTEN.stream()
                        .filter(section -> !Sections.text(written, section).isBlank())
                        .count(),
                Sections.WRITTEN.size(),
                repository.files(plan.id(), year).stream().findFirst().orElse(null),
                plan.demo());
    }

    /** Years of the plan that have begun and at whose end its unit was still there, newest first; the first year when none is. */
    private List<Integer> years(Plan plan, Unit unit) {
        int now = LocalDate.now(clock).getYear();
        LocalDate gone = unit.validity().to();
        List<Integer> years = plan.years().reversed().stream()
                .filter(year -> year <= now && LocalDate.of(year, 12, 31).isBefore(gone))
                .toList();
        return years.isEmpty() ? List.of(plan.periodFrom()) : years;
    }

    /**
     * A report with everything around it. Whoever may see the figures of the plan's unit may read it.
     *
     * @throws NotFound when the plan does not cover the year
     */
    @Transactional(readOnly = true)
    public ReportView view(UUID planId, int year) {
        Plan plan = plan(planId, year, FIGURES_READ);
        Map<String, Narrative> written = repository.narratives(planId, year);
        Report report = gathering.gather(plan, year, written);
        return new ReportView(
                planId,
                plan.name(),
                years(plan, units.find(plan.unit(), plan.meantOn())),
                report,
                ReportLayout.letter(report),
                written,
                repository.files(planId, year),
                access.allows(REPORT_WRITE, plan));
    }

    /**
     * Keeps a passage.
     *
     * @param seen version the writer saw, 0 for none
     * @throws Rejected when it cannot hold this; nothing is saved
     * @throws Conflict when somebody else changed it meanwhile; nothing is overwritten
     */
    @Transactional
    public Narrative save(UUID planId, int year, String section, int seen, String text) {
        plan(planId, year, REPORT_WRITE);
        String clean = text.replace("\r\n", "\n").strip();
        Sections.check(section, clean);
        Narrative saved = repository
                .save(planId, year, section, seen, clean, access.me().name(), clock.instant())
                .orElseThrow(() -> new Conflict("passage " + section));
        audit.record("output.audit.write", "report", planId + "/" + year, Map.of("section", section));
        return saved;
    }

    /** Makes a file of the report as it stands now and keeps it; the same contents are kept once. */
    @Transactional
    public UUID make(UUID planId, int year, FileKind kind) {
        Plan plan = plan(planId, year, REPORT_WRITE);
        Report report = gathering.gather(plan, year, repository.narratives(planId, year));
        byte[] bytes = kind.write(report);
        String fingerprint = contents.put(bytes);
        UUID id = repository.keep(new MadeFile(
                UUID.randomUUID(),
                planId,
                year,
                kind,
                report.fileName(kind.extension()),
                fingerprint,
                bytes.length,
                access.me().name(),
                clock.instant()));
        audit.record(
                "output.audit.make", "report", planId + "/" + year, Map.of("kind", kind.name(), "sha256", fingerprint));
        return id;
    }

    /** A file that was made. @throws NotFound when there is none; NotAllowed when the account may not see its figures */
    @Transactional(readOnly = true)
    public MadeFile file(UUID id) {
        MadeFile file = repository.file(id).orElseThrow(() -> new NotFound("file " + id));
        plan(file.plan(), file.year(), FIGURES_READ);
        return file;
    }

    /** Its bytes, as they were made. */
    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return contents.get(file(id).sha256());
    }

    private Plan plan(UUID id, int year, Permission permission) {
        Plan plan = plans.get(id);
        access.require(permission, plan);
        if (plan.draft()
                || !years(plan, units.find(plan.unit(), plan.meantOn())).contains(year)) {
            throw new NotFound("report " + id + "/" + year);
        }
        return plan;
    }
}
