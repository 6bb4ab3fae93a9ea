package vn.toam.reorganisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.unit.Geographies;
import vn.toam.unit.MovesWithUnits;

/** Reorganisations as entered; their long statements stand in {@code sql/unit}. */
@Repository
class ReorganisationRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<MovesWithUnits.Moved>> MOVED = new TypeReference<>() {};

    private static final String SELECT = """
            select r.*, (select count(*) from unit.reorganisation_line l where l.reorganisation = r.id) as lines
            from unit.reorganisation r
            """;

    private final JdbcClient jdbc;
    private final Geographies geographies;

    ReorganisationRepository(JdbcClient jdbc, Geographies geographies) {
        this.jdbc = jdbc;
        this.geographies = geographies;
    }

    /** One reorganisation at a time. Held until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unit.reorganisation'))")
                .query()
                .listOfRows();
    }

    UUID add(String name, LocalDate on, String act, @Nullable LocalDate adopted, String by, Instant at) {
        return jdbc.sql("""
                        insert into unit.reorganisation (name, on_date, act, adopted, made_by, made_at)
                        values (:name, :on, :act, :adopted, :by, :at) returning id
                        """)
                .param("name", name)
                .param("on", on)
                .param("act", act)
                .param("adopted", adopted, java.sql.Types.DATE)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(UUID.class)
                .single();
    }

    void change(UUID id, String name, LocalDate on, String act, @Nullable LocalDate adopted) {
        jdbc.sql(
                        "update unit.reorganisation set name = :name, on_date = :on, act = :act, adopted = :adopted where id = :id")
                .param("name", name)
                .param("on", on)
                .param("act", act)
                .param("adopted", adopted, java.sql.Types.DATE)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from unit.reorganisation where id = ? and status = 'DRAFT'")
                .param(id)
                .update();
    }

    void lines(UUID id, List<Line> lines) {
        jdbc.sql("delete from unit.reorganisation_line where reorganisation = ?")
                .param(id)
                .update();
        jdbc.sql("""
                        insert into unit.reorganisation_line (reorganisation, row, old_code, new_code, new_name, new_type, share, households,
                            parent, act, clause)
                        select :id, t.* from unnest(:rows, :old, :new, :names, :types, :shares, :households, :parents, :acts, :clauses) t
                        """)
                .param("id", id)
                .param("rows", lines.stream().mapToInt(Line::row).toArray())
                .param("old", texts(lines, Line::oldCode))
                .param("new", texts(lines, Line::newCode))
                .param("names", texts(lines, Line::newName))
                .param("types", texts(lines, Line::newType))
                .param("shares", texts(lines, Line::share))
                .param("households", texts(lines, Line::households))
                .param("parents", texts(lines, Line::parent))
                .param("acts", texts(lines, Line::act))
                .param("clauses", texts(lines, Line::clause))
                .update();
    }

    private static String[] texts(List<Line> lines, Function<Line, String> of) {
        return lines.stream().map(of).map(String::strip).toArray(String[]::new);
    }

    List<Line> lines(UUID id) {
        return jdbc.sql("""
                        select row, old_code, new_code, new_name, new_type, share, households, parent, act, clause
                        from unit.reorganisation_line where reorganisation = ? order by row
                        """).param(id).query(Line.class).list();
    }

    Optional<Reorganisation> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(ReorganisationRepository::read)
                .optional();
    }

    /** Newest first; a country has some dozens in a year. */
    List<Reorganisation> all() {
        return jdbc.sql(SELECT + " order by r.made_at desc, r.id limit 5000")
                .query(ReorganisationRepository::read)
                .list();
    }

    /** The one confirmed last that still holds: the only one that can be undone. */
    Optional<UUID> last() {
        return jdbc.sql(
                        "select id from unit.reorganisation where status = 'CONFIRMED' order by decided_at desc limit 1")
                .query(UUID.class)
                .optional();
    }

    void decide(UUID id, Status status, String by, Instant at, String reason, List<MovesWithUnits.Moved> moved) {
        jdbc.sql("""
                        update unit.reorganisation set status = ?, decided_by = ?, decided_at = ?, reason = ?, moved = ?::jsonb where id = ?
                        """)
                .params(status.name(), by, Timestamp.from(at), reason, JSON.writeValueAsString(moved), id)
                .update();
    }

    /** Ids for new units, never used before. */
    int[] ids(int count) {
        return jdbc
                .sql("select nextval('unit.unit_added') from generate_series(1, ?)")
                .param(count)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Names of the units among these that something already happens to on or after {@code on}: history is not rewritten. */
    List<String> changedFrom(Collection<Integer> units, LocalDate on) {
        return jdbc.sql("""
                        select distinct n.full_name from unit.unit_name n join unit.unit_parent p on p.unit = n.unit
                        join unit.unit u on u.id = n.unit
                        where n.unit = any(:units) and n.valid_from < :on and n.valid_to >= :on
                          and (u.valid_to < 'infinity' or n.valid_to < 'infinity' or p.valid_from >= :on)
                        """)
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .query(String.class)
                .list();
    }

    /** Runs {@code sql/unit/<name>.sql}, statement by statement. */
    void run(String name, Map<String, ? extends @Nullable Object> parameters) {
        try {
            String script =
                    new ClassPathResource("sql/unit/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
            for (String statement : script.split(";\\s*\\n")) {
                jdbc.sql(statement).params(parameters).update();
            }
            geographies.changed();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The links as confirmed, units that go on left out. */
    List<MovesWithUnits.Change> changes(UUID id) {
        return jdbc.sql(
                        "select from_unit as \"from\", to_unit as \"to\", share from unit.succession where reorganisation = ? order by 2, 1")
                .param(id)
                .query(MovesWithUnits.Change.class)
                .list();
    }

    List<Integer> ended(UUID id) {
        return jdbc.sql("select unit from unit.reorganisation_ended where reorganisation = ? and what = 'UNIT'")
                .param(id)
                .query(Integer.class)
                .list();
    }

    /** Villages that follow their commune: full names of village and new commune; and whether the commune was split. */
    List<Village> villages(UUID id, LocalDate on) {
        return jdbc.sql("""
                        select n.full_name as name, to_name.full_name as "to",
                               exists (select 1 from unit.succession s where s.from_unit = was.parent and s.reorganisation = :id
                                   and s.share <> 'FULL') as split
                        from unit.reorganisation_ended e
                        join unit.unit u on u.id = e.unit and u.level = 'VILLAGE' and u.valid_to > :on
                        join unit.unit_parent was on was.unit = e.unit and was.valid_from = e.valid_from
                        join unit.unit_parent now on now.unit = e.unit and now.valid_from = :on
                        join unit.unit_name n on n.unit = e.unit and n.valid_from <= :on and n.valid_to > :on
                        join unit.unit_name to_name on to_name.unit = now.parent and to_name.valid_from = :on
                        where e.reorganisation = :id and e.what = 'PARENT' order by to_name.name collate public.vietnamese, n.name collate public.vietnamese
                        """)
                .param("id", id)
                .param("on", on)
                .query(Village.class)
                .list();
    }

    record Village(String name, String to, boolean split) {}

    /** What was added below or to the new units since: villages, agencies, committees, names; by message key. */
    List<String> addedTo(UUID id, Collection<Integer> made, LocalDate on) {
        return jdbc.sql("""
                        select 'village' from unit.unit_parent p where p.parent = any(:made) and p.unit <> all(:made)
                            and not exists (select 1 from unit.reorganisation_ended e
                                where e.reorganisation = :id and e.what = 'PARENT' and e.unit = p.unit)
                        union select 'agency' from unit.agency where unit = any(:made) and no = 0
                        union select 'committee' from unit.committee where unit = any(:made)
                        union select 'name' from unit.unit_name where unit = any(:made) and valid_from > :on
                        union select 'name' from unit.unit_name n join unit.reorganisation_ended e
                            on e.reorganisation = :id and e.what = 'NAME' and e.unit = n.unit and n.valid_from > :on
                        """)
                .param("id", id)
                .param("made", made.toArray(Integer[]::new))
                .param("on", on)
                .query(String.class)
                .list();
    }

    private static Reorganisation read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Reorganisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("on_date", LocalDate.class),
                row.getString("act"),
                row.getObject("adopted", LocalDate.class),
                Status.valueOf(row.getString("status")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"),
                JSON.readValue(row.getString("moved"), MOVED),
                row.getInt("lines"));
    }
}
