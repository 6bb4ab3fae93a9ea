package vn.toam.collection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.submission.Submission;

/**
 * Nobody checks, approves or accepts what he typed or sent: somebody else looks. A unit that has one person alone says so once; what that
 * person then decides about the own work is noted in the trail.
 */
@Component
class FourEyes {

    private final HandRepository hands;
    private final Access access;
    private final Audit audit;

    FourEyes(HandRepository hands, Access access, Audit audit) {
        this.hands = hands;
        this.access = access;
        this.audit = audit;
    }

    /** The asker typed into it, or sent it. Part of the caller's transaction. */
    void touched(Submission submission) {
        touched(submission.province(), List.of(submission.id()));
    }

    void touched(int province, Collection<UUID> submissions) {
        hands.add(province, submissions, access.me().account());
    }

    /** @param unit whose decision it is; @throws Rejected when the asker typed or sent it, unless the unit has one person alone */
    void require(Submission submission, int unit) {
        UUID me = access.me().account();
        if (hands.of(submission.province(), List.of(submission.id()), me).isEmpty()) {
            return;
        }
        if (!hands.alone(unit)) {
            throw Rejected.because("collection.problem.ownWork");
        }
        audit.record(
                "collection.audit.alone",
                CollectionService.SUBJECT,
                submission.round() + "/" + submission.unit(),
                Map.of());
    }

    /** Those of the returns of a province that somebody else typed and sent. */
    List<Submission> others(int province, List<Submission> of) {
        Set<UUID> own = hands.of(
                province, of.stream().map(Submission::id).toList(), access.me().account());
        return of.stream().filter(each -> !own.contains(each.id())).toList();
    }
}
