package vn.toam.reorganisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.shared.Text;
import vn.toam.unit.ChangesWithUnits;
import vn.toam.unit.MovesWithUnits;
import vn.toam.unit.MovesWithUnits.Estimate;
import vn.toam.unit.MovesWithUnits.Moves;
import vn.toam.unit.UnitReorganiser;

/**
 * Lets records follow their units and takes them back. What fits into one part is done in the transaction of the units; more is done in
 * parts of their own by a job, on whatever server, each noted with what it moved: whoever goes on begins where the last part ended. One
 * part at a time in the whole installation, because all of this holds the lock of {@link ReorganisationRepository#lock}.
 */
@Component
class RecordsFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(RecordsFollowing.class);

    private final FollowingRepository repository;
    private final ReorganisationRepository reorganisations;
    private final UnitReorganiser tree;
    private final ObjectProvider<MovesWithUnits> movers;
    private final ObjectProvider<ChangesWithUnits> changers;
    private final TransactionTemplate alone;
    private final Audit audit;
    private final Clock clock;
    private volatile int limit;

    RecordsFollowing(
            FollowingRepository repository,
            ReorganisationRepository reorganisations,
            UnitReorganiser tree,
            ObjectProvider<MovesWithUnits> movers,
            ObjectProvider<ChangesWithUnits> changers,
            PlatformTransactionManager transactions,
            Audit audit,
            Clock clock,
            @Value("${toam.reorganisation.part:500}") int limit) {
        this.repository = repository;
        this.reorganisations = reorganisations;
        this.tree = tree;
        this.movers = movers;
        this.changers = changers;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.audit = audit;
        this.clock = clock;
        this.limit = limit;
    }

    /** How many records are moved in one transaction. */
    void limit(int records) {
        limit = records;
    }

    /** What would follow, by kind of records, in the order to be read. */
    Map<String, Estimate> estimate(Moves moves) {
        Map<String, Estimate> all = new LinkedHashMap<>();
        movers.orderedStream().forEach(mover -> all.put(mover.records(), mover.estimate(moves)));
        return all;
    }

    /** Changes what changes with the units, and lets records follow if they are few; else notes what has to follow. */
    void begin(UUID id, Moves moves, Map<String, Estimate> estimates) {
        changers.orderedStream().forEach(changer -> changer.apply(moves));
        Map<Integer, Moves> provinces = moves.byProvince();
        List<Following> rows = new ArrayList<>();
        estimates.forEach((records, estimate) -> provinces
                .keySet()
                .forEach(province -> rows.add(new Following(
                        records, province, estimate.records().getOrDefault(province, 0), 0, true, false))));
        repository.add(id, rows);
        if (estimates.values().stream().mapToInt(Estimate::total).sum() <= limit) {
            rows.stream().sorted(order(false)).forEach(row -> whole(id, provinces, row, false));
        }
    }

    /**
     * Takes records back and then the units, at once if the records are few. The caller has looked that nothing is in the way.
     *
     * @return false: they are many; they go back in parts, and the units with the last of them
     * @throws DataIntegrityViolationException one of the new units is used
     */
    boolean undo(UUID id, Moves moves) {
        Map<Integer, Moves> provinces = moves.byProvince();
        // of a reorganisation of before this table nothing is noted yet
        repository.add(
                id,
                movers.orderedStream()
                        .flatMap(mover -> provinces.keySet().stream()
                                .map(province -> new Following(mover.records(), province, 0, 0, true, false)))
                        .toList());
        repository.reopen(id);
        List<Following> rows = repository.of(id);
        if (rows.stream().mapToInt(Following::done).sum() > limit) {
            return false;
        }
        rows.stream().sorted(order(true)).forEach(row -> whole(id, provinces, row, true));
        takeBack(moves);
        return true;
    }

    private void takeBack(Moves moves) {
        changers.orderedStream().toList().reversed().forEach(changer -> changer.undo(moves));
        tree.undo(moves);
    }

    /** What was done with the new units since; empty: nothing is in the way of undoing. */
    List<Text> obstacles(Moves moves) {
        List<Text> obstacles = new ArrayList<>();
        changers.orderedStream().forEach(changer -> obstacles.addAll(changer.obstacles(moves)));
        movers.orderedStream().forEach(mover -> obstacles.addAll(mover.obstacles(moves)));
        return obstacles;
    }

    /** How far each kind of records has followed in each province. */
    List<Following> of(UUID id) {
        return repository.of(id);
    }

    /** The kinds of records that follow, with what users call them, in the order to be read. */
    Map<String, Text> names() {
        Map<String, Text> names = new LinkedHashMap<>();
        movers.orderedStream().forEach(mover -> names.put(mover.records(), mover.name()));
        return names;
    }

    /** Goes on with what has not followed, or not gone back, until nothing is left; a part that fails is left for the next time. */
    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    void run() {
        Instant began = clock.instant();
        boolean more;
        do {
            more = part(began);
        } while (more);
    }

    /** One part of the work. @param since what failed since then is left. @return false: there is nothing to do now */
    boolean part(Instant since) {
        Picked picked = new Picked();
        try {
            return Boolean.TRUE.equals(alone.execute(status -> {
                reorganisations.lock();
                return reorganisations
                        .active()
                        .map(one -> part(one, since, picked))
                        .orElse(false);
            }));
        } catch (RuntimeException failed) {
            LOG.warn("records of {} did not follow and are tried again", picked.row, failed);
            alone.executeWithoutResult(status -> failed(picked, failed));
            return picked.row != null;
        }
    }

    /** What a part was about, for when it fails. */
    private static final class Picked {

        private @Nullable Reorganisation one;
        private @Nullable Following row;
    }

    private boolean part(Reorganisation one, Instant since, Picked picked) {
        boolean undoing = one.status() == Status.UNDOING;
        Optional<Following> next = repository.of(one.id(), since).stream()
                .filter(row -> row.open() && !row.failed())
                .min(order(undoing));
        if (next.isEmpty()) {
            return false;
        }
        picked.one = one;
        picked.row = next.get();
        Moves moves = tree.moves(one.id(), one.on(), reorganisations.by(one.id()));
        Map<Integer, Moves> provinces = moves.byProvince();
        if (undoing && inTheWay(next.get(), provinces)) {
            giveUp(one);
            return true;
        }
        if (some(one.id(), provinces, next.get(), undoing) == 0
                && repository.of(one.id()).stream().noneMatch(Following::open)) {
            finish(one, moves);
        }
        return true;
    }

    private boolean inTheWay(Following row, Map<Integer, Moves> provinces) {
        Moves here = provinces.get(row.province());
        return here != null
                && mover(row).stream().anyMatch(mover -> !mover.obstacles(here).isEmpty());
    }

    private void finish(Reorganisation one, Moves moves) {
        int records = repository.of(one.id()).stream().mapToInt(Following::done).sum();
        if (one.status() == Status.CONFIRMED) {
            note("followed", one, Map.of("name", one.name(), "records", records));
            return;
        }
        boolean used = !tree.changedSince(one.id(), moves.made(), one.on()).isEmpty()
                || changers.orderedStream()
                        .anyMatch(each -> !each.obstacles(moves).isEmpty());
        if (used) {
            giveUp(one);
            return;
        }
        takeBack(moves);
        reorganisations.undone(one.id());
        note("undone", one, Map.of("name", one.name(), "reason", one.reason()));
    }

    /** Somebody has done something with the new units since undoing began: what went back follows again. */
    private void giveUp(Reorganisation one) {
        reorganisations.undoStopped(one.id(), clock.instant());
        repository.reopen(one.id());
        note("undoStopped", one, Map.of("name", one.name()));
    }

    private void note(String what, Reorganisation one, Map<String, ?> detail) {
        audit.record("unit.audit.reorganisation." + what, ReorganisationService.SUBJECT, one.id(), detail);
    }

    private void failed(Picked picked, RuntimeException why) {
        Reorganisation one = picked.one;
        Following row = picked.row;
        if (one == null || row == null) {
            return;
        }
        if (one.status() == Status.UNDOING && why instanceof DataIntegrityViolationException) {
            giveUp(one);
        } else {
            repository.failed(one.id(), row, clock.instant());
        }
    }

    private void whole(UUID id, Map<Integer, Moves> provinces, Following row, boolean undoing) {
        int records;
        do {
            records = some(id, provinces, row, undoing);
        } while (records > 0);
    }

    /** @return how many records moved; 0: nothing was left, which is noted */
    private int some(UUID id, Map<Integer, Moves> provinces, Following row, boolean undoing) {
        Moves here = provinces.get(row.province());
        int records = here == null
                ? 0
                : mover(row)
                        .map(mover -> undoing ? mover.undo(here, limit) : mover.follow(here, limit))
                        .orElse(0);
        if (records == 0) {
            repository.close(id, row);
        } else {
            repository.moved(id, row, undoing ? -records : records);
        }
        return records;
    }

    private Optional<MovesWithUnits> mover(Following row) {
        return movers.orderedStream()
                .filter(mover -> mover.records().equals(row.records()))
                .findFirst();
    }

    /** Province by province; within one in the order of the modules, backwards when undoing. */
    private Comparator<Following> order(boolean undoing) {
        List<String> records =
                movers.orderedStream().map(MovesWithUnits::records).toList();
        Comparator<Following> kinds = Comparator.comparingInt(row -> records.indexOf(row.records()));
        return Comparator.comparingInt(Following::province).thenComparing(undoing ? kinds.reversed() : kinds);
    }
}
