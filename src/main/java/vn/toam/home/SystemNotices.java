package vn.toam.home;

import static vn.toam.audit.AuditPermissions.AUDIT_READ;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.audit.TrailCheck;
import vn.toam.indicator.SelfCheck;
import vn.toam.notice.Notifier;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Tells administrators of the whole installation what its own checks found. */
@Component
class SystemNotices {

    private final Notifier notifier;
    private final Words words;

    SystemNotices(Notifier notifier, Words words) {
        this.notifier = notifier;
        this.words = words;
    }

    @EventListener
    void on(SelfCheck.Differed differed) {
        tell(words.text("coordination.check.differed", differed.differences()));
    }

    @EventListener
    void on(TrailCheck.Damaged damaged) {
        tell(words.text("coordination.trail.damaged", damaged.faults()));
    }

    private void tell(Text text) {
        notifier.tell(List.of(UnitService.COUNTRY), AUDIT_READ, text, "/system");
    }
}
