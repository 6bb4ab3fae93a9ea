package vn.toam.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Origin;
import vn.toam.round.ExpectedReturns;
import vn.toam.round.Owed;
import vn.toam.round.Round;
import vn.toam.unit.Geographies;

/** Who owes a return of a round, and the empty submissions that opening one creates. */
@Repository
class OwedRepository implements ExpectedReturns {

    /** The units of a round's level that lie in its scope on the day of its geography. */
    private static final String UNITS = """
            select u.province, u.id as unit, array_to_string(above.units, ',') as above, coalesce(above.receiver, :scope) as receiver
            from (select a.unit, array_agg(a.ancestor order by a.depth) as units,
                    max(a.ancestor) filter (where over.level = :receivers) as receiver
                from unit.lineage_v below
                join unit.lineage_v a on a.unit = below.unit and a.valid_from <= :day and :day < a.valid_to
                join unit.unit_v over on over.id = a.ancestor
                where below.ancestor = :scope and below.level = :level and below.valid_from <= :day and :day < below.valid_to
                group by a.unit) above
            join unit.unit_v u on u.id = above.unit
            where cardinality(:chosen) = 0 or above.units && :chosen
            order by u.id
            """;

    private final JdbcClient jdbc;
    private final Geographies places;

    OwedRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    @Override
    public boolean asks(Round round, int place) {
        return asksItself(round, place)
                || jdbc.sql("""
                select exists (select 1 from collection.submission s where s.round = :round and %s and s.above && :places)
                """.formatted(SubmissionRepository.within(places.province(place))))
                        .param("province", places.province(place))
                        .param("round", round.id())
                        .param("places", places.madeOf(place, Origin.ANY))
                        .query(Boolean.class)
                        .single();
    }

    /** The common case, for next to nothing: a unit that fills its own return. */
    private boolean asksItself(Round round, int unit) {
        return jdbc.sql(
                        "select exists (select 1 from collection.submission where province = ? and round = ? and unit = ?)")
                .params(places.province(unit), round.id(), unit)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int missing(UUID round) {
        return jdbc.sql(
                        "select count(*) from collection.submission where round = ? and status <> 'PASSED' and not received")
                .param(round)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean untouched(UUID round) {
        return jdbc.sql("""
                select not exists (select 1 from collection.submission where round = ? and (version > fills or status <> 'DRAFT' or counted))
                """).param(round).query(Boolean.class).single();
    }

    @Override
    public void withdraw(UUID round) {
        jdbc.sql("delete from collection.submission where round = ?")
                .param(round)
                .update();
    }

    /** Province by province. */
    @Override
    public int expect(Round round, String receivers, List<Integer> chosen, Instant now) {
        return provinces(round, receivers, chosen).entrySet().stream()
                .mapToInt(each -> expect(round, each.getKey(), each.getValue(), now))
                .sum();
    }

    private int expect(Round round, int province, List<Owed> owing, Instant now) {
        return jdbc.sql("""
                insert into collection.submission (province, id, round, ad_hoc, form, year, part, unit, above, receiver, status, changed_at)
                select :province, uuidv7(), :round, :adHoc, :form, :year, :part, owed.unit, string_to_array(owed.above, ',')::int[],
                    owed.receiver, 'DRAFT', :now
                from unnest(:units::int[], :above::text[], :receivers::int[]) owed(unit, above, receiver)
                on conflict do nothing
                """)
                .params(period(round))
                .param("province", province)
                .param("round", round.id())
                .param("adHoc", round.adHoc())
                .param("units", owing.stream().mapToInt(Owed::unit).toArray())
                .param("above", owing.stream().map(Owed::above).toArray(String[]::new))
                .param("receivers", owing.stream().mapToInt(Owed::receiver).toArray())
                .param("now", Timestamp.from(now))
                .update();
    }

    @Override
    public List<Owed> owed(Round round, String receivers) {
        Set<Integer> asked = new HashSet<>();
        Map<Integer, List<Owed>> owing = provinces(round, receivers, List.of());
        owing.keySet().forEach(province -> asked.addAll(asked(round, province, "part = :part")));
        return owing.values().stream()
                .flatMap(List::stream)
                .filter(each -> !asked.contains(each.unit()))
                .sorted(Comparator.comparingInt(Owed::unit))
                .toList();
    }

    /** Who owes a return, by province. A unit that is asked by other parts of the year is left out, so that nothing is counted twice. */
    private Map<Integer, List<Owed>> provinces(Round round, String receivers, List<Integer> chosen) {
        Map<Integer, List<Owed>> provinces = jdbc
                .sql(UNITS)
                .param("scope", round.scope())
                .param("level", round.level())
                .param("receivers", receivers)
                .param("chosen", chosen.stream().mapToInt(Integer::intValue).toArray())
                .param("day", round.geography())
                .query((row, number) -> new Owed(
                        row.getInt("province"), row.getInt("unit"), row.getString("above"), row.getInt("receiver")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Owed::province, TreeMap::new, Collectors.toList()));
        provinces.forEach((province, owing) -> {
            Set<Integer> asked =
                    asked(round, province, "part <> :part and (0 in (part, :part) or (part < 5) <> (:part < 5))");
            owing.removeIf(each -> asked.contains(each.unit()));
        });
        return provinces;
    }

    /** Units of a province that a periodic round asks for this form and year in some part of it. An ad hoc round asks all of them again. */
    private Set<Integer> asked(Round round, int province, String part) {
        return round.adHoc()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                        select unit from collection.submission
                        where province = :province and year = :year and form = :form and not ad_hoc and %s
                        """.formatted(part))
                        .params(period(round))
                        .param("province", province)
                        .query(Integer.class)
                        .list());
    }

    private static Map<String, Object> period(Round round) {
        return Map.of("form", round.form(), "year", round.year(), "part", round.part());
    }
}
