package vn.toam.jobs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.toam.shared.Numbers;

/**
 * Work that falls due at a moment. Whoever learns the moment says {@code due.at(moment, kind, key)} in its own transaction; when the moment has
 * come the {@link DueHandler} of that kind gets the key: once, on one of several servers, within about a minute. What fails is tried again after
 * pauses that grow and keeps nothing else from being done; what fell due while every server was off is done at the next start.
 *
 * <pre>{@code
 * due.at(paper.validTo().minusDays(30).atTime(7, 0), "register.expiry", paper.id().toString());
 *
 * @Component
 * class ExpiryNotices implements DueHandler {
 *     public String kind() { return "register.expiry"; }
 *     public void due(String key) { papers.find(UUID.fromString(key)).ifPresent(this::tell); }
 * }
 * }</pre>
 *
 * For things with a day or moment of their own. What looks at everything anyway (checks of the whole trail, of all sums) is a nightly job
 * ({@code @Scheduled}); letters have a queue of their own, because nobody holds a transaction while a mail server is spoken to. Decision 27.
 */
@Component
public class DueWork {

    /**
     * An item that failed and is tried again.
     *
     * @param failure of the last try, as it was thrown
     */
    public record Failing(String kind, String key, int tries, String failure, Instant next) {}

    private static final int SHOWN = 20;

    private final DueRepository items;

    DueWork(DueRepository items) {
        this.items = items;
    }

    /** The key falls due then; said again with another moment, only then. Part of the caller's transaction. */
    public void at(Instant moment, String kind, String key) {
        items.at(moment, kind, key);
    }

    /** As {@link #at(Instant, String, String)}, by the clocks of Viet Nam. */
    public void at(LocalDateTime moment, String kind, String key) {
        at(moment.atZone(Numbers.ZONE).toInstant(), kind, key);
    }

    /** As {@link #at(LocalDateTime, String, String)} for many keys, in one statement. */
    public void at(Map<String, LocalDateTime> moments, String kind) {
        Map<String, Instant> all = new LinkedHashMap<>();
        moments.forEach(
                (key, moment) -> all.put(key, moment.atZone(Numbers.ZONE).toInstant()));
        items.at(all, kind);
    }

    /** Many do not fall due any more. */
    public void drop(String kind, Collection<String> keys) {
        items.drop(kind, keys);
    }

    /** It does not fall due any more. */
    public void drop(String kind, String key) {
        items.drop(kind, key);
    }

    /** What failed and is tried again, most often tried first; some of it where it is much. */
    public List<Failing> failing(Collection<DueHandler> handlers) {
        return items.failing(handlers.stream().map(DueHandler::kind).toList(), SHOWN);
    }
}
