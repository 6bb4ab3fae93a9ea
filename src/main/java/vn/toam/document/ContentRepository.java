package vn.toam.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bytes of files, each once. */
@Repository
class ContentRepository {

    private final JdbcClient db;

    ContentRepository(JdbcClient db) {
        this.db = db;
    }

    /** Bytes that are there already are put anew: whoever removes the forgotten ones at this moment lets them be. */
    void put(String sha256, byte[] bytes, Instant at) {
        int known = db.sql("update document.content set at = ? where sha256 = ?")
                .params(Timestamp.from(at), sha256)
                .update();
        if (known == 0) {
            db.sql("""
                            insert into document.content (sha256, size, bytes, at) values (?, ?, ?, ?)
                            on conflict (sha256) do update set at = excluded.at""").params(sha256, bytes.length, bytes, Timestamp.from(at)).update();
        }
    }

    Optional<byte[]> get(String sha256) {
        return db.sql("select bytes from document.content where sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .optional();
    }

    /** Removes what no foreign key reaches and nobody put since {@code before}. */
    int forget(Instant before) {
        return db.sql("select document.forget_content(?)")
                .param(Timestamp.from(before))
                .query(Integer.class)
                .single();
    }
}
