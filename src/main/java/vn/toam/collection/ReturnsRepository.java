package vn.toam.collection;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.submission.Json;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.unit.Geographies;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.MovesWithUnits.Moves;

/** Returns that move when units are reorganised. */
@Repository
class ReturnsRepository {

    /**
     * A return of an open round that asks in the borders of after the reorganisation, with what its round says.
     *
     * @param occasion its round, when that is an ad hoc one
     * @param partial what counts of it is not the whole of its unit
     */
    record Row(Submission submission, int part, @Nullable UUID occasion, int formVersion, boolean partial) {

        Named named() {
            return new Named(submission.unit(), submission.year(), submission.form(), part, formVersion);
        }
    }

    /** What becomes of a return. @param look a person has to look at it */
    enum Kind {
        MERGED(true, false),
        SPLIT(true, true),
        STAY(false, true),
        PAST(false, false);

        private final boolean moves;
        private final boolean look;

        Kind(boolean moves, boolean look) {
            this.moves = moves;
            this.look = look;
        }

        boolean moves() {
            return moves;
        }

        boolean look() {
            return look;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a return is called by. */
    record Named(int unit, int year, String form, int part, int formVersion) {}

    /** So many returns of a province of a kind, the first of them by name. */
    record Told(Kind kind, int count, List<Named> named) {}

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

    /** What takes some returns of one province back, in this order. */
    private static final List<String> TAKE_BACK = List.of(
            """
            delete from collection.step t using collection.successor n
            where t.province = :province and n.province = :province and n.reorganisation = :id and n.submission = any(:some)
              and t.submission = n.submission
            """,
            """
            delete from collection.submission s using collection.successor n
            where s.province = :province and n.province = :province and n.reorganisation = :id and n.submission = any(:some)
              and s.id = n.submission
            """,
            """
            update collection.submission s set status = p.status, accepted = p.accepted, above = p.above from collection.passed p
            where s.province = :province and p.province = :province and p.reorganisation = :id and p.submission = any(:some)
              and s.id = p.submission
            """,
            """
            delete from collection.step t using collection.passed p
            where t.province = :province and p.province = :province and p.reorganisation = :id and p.submission = any(:some)
              and t.submission = p.submission and t.key = p.reorganisation::text
            """,
            "delete from collection.successor where province = :province and reorganisation = :id and submission = any(:some)",
            "delete from collection.passed where province = :province and reorganisation = :id and submission = any(:some)");

    static final Comparator<Named> NEWEST = Comparator.<Named>comparingInt(each -> -each.year())
            .thenComparing(Named::form)
            .thenComparingInt(Named::part)
            .thenComparingInt(Named::unit);

    /** Of a round that is open and asks in the borders of after the reorganisation. */
    private static final String MOVES = "r.closed_at is null and r.geography >= :on";

    private final JdbcClient jdbc;
    private final Geographies places;

    ReturnsRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** What would become of the returns of a province, or becomes of those that have not moved yet. */
    List<Told> told(int province, Moves moves) {
        Map<Kind, List<Named>> named = new EnumMap<>(Kind.class);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        jdbc.sql("""
                select * from (
                    select each.*, count(*) over (partition by kind) as every,
                        row_number() over (partition by kind order by year desc, form collate "C", part, unit) as place
                    from (select s.unit, s.year, s.form, s.part, r.form_version,
                            case when r.closed_at is not null then 'PAST' when r.geography < :on then 'STAY'
                                when s.unit = any(:split) then 'SPLIT' else 'MERGED' end as kind
                        from collection.submission s join round.round_v r on r.id = s.round
                        where s.province = :province and s.unit = any(:units) and s.status <> 'PASSED') each) numbered
                where place <= :named order by kind, place
                """)
                .param("province", province)
                .param("units", ended(moves))
                .param("split", moves.split().toArray(Integer[]::new))
                .param("on", moves.on())
                .param("named", Moved.NAMED)
                .query(row -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    counts.put(kind, row.getInt("every"));
                    named.computeIfAbsent(kind, any -> new ArrayList<>())
                            .add(new Named(
                                    row.getInt("unit"),
                                    row.getInt("year"),
                                    row.getString("form"),
                                    row.getInt("part"),
                                    row.getInt("form_version")));
                });
        return named.entrySet().stream()
                .map(each -> new Told(each.getKey(), counts.getOrDefault(each.getKey(), 0), each.getValue()))
                .toList();
    }

