package vn.toam.register;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;

/** Keeps records with their states, references, versions and files. Every statement names the province. */
@Repository
class RecordRepository {

    /** What is stored beside the record for finding it. */
    record Found(
            String name,
            String search,
            String openSearch,
            @Nullable String same) {}

    private final JdbcClient jdbc;

    RecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RegisterRecord> find(int province, UUID id) {
        return jdbc.sql("select " + RecordMapper.OF_PROVINCE
                        + " from register.record r where r.province = :province and r.id = :id")
                .param("province", province)
                .param("id", id)
                .query(RecordMapper::record)
                .optional();
    }

    List<RegisterRecord> findAll(int province, Collection<UUID> ids) {
        return jdbc.sql("select " + RecordMapper.OF_PROVINCE
                        + " from register.record r where r.province = :province and r.id = any(:ids)")
                .param("province", province)
                .param("ids", ids.toArray(UUID[]::new))
                .query(RecordMapper::record)
                .list();
    }

    /** True when a unit has records that the demonstration made up. */
    boolean anyMadeUp(int province, int unit) {
        return jdbc.sql("select exists (select 1 from register.record where province = ? and unit = ? and demo)")
                .params(province, unit)
                .query(Boolean.class)
                .single();
    }

    /** The record that has a key already. */
    Optional<UUID> same(int province, String register, int unit, String same) {
        return jdbc.sql("""
                select id from register.record
                where province = ? and register = ? and unit = ? and same = ? and merged_into is null
                """)
                .params(province, register, unit, same)
                .query(UUID.class)
                .optional();
    }

    /** False when this id is kept already: the same form came twice. */
    boolean add(RegisterRecord made, Found found) {
        return jdbc.sql("""
                insert into register.record (province, id, register, register_version, unit, agency, village, state, on_day, data, name, search,
                    open_search, same, source, batch, demo, made_at, changed_at, changed_by)
                values (:province, :id, :register, :registerVersion, :unit, :agency, :village, :state, :day, :data::jsonb, :name,
                    public.searchable(:search), public.searchable(:open), :same, :source, :batch, :demo, :now, :now, :by)
                on conflict (province, id) do nothing
                """)
                        .param("province", made.province())
                        .param("id", made.id())
                        .param("register", made.register())
                        .param("registerVersion", made.registerVersion())
                        .param("unit", made.unit())
                        .param("agency", made.agency())
                        .param("village", made.village())
                        .param("state", made.state())
                        .param("day", made.onDay())
                        .param("data", made.values().json())
                        .param("name", found.name())
                        .param("search", found.search())
                        .param("open", found.openSearch())
                        .param("same", found.same())
                        .param("source", made.source().name())
                        .param("batch", made.batch())
                        .param("demo", made.demo())
                        .param("now", Timestamp.from(made.madeAt()))
                        .param("by", made.changedBy())
                        .update()
                > 0;
    }

    /** False when somebody else changed it since {@code version}. */
    boolean change(
            RegisterRecord kept,
            int registerVersion,
            @Nullable UUID village,
            LocalDate onDay,
            Values values,
            Found found,
            String by,
            Instant now) {
        return jdbc.sql("""
                update register.record set register_version = :registerVersion, village = :village, on_day = :day, data = :data::jsonb, name = :name,
                    search = public.searchable(:search), open_search = public.searchable(:open), same = :same, version = version + 1,
                    changed_at = :now, changed_by = :by
                where province = :province and id = :id and version = :version
                """)
                        .param("registerVersion", registerVersion)
                        .param("village", village)
                        .param("day", onDay)
                        .param("data", values.json())
                        .param("name", found.name())
                        .param("search", found.search())
                        .param("open", found.openSearch())
                        .param("same", found.same())
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("province", kept.province())
                        .param("id", kept.id())
                        .param("version", kept.version())
                        .update()
                > 0;
    }

    /** Moves on from {@code on}. False when somebody else changed it since {@code version}. */
    boolean move(RegisterRecord kept, String state, LocalDate on, String by, Instant now) {
        boolean moved = jdbc.sql("""
                update register.record set state = ?, version = version + 1, changed_at = ?, changed_by = ?
                where province = ? and id = ? and version = ?
                """)
                        .params(state, Timestamp.from(now), by, kept.province(), kept.id(), kept.version())
                        .update()
                > 0;
        if (moved) {
            jdbc.sql("""
                    update register.span set until = ?, first = least(first, ?) where province = ? and record = ? and until is null
                    """)
                    .params(Date.valueOf(on), Date.valueOf(on), kept.province(), kept.id())
                    .update();
            span(kept.province(), kept.id(), kept.register(), state, on);
        }
        return moved;
    }

    /** The first state begins, or the next one. */
    void span(int province, UUID id, String register, String state, LocalDate first) {
        jdbc.sql("""
                insert into register.span (province, record, no, register, state, first)
                select ?, ?, coalesce(max(s.no), 0) + 1, ?, ?, ? from register.span s where s.province = ? and s.record = ?
                """)
                .params(province, id, register, state, Date.valueOf(first), province, id)
                .update();
    }

    /** Takes the last state back. False when there is none before. */
    boolean back(RegisterRecord kept, String by, Instant now) {
        Optional<String> before = jdbc.sql("""
                select state from register.span where province = ? and record = ? and until is not null order by no desc limit 1
                """)
                .params(kept.province(), kept.id())
                .query(String.class)
                .optional();
        if (before.isEmpty()) {
            return false;
        }
        jdbc.sql("delete from register.span where province = ? and record = ? and until is null")
                .params(kept.province(), kept.id())
                .update();
        jdbc.sql("""
                update register.span set until = null where province = ? and record = ?
                    and no = (select max(s.no) from register.span s where s.province = ? and s.record = ?)
                """)
                .params(kept.province(), kept.id(), kept.province(), kept.id())
                .update();
        return jdbc.sql("""
                update register.record set state = ?, version = version + 1, changed_at = ?, changed_by = ?
                where province = ? and id = ? and version = ?
                """)
                        .params(before.get(), Timestamp.from(now), by, kept.province(), kept.id(), kept.version())
                        .update()
                > 0;
    }

