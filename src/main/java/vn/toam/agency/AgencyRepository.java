package vn.toam.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Validity;
import vn.toam.shared.Text;

/** Reads and writes agencies. Full names take the unit's name of {@code :date}, or of the agency's nearest day. */
@Repository
class AgencyRepository {

    /** Every way a kind of agency is written, for one tier. */
    record Alias(Level level, int no, String kind, String written) {}

    /** Full names of an agency {@code a} of a unit of name {@code n} and type {@code t}. */
    static final String FULL_NAMES = """
                   case when a.no = 0 or a.level = 'COUNTRY' then a.name
                        when a.body = 'PRESS' then a.name || ' ' || n.name
                        when a.body = 'PARTY' and n.type = 'CITY' then replace(a.name, 'Tỉnh ủy', 'Thành ủy') || ' ' || n.name
                        when a.body = 'PARTY' then a.name || ' ' || n.name
                        else a.name || ' ' || lower(left(n.full_name, 1)) || substr(n.full_name, 2) end as full_name,
                   case when a.no = 0 or a.level = 'COUNTRY' then a.name_en else a.name_en || ', ' || n.name || ' ' || t.en end as full_name_en
            """;

    private static final String AGENCY =
            "select a.id, a.unit, a.level, a.kind, a.body, a.sector, a.name, a.short_name, a.parent, a.valid_from, a.valid_to,"
                    + FULL_NAMES + """
            from agency.agency a
            join unit.unit_v u on u.id = a.unit
            cross join lateral (select least(greatest(cast(:date as date), u.valid_from), u.valid_to - 1) as day) d
            join unit.name_v n on n.unit = a.unit and n.valid_from <= d.day and n.valid_to > d.day
            join unit.type_v t on t.type = n.type
            """;

    private static final String VALID = " and a.valid_from <= :date and a.valid_to > :date ";

    private final JdbcClient jdbc;

    AgencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agency> find(int id, LocalDate date) {
        return query("where a.id = :id", date)
                .param("id", id)
                .query(AgencyRepository::agency)
                .optional();
    }

    List<Agency> findAll(Collection<Integer> ids, LocalDate date) {
        return ids.isEmpty()
                ? List.of()
                : query("where a.id in (:ids) order by n.name collate public.vietnamese, a.no, a.id", date)
                        .param("ids", ids)
                        .query(AgencyRepository::agency)
                        .list();
    }

    List<Agency> ofUnits(Collection<Integer> units, LocalDate date) {
        return units.isEmpty()
                ? List.of()
                : query(
                                "where a.unit in (:units)" + VALID
                                        + "order by n.name collate public.vietnamese, a.no = 0, a.no, a.name collate public.vietnamese",
                                date)
                        .param("units", units)
                        .query(AgencyRepository::agency)
                        .list();
    }

    List<Agency> ofKind(Collection<Integer> units, String kind, LocalDate date) {
        return units.isEmpty()
                ? List.of()
                : query(
                                "where a.unit in (:units) and a.kind = :kind" + VALID
                                        + "order by n.name collate public.vietnamese, a.no",
                                date)
                        .param("units", units)
                        .param("kind", kind)
                        .query(AgencyRepository::agency)
                        .list();
    }

    /** People's Committees, whether or not valid on {@code date}: every unit had one for as long as it was. */
    List<Agency> committees(Collection<Integer> units, LocalDate date) {
        return units.isEmpty()
                ? List.of()
                : query(
                                "where a.unit in (:units) and a.kind in ('UBND', 'GOV') order by n.name collate public.vietnamese",
                                date)
                        .param("units", units)
                        .query(AgencyRepository::agency)
                        .list();
    }

    List<Alias> aliases() {
        return jdbc.sql("""
                        select level, no, kind, unnest(array[name, short_name] || string_to_array(nullif(aliases, ''), '|')) as written
                        from agency.agency_kind order by level, no
                        """).query(Alias.class).list();
    }

    /** The agencies that general rules let follow {@code id}: its number at {@code units}, with the duty in both languages. */
    List<Rule> rules(int id) {
        return jdbc.sql("""
                        select s.to_level as level, s.to_no as no, s.duty, s.duty_en
                        from agency.agency a join agency.agency_kind_succession s on s.from_level = a.level and s.from_no = a.no
                        where a.id = :id order by s.to_level, s.to_no
                        """).param("id", id).query(Rule.class).list();
    }

    /** A kind of agency that takes over. */
    record Rule(Level level, int no, String duty, String dutyEn) {}

    /** Successors decided by an installation for this agency alone. */
    List<Decided> decided(int id) {
        return jdbc.sql("select to_agency as agency, duty from agency.agency_succession where from_agency = :id")
                .param("id", id)
                .query(Decided.class)
                .list();
    }

    record Decided(int agency, String duty) {}

    List<Agency.Identifier> identifiers(int id) {
        return jdbc.sql(
                        "select code, valid_from, valid_to, verified from agency.agency_identifier where agency = ? order by valid_from")
                .param(id)
                .query((row, i) ->
                        new Agency.Identifier(row.getString("code"), Validity.of(row), row.getBoolean("verified")))
                .list();
    }

    int add(
            Unit unit,
            Body body,
            String sector,
            String name,
            String shortName,
            @Nullable Integer parent,
            LocalDate from) {
        return jdbc.sql("""
                        insert into agency.agency (id, unit, level, no, kind, body, sector, name, short_name, name_en, parent, valid_from, valid_to)
                        values (nextval('agency.agency_added'), :unit, :level, 0, '', :body, :sector, :name, :short, :name, :parent, :from, 'infinity')
                        returning id
                        """)
                .param("unit", unit.id())
                .param("level", unit.level().name())
                .param("body", body.name())
                .param("sector", sector)
                .param("name", name)
                .param("short", shortName)
                .param("parent", parent)
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    void close(int id, LocalDate to) {
        jdbc.sql("update agency.agency set valid_to = ? where id = ?")
                .params(to, id)
                .update();
    }

    void follow(int from, int to, LocalDate on, String duty) {
        jdbc.sql("""
                        insert into agency.agency_succession (from_agency, to_agency, on_date, duty) values (?, ?, ?, ?)
                        on conflict (from_agency, to_agency) do update set on_date = excluded.on_date, duty = excluded.duty
                        """).params(from, to, on, duty).update();
    }

    private JdbcClient.StatementSpec query(String rest, LocalDate date) {
        return jdbc.sql(AGENCY + rest).param("date", date);
    }

    static Agency agency(ResultSet row, int number) throws SQLException {
        return new Agency(
                row.getInt("id"),
                row.getInt("unit"),
                Level.valueOf(row.getString("level")),
                row.getString("kind"),
                Body.valueOf(row.getString("body")),
                row.getString("sector"),
                row.getString("name"),
                row.getString("short_name"),
                new Text(row.getString("full_name"), row.getString("full_name_en")),
                row.getObject("parent", Integer.class),
                Validity.of(row));
    }
}
