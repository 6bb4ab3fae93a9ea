package vn.toam.unit;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Level;

/** Adds a unit to the tree: the place of a post below the commune. */
@Repository
class UnitChangeRepository {

    private final JdbcClient jdbc;
    private final Geographies geographies;

    UnitChangeRepository(JdbcClient jdbc, Geographies geographies) {
        this.jdbc = jdbc;
        this.geographies = geographies;
    }

    /** A new unit below {@code parent} with its lineage. @return its id */
    int add(int parent, Level level, String type, String name, LocalDate from) {
        int id = jdbc.sql("""
                        insert into unit.unit (id, level, province, valid_from, valid_to)
                        select nextval('unit.unit_added'), :level, province, :from, 'infinity' from unit.unit where id = :parent
                        returning id
                        """)
                .param("level", level.name())
                .param("from", from)
                .param("parent", parent)
                .query(Integer.class)
                .single();
        addName(id, "", type, name, from);
        jdbc.sql("insert into unit.unit_parent (unit, valid_from, valid_to, parent) values (?, ?, 'infinity', ?)")
                .params(id, from, parent)
                .update();
        jdbc.sql("""
                        insert into unit.lineage (ancestor, unit, depth, level, valid_from, valid_to)
                        select ancestor, :id, depth + 1, :level, greatest(valid_from, :from), valid_to
                        from unit.lineage where unit = :parent and valid_to > :from
                        union all select :id, :id, 0, :level, :from, 'infinity'
                        """)
                .param("id", id)
                .param("level", level.name())
                .param("from", from)
                .param("parent", parent)
                .update();
        geographies.changed();
        return id;
    }

    void addName(int unit, String code, String type, String name, LocalDate from) {
        jdbc.sql("""
                        insert into unit.unit_name (unit, valid_from, valid_to, code, type, name, full_name)
                        select :unit, :from, 'infinity', :code, t.type, :name, trim(t.vi || ' ' || :name)
                        from unit.unit_type t where t.type = :type
                        """)
                .param("unit", unit)
                .param("from", from)
                .param("code", code)
                .param("type", type)
                .param("name", name)
                .update();
        geographies.changed();
    }
}
