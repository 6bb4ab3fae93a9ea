package vn.toam.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds, and the empty submissions that opening one creates. */
@Repository
class RoundRepository {

    private final JdbcClient jdbc;

    RoundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this place was already asked for the same form and year. */
    boolean add(Round round) {
        return jdbc.sql("""
                insert into collection.round (id, form, form_version, year, scope, level, rule_set, geography, opens, cut_off, due, closed_at, demo)
                values (:id, :form, :version, :year, :scope, :level, :ruleSet, :geography, :opens, :cutOff, :due, :closedAt, :demo)
                on conflict do nothing
                """)
                        .param("id", round.id())
                        .param("form", round.form())
                        .param("version", round.formVersion())
                        .param("year", round.year())
                        .param("scope", round.scope())
                        .param("level", round.level())
                        .param("ruleSet", round.ruleSet())
                        .param("geography", round.geography())
                        .param("opens", round.opens())
                        .param("cutOff", round.cutOff())
                        .param("due", round.due())
                        .param("closedAt", timestamp(round.closedAt()))
                        .param("demo", round.demo())
                        .update()
                > 0;
    }

    /**
     * One empty submission for every unit of the round's level that lies in its scope on the day of its geography. A unit that a nearer
     * round already asks for the same form and year is left to it.
     *
     * @param receivers level of the unit that accepts
     * @return how many units owe the return
     */
    int expect(Round round, String receivers, Instant now) {
        return jdbc.sql("""
                insert into collection.submission (province, id, round, form, year, unit, above, receiver, status, changed_at)
                select u.province, uuidv7(), :round, :form, :year, u.id, above.units, coalesce(above.receiver, :scope), 'DRAFT', :now
                from unit.lineage below
                join unit.unit u on u.id = below.unit
                cross join lateral (
                    select array_agg(a.ancestor order by a.depth) as units,
                           max(a.ancestor) filter (where over.level = :receivers) as receiver
                    from unit.lineage a
                    join unit.unit over on over.id = a.ancestor
                    where a.unit = u.id and a.valid_from <= :day and :day < a.valid_to) above
                where below.ancestor = :scope and below.level = :level and below.valid_from <= :day and :day < below.valid_to
                on conflict do nothing
                """)
                .param("round", round.id())
                .param("form", round.form())
                .param("year", round.year())
                .param("scope", round.scope())
                .param("level", round.level())
                .param("receivers", receivers)
                .param("day", round.geography())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql("select * from collection.round where id = ?")
                .param(id)
                .query(RoundRepository::round)
                .optional();
    }

    /** The round that asked {@code unit} for {@code form} of {@code year}. */
    Optional<Round> asking(int province, int unit, String form, int year) {
        return jdbc.sql("""
                select r.* from collection.round r
                join collection.submission s on s.round = r.id
                where s.province = ? and s.unit = ? and s.form = ? and s.year = ?
                """)
                .params(province, unit, form, year)
                .query(RoundRepository::round)
                .optional();
    }

    /** Rounds of a year that ask at least one unit in a place. {@code units} as {@link LineageRepository#within} gives them. */
    List<Round> touching(int province, int[] units, int year) {
        return jdbc.sql("""
                select r.* from collection.round r
                where r.year = :year and exists (select 1 from collection.submission s
                    where s.round = r.id and %s and s.above && :units)
                order by r.form, r.due, r.scope
                """.formatted(LineageRepository.where(province)))
                .param("province", province)
                .param("units", units)
                .param("year", year)
                .query(RoundRepository::round)
                .list();
    }

    /** Years that any round asks about, newest first. */
    List<Integer> years() {
        return jdbc.sql("select distinct year from collection.round order by year desc")
                .query(Integer.class)
                .list();
    }

    Optional<LocalDate> geography(int year) {
        return jdbc.sql("select geography from collection.round where year = ? order by geography desc limit 1")
                .param(year)
                .query(LocalDate.class)
                .optional();
    }

    void close(UUID id, Instant at) {
        jdbc.sql("update collection.round set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(at), id)
                .update();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("form"),
                row.getInt("form_version"),
                row.getInt("year"),
                row.getInt("scope"),
                row.getString("level"),
                row.getString("rule_set"),
                row.getObject("geography", LocalDate.class),
                row.getObject("opens", LocalDate.class),
                row.getObject("cut_off", LocalDate.class),
                row.getObject("due", LocalDate.class),
                closed == null ? null : closed.toInstant(),
                row.getBoolean("demo"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
