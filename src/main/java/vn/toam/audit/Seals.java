package vn.toam.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.toam.shared.Settings;

/**
 * Fingerprints of the trail, kept outside the database with a key that is not there either: whoever owns the database can rewrite entries and
 * chains, but neither the seals nor one that fits. Each seal carries the one before, so that none can be taken out.
 */
@Component
class Seals {

    /** A seal as kept: up to when, over how many entries. */
    record Seal(Instant upTo, long entries, String fingerprint, String mac) {

        String line() {
            return upTo + " " + entries + " " + fingerprint + " " + mac;
        }
    }

    private static final String PRIVATE = "rw-------";

    private final Path key;
    private final Path file;

    Seals(Settings settings, @Value("${toam.audit-key:}") String key, @Value("${toam.audit-seals:}") String seals) {
        this.key = key.isBlank() ? settings.data().resolve("audit-key") : Path.of(key);
        this.file = seals.isBlank() ? settings.data().resolve("audit-seals") : Path.of(seals);
    }

    /** The newest; empty when there is none. */
    Optional<Seal> newest() {
        List<Seal> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    int count() {
        return all().size();
    }

    /** True when every seal was made with the key and none between is missing. */
    boolean whole() {
        String before = "";
        for (Seal seal : all()) {
            if (!MessageDigest.isEqual(
                    seal.mac().getBytes(StandardCharsets.UTF_8),
                    mac(before, seal.upTo(), seal.entries(), seal.fingerprint()).getBytes(StandardCharsets.UTF_8))) {
                return false;
            }
            before = seal.mac();
        }
        return true;
    }

    synchronized void add(Instant upTo, long entries, String fingerprint) {
        String before = newest().map(Seal::mac).orElse("");
        Seal seal = new Seal(upTo, entries, fingerprint, mac(before, upTo, entries, fingerprint));
        try {
            make(file);
            Files.writeString(file, seal.line() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Seal> all() {
        try {
            return !Files.exists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(Seals::read)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seal read(String line) {
        String[] part = line.split(" ");
        return part.length == 4 && part[1].matches("\\d{1,18}")
                ? new Seal(Instant.parse(part[0]), Long.parseLong(part[1]), part[2], part[3])
                : new Seal(Instant.EPOCH, 0, "", "damaged");
    }

    private String mac(String before, Instant upTo, long entries, String fingerprint) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            String sealed = before + "|" + upTo + "|" + entries + "|" + fingerprint;
            return HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] key() {
        try {
            if (!Files.exists(key) || Files.size(key) == 0) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                make(key);
                Files.writeString(key, HexFormat.of().formatHex(random));
            }
            return HexFormat.of().parseHex(Files.readString(key).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        }
    }
}
