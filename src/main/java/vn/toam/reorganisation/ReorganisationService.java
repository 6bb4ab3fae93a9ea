package vn.toam.reorganisation;

import static vn.toam.unit.UnitPermissions.UNIT_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.reorganisation.ReorganisationRules.Kept;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.MovesWithUnits.By;
import vn.toam.unit.MovesWithUnits.Estimate;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.MovesWithUnits.Moves;
import vn.toam.unit.UnitReorganiser;
import vn.toam.unit.UnitService;
import vn.toam.unit.UnitTreeChange;

/**
 * Merging, splitting and ending units as an operation: entered, checked, previewed, confirmed, and undone until the next
 * one or until something was made with the new units. Only who may edit the units above may do it.
 */
@Service
@DependsOn("referenceLoader")
public class ReorganisationService {

    private static final int PAGE = 30;
    static final String SUBJECT = "reorganisation";

    private final ReorganisationRepository repository;
    private final UnitService units;
    private final UnitReorganiser tree;
    private final RecordsFollowing following;
    private final ReorganisationReach reach;
    private final Access access;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    ReorganisationService(
            ReorganisationRepository repository,
            UnitService units,
            UnitReorganiser tree,
            RecordsFollowing following,
            ReorganisationReach reach,
            @Lazy Access access,
            Audit audit,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.units = units;
        this.tree = tree;
        this.following = following;
        this.reach = reach;
        this.access = access;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What a reorganisation does.
     *
     * @param becoming new units with what they are made of
     * @param ended units that end without a successor of their own
     * @param moved what else moves, as the modules above tell
     */
    public record Preview(List<Becoming> becoming, List<Text> ended, List<Moved> moved) {}

    /** One new unit, or one that goes on ({@code kept}). */
    public record Becoming(String code, Text name, boolean kept, List<From> from) {}

    /** An old unit that goes into it. @param households how many move, when known */
    public record From(
            int unit,
            String code,
            Text name,
            Share share,
            @Nullable Integer households) {}

    /** Those within the reader's reach. */
    @Transactional(readOnly = true)
    public Slice<Reorganisation> list(Reorganisation.Column by, boolean down, int number) {
        access.require(UNIT_EDIT);
        Comparator<Reorganisation> order = by.order();
        List<Reorganisation> all = repository.all().stream()
                .filter(this::reaches)
                .sorted(down ? order.reversed() : order)
                .toList();
        return Slice.of(all, number, PAGE);
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Reorganisation find(UUID id) {
        access.require(UNIT_EDIT);
        Reorganisation one = repository.find(id).orElseThrow(() -> new NotFound(SUBJECT + " " + id));
        if (!reaches(one)) {
            throw new NotAllowed();
        }
        return one;
    }

    private boolean reaches(Reorganisation one) {
        return one.status() != Status.DRAFT
                || reach.reaches(one, () -> resolve(repository.lines(one.id()), one.on(), one.act()));
    }

    /** Its lines as typed. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID id) {
        find(id);
        return repository.lines(id);
    }

    /**
     * Keeps a draft: a new one, or another version of {@code id}. Nothing moves yet.
     *
     * @throws Rejected with every wrong cell, by row and column; then nothing is kept
     */
    @Transactional
    public UUID save(
            @Nullable UUID id,
            String name,
            @Nullable LocalDate on,
            String act,
            @Nullable LocalDate adopted,
            List<Line> lines) {
        access.require(UNIT_EDIT);
        if (id != null) {
            draft(id);
        }
        List<Rejected.Problem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(new Rejected.Problem("name", "reorganisation.problem.title", List.of()));
        }
        if (on == null) {
            problems.add(new Rejected.Problem("on", "reorganisation.problem.on", List.of()));
            throw new Rejected(problems);
        }
        List<Line> typed = lines.stream().filter(line -> !line.blank()).toList();
        Resolved resolved = resolve(typed, on, act.strip());
        problems.addAll(resolved.problems());
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        reach.require(resolved, on);
        UUID kept = id;
        if (kept == null) {
            kept = repository.add(
                    name.strip(), on, act.strip(), adopted, access.me().name(), clock.instant());
        } else {
            repository.change(kept, name.strip(), on, act.strip(), adopted);
        }
        repository.lines(kept, typed);
        audit.record(
                "unit.audit.reorganisation.kept", SUBJECT, kept, Map.of("name", name.strip(), "on", on.toString()));
        return kept;
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(UUID id) {
        Reorganisation draft = draft(id);
        repository.delete(id);
        audit.record("unit.audit.reorganisation.discarded", SUBJECT, id, Map.of("name", draft.name()));
    }

    /**
     * What a draft would do, counted without doing it. For one already decided, what was told then.
     *
     * @throws Rejected when it could not be confirmed as it stands
     */
    @Transactional(readOnly = true)
    public Preview preview(UUID id) {
        Reorganisation one = find(id);
        Resolved resolved = resolve(repository.lines(id), one.on(), one.act());
        List<Moved> moved = one.moved();
        if (one.status() == Status.DRAFT) {
            check(one, resolved);
            moved = planned(one, resolved, provisional(resolved.targets().size()))
                    .told();
        }
        return new Preview(
                Becomings.of(resolved, units.types()),
                resolved.ended().stream()
                        .filter(unit -> resolved.links().stream()
                                .noneMatch(l -> l.from().id() == unit.id()))
                        .map(Unit::fullName)
                        .toList(),
                moved);
    }

    /** Ids that no unit has. */
    private static int[] provisional(int count) {
        return IntStream.rangeClosed(1, count).map(number -> -number).toArray();
    }

    /** A checked change of the tree with what would follow it. */
    private record Planned(
            ReorganisationEffect effect, UnitTreeChange change, Map<String, Estimate> estimates, List<Moved> told) {}

    private Planned planned(Reorganisation one, Resolved resolved, int[] ids) {
        ReorganisationEffect effect = ReorganisationEffect.of(one, resolved, ids, units);
        UnitTreeChange change = effect.change();
        Moves moves = tree.planned(change, me());
        Map<String, Estimate> estimates = following.estimate(moves);
        List<Moved> told = estimates.values().stream()
                .flatMap(estimate -> estimate.told().stream())
                .toList();
        return new Planned(effect, change, estimates, told);
    }

    private By me() {
        Me me = access.me();
        return new By(me.account(), me.name());
    }

    /**
     * Does it, or nothing of it: units, links, agencies, and the records that follow where they are few. Many follow in parts ({@link
     * #progress}).
     *
     * @return what moves and what stays
     * @throws Rejected before its day, when a unit changed since the draft was made, when it was decided already, or while the records of
     *     another one are following
     */
    @Transactional
    public List<Moved> confirm(UUID id) {
        repository.lock();
        Reorganisation one = draft(id);
        if (one.on().isAfter(LocalDate.now(clock))) {
            throw Rejected.because("reorganisation.problem.early", one.on());
        }
        repository.active().ifPresent(active -> {
            throw Rejected.because("reorganisation.problem.following", active.name());
        });
        Resolved resolved = resolve(repository.lines(id), one.on(), one.act());
        check(one, resolved);
        Planned planned = planned(one, resolved, tree.newIds(resolved.targets().size()));
        tree.apply(planned.change());
        repository.linked(id, planned.effect().rows(), planned.change().links());
        following.begin(id, tree.moves(id, one.on(), me()), planned.estimates());
        repository.confirm(id, me(), clock.instant(), planned.told());
        audit.record(
                "unit.audit.reorganisation.confirmed",
                SUBJECT,
                id,
                Map.of("name", one.name(), "on", one.on().toString(), "lines", one.lines()));
        return planned.told();
    }

    /** How far the records of a reorganisation have followed, or gone back. */
    @Transactional(readOnly = true)
    public FollowingProgress progress(UUID id) {
        Reorganisation one = find(id);
        return FollowingProgress.of(one, following.of(id), following.names(), units);
    }

    /** Why it cannot be undone now; empty: it can. */
    @Transactional(readOnly = true)
    public List<Text> obstacles(UUID id) {
        Reorganisation one = find(id);
        if (one.status() != Status.CONFIRMED) {
            return List.of(words.text("reorganisation.obstacle.status"));
        }
        if (!repository.last().filter(id::equals).isPresent()) {
            return List.of(words.text("reorganisation.obstacle.later"));
        }
        Moves moves = tree.moves(id, one.on(), me());
        List<Text> obstacles = new ArrayList<>(tree.changedSince(id, moves.made(), one.on()).stream()
                .sorted()
                .map(what -> words.text("reorganisation.obstacle." + what))
                .toList());
        obstacles.addAll(following.obstacles(moves));
        return obstacles;
    }

    /**
     * Takes it back: everything becomes as it was before; at once, or in parts where many records followed.
     *
     * @param reason why; kept with it
     * @throws Rejected when a later one was confirmed or something was made with the new units since
     */
    @Transactional
    public void undo(UUID id, String reason) {
        repository.lock();
        Reorganisation one = find(id);
        if (reason.strip().length() < 5) {
            throw Rejected.field("reason", "reorganisation.problem.reason");
        }
        reach.require(resolve(repository.lines(id), one.on(), one.act()), one.on());
        List<Text> obstacles = obstacles(id);
        if (!obstacles.isEmpty()) {
            throw new Rejected(obstacles.stream()
                    .map(text -> new Rejected.Problem("", "reorganisation.problem.obstacle", List.of(text)))
                    .toList());
        }
        repository.undoing(id, me(), clock.instant(), reason.strip());
        boolean undone;
        try {
            undone = following.undo(id, tree.moves(id, one.on(), me()));
        } catch (DataIntegrityViolationException used) {
            throw Rejected.because("reorganisation.problem.used");
        }
        if (undone) {
            repository.undone(id);
        }
        audit.record(
                "unit.audit.reorganisation." + (undone ? "undone" : "undoing"),
                SUBJECT,
                id,
                Map.of("name", one.name(), "reason", reason.strip()));
    }

    private Reorganisation draft(UUID id) {
        Reorganisation one = find(id);
        if (one.status() != Status.DRAFT) {
            throw Rejected.because("reorganisation.problem.decided");
        }
        return one;
    }

    private Resolved resolve(List<Line> lines, LocalDate on, String act) {
        Set<String> codes = lines.stream()
                .flatMap(line -> Stream.of(line.oldCode(), line.newCode(), line.parent()))
                .map(String::strip)
                .map(code -> code.matches("\\d{3,4}") ? "0".repeat(5 - code.length()) + code : code)
                .collect(Collectors.toSet());
        return new ReorganisationRules(units.frame(codes, on.minusDays(1)), units.types(), on, act).resolve(lines);
    }

    /** @throws Rejected when it cannot be done as things stand */
    private void check(Reorganisation one, Resolved resolved) {
        if (!resolved.problems().isEmpty()) {
            throw new Rejected(resolved.problems());
        }
        reach.require(resolved, one.on());
        List<Integer> touched = Stream.concat(
                        resolved.ended().stream(), resolved.kept().stream().map(Kept::unit))
                .map(Unit::id)
                .toList();
        List<String> changed = tree.changedFrom(touched, one.on());
        if (!changed.isEmpty()) {
            throw Rejected.because("reorganisation.problem.changed", String.join(", ", changed), one.on());
        }
    }
}
