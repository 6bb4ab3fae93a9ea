package vn.toam.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;

/** Requests that wait for a second administrator. */
@Repository
class RequestRepository {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks; the same asked before is asked anew. */
    void ask(Request.Kind kind, UUID account, @Nullable Grant grant, Me who, Instant now, Instant until) {
        jdbc.sql("""
                insert into access.request (kind, account, role, unit, agency, asked_by, asked_name, asked_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, account, role, unit, agency) do update
                set asked_by = excluded.asked_by, asked_name = excluded.asked_name, asked_at = excluded.asked_at, expires_at = excluded.expires_at
                """)
                .params(
                        kind.name(),
                        account,
                        grant == null ? "" : grant.role(),
                        grant == null ? 0 : grant.unit(),
                        grant == null ? 0 : grant.agency(),
                        who.account(),
                        who.name(),
                        now.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody else decides it until the transaction ends. */
    Optional<Request> take(UUID id, Instant now) {
        return jdbc.sql("select * from access.request where id = ? and expires_at > ? for update")
                .params(id, now.atOffset(ZoneOffset.UTC))
                .query(RequestRepository::request)
                .optional();
    }

    /** That wait, the oldest first. */
    List<Request> open(Instant now) {
        return jdbc.sql("select * from access.request where expires_at > ? order by asked_at limit " + MOST)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(RequestRepository::request)
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from access.request where id = ?").param(id).update();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new Request(
                row.getObject("id", UUID.class),
                Request.Kind.valueOf(row.getString("kind")),
                row.getObject("account", UUID.class),
                role.isEmpty() ? null : new Grant(role, row.getInt("unit"), row.getInt("agency")),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
