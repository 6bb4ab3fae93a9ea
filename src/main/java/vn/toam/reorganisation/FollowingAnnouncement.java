package vn.toam.reorganisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.web.Announcement;

/**
 * Says above every page that records are still on their way. Looks into the database when units have changed, since nothing follows
 * otherwise, and every few seconds while something does.
 */
@Component
@DependsOn("referenceLoader")
class FollowingAnnouncement implements Announcement {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** What was known at one count of changes of units. @param named the reorganisation whose records follow; null: none */
    private record Known(long version, Instant at, @Nullable String named) {}

    private final ReorganisationRepository repository;
    private final Geographies geographies;
    private final Words words;
    private final Clock clock;
    private volatile @Nullable Known known;

    FollowingAnnouncement(ReorganisationRepository repository, Geographies geographies, Words words, Clock clock) {
        this.repository = repository;
        this.geographies = geographies;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<Text> now() {
        long version = geographies.now().version();
        Instant now = clock.instant();
        Known last = known;
        if (last == null
                || last.version() != version
                || last.named() != null && now.isAfter(last.at().plus(AGAIN))) {
            last = new Known(
                    version, now, repository.active().map(Reorganisation::name).orElse(null));
            known = last;
        }
        return Optional.ofNullable(last.named()).map(name -> words.text("reorganisation.following.everywhere", name));
    }
}
