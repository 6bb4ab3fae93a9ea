package vn.toam.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.document.Document;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Direction;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Target;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;

/** SQL of plans and their targets. */
@Repository
class PlanRepository {

    private static final String PLAN = """
            select p.*, d.type as doc_type, d.number, d.issuer, d.issued_on, d.title, d.signer, d.signer_title
            from plan.plan p join document.document_v d on d.id = p.document
            """;

    /** A paper with a number, an issuer and a year, however they are written. */
    private static final String SAME_NUMBER = """
            and d.number_key = upper(replace(:number, ' ', '')) and extract(year from d.issued_on) = :year
            and public.plain(regexp_replace(trim(d.issuer), '\\s+', ' ', 'g')) = public.plain(regexp_replace(trim(:issuer), '\\s+', ' ', 'g'))
            """;

    private final JdbcClient db;

    PlanRepository(JdbcClient db) {
        this.db = db;
    }

    Optional<Plan> find(UUID id) {
        return db.sql(PLAN + "where p.id = :id")
                .param("id", id)
                .query(PlanRepository::plan)
                .optional();
    }

    Optional<UUID> byProgramme(String key) {
        return db.sql("select id from plan.plan where programme_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    List<Plan> issued() {
        return db.sql(PLAN + "where p.status in ('ISSUED', 'ENDED') order by p.period_from desc, p.id")
                .query(PlanRepository::plan)
                .list();
    }

    /** Drafts that wait for a signature, oldest first. */
    List<Plan> submitted() {
        return db.sql(PLAN + "where p.status = 'SUBMITTED' order by p.id")
                .query(PlanRepository::plan)
                .list();
    }

    List<Plan> lower(UUID upper) {
        return db.sql(PLAN + "where p.upper = :upper order by d.issued_on nulls last, p.id")
                .param("upper", upper)
                .query(PlanRepository::plan)
                .list();
    }

    /** Plans whose name, title, issuer and number hold every word; drafts first, then newest first. */
    List<Plan> list(SearchWords words) {
        return db.sql(PLAN + """
                        where public.holds(p.search || ' ' || d.search, :words, :patterns)
                        order by p.status in ('DRAFT', 'SUBMITTED') desc, p.status = 'WITHDRAWN', p.period_from desc, p.id""")
                .params(words.parameters())
                .query(PlanRepository::plan)
                .list();
    }

    /** Plans not withdrawn of these papers; newest first. */
    List<Plan> ofPapers(Collection<UUID> papers) {
        return db.sql(PLAN + """
                        where p.status <> 'WITHDRAWN' and p.document = any(:papers)
                        order by p.id desc limit 5""")
                .param("papers", papers.toArray(UUID[]::new))
                .query(PlanRepository::plan)
                .list();
    }

    /** Plans not withdrawn, drafts too, with the number, the issuer and the year; newest first. */
    List<Plan> sameNumbers(String number, String issuer, int year) {
        return db.sql(PLAN + """
                        where p.status <> 'WITHDRAWN'
                        """ + SAME_NUMBER + " order by p.id desc limit 5")
                .param("number", number)
                .param("issuer", issuer)
                .param("year", year)
                .query(PlanRepository::plan)
                .list();
    }

    /** A plan in force with the number, the issuer and the year of another. */
    Optional<Plan> sameNumber(UUID but, String number, String issuer, int year) {
        return db.sql(PLAN + """
                        where p.id <> :but and p.status not in ('DRAFT', 'SUBMITTED', 'WITHDRAWN')
                        """ + SAME_NUMBER + " limit 1")
                .param("but", but)
                .param("number", number)
                .param("issuer", issuer)
                .param("year", year)
                .query(PlanRepository::plan)
                .optional();
    }

    UUID add(Plan plan, Instant at) {
        return db.sql("""
                        insert into plan.plan (unit, lead_agency, document, name_vi, name_en, period_from, period_to, status, upper,
                            programme_key, standing_agency, notes, demo, created_at)
                        values (:unit, :lead, :document, :vi, :en, :from, :to, :status, :upper, :programme, :standing,
                            cast(:notes as jsonb), :demo, :at)
                        returning id""")
                .param("unit", plan.unit())
                .param("lead", plan.leadAgency())
                .param("document", plan.paper())
                .param("vi", plan.name().vi())
                .param("en", plan.name().en())
                .param("from", plan.periodFrom())
                .param("to", plan.periodTo())
                .param("status", plan.status().name())
                .param("upper", plan.upper())
                .param("programme", plan.programme())
                .param("standing", plan.standingAgency())
                .param("notes", Json.write(plan.notes()))
                .param("demo", plan.demo())
                .param("at", Timestamp.from(at))
                .query(UUID.class)
                .single();
    }

    /** Passes the plan on to a status, unless somebody else was faster; tells whether it did. */
    boolean pass(
            Plan plan,
            PlanStatus to,
            @Nullable Integer lead,
            @Nullable String standing,
            int from,
            int last,
            Instant at) {
        return db.sql("""
                        update plan.plan set status = :to, lead_agency = :lead, standing_agency = :standing, period_from = :from,
                            period_to = :last, issued_at = case when :to = 'ISSUED' then coalesce(issued_at, :at) else issued_at end, version = version + 1
                        where id = :id and version = :version and status = :was""")
                        .param("to", to.name())
                        .param("lead", lead)
                        .param("standing", standing)
                        .param("from", from)
                        .param("last", last)
                        .param("at", Timestamp.from(at))
                        .param("id", plan.id())
                        .param("version", plan.version())
                        .param("was", plan.status().name())
                        .update()
                == 1;
    }

    void rename(UUID id, Text name) {
        db.sql("update plan.plan set name_vi = :vi, name_en = :en where id = :id")
                .param("vi", name.vi())
                .param("en", name.en())
                .param("id", id)
                .update();
    }

    /** Copies the accepted targets and trends of a plan to the rows that indicators are held against. */
    void bindTargets(UUID plan, List<Element> accepted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Element element : accepted) {
            switch (element.item()) {
                case Item.Goal goal -> rows.add(targetRow(element, goal));
                case Item.Trend trend -> rows.add(trendRow(element, trend));
                default -> {}
            }
        }
        db.sql("""
                        insert into plan.target (id, plan, position, ref, text_vi, text_en, indicator, comparator, value, value_to, unit,
                            population, by_year, yearly, better_than_parent, keep_and_improve, trend, score_comparator, score_value)
                        select r.id, :plan, r.position, r.ref, r.vi, coalesce(r.en, ''), r.indicator, r.comparator, r.value, r.value_to, r.unit,
                            r.population, r.by_year, coalesce(r.yearly, false), coalesce(r.better, false), coalesce(r.keep, false),
                            r.trend, r.score_comparator, r.score_value
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, position integer, ref text, vi text, en text,
                            indicator text, comparator text, value numeric, value_to numeric, unit text, population text, by_year integer,
                            yearly boolean, better boolean, keep boolean, trend text, score_comparator text, score_value numeric)""").param("plan", plan).param("rows", Json.write(rows)).update();
    }

