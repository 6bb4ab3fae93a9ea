package vn.toam.output;

import static vn.toam.output.ReportWords.say;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.toam.document.Document;
import vn.toam.document.LegalBasis;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.letter.Citation;
import vn.toam.letter.Issuer;
import vn.toam.letter.Letter;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Settings;
import vn.toam.unit.UnitService;

/** Gathers a {@link Report} from the modules that keep its parts. Decides nothing about access: its caller has. */
@Component
class ReportGathering {

    private final PlanService plans;
    private final UnitService units;
    private final TaskResults tasks;
    private final CollectedFigures figures;
    private final TargetScores scores;
    private final RecordResults records;
    private final Settings settings;

    ReportGathering(
            PlanService plans,
            UnitService units,
            TaskResults tasks,
            CollectedFigures figures,
            TargetScores scores,
            RecordResults records,
            Settings settings) {
        this.plans = plans;
        this.units = units;
        this.tasks = tasks;
        this.figures = figures;
        this.scores = scores;
        this.records = records;
        this.settings = settings;
    }

    /** The report of {@code plan} for {@code year} with the passages written so far. */
    Report gather(Plan plan, int year, Map<String, Narrative> written) {
        Unit unit = units.find(plan.unit(), LocalDate.of(year, 12, 1));
        Issuer issuer = issuer(plan, unit);
        CollectedFigures.Collected collected = figures.of(unit, year);
        TargetScores.Scored scored = scores.of(plan, unit, year);
        return new Report(
                slug(unit, issuer),
                year,
                letterhead(plan, unit, issuer, written),
                say(
                        unit.level() == Level.COUNTRY ? "subject.country" : "subject",
                        String.valueOf(year),
                        unit.inSentence()),
                quoted(plan.document()),
                basis(plan),
                Sections.prose(written, Sections.OVERVIEW),
                tasks.of(plan, year, written),
                scored.scores(),
                scored.chart(),
                collected.figures(),
                collected.received(),
                tasks.obstacles(plan, year),
                records.of(plan.unit(), year),
                Sections.prose(written, Sections.DIFFICULTIES),
                Sections.prose(written, Sections.PROPOSALS),
                Sections.prose(written, Sections.DIRECTIONS),
                recipients(unit, issuer, year, written),
                signature(issuer, written),
                collected.sources(),
                settings.demo() || plan.demo());
    }

    private static Issuer issuer(Plan plan, Unit unit) {
        Document paper = plan.document();
        String written = Optional.ofNullable(paper.issuer())
                .filter(name -> !name.isBlank())
                .orElse("Ủy ban nhân dân " + unit.inSentence());
        Issuer issuer = Issuer.of(written, unit.inSentence(), paper.number(), paper.signerTitle());
        return unit.level() == Level.COUNTRY ? issuer.withoutParent() : issuer;
    }

    /** The lines and the name that the officer typed, or the lines of the plan and room for a pen. */
    private static Letter.Signature signature(Issuer issuer, Map<String, Narrative> written) {
        List<String> own = Sections.text(written, Sections.AUTHORITY)
                .lines()
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .toList();
        String name = Sections.text(written, Sections.SIGNER);
        return own.isEmpty()
                ? new Letter.Signature(issuer.authority(), issuer.post(), name)
                : new Letter.Signature(own.subList(0, own.size() - 1), own.getLast(), name);
    }

    private static Letter.Letterhead letterhead(Plan plan, Unit unit, Issuer issuer, Map<String, Narrative> written) {
        String name = Optional.ofNullable(plan.document().issuer())
                .filter(text -> !text.isBlank())
                .orElse("Ủy ban nhân dân " + unit.inSentence());
        return new Letter.Letterhead(
                issuer.parent(),
                issuer.name(),
                name,
                Sections.text(written, Sections.NUMBER),
                "BC-" + issuer.code(),
                unit.level() == Level.COUNTRY ? say("capital") : unit.name(),
                Sections.date(Sections.text(written, Sections.DATE)));
    }

    /** The plan itself when it has a number, then what it rests on. */
    private List<String> basis(Plan plan) {
        List<String> lines = new ArrayList<>();
        plans.bases(plan.id()).stream()
                .filter(basis -> basis.relation() == LegalBasis.Relation.BASIS)
                .map(basis -> cite(basis.document()).full())
                .forEach(lines::add);
        lines.add(cite(plan.document()).full());
        return lines;
    }

    /** The plan inside the issuer's own sentence, which has named the issuer already. */
    private static String quoted(Document paper) {
        return new Citation(paper.type(), paper.number(), paper.issuedOn(), null, paper.title()).clear();
    }

    private static Citation cite(Document paper) {
        return new Citation(paper.type(), paper.number(), paper.issuedOn(), paper.issuer(), paper.title());
    }

    /** What the officer wrote, or the bodies that such a report goes to: the level above and its culture agency, then the file copy. */
    private List<String> recipients(Unit unit, Issuer issuer, int year, Map<String, Narrative> written) {
        List<String> own = Sections.text(written, Sections.RECIPIENTS)
                .lines()
                .map(line -> line.strip().replaceAll("^[-–]\\s*|[;.]$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<String> usual = new ArrayList<>();
        if (unit.level() == Level.COUNTRY) {
            usual.add(say("to.government"));
        } else if (unit.level() == Level.PROVINCE) {
            usual.add(say("to.ministry"));
        } else {
            Unit above = units.ancestors(unit.id(), LocalDate.of(year, 12, 1)).getFirst();
            usual.add(say("to.committee", above.inSentence()));
            usual.add(say("to.culture", above.inSentence()));
        }
        if (!issuer.parent().isEmpty()) {
            usual.add(say("to.committee", unit.inSentence()));
            usual.add(say("to.members"));
        } else if (issuer.code().equals("BCĐ")) {
            usual.add(say("to.members"));
        }
        usual.add(say("to.file"));
        return usual;
    }

    /** {@code tan-yen}; a body other than the People's Committee adds its abbreviation. */
    private static String slug(Unit unit, Issuer issuer) {
        String name = issuer.parent().isEmpty() ? unit.name() : unit.name() + " " + issuer.code();
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
