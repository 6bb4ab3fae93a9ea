package vn.toam.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Posts;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.OldVillages;
import vn.toam.unit.UnitService;

/** What is kept in memory is what the tables say: the whole country, on several days, before, after and without a reorganisation. */
class GeographyTablesTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2026, 8, 31),
            ON,
            LocalDate.of(2026, 11, 30));

    @Autowired
    private Geographies geographies;

    @Autowired
    private UnitService units;

    @Autowired
    private OldVillages oldVillages;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theWholeCountryIsAsTheTablesSay() {
        check();
    }

    @Test
    void alsoAfterAReorganisationAndAfterItsUndo() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Posts.at("ADMIN", UnitService.COUNTRY).run(() -> {
                int commune = units.idByCode(Level.COMMUNE, "07339", ON).orElseThrow();
                oldVillages.add(commune, "Thôn thử bộ nhớ", ON.minusMonths(1));
                check();
                UUID id = reorganisations.save(null, "Thử bộ nhớ", ON, "999/NQ", ON.minusMonths(1), lines());
                reorganisations.confirm(id);
                check();
                int made = units.idByCode(Level.COMMUNE, "07339", ON).orElseThrow();
                assertThat(made).isNotEqualTo(commune);
                assertThat(geographies.madeOf(made, Origin.ENDED)).contains(commune);
                reorganisations.undo(id, "Nghị quyết bị thu hồi");
                check();
                assertThat(units.idByCode(Level.COMMUNE, "07339", ON)).contains(commune);
                assertThat(geographies.now().level(made)).isEmpty();
            });
        });
        check();
    }

    /** Two communes and a part of a third become one; the third goes on with the rest under a new id. */
    private List<Line> lines() {
        List<String> others =
                units
                        .communesBelow(
                                units.byCode(Level.COMMUNE, "07339", ON)
                                        .orElseThrow()
                                        .parent(),
                                ON)
                        .stream()
                        .map(Unit::code)
                        .filter(code -> !code.equals("07339"))
                        .sorted()
                        .limit(2)
                        .toList();
        return List.of(
                new Line(1, "07339", "07339", "Xã Bộ Nhớ", "", "", "", "", "", ""),
                new Line(2, others.get(0), "07339", "", "", "toàn bộ", "", "", "", ""),
                new Line(3, others.get(1), "07339", "", "", "một phần", "100", "", "", ""),
                new Line(4, others.get(1), others.get(1), "Xã Phần Còn Lại", "", "phần còn lại", "900", "", "", ""));
    }

    private void check() {
        Geography geography = geographies.now();
        List<Integer> all = jdbc.sql("select id from unit.unit order by id")
                .query(Integer.class)
                .list();
        assertThat(all).hasSizeGreaterThan(14_000);
        DAYS.forEach(day -> {
            lineage(geography, all, day);
            described(geography, all, day);
        });
        made(geography, all);
        belonging(geography);
    }

    /** Above, below, within, counts and existence. */
    private void lineage(Geography geography, List<Integer> all, LocalDate day) {
        Map<Integer, List<Integer>> above = new HashMap<>();
        Map<Integer, Map<Level, Set<Integer>>> below = new HashMap<>();
        jdbc.sql("""
                        select l.unit, l.ancestor, l.level from unit.lineage l
                        where l.valid_from <= :day and :day < l.valid_to order by l.unit, l.depth
                        """).param("day", day).query(row -> {
            above.computeIfAbsent(row.getInt(1), any -> new ArrayList<>()).add(row.getInt(2));
            below.computeIfAbsent(row.getInt(2), any -> new HashMap<>())
                    .computeIfAbsent(Level.valueOf(row.getString(3)), any -> new TreeSet<>())
                    .add(row.getInt(1));
        });
        for (int unit : all) {
            List<Integer> chain = above.getOrDefault(unit, List.of());
            if (!chain.isEmpty()) {
                assertThat(geography.ancestors(unit, day).stream().map(Unit::id).toList())
                        .isEqualTo(chain.subList(1, chain.size()));
                assertThat(chain).allMatch(over -> geography.isWithin(unit, over, day));
            }
            assertThat(geography.isWithin(unit, UnitService.COUNTRY, day)).isEqualTo(!chain.isEmpty());
        }
        below.forEach((unit, byLevel) -> {
            if (geography.level(unit).orElseThrow() != Level.VILLAGE) {
                for (Level level : Level.values()) {
                    assertThat(new TreeSet<>(geography.below(unit, level, day)))
                            .isEqualTo(byLevel.getOrDefault(level, Set.of()));
                    assertThat(geography.countBelow(unit, level, day))
                            .isEqualTo(byLevel.getOrDefault(level, Set.of()).size());
                }
            }
        });
        jdbc.sql("""
                        select province, count(*) from unit.unit
                        where level = 'COMMUNE' and valid_from <= :day and :day < valid_to group by province
                        """).param("day", day).query(row -> {
            assertThat(geography.countInProvince(row.getInt(1), Level.COMMUNE, day))
                    .isEqualTo(row.getInt(2));
        });
    }

    /** Name, type, code, level, province and parent, of a unit that did not exist then as on its nearest day; and the order of lists. */
    private void described(Geography geography, List<Integer> all, LocalDate day) {
        List<String> said = jdbc.sql("""
                        select concat_ws('|', u.id, u.level, u.province, coalesce(p.parent, 0), n.code, n.type, t.urban, n.name, n.full_name,
                            case when t.en = '' then n.name when t.en_first or n.name ~ '^[0-9]' then t.en || ' ' || n.name
                                 else n.name || ' ' || t.en end)
                        from unit.unit u
                        cross join lateral (select least(greatest(cast(:day as date), u.valid_from), u.valid_to - 1) as day) d
                        join unit.unit_name n on n.unit = u.id and n.valid_from <= d.day and n.valid_to > d.day
                        join unit.unit_type t on t.type = n.type
                        left join unit.unit_parent p on p.unit = u.id and p.valid_from <= d.day and p.valid_to > d.day
                        order by n.name collate public.vietnamese, u.id
                        """).param("day", day).query(String.class).list();
        List<String> kept = geography.findAll(all, day).stream()
                .map(u -> String.join(
                        "|",
                        String.valueOf(u.id()),
                        u.level().name(),
                        String.valueOf(u.province()),
                        String.valueOf(u.parent() == null ? 0 : u.parent()),
                        u.code(),
                        u.type(),
                        u.urban() ? "t" : "f",
                        u.name(),
                        u.fullName().vi(),
                        u.fullName().en()))
                .toList();
        assertThat(kept).isEqualTo(said);
        jdbc.sql("""
                        select u.level, n.code, min(n.unit), count(*) from unit.unit_name n join unit.unit u on u.id = n.unit
                        where n.code <> '' and n.valid_from <= :day and n.valid_to > :day group by u.level, n.code
                        """).param("day", day).query(row -> {
            if (row.getInt(4) == 1) {
                assertThat(geography.byCode(Level.valueOf(row.getString(1)), row.getString(2), day))
                        .contains(row.getInt(3));
            }
        });
    }

    private void made(Geography geography, List<Integer> all) {
        Map<Origin, String> rules =
                Map.of(Origin.MAIN, "s.share <> 'PART'", Origin.ENDED, "gone.valid_to = s.on_date", Origin.ANY, "true");
        rules.forEach((rule, condition) -> {
            Map<Integer, Set<Integer>> said = new HashMap<>();
            jdbc.sql("""
                            with recursive made (top, id) as (
                                select id, id from unit.unit
                                union
                                select made.top, s.from_unit from made join unit.succession s on s.to_unit = made.id
                                join unit.unit gone on gone.id = s.from_unit where %s)
                            select top, id from made
                            """.formatted(condition)).query(row -> {
                said.computeIfAbsent(row.getInt(1), any -> new TreeSet<>()).add(row.getInt(2));
            });
            for (int unit : all) {
                Set<Integer> kept =
                        Arrays.stream(geography.madeOf(unit, rule)).boxed().collect(Collectors.toSet());
                assertThat(kept).isEqualTo(said.get(unit));
            }
        });
    }

    /** What rights reach from each province and district and from some communes. */
    private void belonging(Geography geography) {
        List<Integer> places = jdbc.sql("""
                        select id from unit.unit where level in ('PROVINCE', 'DISTRICT') or level = 'COMMUNE' and id % 50 = 0
                           or province = 24 and level = 'COMMUNE'
                        """).query(Integer.class).list();
        Map<Integer, Set<Integer>> said = new HashMap<>();
        jdbc.sql("""
                        with recursive held (top, unit) as (
                            select id, id from unit.unit where id = any(:places)
                            union
                            select held.top, s.from_unit
                            from held join unit.succession s on s.to_unit = held.unit
                            join unit.unit gone on gone.id = s.from_unit and gone.valid_to = s.on_date)
                        select held.top, below.unit
                        from held join unit.unit place on place.id = held.unit
                        join unit.lineage below on below.ancestor = held.unit
                        join unit.unit u on u.id = below.unit
                        where below.valid_to in (u.valid_to, place.valid_to)
                        """).param("places", places.toArray(Integer[]::new)).query(row -> {
            said.computeIfAbsent(row.getInt(1), any -> new TreeSet<>()).add(row.getInt(2));
        });
        for (int place : places) {
            assertThat(new TreeSet<>(geography.belonging(place))).isEqualTo(said.get(place));
            assertThat(said.get(place)).allMatch(unit -> geography.belongsTo(unit, place));
            assertThat(geography.belongsTo(1031, place))
                    .isEqualTo(said.get(place).contains(1031));
        }
    }
}