    private static Map<String, Object> base(Element element, @Nullable String indicator) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", element.id());
        row.put("position", element.position());
        row.put("ref", element.ref());
        row.put("vi", element.item().text().vi());
        row.put("en", element.item().text().en());
        put(row, "indicator", indicator);
        return row;
    }

    private static Map<String, Object> targetRow(Element element, Item.Goal goal) {
        Map<String, Object> row = base(element, goal.indicator());
        row.put("comparator", goal.comparator().name());
        row.put("value", goal.value());
        put(row, "value_to", goal.valueTo());
        row.put("unit", goal.unit());
        put(row, "population", goal.population());
        put(row, "by_year", goal.by());
        row.put("yearly", goal.yearly());
        row.put("better", goal.betterThanParent());
        row.put("keep", goal.keepAndImprove());
        if (goal.score() != null) {
            row.put("score_comparator", goal.score().comparator().name());
            row.put("score_value", goal.score().value());
        }
        return row;
    }

    private static Map<String, Object> trendRow(Element element, Item.Trend trend) {
        Map<String, Object> row = base(element, trend.indicator());
        row.put("trend", trend.direction().name());
        row.put("yearly", true);
        return row;
    }

    private static void put(Map<String, Object> row, String key, @Nullable Object value) {
        if (value != null) {
            row.put(key, value);
        }
    }

    List<Target> targets(List<UUID> plans) {
        return db.sql("select * from plan.target where plan = any(:plans) order by plan, position")
                .param("plans", plans.toArray(UUID[]::new))
                .query(PlanRepository::target)
                .list();
    }

    private static Plan plan(ResultSet row, int n) throws SQLException {
        Timestamp issued = row.getTimestamp("issued_at");
        return new Plan(
                row.getObject("id", UUID.class),
                row.getInt("unit"),
                row.getObject("lead_agency", Integer.class),
                new Document(
                        row.getObject("document", UUID.class),
                        row.getString("doc_type"),
                        row.getString("number"),
                        row.getString("issuer"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("title"),
                        row.getString("signer"),
                        row.getString("signer_title")),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("period_from"),
                row.getInt("period_to"),
                PlanStatus.valueOf(row.getString("status")),
                row.getObject("upper", UUID.class),
                row.getString("programme_key"),
                row.getString("standing_agency"),
                Json.notes(row.getString("notes")),
                row.getBoolean("demo"),
                row.getInt("version"),
                issued == null ? null : issued.toInstant());
    }

    private static Target target(ResultSet row, int n) throws SQLException {
        String comparator = row.getString("comparator");
        String trend = row.getString("trend");
        String score = row.getString("score_comparator");
        BigDecimal scoreValue = row.getBigDecimal("score_value");
        return new Target(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                row.getString("ref"),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                row.getString("indicator"),
                comparator == null ? null : Comparison.valueOf(comparator),
                row.getBigDecimal("value"),
                row.getBigDecimal("value_to"),
                row.getString("unit"),
                row.getString("population"),
                row.getObject("by_year", Integer.class),
                row.getBoolean("yearly"),
                row.getBoolean("better_than_parent"),
                row.getBoolean("keep_and_improve"),
                trend == null ? null : Direction.valueOf(trend),
                score == null || scoreValue == null ? null : new Item.Score(Comparison.valueOf(score), scoreValue),
                null);
    }
}
