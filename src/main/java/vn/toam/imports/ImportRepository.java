package vn.toam.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.Tallies;

/** Imports, and how each sender's tables are read. Every change names the state it expects: whoever comes second changes nothing. */
@Repository
class ImportRepository {

    private static final int RECENT = 10;

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Import made) {
        jdbc.sql("""
                insert into imports.import (id, account, sender, kind, key, file_name, status, created_at, changed_at)
                values (:id, :account, :sender, :kind, :key, :file, :status, :at, :at)
                """)
                .param("id", made.id())
                .param("account", made.account())
                .param("sender", made.sender())
                .param("kind", made.kind())
                .param("key", made.key())
                .param("file", made.fileName())
                .param("status", made.status().name())
                .param("at", Timestamp.from(made.createdAt()))
                .update();
    }

    Optional<Import> find(UUID id) {
        return jdbc.sql("select * from imports.import where id = ?")
                .param(id)
                .query(ImportRepository::made)
                .optional();
    }

    /** The last ones of an account that bring something into this kind, newest first. @param key into this one; blank: into any */
    List<Import> recent(UUID account, String kind, String key) {
        return jdbc.sql("""
                select * from imports.import
                where account = :account and kind = :kind and :key in ('', key) order by created_at desc limit
                """ + RECENT)
                .param("account", account)
                .param("kind", kind)
                .param("key", key)
                .query(ImportRepository::made)
                .list();
    }

    /** How far the work is. False: it was cancelled. */
    boolean progress(UUID id, Import.Status status, int done, int total, Instant now) {
        return jdbc.sql("update imports.import set done = ?, total = ?, changed_at = ? where id = ? and status = ?")
                        .params(done, total, Timestamp.from(now), id, status.name())
                        .update()
                > 0;
    }

    /** To the next state. False: it was in none of {@code from}, or is gone. */
    boolean move(UUID id, List<Import.Status> from, Import.Status to, Instant now) {
        return jdbc.sql("""
                update imports.import set status = :to, done = 0, total = 0, changed_at = :now
                where id = :id and status = any(:from)
                """)
                        .param("to", to.name())
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                > 0;
    }

    void map(UUID id, Mapping mapping, @Nullable String signature) {
        jdbc.sql("""
                update imports.import set mapping = :mapping::jsonb, signature = coalesce(:signature, signature) where id = :id
                """)
                .param("mapping", Json.write(mapping))
                .param("signature", signature)
                .param("id", id)
                .update();
    }

    /** What of the file is not read. */
    void read(UUID id, List<Fault> left) {
        jdbc.sql("update imports.import set left_out = ?::jsonb where id = ?")
                .params(Json.write(left), id)
                .update();
    }

    /** What of its rows is not taken, and the sums of its columns. */
    void compared(UUID id, List<Fault> untaken, List<Tallies.Tally> sums) {
        jdbc.sql("update imports.import set untaken = ?::jsonb, sums = ?::jsonb where id = ?")
                .params(Json.write(untaken), Json.write(sums), id)
                .update();
    }

    /** The end, with what came of it; its rows go, but not what can be taken back. False: it was cancelled meanwhile. */
    boolean finish(UUID id, Import.Status from, Import.Status to, Outcome outcome, Instant now) {
        boolean there = jdbc.sql("""
                update imports.import set status = :to, outcome = :outcome::jsonb, changed_at = :now
                where id = :id and status = :from
                """)
                        .param("to", to.name())
                        .param("outcome", Json.write(outcome))
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                > 0;
        jdbc.sql("delete from imports.line where import = ?").param(id).update();
        jdbc.sql("delete from imports.entry where import = ? and (status not in ('NEW', 'CHANGED') or not ?)")
                .params(id, to == Import.Status.DONE)
                .update();
        return there;
    }

    /** Takes it away with all its rows. False: it was already saved, or is gone. */
    boolean delete(UUID id) {
        return jdbc.sql("delete from imports.import where id = ? and status not in ('DONE', 'UNDOING', 'UNDONE')")
                        .param(id)
                        .update()
                > 0;
    }

    /** Takes it away when it was received at that moment or before. */
    void forget(UUID id, Instant then) {
        jdbc.sql("delete from imports.import where id = ? and created_at <= ?")
                .params(id, Timestamp.from(then))
                .update();
    }

    /** When each was received. */
    Map<UUID, Instant> all() {
        Map<UUID, Instant> all = new HashMap<>();
        jdbc.sql("select id, created_at from imports.import").query(row -> {
            all.put(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("created_at").toInstant());
        });
        return all;
    }

    /** How a sender's table with these headings was read the last time. @param target kind and what it remembers by */
    Optional<Mapping> remembered(int sender, String target, String signature) {
        return jdbc.sql("select mapping from imports.mapping where sender = ? and target = ? and signature = ?")
                .params(sender, target, signature)
                .query((row, n) -> Json.read(row.getString("mapping"), Mapping.class))
                .optional();
    }

    void remember(int sender, String target, String signature, Mapping mapping, Instant now) {
        jdbc.sql("""
                insert into imports.mapping (sender, target, signature, mapping, changed_at)
                values (:sender, :target, :signature, :mapping::jsonb, :now)
                on conflict (sender, target, signature) do update set mapping = excluded.mapping, changed_at = excluded.changed_at
                """)
                .param("sender", sender)
                .param("target", target)
                .param("signature", signature)
                .param("mapping", Json.write(mapping))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Import made(ResultSet row, int number) throws SQLException {
        String mapping = row.getString("mapping");
        String outcome = row.getString("outcome");
        List<Fault> left = new ArrayList<>(Json.list(row.getString("left_out"), Fault.class));
        left.addAll(Json.list(row.getString("untaken"), Fault.class));
        return new Import(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getInt("sender"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("file_name"),
                Import.Status.valueOf(row.getString("status")),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("signature"),
                mapping == null ? null : Json.read(mapping, Mapping.class),
                outcome == null ? null : Json.read(outcome, Outcome.class),
                left,
                Json.list(row.getString("sums"), Tallies.Tally.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
