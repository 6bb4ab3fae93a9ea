package vn.toam.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what became of units and where they came from. Districts have no links of their own: theirs are those of their communes. */
@Repository
class SuccessionRepository {

    /** An end of a link as stored. */
    record Row(
            int unit,
            Share share,
            LocalDate on,
            @Nullable String act,
            @Nullable LocalDate adopted,
            String clause) {}

    private static final String ROW = """
            select r.unit, r.share, r.on_date as "on", r.act, a.adopted, r.clause
            from r left join unit.act a on a.number = r.act
            join unit.unit_name n on n.unit = r.unit and n.valid_from <= r.on_date and n.valid_to >= r.on_date
            """;

    private final JdbcClient jdbc;

    SuccessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where {@code id} went: its own links, or for a district those of its communes, those that go on unchanged included. */
    List<Row> successors(int id) {
        return jdbc.sql("""
                        with old as (select id, level, valid_to from unit.unit where id = :id),
                        own as (
                            select l.unit, l.valid_to from unit.lineage l join old o on l.ancestor = o.id
                            where l.valid_to = o.valid_to and l.level = 'COMMUNE' and o.level = 'DISTRICT'
                            union all select id, valid_to from old where valid_to < 'infinity'),
                        went as (
                            select s.to_unit as unit, s.share, s.on_date, s.act, s.clause
                            from own join unit.succession s on s.from_unit = own.unit
                            union all
                            select own.unit, 'FULL', own.valid_to, null, ''
                            from own join unit.unit u on u.id = own.unit and u.valid_to > own.valid_to),
                        r as (
                            select unit,
                                   case when count(*) over () = 1 or (select level from old) <> 'DISTRICT' then min(share) else 'PART' end as share,
                                   min(on_date) as on_date, min(act) as act, min(clause) as clause
                            from went group by unit)
                        """ + ROW + " order by n.name collate public.vietnamese, r.unit")
                .param("id", id)
                .query(Row.class)
                .list();
    }

    /** Where {@code id} came from, with how much of each old unit it received. */
    List<Row> predecessors(int id) {
        return jdbc.sql("""
                        with r as (select from_unit as unit, share, on_date, act, clause from unit.succession where to_unit = :id)
                        """ + ROW + " order by n.name collate public.vietnamese, r.unit")
                .param("id", id)
                .query(Row.class)
                .list();
    }

    Optional<Formation> formation(int id) {
        return jdbc.sql("""
                        select f.act, a.adopted, f.clause, f.words from unit.formation f join unit.act a on a.number = f.act
                        where f.unit = :id
                        """).param("id", id).query(Formation.class).optional();
    }

    /**
     * The communes on the other side of the reform that hold some of {@code id}'s territory ({@code mine} true), and the communes on its
     * own side that share these without belonging to it ({@code mine} false).
     *
     * @param forward true: {@code id} is an old unit, look at its successors; false: a new one, look at its predecessors
     * @param day a day on which {@code id} existed, on its own side of the reform
     */
    List<Side> sides(int id, boolean forward, LocalDate day) {
        return jdbc.sql("""
                        with link as (
                            select case when :forward then from_unit else to_unit end as near,
                                   case when :forward then to_unit else from_unit end as far
                            from unit.succession s join unit.unit u on u.id = s.to_unit and u.level = 'COMMUNE'
                            union all
                            select u.id, u.id from unit.unit u
                            where u.level = 'COMMUNE' and u.valid_from < :reform and u.valid_to > :reform),
                        mine as (
                            select unit from unit.lineage
                            where ancestor = :id and level in ('COMMUNE', 'DISTRICT') and valid_from <= :day and valid_to > :day),
                        far as (select distinct far from link join mine on mine.unit = link.near)
                        select far as unit, true as mine from far
                        union all
                        select distinct near, false from link join far using (far)
                        where near not in (select unit from mine)
                        """)
                .param("forward", forward)
                .param("reform", Successions.REFORM)
                .param("id", id)
                .param("day", day)
                .query(Side.class)
                .list();
    }

    /** A commune found by {@link #sides}. */
    record Side(int unit, boolean mine) {}

    /** Every link between communes of these provinces (codes of today), with the lives of both ends. */
    List<Weights.Edge> edges(Collection<Integer> provinces) {
        return jdbc.sql("""
                        select s.from_unit, s.to_unit, s.share, s.households, f.valid_from, f.valid_to, t.valid_from, t.valid_to
                        from unit.succession s join unit.unit f on f.id = s.from_unit join unit.unit t on t.id = s.to_unit
                        where f.province = any(:provinces) and t.level = 'COMMUNE' order by s.from_unit, s.to_unit
                        """)
                .param("provinces", provinces.toArray(Integer[]::new))
                .query((row, n) -> new Weights.Edge(
                        row.getInt(1),
                        row.getInt(2),
                        Share.valueOf(row.getString(3)),
                        row.getObject(4, Integer.class),
                        new Validity(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                        new Validity(row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class))))
                .list();
    }

    /** A commune of a territory on the day nearest to the one asked for on which the territory existed. */
    record Inside(int territory, int province, LocalDate day, int unit, LocalDate from, LocalDate to) {}

    List<Inside> inside(Collection<Integer> territories, LocalDate on) {
        return jdbc.sql("""
                        select x.id as territory, x.province, d.day, u.id as unit, u.valid_from as "from", u.valid_to as "to"
                        from unit.unit x
                        cross join lateral (select least(greatest(cast(:on as date), x.valid_from), x.valid_to - 1) as day) d
                        join unit.lineage l on l.ancestor = x.id and l.level = 'COMMUNE' and l.valid_from <= d.day and l.valid_to > d.day
                        join unit.unit u on u.id = l.unit
                        where x.id = any(:territories)
                        """)
                .param("territories", territories.toArray(Integer[]::new))
                .param("on", on)
                .query(Inside.class)
                .list();
    }
}
