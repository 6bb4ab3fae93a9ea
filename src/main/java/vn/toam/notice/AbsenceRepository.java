package vn.toam.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of absences. */
@Repository
class AbsenceRepository {

    private final JdbcClient jdbc;

    AbsenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Absences.Absence> of(UUID account, LocalDate today) {
        return jdbc.sql("select * from notice.absence where account = ? and to_day >= ? order by from_day")
                .params(account, today)
                .query((row, n) -> new Absences.Absence(
                        row.getObject("id", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        Absences.Kind.valueOf(row.getString("kind")),
                        row.getString("deputy_name")))
                .list();
    }

    List<Absences.Colleague> colleagues(int unit, int agency, UUID but) {
        return jdbc.sql("""
                        select account, name from access.holder_v
                        where active and account <> :but and unit = :unit and agency = :agency
                        group by account, name order by name collate public.vietnamese, account""")
                .param("unit", unit)
                .param("agency", agency)
                .param("but", but)
                .query((row, n) -> new Absences.Colleague(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    boolean away(UUID account, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select exists (select from notice.absence where account = ? and from_day <= ? and to_day >= ?)")
                .params(account, to, from)
                .query(Boolean.class)
                .single();
    }

    /** Does the account act for somebody else on these days? */
    boolean standsIn(UUID account, LocalDate from, LocalDate to) {
        return jdbc.sql("select exists (select from notice.absence where deputy = ? and from_day <= ? and to_day >= ?)")
                .params(account, to, from)
                .query(Boolean.class)
                .single();
    }

    void add(UUID account, LocalDate from, LocalDate to, Absences.Kind kind, Absences.Colleague deputy) {
        jdbc.sql("""
                        insert into notice.absence (account, from_day, to_day, kind, deputy, deputy_name)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(account, from, to, kind.name(), deputy.account(), deputy.name())
                .update();
    }

    /** Taken back before it began, ended today when it has. */
    boolean end(UUID id, UUID account, LocalDate today) {
        int gone = jdbc.sql("delete from notice.absence where id = ? and account = ? and from_day >= ?")
                .params(id, account, today)
                .update();
        return gone
                        + jdbc.sql("update notice.absence set to_day = ? where id = ? and account = ? and to_day >= ?")
                                .params(today.minusDays(1), id, account, today)
                                .update()
                > 0;
    }
}
