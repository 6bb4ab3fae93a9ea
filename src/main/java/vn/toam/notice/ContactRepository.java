package vn.toam.notice;

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

/** Who can be told something, and who acts for whom. */
@Repository
class ContactRepository {

    private static final String CONTACT = """
            select distinct account, unit, agency, role, email from access.holder_v where active
            """;

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Contact> of(Collection<Integer> units) {
        return jdbc.sql(CONTACT + " and unit = any(:units)")
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .query((row, n) -> new Contact(
                        row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** Everybody who wants letters. */
    List<Contact> withAddress() {
        return jdbc.sql(CONTACT + " and email <> ''")
                .query((row, n) -> new Contact(
                        row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** Deputies of everybody who is away on a day. */
    Map<UUID, UUID> deputies(LocalDate day) {
        Map<UUID, UUID> deputies = new HashMap<>();
        jdbc.sql("select account, deputy from notice.absence where :day between from_day and to_day")
                .param("day", day)
                .query(row -> {
                    deputies.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return deputies;
    }

    List<Contacts.Back> back(LocalDate today) {
        return jdbc.sql("select * from notice.absence where to_day < ? and summed_at is null")
                .param(today)
                .query((row, n) -> new Contacts.Back(
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