    private static Integer[] ended(Moves moves) {
        return moves.ended().toArray(Integer[]::new);
    }

    /** How many returns of each ended unit have still to move. */
    Map<Integer, Integer> waiting(Moves moves) {
        return counts(
                moves,
                "select s.unit, count(*) as every from collection.submission s join round.round_v r on r.id = s.round"
                        + " where s.province = :province and s.unit = any(:units) and s.status <> 'PASSED' and " + MOVES
                        + " group by s.unit");
    }

    /** How many returns of each ended unit have moved. */
    Map<Integer, Integer> passed(Moves moves) {
        return counts(
                moves,
                "select s.unit, count(*) as every from collection.passed p join collection.submission s on s.id = p.submission"
                        + " where p.province = :province and s.province = :province and p.reorganisation = :id"
                        + " and s.unit = any(:units) group by s.unit");
    }

    private Map<Integer, Integer> counts(Moves moves, String sql) {
        Map<Integer, Integer> counts = new HashMap<>();
        provinces(moves)
                .forEach(province -> jdbc.sql(sql)
                        .param("province", province)
                        .param("units", ended(moves))
                        .param("id", moves.id())
                        .param("on", moves.on())
                        .query(row -> {
                            counts.put(row.getInt("unit"), row.getInt("every"));
                        }));
        return counts;
    }

    /** The province of the moves; none when they are about nothing. */
    private static List<Integer> provinces(Moves moves) {
        return List.copyOf(moves.byProvince().keySet());
    }

    /** The returns of these units that have still to move, locked. */
    List<Row> of(Moves moves) {
        return provinces(moves).stream()
                .flatMap(province -> of(province, moves).stream())
                .sorted(Comparator.comparing(Row::named, NEWEST))
                .toList();
    }

    private List<Row> of(int province, Moves moves) {
        return jdbc.sql("""
                select s.*, r.form_version from collection.submission s join round.round_v r on r.id = s.round
                where s.province = :province and s.unit = any(:units) and s.status <> 'PASSED' and %s
                order by s.id for update of s
                """.formatted(MOVES))
                .param("province", province)
                .param("units", ended(moves))
                .param("on", moves.on())
                .query((row, n) -> new Row(
                        SubmissionRepository.submission(row, n),
                        row.getInt("part"),
                        row.getBoolean("ad_hoc") ? row.getObject("round", UUID.class) : null,
                        row.getInt("form_version"),
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
                  and (n.submission is null or s.version - s.fills > 1 or s.version - s.fills = 1 and s.figures = '{}'
                    or exists (select 1 from collection.step t where t.province = :province and t.submission = s.id
                        and t.action <> 'REORGANISE'))
                """)
                .param("id", reorganisation)
                .param("province", province)
                .param("made", made.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Returns of these units that moved, and those that were made of them, locked: figures that change when that is taken back. */
    List<Submission> concerned(Moves moves) {
        return provinces(moves).stream()
                .flatMap(province -> jdbc
                        .sql("""
                        select s.* from collection.submission s
                        where s.province = :province and s.unit = any(:units) and s.id in (
                            select submission from collection.passed where province = :province and reorganisation = :id
                            union select submission from collection.successor where province = :province and reorganisation = :id)
                        order by s.id for update
                        """)
                        .param("province", province)
                        .param("id", moves.id())
                        .param(
                                "units",
                                Stream.concat(moves.ended().stream(), moves.made().stream())
                                        .toArray(Integer[]::new))
                        .query(SubmissionRepository::submission)
                        .list()
                        .stream())
                .toList();
    }

    /** @return how many are again what they were */
    int takeBack(UUID reorganisation, int province, List<Submission> some) {
        int back = 0;
        for (String statement : TAKE_BACK) {
            back = jdbc.sql(statement)
                    .param("id", reorganisation)
                    .param("province", province)
                    .param("some", some.stream().map(Submission::id).toArray(UUID[]::new))
                    .update();
        }
        return back;
    }
}
