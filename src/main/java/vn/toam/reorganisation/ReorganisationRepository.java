package vn.toam.reorganisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.unit.MovesWithUnits;
import vn.toam.unit.MovesWithUnits.By;
import vn.toam.unit.UnitTreeChange;

/** SQL of reorganisations as entered. */
@Repository
class ReorganisationRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<MovesWithUnits.Moved>> MOVED = new TypeReference<>() {};

    private static final String SELECT = """
            select r.*, (select count(*) from reorganisation.line l where l.reorganisation = r.id) as lines,
                r.status = 'UNDOING' or r.status = 'CONFIRMED'
                    and exists (select 1 from reorganisation.following f where f.reorganisation = r.id and f.open) as following
            from reorganisation.reorganisation r
            """;

    private final JdbcClient jdbc;

    ReorganisationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One reorganisation at a time. Held until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reorganisation'))")
                .query()
                .listOfRows();
    }

    UUID add(String name, LocalDate on, String act, @Nullable LocalDate adopted, String by, Instant at) {
        return jdbc.sql("""
                        insert into reorganisation.reorganisation (name, on_date, act, adopted, made_by, made_at)
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
                        "update reorganisation.reorganisation set name = :name, on_date = :on, act = :act, adopted = :adopted where id = :id")
                .param("name", name)
                .param("on", on)
                .param("act", act)
                .param("adopted", adopted, java.sql.Types.DATE)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from reorganisation.reorganisation where id = ? and status = 'DRAFT'")
                .param(id)
                .update();
    }

    void lines(UUID id, List<Line> lines) {
        jdbc.sql("delete from reorganisation.line where reorganisation = ?")
                .param(id)
                .update();
        jdbc.sql("""
                        insert into reorganisation.line (reorganisation, row, old_code, new_code, new_name, new_type, share, households,
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
                        from reorganisation.line where reorganisation = ? order by row
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
        return jdbc.sql("""
                        select id from reorganisation.reorganisation where status in ('CONFIRMED', 'UNDOING') order by decided_at desc limit 1
                        """).query(UUID.class).optional();
    }

    /** The one whose records are following or going back; there is at most one. */
    Optional<Reorganisation> active() {
        return jdbc.sql("select * from (" + SELECT + ") each where following")
                .query(ReorganisationRepository::read)
                .optional();
    }

    /** Notes that it was confirmed. @param moved what was told to follow */
    void confirm(UUID id, By by, Instant at, List<MovesWithUnits.Moved> moved) {
        jdbc.sql("""
                        update reorganisation.reorganisation
                        set status = 'CONFIRMED', decided_by = ?, decided_account = ?, decided_at = ?, moved = ?::jsonb where id = ?
                        """)
                .params(by.name(), by.account(), Timestamp.from(at), JSON.writeValueAsString(moved), id)
                .update();
    }

    /** Notes that it is being undone. */
    void undoing(UUID id, By by, Instant at, String reason) {
        jdbc.sql("""
                        update reorganisation.reorganisation
                        set status = 'UNDOING', reason = ?, undo_by = ?, undo_account = ?, undo_at = ?, undo_stopped_at = null where id = ?
                        """)
                .params(reason, by.name(), by.account(), Timestamp.from(at), id)
                .update();
    }

    /** Everything went back. */
    void undone(UUID id) {
        jdbc.sql("""
                        update reorganisation.reorganisation
                        set status = 'UNDONE', decided_by = undo_by, decided_account = undo_account, decided_at = undo_at where id = ?
                        """).param(id).update();
    }

    /** It holds on after all. */
    void undoStopped(UUID id, Instant at) {
        jdbc.sql("""
                        update reorganisation.reorganisation set status = 'CONFIRMED', undo_stopped_at = ?, reason = '' where id = ?
                        """).params(Timestamp.from(at), id).update();
    }

    /** Who confirmed it. */
    By by(UUID id) {
        return jdbc.sql("""
                        select coalesce(decided_account, '00000000-0000-0000-0000-000000000000') as account, coalesce(decided_by, '') as name
                        from reorganisation.reorganisation where id = ?
                        """).param(id).query(By.class).single();
    }

    /** Notes beside the lines as typed which units they concerned. @param rows of {@code links}, in their order */
    void linked(UUID id, int[] rows, List<UnitTreeChange.Linked> links) {
        jdbc.sql("""
                        update reorganisation.line l set from_unit = s.from_unit, to_unit = s.to_unit
                        from unnest(:rows, :froms, :tos) s(row, from_unit, to_unit) where l.reorganisation = :id and l.row = s.row
                        """)
                .param("id", id)
                .param("rows", rows)
                .param(
                        "froms",
                        links.stream().mapToInt(UnitTreeChange.Linked::from).toArray())
                .param("tos", links.stream().mapToInt(UnitTreeChange.Linked::to).toArray())
                .update();
    }

    private static Reorganisation read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Timestamp stopped = row.getTimestamp("undo_stopped_at");
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
                row.getInt("lines"),
                row.getBoolean("following"),
                stopped == null ? null : stopped.toInstant());
    }
}
