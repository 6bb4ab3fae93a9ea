package vn.toam.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Me;
import vn.toam.shared.Slice;

/** The trail's rows. Chaining and hashing happen in the database (see migration), where no writer can forget them. */
@Repository
class AuditRepository {

    /** Stands where an account's name would, when nobody is signed in. */
    private static final String SYSTEM = "–";

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private static final int PAGE = 50;

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

    Slice<Entry> page(Wanted wanted, int number) {
        int total = wanted("select count(*) ", wanted, "").query(Integer.class).single();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        List<Entry> entries = wanted(
                        "select id, at, account, account_name, action, subject_kind, subject_id, detail ",
                        wanted,
                        wanted.order() + " limit " + PAGE + " offset " + (page - 1) * PAGE)
                .query(this::entry)
                .list();
        return new Slice<>(entries, page, PAGE, total);
    }

    private JdbcClient.StatementSpec wanted(String what, Wanted wanted, String order) {
        Set<Integer> units = wanted.units();
        return jdbc.sql(what + """
                from audit.entry
                where (:name = '' or position(lower(:name) in lower(account_name)) > 0)
                  and (:kind = '' or subject_kind = :kind) and (:id = '' or subject_id = :id)
                  and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
                  and (:anywhere or unit = any(:units))
                """ + order)
                .param("name", wanted.name().strip())
                .param("kind", wanted.kind())
                .param("id", wanted.id())
                .param("from", moment(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", moment(wanted.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("anywhere", units == null)
                .param("units", units == null ? new Integer[0] : units.toArray(Integer[]::new));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
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

    /** Makes the parts of the trail for a day's month and those that follow; what is there already stays. */
    int makeMonths(LocalDate day, int ahead) {
        return jdbc.sql("select audit.make_months(?, ?)")
                .params(day, ahead)
                .query(Integer.class)
                .single();
    }

    /** How many entries there are up to a moment. */
    long count(Instant upTo) {
        return jdbc.sql("select count(*) from audit.entry where at <= ?")
                .param(OffsetDateTime.ofInstant(upTo, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** How many seals there were, as the checks of this subject noted. */
    int seals(String kind, String id) {
        return jdbc.sql("""
                select coalesce(max((detail ->> 'seals')::int), 0) from audit.entry
                where subject_kind = ? and subject_id = ? and action = 'audit.audit.checked'
                """).params(kind, id).query(Integer.class).single();
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
