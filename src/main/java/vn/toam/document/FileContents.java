package vn.toam.document;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.NotFound;

/**
 * What is in files, by its SHA-256: the same bytes are kept once, whoever keeps them. A module that keeps a file refers to {@code
 * document.content} by a foreign key; bytes that no such key reaches are removed in the night after a day.
 */
@Component
public class FileContents {

    /** Long enough for a request that has put bytes and has yet to refer to them. */
    private static final Duration UNREACHED = Duration.ofDays(1);

    private final ContentRepository contents;
    private final Clock clock;

    FileContents(ContentRepository contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    /** Keeps bytes. @return their SHA-256, 64 hex digits */
    @Transactional(propagation = Propagation.MANDATORY)
    public String put(byte[] bytes) {
        String sha256 = Documents.sha256(bytes);
        contents.put(sha256, bytes, clock.instant());
        return sha256;
    }

    /** @throws NotFound when nothing is kept under it */
    @Transactional(readOnly = true)
    public byte[] get(String sha256) {
        return contents.get(sha256).orElseThrow(() -> new NotFound("content " + sha256));
    }

    /** Removes what nobody refers to any more. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    void forget() {
        contents.forget(clock.instant().minus(UNREACHED));
    }
}
