package vn.toam.collection;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.round.Round;
import vn.toam.submission.AsOf;
import vn.toam.submission.Fact;
import vn.toam.submission.Json;
import vn.toam.submission.ProvinceYear;
import vn.toam.submission.Submission;
import vn.toam.submission.YearFigures;
import vn.toam.unit.Geographies;

/** Accepted figures: what counts. All forms of a unit and year together; the parts of a year make it. */
@Repository
class FactRepository {

    /** Of a part of a year the state of a unit that ended no longer holds once one that followed has reported a later part. */
    private static final String COUNTED = """
            s.unit, s.year, s.part, s.partial, s.part > 0 and exists (select 1 from unit.succession_v x
                join collection.submission n on n.province = %s and n.unit = x.to_unit and n.year = s.year and n.form = s.form
                where x.from_unit = s.unit and n.part > s.part and n.accepted is not null) as superseded, s.accepted
            """;

    /** Said with the province wherever there is one: the planner then looks into its part of the table alone, not into 35. */
    private static String columns(int province) {
        return COUNTED.formatted(province == 0 ? "s.province" : ":province");
    }

    private final JdbcClient jdbc;
    private final Geographies places;
    private final YearFigures years;

    FactRepository(JdbcClient jdbc, Geographies places, YearFigures years) {
        this.jdbc = jdbc;
        this.places = places;
        this.years = years;
    }

