package vn.toam.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.mapping.Entry;
import vn.toam.submission.SubmissionStatus;
import vn.toam.unit.Geographies;
import vn.toam.unit.NameIndex;

/** Reads whom a round asks and what stands in their returns. The province is named wherever one is known: one partition is read then. */
@Repository
class AskedRepository {

    private static final String FROM = """
            from round.round_v r
            join collection.submission_v s on s.round = r.id
            join unit.name_v n on n.unit = s.unit and n.valid_from <= r.geography and r.geography < n.valid_to
            left join unit.name_v o on o.unit = s.above[2] and o.valid_from <= r.geography and r.geography < o.valid_to
            where r.id = :round and %s
            order by s.above[2], n.name collate public.vietnamese, s.unit
            """;

    private static final String WHO = """
            select s.unit, s.province, n.code, n.name, n.full_name, coalesce(o.full_name, '') as over, s.receiver, s.status, s.version,
            """;

    private final JdbcClient jdbc;
    private final Geographies geographies;
    private final NameIndex units;

    AskedRepository(JdbcClient jdbc, Geographies geographies, NameIndex units) {
        this.jdbc = jdbc;
        this.geographies = geographies;
        this.units = units;
    }

    /** Everybody a round asks, without their figures. */
    List<Asked> names(UUID round) {
        return jdbc.sql(WHO + " 0 as nothing " + FROM.formatted("true"))
                .param("round", round)
                .query(AskedRepository::named)
                .list();
    }

    /** Those in a place, with their figures. @param places the place and the former units it was made of */
    List<Asked> within(UUID round, int province, int[] places) {
        String where = province == 0 ? "s.above && :places" : "s.above && :places and s.province = :province";
        return jdbc.sql(WHO + " s.figures, s.notes, s.narrative " + FROM.formatted(where))
                .param("round", round)
                .param("places", places)
                .param("province", province)
                .query(AskedRepository::asked)
                .list();
    }

    /** Some of {@link #names}, with what stands in their returns now, by unit. */
    Map<Integer, Asked> standing(UUID round, Collection<Asked> units) {
        Map<Integer, Asked> standing = new HashMap<>();
        units.forEach(unit -> standing.put(unit.unit(), unit));
        some(
                        "s.unit, s.status, s.version, s.figures, s.notes, s.narrative",
                        round,
                        units.stream().mapToInt(Asked::province),
                        units.stream().mapToInt(Asked::unit))
                .query(row -> {
                    Asked named = standing.get(row.getInt("unit"));
                    if (named != null) {
                        standing.put(named.unit(), filled(row, named));
                    }
                });
        return standing;
    }

    /** How often the returns of these units were saved, by unit. */
    Map<Integer, Integer> versions(UUID round, Collection<Entry> entries) {
        Map<Integer, Integer> versions = new HashMap<>();
        some(
                        "s.unit, s.version",
                        round,
                        entries.stream().mapToInt(ReturnEntries::province),
                        entries.stream().mapToInt(ReturnEntries::unit))
                .query(row -> {
                    versions.put(row.getInt("unit"), row.getInt("version"));
                });
        return versions;
    }

    private JdbcClient.StatementSpec some(String columns, UUID round, IntStream provinces, IntStream units) {
        return jdbc.sql("select " + columns + """
                 from collection.submission_v s
                where s.province = any(:provinces) and s.round = :round and s.unit = any(:units)
                """)
                .param("round", round)
                .param("provinces", provinces.distinct().toArray())
                .param("units", units.toArray());
    }

    /** A unit of former days with this name or code, and which of {@code asked} it became; null: none. */
    Places.@Nullable Former former(UUID round, String said, List<Asked> asked) {
        Map<Integer, LocalDate> became = geographies.now().becameOf(named(round, said));
        List<Asked> now = asked.stream()
                .filter(each -> became.containsKey(each.unit()))
                .sorted(Comparator.comparingInt(Asked::unit))
                .toList();
        return now.stream()
                .map(each -> Objects.requireNonNull(became.get(each.unit())))
                .max(Comparator.naturalOrder())
                .map(since -> new Places.Former(since, now))
                .orElse(null);
    }

    /** Units of before the round with this name or code. */
    private List<Integer> named(UUID round, String said) {
        LocalDate day = jdbc.sql("select geography from round.round_v where id = ?")
                .param(round)
                .query(LocalDate.class)
                .single();
        return units.former(UnitNames.bareName(said), UnitNames.placeBehind(said), said, day);
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return filled(row, named(row, number));
    }

    private static Asked named(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getInt("unit"),
                row.getInt("province"),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("over"),
                row.getInt("receiver"),
                SubmissionStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Asked filled(ResultSet row, Asked named) throws SQLException {
        return new Asked(
                named.unit(),
                named.province(),
                named.code(),
                named.name(),
                named.fullName(),
                named.over(),
                named.receiver(),
                SubmissionStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                Json.figures(row.getString("figures")),
                Json.texts(row.getString("notes")),
                Json.texts(row.getString("narrative")));
    }
}
