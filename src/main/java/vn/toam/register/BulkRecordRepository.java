package vn.toam.register;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.definition.Register;
import vn.toam.shared.Me;

/** Many records of one register, unit and province in one statement each. */
@Repository
class BulkRecordRepository {

    /**
     * A record as it is to be, with the version it has afterwards.
     *
     * @param start the state that records of its register begin in
     */
    record Row(RegisterRecord record, RecordRepository.Found found, List<RecordRules.Link> links, String start) {}

    /** What a record said and was in one of its versions. */
    record Version(String state, Values values) {}

    private final JdbcClient jdbc;

    BulkRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records of units with one of these keys. */
    List<RegisterRecord> same(int province, String register, int[] units, Collection<String> keys) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + """
                from register.record r
                where r.province = ? and r.register = ? and r.unit = any(?) and r.same = any(?) and r.merged_into is null
                order by r.on_day, r.id
                """)
                .params(province, register, units, keys.toArray(String[]::new))
                .query(RecordMapper::record)
                .list();
    }

    /** Records of units that lie at one of these days. */
    List<RegisterRecord> onDays(int province, String register, int[] units, Collection<LocalDate> days) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + """
                from register.record r
                where r.province = ? and r.register = ? and r.unit = any(?) and r.on_day = any(?) and r.merged_into is null
                order by r.on_day, r.id
                """)
                .params(
                        province,
                        register,
                        units,
                        days.stream().map(Date::valueOf).toArray(Date[]::new))
                .query(RecordMapper::record)
                .list();
    }

    /** Keeps new records with their states and references. @return those that were kept: no other has their key */
    Set<UUID> add(List<Row> rows, Instant now, String by) {
        if (rows.isEmpty()) {
            return new HashSet<>();
        }
        RegisterRecord any = rows.getFirst().record();
        Set<UUID> added = new HashSet<>(said(jdbc.sql("""
                insert into register.record (province, id, register, register_version, unit, agency, village, state, on_day, data, name, search,
                    open_search, same, source, batch, made_at, changed_at, changed_by)
                select :province, g.id, :register, :version, :unit, :agency, g.village, g.state, g.day, g.data, g.name,
                    public.searchable(g.search), public.searchable(g.open), g.same, :source, :batch, :now, :now, :by
                from unnest(:ids, :villages, :states, :days, :data::jsonb[], :names, :search, :open, :same)
                    g(id, village, state, day, data, name, search, open, same)
                on conflict do nothing returning id
                """), rows)
                .param("province", any.province())
                .param("register", any.register())
                .param("version", any.registerVersion())
                .param("unit", any.unit())
                .param("agency", any.agency())
                .param("source", any.source().name())
                .param("batch", any.batch())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .query(UUID.class)
                .list());
        List<Row> kept =
                rows.stream().filter(row -> added.contains(row.record().id())).toList();
        begin(kept);
        link(kept);
        return added;
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, List<Row> rows) {
        return statement
                .param("ids", array(rows, row -> row.record().id(), UUID[]::new))
                .param("villages", array(rows, row -> row.record().village(), UUID[]::new))
                .param("states", array(rows, row -> row.record().state(), String[]::new))
                .param("days", array(rows, row -> Date.valueOf(row.record().onDay()), Date[]::new))
                .param("data", array(rows, row -> row.record().values().json(), String[]::new))
                .param("names", array(rows, row -> row.found().name(), String[]::new))
                .param("search", array(rows, row -> row.found().search(), String[]::new))
                .param("open", array(rows, row -> row.found().openSearch(), String[]::new))
                .param("same", array(rows, row -> row.found().same(), String[]::new));
    }

    private static <T> T[] array(List<Row> rows, Function<Row, @Nullable Object> what, IntFunction<T[]> made) {
        return rows.stream().map(what).toArray(made);
    }

    /** The states of new records: the one that they begin in until the day of the one they are in, where that came later. */
    private void begin(List<Row> rows) {
        List<Row> moved = rows.stream()
                .filter(row -> row.record().since().isAfter(row.record().onDay()))
                .toList();
        spans(
                rows.stream().filter(row -> !moved.contains(row)).toList(),
                1,
                row -> row.record().state(),
                false);
        spans(moved, 1, Row::start, true);
        spans(moved, 2, row -> row.record().state(), false);
    }

    private void spans(List<Row> rows, int no, Function<Row, String> state, boolean ended) {
        if (rows.isEmpty()) {
            return;
        }
        RegisterRecord any = rows.getFirst().record();
        jdbc.sql("""
                insert into register.span (province, record, no, register, state, first, until)
                select :province, g.id, :no, :register, g.state, g.first, case when :ended then g.until end
                from unnest(:ids, :states, :firsts, :untils) g(id, state, first, until)
                """)
                .param("province", any.province())
                .param("no", no)
                .param("register", any.register())
                .param("ended", ended)
                .param("ids", array(rows, row -> row.record().id(), UUID[]::new))
                .param("states", array(rows, state::apply, String[]::new))
                .param(
                        "firsts",
                        array(
                                rows,
                                row -> Date.valueOf(
                                        no == 1
                                                ? row.record().onDay()
                                                : row.record().since()),
                                Date[]::new))
                .param("untils", array(rows, row -> Date.valueOf(row.record().since()), Date[]::new))
                .update();
    }

    private void link(List<Row> rows) {
        List<UUID> records = new ArrayList<>();
        List<RecordRules.Link> links = new ArrayList<>();
        rows.forEach(row -> row.links().forEach(link -> {
            records.add(row.record().id());
            links.add(link);
        }));
        if (!links.isEmpty()) {
            jdbc.sql("""
                    insert into register.link (province, record, field, target) select ?, * from unnest(?, ?, ?)
                    """)
                    .params(
                            rows.getFirst().record().province(),
                            records.toArray(UUID[]::new),
                            links.stream().map(RecordRules.Link::field).toArray(String[]::new),
                            links.stream().map(RecordRules.Link::target).toArray(UUID[]::new))
                    .update();
        }
    }

    /** Lets records say and be this. @return those that had the version before */
    Set<UUID> change(Register register, List<Row> rows, Instant now, String by) {
        if (rows.isEmpty()) {
            return new HashSet<>();
        }
        int province = rows.getFirst().record().province();
        Set<UUID> changed = new HashSet<>(said(jdbc.sql("""
                update register.record r set register_version = :definition, village = g.village, state = g.state, on_day = g.day, data = g.data,
                    name = g.name, search = public.searchable(g.search), open_search = public.searchable(g.open), same = g.same,
                    version = r.version + 1, changed_at = :now, changed_by = :by
                from unnest(:ids, :villages, :states, :days, :data::jsonb[], :names, :search, :open, :same, :versions)
                    g(id, village, state, day, data, name, search, open, same, version)
                where r.province = :province and r.id = g.id and r.version = g.version - 1 returning r.id
                """), rows)
                .param("definition", register.version())
                .param(
                        "versions",
                        rows.stream().mapToInt(row -> row.record().version()).toArray())
                .param("province", province)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .query(UUID.class)
                .list());
        List<Row> done =
                rows.stream().filter(row -> changed.contains(row.record().id())).toList();
        jdbc.sql("""
                update register.span s set first = least(g.day, coalesce(s.until, g.day)) from unnest(?, ?) g(id, day)
                where s.province = ? and s.record = g.id and s.no = 1
                """)
                .params(
                        array(done, row -> row.record().id(), UUID[]::new),
                        array(done, row -> Date.valueOf(row.record().onDay()), Date[]::new),
                        province)
                .update();
        jdbc.sql("delete from register.link where province = ? and record = any(?)")
                .params(province, array(done, row -> row.record().id(), UUID[]::new))
                .update();
        link(done);
        return changed;
    }

    /** Moves records on. @return those that had the version before */
    Set<UUID> move(List<Row> rows, Instant now, String by) {
        if (rows.isEmpty()) {
            return new HashSet<>();
        }
        RegisterRecord any = rows.getFirst().record();
        Set<UUID> moved = new HashSet<>(jdbc.sql("""
                update register.record r set state = g.state, version = r.version + 1, changed_at = ?, changed_by = ?
                from unnest(?, ?, ?) g(id, state, version) where r.province = ? and r.id = g.id and r.version = g.version - 1 returning r.id
                """)
                .params(
                        Timestamp.from(now),
                        by,
                        array(rows, row -> row.record().id(), UUID[]::new),
                        array(rows, row -> row.record().state(), String[]::new),
                        rows.stream().mapToInt(row -> row.record().version()).toArray(),
                        any.province())
                .query(UUID.class)
                .list());
        List<Row> done =
                rows.stream().filter(row -> moved.contains(row.record().id())).toList();
        UUID[] ids = array(done, row -> row.record().id(), UUID[]::new);
        Date[] days = array(done, row -> Date.valueOf(row.record().since()), Date[]::new);
        jdbc.sql("""
                update register.span s set until = g.day, first = least(s.first, g.day) from unnest(?, ?) g(id, day)
                where s.province = ? and s.record = g.id and s.until is null
                """).params(ids, days, any.province()).update();
        jdbc.sql("""
                insert into register.span (province, record, no, register, state, first)
                select ?, g.id, 1 + (select coalesce(max(s.no), 0) from register.span s where s.province = ? and s.record = g.id), ?, g.state, g.day
                from unnest(?, ?, ?) g(id, state, day)
                """)
                .params(
                        any.province(),
                        any.province(),
                        any.register(),
                        ids,
                        array(done, row -> row.record().state(), String[]::new),
                        days)
                .update();
        return moved;
    }

    /** The last state of records is taken back. */
    void back(int province, Collection<UUID> ids) {
        UUID[] all = ids.toArray(UUID[]::new);
        jdbc.sql("delete from register.span where province = ? and record = any(?) and until is null")
                .params(province, all)
                .update();
        jdbc.sql("""
                update register.span s set until = null where s.province = ? and s.record = any(?)
                    and s.no = (select max(o.no) from register.span o where o.province = s.province and o.record = s.record)
                """).params(province, all).update();
    }

    /** Writes the version of each into its history. */
    void remember(List<Row> rows, RecordChange.What what, Me me, Instant now, String note) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into register.change (province, record, no, at, account, account_name, what, state, data, note)
                select :province, g.id, g.no, :at, :account, :name, :what, g.state, g.data, :note
                from unnest(:ids, :numbers, :states, :data::jsonb[]) g(id, no, state, data)
                """)
                .param("province", rows.getFirst().record().province())
                .param("at", Timestamp.from(now))
                .param("account", me.account())
                .param("name", me.name())
                .param("what", what.name())
                .param("note", note)
                .param("ids", array(rows, row -> row.record().id(), UUID[]::new))
                .param(
                        "numbers",
                        rows.stream().mapToInt(row -> row.record().version()).toArray())
                .param("states", array(rows, row -> row.record().state(), String[]::new))
                .param("data", array(rows, row -> row.record().values().json(), String[]::new))
                .update();
    }

    /** What records said and were in these versions. */
    Map<UUID, Version> versions(int province, Map<UUID, Integer> asked) {
        Map<UUID, Version> versions = new HashMap<>();
        List<UUID> ids = List.copyOf(asked.keySet());
        jdbc.sql("""
                select c.record, c.state, c.data from unnest(?, ?) g(id, no)
                join register.change c on c.province = ? and c.record = g.id and c.no = g.no
                """)
                .params(
                        ids.toArray(UUID[]::new),
                        ids.stream().mapToInt(asked::get).toArray(),
                        province)
                .query(row -> {
                    versions.put(
                            row.getObject("record", UUID.class),
                            new Version(row.getString("state"), Values.of(row.getString("data"))));
                });
        return versions;
    }

    /** Removes records that an import made, unless somebody changed them since or another record refers to them. @return those removed */
    Set<UUID> remove(int province, UUID batch, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                delete from register.record r where r.province = ? and r.batch = ? and r.id = any(?) and r.version = 1 and r.merged_into is null
                    and not exists (select 1 from register.link l where l.province = r.province and l.target = r.id)
                    and not exists (select 1 from register.related t where t.province = r.province and t.record = r.id)
                returning r.id
                """)
                .params(province, batch, ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
