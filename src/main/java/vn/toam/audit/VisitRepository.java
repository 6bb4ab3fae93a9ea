package vn.toam.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Slice;

/** Who read what; many at once. */
@Repository
class VisitRepository {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    VisitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Visit> visits) {
        jdbc.sql("""
                insert into audit.visit (at, kind, account, account_name, unit, address, method, path, status)
                select * from unnest(:at::timestamptz[], :kind::text[], :account::uuid[], :name::text[], :unit::int[],
                    :address::text[], :method::text[], :path::text[], :status::int[])
                """)
                .param("at", array(visits, visit -> visit.at().toString()))
                .param("kind", array(visits, visit -> visit.kind().name()))
                .param("account", visits.stream().map(Visit::account).toArray(UUID[]::new))
                .param("name", array(visits, Visit::accountName))
                .param("unit", visits.stream().map(Visit::unit).toArray(Integer[]::new))
                .param("address", array(visits, Visit::address))
                .param("method", array(visits, Visit::method))
                .param("path", array(visits, Visit::path))
                .param("status", visits.stream().map(Visit::status).toArray(Integer[]::new))
                .update();
    }

    private static String[] array(List<Visit> visits, java.util.function.Function<Visit, String> of) {
        return visits.stream().map(of).toArray(String[]::new);
    }

    /** Newest first. @param wanted its kind: kind of visit; its id: an address */
    Slice<Visit> page(Wanted wanted, int number) {
        int total = wanted("select count(*) ", wanted, "").query(Integer.class).single();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        List<Visit> visits = wanted(
                        "select * ", wanted, wanted.order() + " limit " + PAGE + " offset " + (page - 1) * PAGE)
                .query((row, i) -> new Visit(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Visit.Kind.valueOf(row.getString("kind")),
                        row.getObject("account", UUID.class),
                        row.getString("account_name"),
                        row.getObject("unit", Integer.class),
                        row.getString("address"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getInt("status")))
                .list();
        return new Slice<>(visits, page, PAGE, total);
    }

    private JdbcClient.StatementSpec wanted(String what, Wanted wanted, String order) {
        Integer[] units =
                wanted.units() == null ? new Integer[0] : wanted.units().toArray(Integer[]::new);
        return jdbc.sql(what + """
                from audit.visit
                where (:name = '' or position(lower(:name) in lower(account_name)) > 0)
                  and (:kind = '' or kind = :kind) and (:address = '' or address = :address)
                  and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
                  and (:anywhere or unit = any(:units))
                """ + order)
                .param("name", wanted.name().strip())
                .param("kind", wanted.kind())
                .param("address", wanted.id().strip())
                .param("from", moment(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", moment(wanted.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("anywhere", wanted.units() == null)
                .param("units", units);
    }

    void forget(Instant before) {
        jdbc.sql("delete from audit.visit where at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @org.jspecify.annotations.Nullable OffsetDateTime moment(
            @org.jspecify.annotations.Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
