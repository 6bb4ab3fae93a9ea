package vn.toam.notice;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Slice;

/** What the reader's unit was told. Everybody reads the own unit's notices only, and only those about what the account may do there. */
@Service
public class Notices {

    private final NoticeRepository notices;
    private final Access access;
    private final Clock clock;

    Notices(NoticeRepository notices, Access access, Clock clock) {
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** How many the reader has not read. */
    @Transactional(readOnly = true)
    public int unread() {
        return notices.unread(access.me());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Notice> page(int number) {
        return notices.page(access.me(), number);
    }

    /** Marks it read and says where it leads. @throws NotFound when it was told to somebody else */
    @Transactional
    public String open(UUID id) {
        Me me = access.me();
        Notice notice = notices.find(me, id).orElseThrow(() -> new NotFound("notice " + id));
        notices.read(me, id, clock.instant());
        return notice.link();
    }

    @Transactional
    public void readAll() {
        notices.read(access.me(), null, clock.instant());
    }
}