    /**
     * Two forms of one unit decided on at the same moment must see each other, and a rebuild of the province and year sees all or nothing of
     * them. Held until the transaction ends; in the order of the ids, so that nobody waits in a circle.
     */
    void lock(ProvinceYear of, Collection<Integer> units) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('collection.province'), ?)")
                .param(key(of))
                .query()
                .listOfRows();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('collection.unit'), id) from unnest(?::int[]) one(id)")
                .param(units.stream().sorted().mapToInt(Integer::intValue).toArray())
                .query()
                .listOfRows();
    }

    /** Nobody decides on anything of the province and year until the transaction ends. */
    void lock(ProvinceYear of) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('collection.province'), ?)")
                .param(key(of))
                .query()
                .listOfRows();
    }

    /** Sums of one year are made of that year's returns alone: two years of a province do not wait for each other. */
    private static int key(ProvinceYear of) {
        return of.province() * 10_000 + of.year();
    }

    /** These units and, where the year is asked in parts, the former ones whose state theirs takes the place of. */
    List<Integer> concerned(Collection<Integer> units, int year) {
        Set<Integer> all = new TreeSet<>(units);
        List<Integer> former = jdbc.sql("select distinct from_unit from unit.succession_v where to_unit = any(?)")
                .param(units.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
        places.now()
                .provinces(former)
                .forEach((province, those) -> all.addAll(jdbc.sql("""
                select distinct unit from collection.submission
                where province = ? and unit = any(?) and year = ? and part > 0 and accepted is not null
                """)
                        .params(province, those.toArray(Integer[]::new), year)
                        .query(Integer.class)
                        .list()));
        return List.copyOf(all);
    }

    /** Of these units in a year. */
    List<Fact> of(int province, Collection<Integer> units, int year) {
        return years.merge(jdbc.sql("select s.above, " + columns(province) + """
                from collection.submission s
                where s.province = :province and s.unit = any(:units) and s.year = :year and s.accepted is not null
                """)
                .param("province", province)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .param("year", year)
                .query(FactRepository::counted)
                .list());
    }

    /** Of these units in the year before a round; of its form the same part of the year. */
    List<Fact> before(int province, Collection<Integer> units, Round round) {
        return years.merge(jdbc.sql("select " + columns(province) + """
                from collection.submission s
                where s.province = :province and s.unit = any(:units) and s.year = :year and s.accepted is not null
                  and (s.form <> :form or s.part = :part)
                """)
                .param("province", province)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .param("year", round.year() - 1)
                .param("form", round.form())
                .param("part", round.part())
                .query((row, n) -> counted(row, List.of(), Json.figures(row.getString("accepted"))))
                .list());
    }

    /** Of these communes, without the units above them; {@code years} empty = of every year. */
    List<Fact> ofCommunes(int province, int[] communes, int[] years, Set<String> fields) {
        return this.years.merge(jdbc.sql("select " + columns(province) + """
                from collection.submission s
                where s.province = :province and s.unit = any(:communes) and (cardinality(:years) = 0 or s.year = any(:years))
                  and s.accepted is not null
                """)
                .param("province", province)
                .param("communes", communes)
                .param("years", years)
                .query((row, n) -> bare(row, fields))
                .list());
    }

    /**
     * A return of a unit below.
     *
     * @param sent it was sent, or its figures count
     * @param figures those that count, by field; null: none
     */
    record Lower(UUID round, boolean sent, @Nullable Map<String, BigDecimal> figures) {}

    /** The returns of a form asked of the units within {@code units}, for the year and part of the year that {@code above} is about. */
    List<Lower> below(Submission above, String form, int[] units) {
        return jdbc.sql("""
                select s.round, s.received as sent, s.accepted
                from collection.submission s
                where %s and s.form = :form and s.year = :year and s.above && :units and not s.ad_hoc
                  and s.part = (select own.part from collection.submission own
                    where own.province = :province and own.id = :id and not own.ad_hoc)
                """.formatted(SubmissionRepository.within(above.province())))
                .param("province", above.province())
                .param("id", above.id())
                .param("form", form)
                .param("year", above.year())
                .param("units", units)
                .query((row, number) -> {
                    String accepted = row.getString("accepted");
                    return new Lower(
                            row.getObject("round", UUID.class),
                            row.getBoolean("sent"),
                            accepted == null ? null : Json.figures(accepted));
                })
                .list();
    }

    /** Of every reporting unit of a province and year; {@code province} 0 = of the country. */
    List<Fact> of(int province, int year) {
        return years.merge(
                jdbc.sql("select s.above, " + columns(province) + """
                from collection.submission s
                where %s and s.year = :year and s.accepted is not null
                """.formatted(SubmissionRepository.within(province)))
                        .param("province", province)
                        .param("year", year)
                        .query(FactRepository::counted)
                        .list());
    }

    /** Of every commune of a year that lay within one of these places, without the units above; {@code province} 0 = of the country. */
    List<Fact> within(int province, int[] places, int year, Set<String> fields) {
        return years.merge(jdbc.sql("select " + columns(province)
                        + """
                from collection.submission s
                where s.year = :year
                  and s.round = any(array(select id from round.round_v where year = :year and level = 'COMMUNE'))
                  and %s and s.accepted is not null
                """.formatted(province == 0 ? "true" : "s.province = :province and s.above && :places"))
                .param("province", province)
                .param("places", places)
                .param("year", year)
                .query((row, n) -> bare(row, fields))
                .list());
    }

    /** Until when a state is known. */
    record State(int place, int year, String field, AsOf asOf) {}

    /**
     * Until when these lines are known in each of these places, for years that were asked in parts.
     *
     * @param province the one that they all lie in; 0: they lie in several, or are the country
     * @param places units, and for all that lies in a province of today its code with a minus
     * @param years empty: all of them
     */
    List<State> states(int province, int[] places, int[] years, Set<String> fields) {
        return jdbc.sql("""
                select place.id, own.year, own.field, min(own.part) as first, max(own.part) as last
                from (select s.unit, any_value(s.above || -s.province) as above, s.year, line.field, max(s.part) as part
                    from collection.submission s cross join unnest(:fields::text[]) line(field)
                    where %s and s.round = any(array(select id from round.round_v
                            where part > 0 and occasion is null and (cardinality(:years) = 0 or year = any(:years))))
                      and (s.above && :places or -s.province = any(:places)) and s.accepted is not null and jsonb_exists(s.accepted, line.field)
                    group by s.unit, s.year, line.field) own
                join unnest(:places) place(id) on place.id = any(own.above)
                group by place.id, own.year, own.field
                """.formatted(SubmissionRepository.within(province)))
                .param("province", province)
                .param("fields", fields.toArray(String[]::new))
                .param("places", places)
                .param("years", years)
                .query((row, number) -> new State(
                        row.getInt("id"),
                        row.getInt("year"),
                        row.getString("field"),
                        new AsOf(row.getInt("first"), row.getInt("last"))))
                .list();
    }

    /** Every province and year with accepted figures. */
    List<ProvinceYear> withFacts() {
        return jdbc.sql(
                        "select distinct province, year from collection.submission where counted order by year desc, province")
                .query(ProvinceYear.class)
                .list();
    }

    private static YearFigures.Counted counted(ResultSet row, int number) throws SQLException {
        return counted(
                row,
                Arrays.asList((Integer[]) row.getArray("above").getArray()),
                Json.figures(row.getString("accepted")));
    }

    private static YearFigures.Counted bare(ResultSet row, Set<String> fields) throws SQLException {
        return counted(row, List.of(), Json.figures(row.getString("accepted"), fields));
    }

    private static YearFigures.Counted counted(ResultSet row, List<Integer> above, Map<String, BigDecimal> figures)
            throws SQLException {
        return new YearFigures.Counted(
                row.getInt("unit"),
                row.getInt("year"),
                row.getInt("part"),
                row.getBoolean("partial"),
                row.getBoolean("superseded"),
                above,
                figures);
    }
}
