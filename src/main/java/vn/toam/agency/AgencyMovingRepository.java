package vn.toam.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Unit;
import vn.toam.unit.MovesWithUnits.Moves;

/** Agencies that end and begin with their unit. */
@Repository
class AgencyMovingRepository {

    private final JdbcClient jdbc;

    AgencyMovingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the agencies of these units and notes the ends they had. */
    void end(UUID reorganisation, Collection<Integer> units, LocalDate on) {
        jdbc.sql("""
                        with open as (
                            select id, valid_to from agency.agency where unit = any(:units) and valid_from < :on and valid_to > :on),
                        noted as (
                            insert into agency.ended_with_unit (reorganisation, agency, valid_to) select :id, id, valid_to from open)
                        update agency.agency a set valid_to = :on from open where a.id = open.id
                        """)
                .param("id", reorganisation)
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .update();
    }

    /** The agencies that units of their level have from a day on. */
    void begin(Collection<Integer> units, LocalDate on) {
        jdbc.sql("""
                        insert into agency.agency (id, unit, level, no, kind, body, sector, name, short_name, name_en, valid_from, valid_to)
                        select u.id * 100 + k.no, u.id, k.level, k.no, k.kind, k.body, k.sector, k.name, k.short_name, k.name_en,
                               greatest(cast(:on as date), k.valid_from), k.valid_to
                        from unit.unit_v u join agency.agency_kind k on k.level = u.level
                        where u.id = any(:units) and k.valid_to > :on and (k.only_units = '' or left(k.only_units, 1) = '-')
                        """)
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .update();
    }

    /** The agencies that {@link #begin} would give the new units of a plan, by unit. */
    Map<Integer, List<Agency>> would(Moves moves) {
        List<Unit> made = moves.made().stream()
                .map(unit -> Objects.requireNonNull(moves.units().get(unit)))
                .toList();
        return jdbc
                .sql(
                        "select n.unit * 100 + a.no as id, n.unit, a.level, a.kind, a.body, a.sector, a.name, a.short_name, cast(null as int) as parent,"
                                + " greatest(cast(:on as date), a.valid_from) as valid_from, a.valid_to,"
                                + AgencyRepository.FULL_NAMES
                                + """
                        from unnest(:units, :levels, :names, :fullNames, :types) n(unit, level, name, full_name, type)
                        join agency.agency_kind a on a.level = n.level join unit.type_v t on t.type = n.type
                        where a.valid_to > :on and (a.only_units = '' or left(a.only_units, 1) = '-')
                        order by n.name collate public.vietnamese, a.no
                        """)
                .param("on", moves.on())
                .param("units", made.stream().mapToInt(Unit::id).toArray())
                .param("levels", texts(made, unit -> unit.level().name()))
                .param("names", texts(made, Unit::name))
                .param("fullNames", texts(made, unit -> unit.fullName().vi()))
                .param("types", texts(made, Unit::type))
                .query(AgencyRepository::agency)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Agency::unit));
    }

    private static String[] texts(List<Unit> units, Function<Unit, String> of) {
        return units.stream().map(of).toArray(String[]::new);
    }

    /** What was added to these units by hand: {@code agency}, {@code committee}. */
    List<String> addedTo(Collection<Integer> units) {
        return jdbc.sql("""
                        select 'agency' where exists (select 1 from agency.agency where unit = any(:units) and no = 0)
                        union all select 'committee' where exists (select 1 from agency.committee where unit = any(:units))
                        """)
                .param("units", units.toArray(Integer[]::new))
                .query(String.class)
                .list();
    }

    /** Removes the agencies of the units made by a reorganisation and gives those that it ended the end they had before. */
    void back(UUID reorganisation, Collection<Integer> made) {
        jdbc.sql("delete from agency.agency where unit = any(?)")
                .param(made.toArray(Integer[]::new))
                .update();
        jdbc.sql("""
                        update agency.agency a set valid_to = e.valid_to from agency.ended_with_unit e
                        where e.reorganisation = ? and a.id = e.agency
                        """).param(reorganisation).update();
        jdbc.sql("delete from agency.ended_with_unit where reorganisation = ?")
                .param(reorganisation)
                .update();
    }
}
