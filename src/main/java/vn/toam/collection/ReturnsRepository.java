package vn.toam.collection;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.unit.Geographies;

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

    /** What takes the returns of one province back, in this order. */
    private static final List<String> TAKE_BACK = List.of(
            """
            delete from collection.step t using collection.successor n
            where t.province = :province and n.province = :province and n.reorganisation = :id and t.submission = n.submission
            """,
            """
            delete from collection.submission s using collection.successor n
            where s.province = :province and n.province = :province and n.reorganisation = :id and s.id = n.submission
            """,
            """
            update collection.submission s set status = p.status, accepted = p.accepted, above = p.above from collection.passed p
            where s.province = :province and p.province = :province and p.reorganisation = :id and s.id = p.submission
            """,
            """
            delete from collection.step t using collection.passed p
            where t.province = :province and p.province = :province and p.reorganisation = :id and t.submission = p.submission
              and t.key = p.reorganisation::text
            """,
            "delete from collection.successor where province = :province and reorganisation = :id",
            "delete from collection.passed where province = :province and reorganisation = :id");

    private static final Comparator<Row> NEWEST = Comparator.<Row>comparingInt(
                    row -> -row.submission().year())
            .thenComparing(row -> row.submission().form())
            .thenComparingInt(Row::part)
            .thenComparingInt(row -> row.submission().unit());

    private final JdbcClient jdbc;
    private final Geographies places;

    ReturnsRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Every return of these units, locked where it moves; the newest year first. */
    List<Row> of(Collection<Integer> units, LocalDate on) {
        return places.now().provinces(units).entrySet().stream()
                .flatMap(each -> of(each.getKey(), each.getValue(), on).stream())
                .sorted(NEWEST)
                .toList();
    }

    private List<Row> of(int province, List<Integer> units, LocalDate on) {
        return jdbc.sql("""
                select s.*, r.form_version, r.closed_at is null as open, r.closed_at is null and r.geography >= :on as moves
                from collection.submission s join round.round_v r on r.id = s.round
                where s.province = :province and s.unit = any(:units) and s.status <> 'PASSED'
                order by s.id for update of s
                """)
                .param("province", province)
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

    /** Where a new unit lies in the borders of a round. @param lord its province then, or the round's scope where that ended too */
    private record Place(int province, Integer[] above, int lord, boolean adHoc) {}

    private Place place(UUID round, int unit) {
        return jdbc.sql("""
                select u.province, array_agg(a.ancestor order by a.depth) as above,
                    coalesce(max(a.ancestor) filter (where over.level = 'PROVINCE'), r.scope) as lord, r.occasion is not null as ad_hoc
                from round.round_v r
                join unit.unit_v u on u.id = :unit
                join unit.lineage_v a on a.unit = u.id and a.valid_from <= r.geography and r.geography < a.valid_to
                join unit.unit_v over on over.id = a.ancestor
                where r.id = :round group by u.province, r.scope, r.occasion
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, n) -> new Place(
                        row.getInt("province"),
                        (Integer[]) row.getArray("above").getArray(),
                        row.getInt("lord"),
                        row.getBoolean("ad_hoc")))
                .single();
    }

    /** Makes the return of a new unit, in the borders of its round; its receiver is the former one, or the province when that ended too. */
    UUID make(UUID reorganisation, Made made, Instant now) {
        Submission model = made.model();
        Place place = place(model.round(), made.unit());
        UUID id = jdbc.sql("""
                insert into collection.submission (province, id, round, ad_hoc, form, year, part, unit, above, receiver, status, figures, notes,
                    narrative, nil_return, version, sent_at, changed_at, accepted, partial)
                values (:province, uuidv7(), :round, :adHoc, :form, :year, :part, :unit, :above, :receiver,
                    :status, :figures::jsonb, :notes::jsonb, :narrative::jsonb, :nil, :version, :sentAt, :now, :accepted::jsonb, :partial)
                returning id
                """)
                .param("province", place.province())
                .param("round", model.round())
                .param("adHoc", place.adHoc())
                .param("form", model.form())
                .param("year", model.year())
                .param("part", made.part())
                .param("unit", made.unit())
                .param("above", place.above())
                .param(
                        "receiver",
                        Arrays.asList(place.above()).contains(model.receiver()) ? model.receiver() : place.lord())
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
                .query(UUID.class)
                .single();
        jdbc.sql("insert into collection.successor (reorganisation, province, submission) values (?, ?, ?)")
                .params(reorganisation, place.province(), id)
                .update();
        return id;
    }

    /** Returns of the new units that are no longer as they were made, or that were not made by the reorganisation. */
    int touched(UUID reorganisation, Collection<Integer> made) {
        return places.now().provinces(made).entrySet().stream()
                .mapToInt(each -> touched(reorganisation, each.getKey(), each.getValue()))
                .sum();
    }

    private int touched(UUID reorganisation, int province, List<Integer> made) {
        return jdbc.sql("""
                select count(*) from collection.submission s
                left join collection.successor n
                    on n.reorganisation = :id and n.province = :province and n.submission = s.id
                where s.province = :province and s.unit = any(:made)
                  and (n.submission is null or s.version > 1 or s.version = 1 and s.figures = '{}'
                    or exists (select 1 from collection.step t where t.province = :province and t.submission = s.id
                        and t.action <> 'REORGANISE'))
                """)
                .param("id", reorganisation)
                .param("province", province)
                .param("made", made.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Years and units whose figures change when the reorganisation is taken back. */
    List<Submission> concerned(UUID reorganisation) {
        return provinces(reorganisation).stream()
                .flatMap(province -> jdbc
                        .sql("""
                        select s.* from collection.submission s
                        where s.province = :province and s.id in (
                            select submission from collection.passed where province = :province and reorganisation = :id
                            union select submission from collection.successor where province = :province and reorganisation = :id)
                        order by s.id for update
                        """)
                        .param("province", province)
                        .param("id", reorganisation)
                        .query(SubmissionRepository::submission)
                        .list()
                        .stream())
                .toList();
    }

    /** Provinces in which a reorganisation passed returns on or made new ones. */
    private List<Integer> provinces(UUID reorganisation) {
        return jdbc.sql("""
                select province from collection.passed where reorganisation = :id
                union select province from collection.successor where reorganisation = :id order by 1
                """).param("id", reorganisation).query(Integer.class).list();
    }

    void takeBack(UUID reorganisation) {
        provinces(reorganisation)
                .forEach(province -> TAKE_BACK.forEach(statement -> jdbc.sql(statement)
                        .param("id", reorganisation)
                        .param("province", province)
                        .update()));
    }
}
