package vn.toam.discussion;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.notice.Notifier;
import vn.toam.round.Round;
import vn.toam.round.RoundMessages;
import vn.toam.unit.UnitService;

/** The other side of a return is told what was written there. */
@Component
class DiscussionNotices {

    private final Notifier notifier;
    private final RoundMessages messages;
    private final UnitService units;

    DiscussionNotices(Notifier notifier, RoundMessages messages, UnitService units) {
        this.notifier = notifier;
        this.messages = messages;
        this.units = units;
    }

    @EventListener
    void on(Discussions.Said said) {
        Round round = said.round();
        String name = units.find(said.unit(), round.geography()).fullName().vi();
        notifier.tell(
                List.of(said.own() ? said.receiver() : said.unit()),
                said.own() ? FORM_REVIEW : FORM_ENTER,
                messages.text(
                        said.own() ? "coordination.said.below" : "coordination.said.above", round, said.text(), name),
                "/discussions/" + round.id() + "/" + said.unit());
    }
}
