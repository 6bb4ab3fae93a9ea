package vn.toam.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.toam.shared.Busy;

/** Keeps passwords as Argon2id hashes (OWASP: 19 MiB, 2 passes). As many as there are processors are worked out at once: a rush cannot eat the memory. */
@Component
public class Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /** More than these do not wait: they are told to come again, and leave threads and processor to others. */
    public static final int WAITING = 60;

    private static final int KIBIBYTES_ONCE = 1_024;
    private static final int PASSES_ONCE = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Letters and digits that cannot be mistaken for one another on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);
    private final Argon2PasswordEncoder once =
            new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES_ONCE, PASSES_ONCE);
    public final Semaphore slots = new Semaphore(AT_ONCE);
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = nobodys();

    public String hash(String password) {
        return worked(() -> String.valueOf(encoder.encode(password)));
    }

    /** Of a password for one use: it is random, so that it need not cost much; five hundred are made at once. */
    public String hashOfOneTime(String password) {
        return String.valueOf(once.encode(password));
    }

    /** Takes the same time whether there is a hash or not, and of whichever kind: an answer's delay does not tell which accounts exist. */
    public boolean matches(String password, @Nullable String hash) {
        boolean cheap = hash != null && hash.contains("m=" + KIBIBYTES_ONCE + ",");
        return worked(() -> {
            boolean dear = encoder.matches(password, hash == null || cheap ? nobodys : hash) && hash != null;
            return cheap ? once.matches(password, hash) : dear;
        });
    }

    private <T> T worked(Supplier<T> work) {
        try {
            if (slots.getQueueLength() >= WAITING || !slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy("passwords");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("passwords");
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    /** A hash that no password has, of the shape and price of every other. */
    private String nobodys() {
        byte[] bytes = new byte[SALT + HASH];
        random.nextBytes(bytes);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        KIBIBYTES,
                        PASSES,
                        LANES,
                        text.encodeToString(Arrays.copyOf(bytes, SALT)),
                        text.encodeToString(Arrays.copyOfRange(bytes, SALT, SALT + HASH)));
    }

    /** A password for one use, easy to read out: four groups of four, about 79 bits. */
    public String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
