package vn.toam.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.SearchWords;

/** Finds units and agencies by words: of their own name and code, with words of the units above to tell namesakes apart. */
@Repository
class UnitSearchRepository {

    /** At least one word is of the unit itself, the others may be of the two units above; the whole of what is said is in the code too. */
    private static final String FOUND = """
            from unit.unit_name f
            join unit.unit x on x.id = f.unit
            left join unit.unit_parent p1 on p1.unit = f.unit and p1.valid_from <= :date and p1.valid_to > :date
            left join unit.unit_name n1 on n1.unit = p1.parent and n1.valid_from <= :date and n1.valid_to > :date
            left join unit.unit_parent p2 on p2.unit = p1.parent and p2.valid_from <= :date and p2.valid_to > :date
            left join unit.unit_name n2 on n2.unit = p2.parent and n2.valid_from <= :date and n2.valid_to > :date
            where f.valid_from <= :date and f.valid_to > :date and (:level = '' or x.level = :level)
              and (f.search || ' ' || f.code) ~ any(:patterns)
              and concat_ws(' ', f.search, f.code, n1.search, n2.search) ~ all(:patterns)
            """;

    private final JdbcClient jdbc;

    UnitSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of units of a day: those whose own name holds every word first, then higher levels, shorter names, by name. */
    List<Integer> units(SearchWords words, LocalDate date, @Nullable Level level, int limit, int offset) {
        return given("select f.unit " + FOUND + """
                     order by not ((f.search || ' ' || f.code) ~ all(:patterns)),
                     array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], x.level), length(f.search),
                     f.name collate public.vietnamese, f.unit limit :limit offset :offset""", words)
                .param("date", date)
                .param("level", level == null ? "" : level.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(Integer.class)
                .list();
    }

    int count(SearchWords words, LocalDate date, @Nullable Level level) {
        return given("select count(*) " + FOUND, words)
                .param("date", date)
                .param("level", level == null ? "" : level.name())
                .query(Integer.class)
                .single();
    }

    /** Ids of units that ended before a day, found by names they and the units above bore on their last day; the latest first. */
    List<Integer> ended(SearchWords words, LocalDate date, int limit) {
        return given("""
                        select f.unit from unit.unit x
                        join unit.unit_name f on f.unit = x.id and f.valid_to = x.valid_to
                        left join unit.unit_parent p1 on p1.unit = x.id and p1.valid_to = x.valid_to
                        left join unit.unit_name n1 on n1.unit = p1.parent and n1.valid_from < x.valid_to and n1.valid_to >= x.valid_to
                        left join unit.unit_parent p2 on p2.unit = p1.parent and p2.valid_from < x.valid_to and p2.valid_to >= x.valid_to
                        left join unit.unit_name n2 on n2.unit = p2.parent and n2.valid_from < x.valid_to and n2.valid_to >= x.valid_to
                        where x.valid_to <= :date and (f.search || ' ' || f.code) ~ any(:patterns)
                          and concat_ws(' ', f.search, f.code, n1.search, n2.search) ~ all(:patterns)
                        order by not ((f.search || ' ' || f.code) ~ all(:patterns)), x.valid_to desc,
                        array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], x.level), length(f.search), x.id
                        limit :limit""", words)
                .param("date", date)
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    /** Ids of agencies of a day whose name, short name or unit holds every word, and the own name at least one; higher levels first. */
    List<Integer> agencies(SearchWords words, LocalDate date, int limit) {
        return given("""
                        select a.id from unit.agency a
                        join unit.unit_name n on n.unit = a.unit and n.valid_from <= :date and n.valid_to > :date
                        where a.valid_from <= :date and a.valid_to > :date
                          and a.search ~ any(:patterns) and (a.search || ' ' || n.search) ~ all(:patterns)
                        order by array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], a.level), length(a.name),
                        n.name collate public.vietnamese, a.no, a.id limit :limit""", words)
                .param("date", date)
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    private JdbcClient.StatementSpec given(String sql, SearchWords words) {
        return jdbc.sql(sql).param("patterns", words.array());
    }
}
