package vn.toam.home;

import static vn.toam.audit.AuditPermissions.AUDIT_READ;

import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.audit.Entry;
import vn.toam.audit.TrailCheck;
import vn.toam.audit.Wanted;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.indicator.SelfCheck;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Settings;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/**
 * Reads the trail for those who may: the administrators of the country all of it, others what accounts of their place and of the units
 * below did. What was changed is said, never the details kept beside it.
 */
@Service
@Transactional(readOnly = true)
class TrailReader {

    private static final List<String> KINDS = List.of(
            "account",
            "plan",
            "element",
            "duty",
            "round",
            "submission",
            "import",
            "report",
            "unit",
            "agency",
            "committee",
            "reorganisation",
            "record",
            SelfCheck.KIND);

    private static final int CHECKS = 10;

    private final Audit audit;
    private final UnitService units;
    private final Settings settings;
    private final Words words;
    private final Access access;
    private final ScheduledTaskHolder jobs;
    private final DueWork due;
    private final List<DueHandler> handlers;
    private final Clock clock;

    TrailReader(
            Audit audit,
            UnitService units,
            Settings settings,
            Words words,
            Access access,
            ScheduledTaskHolder jobs,
            DueWork due,
            List<DueHandler> handlers,
            Clock clock) {
        this.audit = audit;
        this.units = units;
        this.settings = settings;
        this.words = words;
        this.access = access;
        this.jobs = jobs;
        this.due = due;
        this.handlers = handlers;
        this.clock = clock;
    }

    TrailView trail(TrailView.Asked asked, int number) {
        int place = access.require(AUDIT_READ).unit();
        boolean everywhere = access.allows(AUDIT_READ, Subject.of(UnitService.COUNTRY));
        if (!everywhere) {
            access.require(AUDIT_READ, Subject.of(place));
        }
        LocalDate to = asked.to();
        Slice<Entry> slice = audit.page(
                new Wanted(
                        asked.name(),
                        asked.kind(),
                        asked.id(),
                        start(asked.from()),
                        start(to == null ? null : to.plusDays(1)),
                        asked.down(),
                        everywhere ? null : within(place)),
                number);
        List<TrailView.Line> lines = slice.items().stream().map(this::line).toList();
        return new TrailView(asked, KINDS, new Slice<>(lines, slice.number(), slice.size(), slice.total()), everywhere);
    }

    HealthView health() {
        access.require(AUDIT_READ, Subject.of(UnitService.COUNTRY));
        File disk = settings.data().toFile();
        return new HealthView(
                audit.timeline(SelfCheck.KIND, SelfCheck.ID, CHECKS).stream()
                        .map(TrailReader::check)
                        .toList(),
                audit.timeline(TrailCheck.KIND, TrailCheck.ID, CHECKS).stream()
                        .map(TrailReader::check)
                        .toList(),
                jobs.getScheduledTasks().stream()
                        .filter(job -> job.toString().startsWith("vn.toam."))
                        .map(HealthView.Job::of)
                        .sorted(Comparator.comparing(HealthView.Job::name))
                        .toList(),
                due.failing(handlers),
                disk.getUsableSpace(),
                disk.getTotalSpace());
    }

    /** The place and everything below it, today and before the reform. */
    private Set<Integer> within(int place) {
        Set<Integer> within = new HashSet<>(Set.of(place));
        for (LocalDate day : List.of(LocalDate.now(clock), Geography.REFORM.minusDays(1))) {
            for (Level level : List.of(Level.DISTRICT, Level.COMMUNE)) {
                within.addAll(units.idsBelow(place, level, day));
            }
        }
        return within;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Numbers.ZONE).toInstant();
    }

    private TrailView.Line line(Entry entry) {
        boolean known = KINDS.contains(entry.subjectKind());
        return new TrailView.Line(
                entry.at(),
                entry.accountName(),
                sentence(entry.action()),
                known ? entry.subjectKind() : "",
                entry.subjectId(),
                link(entry));
    }

    /** The trail is for ever, sentences are not: one that is gone is told in general words. */
    private String sentence(String action) {
        try {
            words.get(Locale.of("vi"), action);
            return action;
        } catch (NoSuchMessageException gone) {
            return "home.trail.other";
        }
    }

    private static @Nullable String link(Entry entry) {
        return switch (entry.subjectKind()) {
            case "account" -> "/accounts/" + entry.subjectId();
            case "plan" -> "/plans/" + entry.subjectId();
            case "round" -> "/collection/rounds/" + entry.subjectId();
            case "record" ->
                entry.detail().get("in") == null
                        ? null
                        : "/registers/" + entry.detail().get("in") + "/"
                                + entry.detail().get("unit") + "/" + entry.subjectId();
            case SelfCheck.KIND -> "/system";
            default -> null;
        };
    }

    private static HealthView.Check check(Entry entry) {
        return new HealthView.Check(
                entry.at(),
                number(entry, "compared"),
                number(entry, "differences"),
                entry.detail().get("named") instanceof List<?> named
                        ? named.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private static int number(Entry entry, String key) {
        return entry.detail().get(key) instanceof Number number ? number.intValue() : 0;
    }
}
