package vn.toam.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.catalog.Form;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;

/** Accepts everything that breaks no check at once: one transaction a province, so that the country does not wait for one long one. */
@Service
public class BulkAcceptance {

    /**
     * What waits in a place.
     *
     * @param clean breaks no check and was typed and sent by others: can be accepted together
     * @param odd breaks at least one, explained or not, or is the own work: to be looked at one by one
     */
    public record Waiting(int clean, int odd) {}

    private final SubmissionRepository submissions;
    private final LineageRepository places;
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
            LineageRepository places,
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
    public Waiting waiting(UUID roundId, int place) {
        access.require(Permission.FORM_REVIEW, place);
        Round round = collection.round(roundId);
        int clean = 0;
        int all = 0;
        for (List<Submission> province : mine(round, place).values()) {
            all += province.size();
            clean += clean(round, province).size();
        }
        return new Waiting(clean, all - clean);
    }

    /**
     * Accepts what breaks no check. What somebody else decided meanwhile is left alone.
     *
     * @return how many were accepted
     */
    public int accept(UUID roundId, int place, String key) {
        access.require(Permission.FORM_REVIEW, place);
        Round round = collection.round(roundId);
        int accepted = 0;
        for (Map.Entry<Integer, List<Submission>> each : mine(round, place).entrySet()) {
            Integer done = transaction.execute(status -> province(round, each.getKey(), each.getValue(), key));
            accepted += done == null ? 0 : done;
        }
        return accepted;
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
                () -> accepted[0] = submissions.acceptAll(province, seen, access.me(), key, now));
        audit.record(
                "collection.audit.ACCEPT_ALL", "round", round.id(), Map.of("province", province, "units", accepted[0]));
        return accepted[0];
    }

    /** Sent and not decided on, of receivers the reader acts for, by province. */
    private Map<Integer, List<Submission>> mine(Round round, int place) {
        Map<Integer, Boolean> receivers = new HashMap<>();
        return submissions.sent(round.id(), places.province(place), places.within(place)).stream()
                .filter(each -> receivers.computeIfAbsent(
                        each.receiver(), receiver -> access.allows(Permission.FORM_REVIEW, receiver)))
                .collect(Collectors.groupingBy(Submission::province, TreeMap::new, Collectors.toList()));
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
                    consolidation.zeros(form, before.getOrDefault(each.unit(), Map.of())));
            if (Figures.findings(form, each, context).isEmpty()) {
                clean.add(each);
            }
        }
        return clean;
    }
}
