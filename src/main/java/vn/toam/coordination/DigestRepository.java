package vn.toam.coordination;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.notice.Contact;
import vn.toam.unit.Geographies;

/** What the digest of a day is made of. */
@Repository
class DigestRepository {

    private final JdbcClient jdbc;
    private final Geographies places;

    DigestRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Notices for an account in one of its posts, unread, not sent as letters, told since a moment and since its last digest. */
    int unread(Contact one, Collection<String> permissions, Instant since) {
        return jdbc.sql("""
                select count(*) from notice.notice n
                where n.province = :province and n.unit = :unit and n.permission = any(:permissions) and not n.mailed
                  and (n.agency is null or n.agency = :agency) and (n.account is null or n.account = :account)
                  and n.author is distinct from :account
                  and n.at > greatest(:since, coalesce((select max(at) from coordination.digest where account = :account), :since))
                  and not exists (select 1 from notice.notice_read r
                    where r.province = :province and r.account = :account and r.notice = n.id)
                """)
                .param("province", places.now().province(one.unit()).orElse(0))
                .param("unit", one.unit())
                .param("agency", one.agency())
                .param("account", one.account())
                .param("permissions", permissions.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** How many open duties each agency has whose effective due day is one of these. */
    Map<Integer, Integer> due(List<LocalDate> days) {
        Map<Integer, Integer> due = new HashMap<>();
        jdbc.sql("""
                select d.agency, count(*) from duty.duty d join duty.assignment s on s.id = d.assignment
                where d.stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK')
                  and d.due_effective = any(cast(:days as date[])) and s.role <> 'REQUESTED' group by d.agency
                """)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    due.put(row.getInt(1), row.getInt(2));
                });
        return due;
    }

    /** How many results each agency that carries a plan has left unconfirmed since a day or longer. */
    Map<Integer, Integer> unconfirmed(LocalDate until) {
        Map<Integer, Integer> waiting = new HashMap<>();
        jdbc.sql("""
                select p.lead_agency, count(*) from duty.duty d join plan.plan p on p.id = d.plan
                where d.stage = 'SUBMITTED' and d.submitted_on <= :until and p.lead_agency is not null group by p.lead_agency
                """).param("until", until).query(row -> {
            waiting.put(row.getInt(1), row.getInt(2));
        });
        return waiting;
    }

    /** Notes the digest of an account and day; false when there was one already. */
    boolean first(UUID account, LocalDate day, Instant now) {
        return jdbc.sql("insert into coordination.digest (account, day, at) values (?, ?, ?) on conflict do nothing")
                        .params(account, day, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** An absence that has ended without its summary. */
    record Back(UUID id, UUID account, LocalDate from, LocalDate to, String deputy) {}

    List<Back> back(LocalDate today) {
        return jdbc.sql("select * from notice.absence where to_day < ? and summed_at is null")
                .param(today)
                .query((row, n) -> new Back(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("deputy_name")))
                .list();
    }

    void summed(UUID absence, Instant now) {
        jdbc.sql("update notice.absence set summed_at = ? where id = ?")
                .params(Timestamp.from(now), absence)
                .update();
    }
}
