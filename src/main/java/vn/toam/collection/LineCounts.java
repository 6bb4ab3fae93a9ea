package vn.toam.collection;

import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.catalog.Counts.Counted;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.round.Round;
import vn.toam.round.Rounds;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.submission.Action;
import vn.toam.submission.Filling;
import vn.toam.submission.Submission;
import vn.toam.submission.Tallies;
import vn.toam.submission.Tally;

/**
 * Counts what registers and other modules keep into the lines of returns ({@link Counts}): for all of them soon after their round opened, and
 * again for one whenever somebody who may type opens it, until it is sent. Nothing is counted after that.
 */
@Component
class LineCounts {

    private static final Logger LOG = LoggerFactory.getLogger(LineCounts.class);

    private final ObjectProvider<Counts> counts;
    private final SubmissionRepository submissions;
    private final TallyRepository tallies;
    private final Rounds rounds;
    private final Catalog catalog;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LineCounts(
            ObjectProvider<Counts> counts,
            SubmissionRepository submissions,
            TallyRepository tallies,
            Rounds rounds,
            Catalog catalog,
            Access access,
            TransactionTemplate transaction,
            Clock clock) {
        this.counts = counts;
        this.submissions = submissions;
        this.tallies = tallies;
        this.rounds = rounds;
        this.catalog = catalog;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lines of a form that somebody counts. */
    private Set<String> lines(Form form) {
        Set<String> lines = new HashSet<>();
        counts.orderedStream().forEach(each -> lines.addAll(lines(form, each)));
        return lines;
    }

    private static Set<String> lines(Form form, Counts by) {
        return form.fields().stream()
                .filter(field -> field.type() != FieldType.TEXT && by.counts(field))
                .map(Field::id)
                .collect(Collectors.toSet());
    }

    /**
     * Counts for the returns of open rounds that were never counted, one transaction a round and province: what is done stays done whatever
     * happens then, and what is left is found the next time.
     */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT40S")
    void countOpened() {
        countOpened(rounds.open().stream()
                .filter(round ->
                        !lines(catalog.form(round.form(), round.formVersion())).isEmpty())
                .toList());
    }

    void countOpened(List<Round> of) {
        Map<UUID, Round> open = of.stream().collect(Collectors.toMap(Round::id, round -> round));
        long start = System.nanoTime();
        int returns = 0;
        for (TallyRepository.Part part : tallies.uncounted(open.keySet())) {
            Round round = open.get(part.round());
            try {
                if (round != null) {
                    count(round, part.province(), part.units());
                    returns += part.units().size();
                }
            } catch (RuntimeException e) {
                LOG.warn("Round {} not counted in province {}: {}", part.round(), part.province(), e.getMessage());
            }
        }
        if (returns > 0) {
            LOG.info("{} returns counted in {} ms", returns, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** Returns of a round that are still to be counted for the first time, in a place. */
    int uncounted(Round round, int province, int[] units) {
        Form form = catalog.form(round.form(), round.formVersion());
        return !round.open() || lines(form).isEmpty() ? 0 : tallies.uncounted(round.id(), province, units);
    }

    /**
     * Counts again for a return that the reader may type in; nothing happens for anybody else, or once it was sent.
     *
     * @param fill empty lines take what was counted
     */
    void count(UUID roundId, int unit, boolean fill) {
        Round round = rounds.find(roundId).orElse(null);
        Submission found = submissions.find(roundId, unit).orElse(null);
        if (round == null || found == null || !round.open() || !found.status().editable() || !types(found)) {
            return;
        }
        Form form = catalog.form(round.form(), round.formVersion());
        Map<String, Tally> now = tally(round, form, List.of(unit)).getOrDefault(unit, Map.of());
        if (Tallies.again(form, found, now, fill).changes()) {
            transaction.executeWithoutResult(
                    status -> keep(form, found.province(), round.id(), Map.of(unit, now), fill));
        }
    }

    private boolean types(Submission of) {
        return access.allows(FORM_ENTER, Subject.of(of.unit()))
                || access.allows(FORM_PROXY, Subject.of(of.unit())) && submissions.taken(of, Action.PROXY);
    }

    private void count(Round round, int province, List<Integer> units) {
        Form form = catalog.form(round.form(), round.formVersion());
        Map<Integer, Map<String, Tally>> now = tally(round, form, units);
        Map<Integer, Map<String, Tally>> all = new HashMap<>();
        units.forEach(unit -> all.put(unit, now.getOrDefault(unit, Map.of())));
        transaction.executeWithoutResult(status -> keep(form, province, round.id(), all, true));
    }

    /** Keeps what changes in those that nobody has sent meanwhile; they are locked, so that nothing typed at the same moment is lost. */
    private void keep(Form form, int province, UUID round, Map<Integer, Map<String, Tally>> now, boolean fill) {
        List<Tallies.Counted> changed = submissions.fillings(province, round, now.keySet(), true).stream()
                .map(Filling::submission)
                .filter(each -> each.status().editable())
                .map(each -> Tallies.again(form, each, now.getOrDefault(each.unit(), Map.of()), fill))
                .filter(Tallies.Counted::changes)
                .toList();
        if (!changed.isEmpty()) {
            tallies.keep(province, changed, clock.instant());
        }
    }

    private Map<Integer, Map<String, Tally>> tally(Round round, Form form, Collection<Integer> units) {
        Rounds.Window window = rounds.window(round);
        Map<Integer, Map<String, List<Counted>>> counted = new HashMap<>();
        counts.orderedStream().forEach(each -> {
            Set<String> own = lines(form, each);
            if (!own.isEmpty()) {
                each.of(units, own, window.first(), window.last())
                        .forEach(figure -> counted.computeIfAbsent(figure.unit(), any -> new TreeMap<>())
                                .computeIfAbsent(figure.line(), any -> new ArrayList<>())
                                .add(figure));
            }
        });
        Map<Integer, Map<String, Tally>> tallied = new HashMap<>();
        counted.forEach((unit, by) -> {
            Map<String, Tally> own = tallied.computeIfAbsent(unit, any -> new TreeMap<>());
            by.forEach(
                    (line, figures) -> own.put(line, Tally.of(form.field(line).orElseThrow(), figures)));
        });
        return tallied;
    }
}
