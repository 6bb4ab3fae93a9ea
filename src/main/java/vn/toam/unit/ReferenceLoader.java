package vn.toam.unit;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the reference data of all modules once, right after the schema is there and before anybody asks for a unit. The content's hash is kept, so a
 * release with newer files loads again, in one transaction, and every other start does nothing.
 */
@Component("referenceLoader")
@DependsOnDatabaseInitialization
class ReferenceLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoader.class);

    private final ReferenceRepository repository;
    private final List<ReferenceFiles> files;
    private final TransactionTemplate transaction;

    ReferenceLoader(
            ReferenceRepository repository, ObjectProvider<ReferenceFiles> files, TransactionTemplate transaction) {
        this.repository = repository;
        this.files = files.orderedStream().toList();
        this.transaction = transaction;
    }

    @PostConstruct
    void load() throws IOException {
        String content = hash();
        long start = System.nanoTime();
        Boolean loaded = transaction.execute(status -> {
            boolean stale = !repository.holds(content);
            if (stale) {
                repository.load(files, content);
            }
            return stale;
        });
        if (Boolean.TRUE.equals(loaded)) {
            repository.analyze(files);
            LOG.info("administrative units and agencies loaded in {} ms", (System.nanoTime() - start) / 1_000_000);
        }
    }

    private String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ReferenceFiles each : files) {
                digest.update(each.script().getBytes(StandardCharsets.UTF_8));
                for (String file : new TreeSet<>(each.columns().keySet())) {
                    try (InputStream in = each.open(file)) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
