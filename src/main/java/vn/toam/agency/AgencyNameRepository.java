package vn.toam.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Validity;

/** Reads every name of an agency, for {@link AgencyIndex}. Days are counted from 1970; the ends of time are the ends of an int. */
@Repository
class AgencyNameRepository {

    private final JdbcClient jdbc;

    AgencyNameRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often agencies have changed. */
    long version() {
        return jdbc.sql("select changes from agency.version").query(Long.class).single();
    }

    /** Every agency in the order of lists; those of one name share its text. */
    List<AgencyIndex.Name> names() {
        Map<String, String> texts = new HashMap<>();
        return jdbc.sql("""
                        with kind as materialized (
                            select name, short_name, name_en, public.searchable(concat_ws(' ', name, short_name, name_en)) as words
                            from agency.agency group by name, short_name, name_en)
                        select a.id, a.unit, k.words, a.valid_from, a.valid_to
                        from agency.agency a
                        join kind k on k.name = a.name and k.short_name = a.short_name and k.name_en = a.name_en
                        order by array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], a.level), length(a.name), a.no, a.id
                        """).query((row, i) -> name(row, texts)).list();
    }

    private static AgencyIndex.Name name(ResultSet row, Map<String, String> texts) throws SQLException {
        String words = row.getString("words");
        Validity validity = Validity.of(row);
        return new AgencyIndex.Name(
                row.getInt("id"),
                row.getInt("unit"),
                texts.computeIfAbsent(words, same -> same),
                day(validity.from()),
                day(validity.to()));
    }

    private static int day(LocalDate date) {
        return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
