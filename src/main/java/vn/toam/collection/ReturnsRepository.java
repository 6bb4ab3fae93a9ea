package vn.toam.collection;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns that move when units are reorganised. */
@Repository
class ReturnsRepository {

    /**
     * A return with what its round says.
     *
     * @param occasion its round, when that is an ad hoc one
     * @param partial what counts of it is not the whole of its unit
     * @param moves true: its round is open and asks in the borders of after the reorganisation
     */
    record Row(
            Submission submission,
            int part,
            @Nullable UUID occasion,
            int formVersion,
            boolean open,
            boolean moves,
            boolean partial) {}

    /** A return to be made for a new unit, like {@code model} of a former one. @param partial {@code accepted} is not the whole of the unit */
    record Made(
            int unit,
            Submission model,
            int part,
            SubmissionStatus status,
            Map<String, BigDecimal> figures,
            Map<String, String> notes,
            Map<String, String> narrative,
            boolean nil,
            @Nullable Instant sentAt,
            @Nullable Map<String, BigDecimal> accepted,
            boolean partial) {}

    private final JdbcClient jdbc;

    ReturnsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every return of these units, locked where it moves; the newest year first. */
    List<Row> of(Collection<Integer> units, LocalDate on) {
        return jdbc.sql("""
                select s.*, r.form_version, r.closed_at is null as open, r.closed_at is null and r.geography >= :on as moves
                from collection.submission s join collection.round r on r.id = s.round
                where s.province = any(array(select distinct u.province from unit.unit u where u.id = any(:units)))
                  and s.unit = any(:units) and s.status <> 'PASSED'
                order by s.year desc, s.form, s.part, s.unit for update of s
                """)
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .query((row, n) -> new Row(
                        SubmissionRepository.submission(row, n),
                        row.getInt("part"),
                        row.getBoolean("ad_hoc") ? row.getObject("round", UUID.class) : null,
                        row.getInt("form_version"),
                        row.getBoolean("open"),
                        row.getBoolean("moves"),
                        row.getBoolean("partial")))
                .list();
    }

    /** The return of a former unit stands for itself no more. */
    void pass(UUID reorganisation, Submission old) {
        jdbc.sql("""
                insert into collection.passed (reorganisation, province, submission, status, accepted, above)
                select ?, province, id, status, accepted, above from collection.submission where province = ? and id = ?
                """).params(reorganisation, old.province(), old.id()).update();
        jdbc.sql("""
                update collection.submission set status = 'PASSED', accepted = null, above = '{}' where province = ? and id = ?
                """).params(old.province(), old.id()).update();
    }

    /** Makes the return of a new unit, in the borders of its round; its receiver is the former one, or the province when that ended too. */
    UUID make(UUID reorganisation, Made made, Instant now) {
        UUID id = jdbc.sql("""
                insert into collection.submission (province, id, round, ad_hoc, form, year, part, unit, above, receiver, status, figures, notes,
                    narrative, nil_return, version, sent_at, changed_at, accepted, partial)
                select u.province, uuidv7(), r.id, r.occasion is not null, r.form, :year, :part, u.id, above.units,
                       case when :receiver = any(above.units) then :receiver else coalesce(above.province, r.scope) end,
                       :status, :figures::jsonb, :notes::jsonb, :narrative::jsonb, :nil, :version, :sentAt, :now, :accepted::jsonb, :partial
                from unit.unit u
                join collection.round r on r.id = :round
                cross join lateral (
                    select array_agg(a.ancestor order by a.depth) as units,
                           max(a.ancestor) filter (where over.level = 'PROVINCE') as province
                    from unit.lineage a join unit.unit over on over.id = a.ancestor
                    where a.unit = u.id and a.valid_from <= r.geography and r.geography < a.valid_to) above
                where u.id = :unit
                returning id
                """)
                .param("year", made.model().year())
                .param("part", made.part())
                .param("receiver", made.model().receiver())
                .param("status", made.status().name())
                .param("figures", Json.write(made.figures()))
                .param("notes", Json.write(made.notes()))
                .param("narrative", Json.write(made.narrative()))
                .param("nil", made.nil())
                .param("version", made.figures().isEmpty() ? 0 : 1)
                .param("sentAt", made.sentAt() == null ? null : Timestamp.from(made.sentAt()), java.sql.Types.TIMESTAMP)
                .param("now", Timestamp.from(now))
                .param("accepted", made.accepted() == null ? null : Json.write(made.accepted()), java.sql.Types.VARCHAR)
                .param("partial", made.partial())
                .param("round", made.model().round())
                .param("unit", made.unit())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                insert into collection.successor (reorganisation, province, submission) select ?, province, ? from unit.unit where id = ?
                """).params(reorganisation, id, made.unit()).update();
        return id;
    }

    /** Returns of the new units that are no longer as they were made, or that were not made by the reorganisation. */
    int touched(UUID reorganisation, Collection<Integer> made) {
        return jdbc.sql("""
                select count(*) from collection.submission s
                left join collection.successor n
                    on n.reorganisation = :id and n.province = s.province and n.submission = s.id
                where s.unit = any(:made) and (n.submission is null or s.version > 1 or s.version = 1 and s.figures = '{}'
                    or exists (select 1 from collection.step t where t.province = s.province and t.submission = s.id
                        and t.action <> 'REORGANISE'))
                """)
                .param("id", reorganisation)
                .param("made", made.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Years and units whose figures change when the reorganisation is taken back. */
    List<Submission> concerned(UUID reorganisation) {
        return jdbc.sql("""
                select s.* from collection.submission s
                where (s.province, s.id) in (select province, submission from collection.passed where reorganisation = :id
                    union select province, submission from collection.successor where reorganisation = :id)
                order by s.province, s.id for update
                """)
                .param("id", reorganisation)
                .query(SubmissionRepository::submission)
                .list();
    }

    void takeBack(UUID reorganisation) {
        jdbc.sql("""
                delete from collection.step t using collection.successor n
                where n.reorganisation = ? and t.province = n.province and t.submission = n.submission
                """).param(reorganisation).update();
        jdbc.sql("""
                delete from collection.submission s using collection.successor n
                where n.reorganisation = ? and s.province = n.province and s.id = n.submission
                """).param(reorganisation).update();
        jdbc.sql("""
                update collection.submission s set status = p.status, accepted = p.accepted, above = p.above from collection.passed p
                where p.reorganisation = ? and s.province = p.province and s.id = p.submission
                """).param(reorganisation).update();
        jdbc.sql("""
                delete from collection.step t using collection.passed p
                where p.reorganisation = ? and t.province = p.province and t.submission = p.submission and t.key = p.reorganisation::text
                """).param(reorganisation).update();
        jdbc.sql("delete from collection.successor where reorganisation = ?")
                .param(reorganisation)
                .update();
        jdbc.sql("delete from collection.passed where reorganisation = ?")
                .param(reorganisation)
                .update();
    }
}
