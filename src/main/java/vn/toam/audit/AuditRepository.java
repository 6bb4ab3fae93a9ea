package vn.toam.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Me;

/** The trail's rows. Chaining and hashing happen in the database (see migration), where no writer can forget them. */
@Repository
class AuditRepository {

    /** Stands where an account's name would, when nobody is signed in. */
    private static final String SYSTEM = "–";

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Instant at, @Nullable Me who, String action, String kind, String id, Map<String, ?> detail) {
        jdbc.sql("""
                insert into audit.entry (at, account, account_name, agency, unit, action, subject_kind, subject_id, detail)
                values (:at, :account::uuid, :name, :agency::int, :unit::int, :action, :kind, :id, :detail::jsonb)
                """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("account", who == null ? null : who.account())
                .param("name", who == null ? SYSTEM : who.name())
                .param("agency", who == null ? null : who.agency())
                .param("unit", who == null ? null : who.unit())
                .param("action", action)
                .param("kind", kind)
                .param("id", id)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    List<Entry> of(String kind, String id, int limit) {
        return jdbc.sql("""
                select id, at, account, account_name, action, subject_kind, subject_id, detail
                from audit.entry where subject_kind = ? and subject_id = ? order by id desc limit ?
                """).params(kind, id, limit).query(this::entry).list();
    }

    List<Damage> damages() {
        return jdbc.sql("""
                with link as (
                    select chain, n, hash, audit.digest(e) as again, previous,
                           lag(hash, 1, sha256(chain::text::bytea)) over w as before,
                           lag(n, 1, 0::bigint) over w as n_before
                    from audit.entry e window w as (partition by chain order by n))
                select chain, n, case when again <> hash then 'CHANGED' else 'GAP' end as kind
                from link where again <> hash or previous <> before or n <> n_before + 1
                union all
                select coalesce(e.chain, h.chain), coalesce(h.n, e.n), 'CUT'
                from (select chain, max(n) as n from audit.entry group by chain) e
                full join (select * from audit.head where n > 0) h on h.chain = e.chain
                where h.n is distinct from e.n
                union all
                select e.chain, e.n, 'CHANGED'
                from audit.entry e join audit.head h on h.chain = e.chain and h.n = e.n and h.hash <> e.hash
                order by 1, 2 limit 100
                """)
                .query((row, i) -> new Damage(
                        row.getObject("chain", UUID.class),
                        row.getLong("n"),
                        Damage.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    String seal(Instant upTo) {
        return jdbc.sql("""
                select encode(sha256(convert_to(coalesce(string_agg(
                    chain || ' ' || n || ' ' || encode(hash, 'hex'), e'\\n' order by chain), ''), 'UTF8')), 'hex')
                from (select distinct on (chain) chain, n, hash from audit.entry where at <= ? order by chain, n desc) last
                """)
                .param(OffsetDateTime.ofInstant(upTo, ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    private Entry entry(ResultSet row, int i) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("account_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                json.readValue(row.getString("detail"), DETAIL));
    }
}
