package vn.toam.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What records belong to outside the registers. Every statement names the province. */
@Repository
class RelatedRepository {

    /** What a record belongs to. */
    record Related(String kind, String target) {}

    private final JdbcClient jdbc;

    RelatedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a record belongs to, one thing of a kind. */
    List<Related> of(int province, UUID record) {
        return jdbc.sql("select kind, target from register.related where province = ? and record = ? order by kind")
                .params(province, record)
                .query(Related.class)
                .list();
    }

    /** Records that stand and belong to one of these things, the newest first. */
    List<RegisterRecord> records(int province, String kind, Collection<String> targets, int limit) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + """
                 from register.related t join register.record r on r.province = t.province and r.id = t.record
                where t.province = ? and t.kind = ? and t.target = any(?) and r.merged_into is null
                order by r.on_day desc, r.id desc limit ?
                """)
                .params(province, kind, targets.toArray(String[]::new), limit)
                .query(RecordMapper::record)
                .list();
    }

    void put(int province, UUID record, Related to, String by, Instant now) {
        jdbc.sql("""
                insert into register.related (province, record, kind, target, at, account_name) values (?, ?, ?, ?, ?, ?)
                on conflict (province, record, kind) do update
                    set target = excluded.target, at = excluded.at, account_name = excluded.account_name
                """)
                .params(province, record, to.kind(), to.target(), Timestamp.from(now), by)
                .update();
    }

    boolean remove(int province, UUID record, String kind) {
        return jdbc.sql("delete from register.related where province = ? and record = ? and kind = ?")
                        .params(province, record, kind)
                        .update()
                > 0;
    }
}
