package vn.toam.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;

/** Counts what came and went: the two ends of the same stays by which households are open. */
@Repository
class FlowRepository {

    private final JdbcClient jdbc;

    FlowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Came, Integer> came(int province, Collection<UUID> villages, LocalDate first, LocalDate last) {
        Map<Came, Integer> came = new EnumMap<>(Came.class);
        jdbc.sql("""
                        select came, count(*) from household.stay
                        where province = ? and village = any(?) and first between ? and ? group by came
                        """)
                .params(province, villages.toArray(UUID[]::new), first, last)
                .query((row, n) -> came.put(Came.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return came;
    }

    Map<Went, Integer> went(int province, Collection<UUID> villages, LocalDate first, LocalDate last) {
        Map<Went, Integer> went = new EnumMap<>(Went.class);
        jdbc.sql("""
                        select went, count(*) from household.stay
                        where province = ? and village = any(?) and until between ? and ? group by went
                        """)
                .params(province, villages.toArray(UUID[]::new), first, last)
                .query((row, n) -> went.put(Went.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return went;
    }
}
