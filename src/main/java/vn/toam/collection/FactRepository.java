package vn.toam.collection;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accepted figures, and how complete they are. */
@Repository
class FactRepository {

    private final JdbcClient jdbc;

    FactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of an accepted submission become facts. */
    void publish(int province, UUID submission) {
        jdbc.sql("""
                insert into collection.fact (province, year, field, unit, value, submission)
                select s.province, s.year, figure.key, s.unit, figure.value::numeric, s.id
                from collection.submission s, jsonb_each_text(s.figures) figure
                where s.province = ? and s.id = ?
                """).params(province, submission).update();
    }

    /** What a submission once published counts no longer. */
    void retract(Submission submission) {
        jdbc.sql("delete from collection.fact where province = ? and unit = ? and year = ? and submission = ?")
                .params(submission.province(), submission.unit(), submission.year(), submission.id())
                .update();
    }

    /** Accepted figures of one unit and year. */
    Map<String, BigDecimal> of(int province, int unit, int year) {
        Map<String, BigDecimal> facts = new HashMap<>();
        jdbc.sql("select field, value from collection.fact where province = ? and unit = ? and year = ?")
                .params(province, unit, year)
                .query(row -> {
                    facts.put(row.getString("field"), row.getBigDecimal("value"));
                });
        return facts;
    }

    /** Accepted figures by unit of a whole province and year. */
    Map<Integer, Map<String, BigDecimal>> ofProvince(int province, int year) {
        Map<Integer, Map<String, BigDecimal>> facts = new HashMap<>();
        jdbc.sql("select unit, field, value from collection.fact where province = ? and year = ?")
                .params(province, year)
                .query(row -> {
                    facts.computeIfAbsent(row.getInt("unit"), unit -> new HashMap<>())
                            .put(row.getString("field"), row.getBigDecimal("value"));
                });
        return facts;
    }
}
