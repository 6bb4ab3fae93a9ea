package vn.toam.drafting;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.document.Documents;
import vn.toam.paper.UnreadableFile;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.reader.PlanDraft;
import vn.toam.reader.ReadingQueue;
import vn.toam.reader.Recognition;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;

/**
 * From a paper to a draft. The paper is read first, beside the request and outside any transaction; nothing is created. A reading that does
 * not look like a plan, or looks like one that is here already, waits until its sender says to go on.
 */
@Service
public class PlanUploads {

    /** Texts read at once, and texts that may wait for it: whatever comes, most threads stay free for other pages. */
    static final int AT_ONCE = 2;

    static final int WAITING = 8;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Readings that wait for their senders' word, and the characters and bytes they may hold in all; the oldest go first. */
    private static final int HELD = 20;

    private static final long HELD_SIZE = 60_000_000;

    /**
     * A paper that was read.
     *
     * @param bytes the file; null when the text was pasted
     * @param twins plans here that this one looks like
     */
    public record Reading(
            UUID token,
            UUID account,
            ReadingQueue.Reading read,
            String fileName,
            byte @Nullable [] bytes,
            List<Twin> twins) {

        /** What kind of document it looks like. */
        public Recognition kind() {
            return draft().kind();
        }

        PlanDraft draft() {
            return read.draft();
        }

        /** True when its sender has to say whether it is meant so. */
        public boolean asks() {
            return !twins.isEmpty() || !draft().kind().plan();
        }

        private long size() {
            return read.source().text().length() + (bytes == null ? 0L : bytes.length);
        }
    }

    /** A plan that is here already. @param sameText of the same words or file; else of the same number, issuer and year */
    public record Twin(Plan plan, boolean sameText) {}

    private final ReadingQueue queue = new ReadingQueue(AT_ONCE, WAITING, LONGEST);
    private final Deque<Reading> held = new ArrayDeque<>();
    private final PlanService plans;
    private final Documents documents;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    PlanUploads(PlanService plans, Documents documents, Catalog catalog, Access access, Audit audit, Clock clock) {
        this.plans = plans;
        this.documents = documents;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads a file. @throws Rejected with a message for the sender when it cannot be read, or not now */
    public Reading file(String name, byte[] bytes) {
        Me me = mayDraft();
        try {
            return told(me, queue.file(name, bytes), name, bytes);
        } catch (UnreadableFile unreadable) {
            throw Rejected.field("file", unreadable.reason().messageKey());
        } catch (ReadingQueue.Full full) {
            throw Rejected.field("file", "drafting.new.busy");
        }
    }

    /** Reads text that was pasted. @throws Rejected with a message for the sender when it cannot be read, or not now */
    public Reading pasted(String text) {
        Me me = mayDraft();
        if (text.isBlank()) {
            throw Rejected.field("file", "drafting.new.nothing");
        }
        try {
            return told(me, queue.pasted(text), "", null);
        } catch (UnreadableFile unreadable) {
            throw Rejected.field("text", unreadable.reason().messageKey());
        } catch (ReadingQueue.Full full) {
            throw Rejected.field("text", "drafting.new.busy");
        }
    }

    /** The reading of the account asking that waits for its word; empty when it has waited too long. */
    public Optional<Reading> waiting(UUID token) {
        Me me = mayDraft();
        synchronized (held) {
            return held.stream()
                    .filter(r -> r.token().equals(token) && r.account().equals(me.account()))
                    .findFirst();
        }
    }

    /**
     * Makes a draft of one's own unit of what was read.
     *
     * @param another its sender says that it is none of the plans it looks like
     * @throws Rejected when there are such plans and it is not said
     */
    @Transactional
    public UUID keep(Reading reading, boolean another) {
        Me me = mayDraft();
        if (!another && !twins(reading.read(), reading.bytes()).isEmpty()) {
            throw Rejected.field("another", "drafting.asked.another.missing");
        }
        String text = reading.read().source().text();
        Plan plan =
                DraftPlan.of(reading.draft(), reading.read().source(), me.unit(), LocalDate.now(clock), documents::add);
        documents.keepText(plan.paper(), text);
        UUID id = plans.keep(plan, DraftFindings.of(reading.draft(), text, catalog));
        if (reading.bytes() != null) {
            documents.attach(plan.paper(), reading.fileName(), reading.bytes());
        }
        audit.record(
                "plan.audit.read",
                "plan",
                id,
                Map.of(
                        "title", plan.name().vi(),
                        "kind", reading.draft().kind().kind().name(),
                        "another", another));
        synchronized (held) {
            held.remove(reading);
        }
        return id;
    }

    private Me mayDraft() {
        Me me = access.require(PLAN_DRAFT);
        access.require(PLAN_DRAFT, Subject.of(me.unit()));
        return me;
    }

    private Reading told(Me me, ReadingQueue.Reading read, String name, byte @Nullable [] bytes) {
        Reading reading = new Reading(UUID.randomUUID(), me.account(), read, name, bytes, twins(read, bytes));
        if (reading.asks()) {
            hold(reading);
        }
        return reading;
    }

    private void hold(Reading reading) {
        synchronized (held) {
            held.addLast(reading);
            while (held.size() > 1
                    && (held.size() > HELD
                            || held.stream().mapToLong(Reading::size).sum() > HELD_SIZE)) {
                held.removeFirst();
            }
        }
    }

    /** Plans that hold the same words, came as the same file, or bear the same number of the same issuer and year, as far as one may see. */
    private List<Twin> twins(ReadingQueue.Reading read, byte @Nullable [] bytes) {
        List<Twin> twins = new ArrayList<>();
        String hash = bytes == null ? "" : Documents.sha256(bytes);
        plans.ofPapers(documents.same(read.source().text(), hash)).forEach(plan -> twins.add(new Twin(plan, true)));
        PlanDraft.Header header = read.draft().header();
        Optional<LocalDate> issued = DraftFindings.day(header.date().value());
        if (header.number().value() != null && header.issuer().value() != null && issued.isPresent()) {
            plans
                    .numbered(
                            header.number().value(),
                            header.issuer().value(),
                            issued.get().getYear())
                    .stream()
                    .filter(plan -> twins.stream()
                            .noneMatch(t -> Objects.equals(t.plan().id(), plan.id())))
                    .forEach(plan -> twins.add(new Twin(plan, false)));
        }
        return List.copyOf(twins);
    }

    @PreDestroy
    void end() {
        queue.close();
    }
}
