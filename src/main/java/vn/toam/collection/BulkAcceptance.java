package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.definition.Form;
import vn.toam.geography.Origin;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.submission.Figures;
import vn.toam.submission.Submission;
import vn.toam.unit.Geographies;

/**
 * Accepts everything that breaks no check at once: one transaction a province, so that the country does not wait for one long one. Checks
 * compare with other returns and other years, so they are read when somebody accepts and never before: until then only the number of
 * returns that wait is known, and only that is said.
 */
@Service
public class BulkAcceptance {

    /**
     * What became of the returns that waited.
     *
     * @param accepted broke no check and were typed and sent by others
     * @param left break at least one, explained or not, are the own work, or were changed meanwhile: to be looked at one by one
     */
    public record Outcome(int accepted, int left) {}

    private final SubmissionRepository submissions;
    private final BulkRepository bulk;
    private final Geographies places;
    private final LastYear lastYear;
    private final CollectionService collection;
    private final Consolidation consolidation;
    private final FourEyes eyes;
    private final Counting counting;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkAcceptance(
            SubmissionRepository submissions,
            BulkRepository bulk,
            Geographies places,
            LastYear lastYear,
            CollectionService collection,
            Consolidation consolidation,
            FourEyes eyes,
            Counting counting,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.submissions = submissions;
        this.bulk = bulk;
        this.places = places;
        this.lastYear = lastYear;
        this.collection = collection;
        this.consolidation = consolidation;
        this.eyes = eyes;
        this.counting = counting;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many wait for the reader in a place. */
    @Transactional(readOnly = true)
    public int waiting(UUID roundId, int place) {
        access.require(FORM_REVIEW, Subject.of(place));
        return mine(collection.round(roundId), place).stream()
                .mapToInt(BulkRepository.Waiting::returns)
                .sum();
    }

    /** Accepts what breaks no check. What somebody else decided meanwhile is left alone. */
    public Outcome accept(UUID roundId, int place, String key) {
        access.require(FORM_REVIEW, Subject.of(place));
        Round round = collection.round(roundId);
        Map<Integer, List<Integer>> receivers = mine(round, place).stream()
                .collect(Collectors.groupingBy(
                        BulkRepository.Waiting::province,
                        TreeMap::new,
                        Collectors.mapping(BulkRepository.Waiting::receiver, Collectors.toList())));
        int[] units = places.madeOf(place, Origin.MAIN);
        int accepted = 0;
        int waited = 0;
        for (Map.Entry<Integer, List<Integer>> each : receivers.entrySet()) {
            List<Submission> waiting = bulk.sent(round.id(), each.getKey(), units, each.getValue());
            Integer done = transaction.execute(status -> province(round, each.getKey(), waiting, key));
            accepted += done == null ? 0 : done;
            waited += waiting.size();
        }
        return new Outcome(accepted, waited - accepted);
    }

    private int province(Round round, int province, List<Submission> waiting, String key) {
        List<Submission> clean = clean(round, waiting);
        if (clean.isEmpty()) {
            return 0;
        }
        Map<UUID, Integer> seen = clean.stream().collect(Collectors.toMap(Submission::id, Submission::version));
        List<Integer> units = clean.stream().map(Submission::unit).toList();
        int[] accepted = new int[1];
        Instant now = clock.instant();
        counting.around(
                province,
                round.year(),
                units,
                () -> accepted[0] = bulk.acceptAll(province, seen, access.me(), key, now));
        audit.record(
                "collection.audit.ACCEPT_ALL", "round", round.id(), Map.of("province", province, "units", accepted[0]));
        return accepted[0];
    }

    /** What waits for receivers that the reader acts for. */
    private List<BulkRepository.Waiting> mine(Round round, int place) {
        return bulk.waiting(round.id(), places.province(place), places.madeOf(place, Origin.MAIN)).stream()
                .filter(each -> access.allows(FORM_REVIEW, Subject.of(each.receiver())))
                .toList();
    }

    private List<Submission> clean(Round round, List<Submission> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        Form form = collection.form(round);
        Map<Integer, Map<String, BigDecimal>> known =
                submissions.known(round, of.getFirst().province(), of);
        Map<Integer, Map<String, BigDecimal>> before =
                lastYear.of(round, of.stream().map(Submission::unit).toList());
        List<Submission> clean = new ArrayList<>();
        for (Submission each : eyes.others(of.getFirst().province(), of)) {
            Figures.Context context = new Figures.Context(
                    known.getOrDefault(each.unit(), Map.of()),
                    before.getOrDefault(each.unit(), Map.of()),
                    Map.of(),
                    consolidation.below(form, each),
                    consolidation.asked(form, each, before.getOrDefault(each.unit(), Map.of())));
            if (Figures.findings(form, each, context).isEmpty()) {
                clean.add(each);
            }
        }
        return clean;
    }
}