    /** The first state begins on the leading day, which may be corrected. */
    void begins(int province, UUID id, LocalDate day) {
        jdbc.sql("""
                update register.span set first = least(?, coalesce(until, ?)) where province = ? and record = ? and no = 1
                """).params(Date.valueOf(day), Date.valueOf(day), province, id).update();
    }

    void link(int province, UUID id, List<RecordRules.Link> links) {
        jdbc.sql("delete from register.link where province = ? and record = ?")
                .params(province, id)
                .update();
        if (!links.isEmpty()) {
            jdbc.sql("""
                    insert into register.link (province, record, field, target)
                    select ?, ?, * from unnest(?, ?)
                    """)
                    .params(
                            province,
                            id,
                            links.stream().map(RecordRules.Link::field).toArray(String[]::new),
                            links.stream().map(RecordRules.Link::target).toArray(UUID[]::new))
                    .update();
        }
    }

    void remember(RegisterRecord now, RecordChange.What what, Me me, String note) {
        jdbc.sql("""
                insert into register.change (province, record, no, at, account, account_name, what, state, data, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """)
                .params(
                        now.province(),
                        now.id(),
                        now.version(),
                        Timestamp.from(now.changedAt()),
                        me.account(),
                        me.name(),
                        what.name(),
                        now.state(),
                        now.values().json(),
                        note)
                .update();
    }

    /** Every version, the newest first. */
    List<RecordChange> history(int province, UUID id) {
        return jdbc.sql("""
                select no, at, account_name, what, state, data, note from register.change where province = ? and record = ? order by no desc
                """)
                .params(province, id)
                .query((row, n) -> new RecordChange(
                        row.getInt("no"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("account_name"),
                        RecordChange.What.valueOf(row.getString("what")),
                        row.getString("state"),
                        Values.of(row.getString("data")),
                        row.getString("note")))
                .list();
    }

    void attach(RegisterRecord kept, UUID attachment, String by, Instant now) {
        jdbc.sql("insert into register.file (province, record, attachment, at, account_name) values (?, ?, ?, ?, ?)")
                .params(kept.province(), kept.id(), attachment, Timestamp.from(now), by)
                .update();
        counted(kept.province(), kept.id(), by, now);
    }

    boolean detach(RegisterRecord kept, UUID attachment, String by, Instant now) {
        boolean gone = jdbc.sql("delete from register.file where province = ? and record = ? and attachment = ?")
                        .params(kept.province(), kept.id(), attachment)
                        .update()
                > 0;
        counted(kept.province(), kept.id(), by, now);
        return gone;
    }

    private void counted(int province, UUID id, String by, Instant now) {
        jdbc.sql("""
                update register.record set files = (select count(*) from register.file f where f.province = ? and f.record = ?),
                    version = version + 1, changed_at = ?, changed_by = ? where province = ? and id = ?
                """)
                .params(province, id, Timestamp.from(now), by, province, id)
                .update();
    }

    List<UUID> files(int province, UUID id) {
        return jdbc.sql(
                        "select attachment from register.file where province = ? and record = ? order by at, attachment")
                .params(province, id)
                .query(UUID.class)
                .list();
    }

    /** Records that refer to this one, with the field through which they do, the newest first. */
    List<Records.Referring> referring(int province, UUID id, int limit) {
        return jdbc.sql("""
                select r.register, r.id, r.unit, r.name, r.on_day, r.state, l.field from register.link l
                join register.record r on r.province = l.province and r.id = l.record
                where l.province = ? and l.target = ? and r.merged_into is null order by r.on_day desc, r.id desc limit ?
                """)
                .params(province, id, limit)
                .query((row, n) -> new Records.Referring(
                        row.getString("register"),
                        row.getObject("id", UUID.class),
                        row.getInt("unit"),
                        row.getString("name"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("state"),
                        row.getString("field")))
                .list();
    }

    /** What referred to {@code from} refers to {@code into}; its files lie there; it stands for itself no longer. */
    void merge(RegisterRecord from, RegisterRecord into, String by, Instant now) {
        jdbc.sql("""
                insert into register.link (province, record, field, target)
                select province, record, field, ? from register.link where province = ? and target = ? on conflict do nothing
                """).params(into.id(), from.province(), from.id()).update();
        jdbc.sql("delete from register.link where province = ? and target = ?")
                .params(from.province(), from.id())
                .update();
        jdbc.sql("""
                insert into register.file (province, record, attachment, at, account_name)
                select province, ?, attachment, at, account_name from register.file where province = ? and record = ? on conflict do nothing
                """).params(into.id(), from.province(), from.id()).update();
        jdbc.sql("""
                insert into register.related (province, record, kind, target, at, account_name)
                select province, ?, kind, target, at, account_name from register.related where province = ? and record = ? on conflict do nothing
                """).params(into.id(), from.province(), from.id()).update();
        jdbc.sql("""
                update register.record set merged_into = ?, version = version + 1, changed_at = ?, changed_by = ? where province = ? and id = ?
                """)
                .params(into.id(), Timestamp.from(now), by, from.province(), from.id())
                .update();
        counted(into.province(), into.id(), by, now);
    }
}
