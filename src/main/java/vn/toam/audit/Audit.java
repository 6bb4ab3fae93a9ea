package vn.toam.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Slice;

/**
 * Writes and reads the trail. Each account has a hash chain of its own, so that only writers of the same account wait for each other.
 * What it proves: nobody changed, inserted or removed an entry without also rewriting the rest of that account's chain; a
 * {@link #seal} noted outside the system shows even that.
 */
@Service
public class Audit {

    private final AuditRepository entries;
    private final ObjectProvider<Access> access;
    private final Clock clock;

    Audit(AuditRepository entries, ObjectProvider<Access> access, Clock clock) {
        this.entries = entries;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Notes that the account asking did this; part of the running transaction, so that neither change nor entry exists alone.
     *
     * @param action message key {@code <module>.audit.<verb>} of the sentence told in timelines
     * @param subjectKind kind of the thing, {@code plan}
     * @param subjectId its id, written with {@code toString}
     * @param detail plain values worth keeping; never a password, never a person's case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectKind, Object subjectId, Map<String, ?> detail) {
        recordFor(asking(), action, subjectKind, subjectId, detail);
    }

    /** As {@link #record}, for somebody who is not (yet) signed in; null: the system itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordFor(
            @Nullable Me who, String action, String subjectKind, Object subjectId, Map<String, ?> detail) {
        entries.add(clock.instant(), who, action, subjectKind, String.valueOf(subjectId), detail);
    }

    /** What happened to one thing, newest first, at most {@code limit} entries. The caller has checked who may see the thing. */
    @Transactional(readOnly = true)
    public List<Entry> timeline(String subjectKind, Object subjectId, int limit) {
        return entries.of(subjectKind, String.valueOf(subjectId), limit);
    }

    /** Entries of the trail, newest first. The caller has checked who may read them. @param number page, from 1 */
    @Transactional(readOnly = true)
    public Slice<Entry> page(Wanted wanted, int number) {
        return entries.page(wanted, number);
    }

    /** Reads every chain again. Empty: the trail is whole. At most 100 damages. */
    @Transactional(readOnly = true)
    public List<Damage> verify() {
        return entries.damages();
    }

    /**
     * A fingerprint (64 hex digits) of everything written up to a past moment; the same for ever while the trail is whole. Print it with a
     * report: whoever rewrites history later cannot reproduce it.
     */
    @Transactional(readOnly = true)
    public String seal(Instant upTo) {
        return entries.seal(upTo);
    }

    private @Nullable Me asking() {
        try {
            return access.getObject().me();
        } catch (NotAllowed nobody) {
            return null;
        }
    }
}
