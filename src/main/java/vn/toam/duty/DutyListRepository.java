package vn.toam.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyFilter.Show;
import vn.toam.assignment.DutyStatistics;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;

/** SQL of lists and counts of duties. */
@Repository
class DutyListRepository {

    static final int PAGE = 50;

    /** Duties with what they are narrowed by; the details of a page are read afterwards. */
    private static final String FROM = """
            from duty.duty d
            join duty.assignment s on s.id = d.assignment
            join plan.plan_v p on p.id = d.plan
            """;

    private static final String RUNNING =
            "d.stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK')";

    private static final String EXTENSION_OPEN =
            "exists (select from duty.extension x where x.duty = d.id and x.decided_at is null)";

    private static final String LATE = "d.submitted_on > coalesce(d.missed_due, d.due_effective)";

    private final JdbcClient db;

    DutyListRepository(JdbcClient db) {
        this.db = db;
    }

    /** People's Committees bear one name: they stand in the order of their places. */
    private static final String PLACE =
            "(select n.name collate public.vietnamese from unit.last_name_v n where n.unit = a.unit)";

    /**
     * What a list is taken from.
     *
     * @param agencies those whose duties are "mine"
     * @param units those whose plans are "given"
     * @param latest effective day from which on nothing is late enough; null: not asked
     */
    record Scope(
            DutyFilter filter,
            Collection<Integer> agencies,
            Collection<Integer> units,
            LocalDate today,
            @Nullable LocalDate latest) {}

    Slice<Duty> page(Scope scope) {
        int total = count(scope);
        int most = Math.max(1, (total + PAGE - 1) / PAGE);
        int page = Math.clamp(scope.filter().page(), 1, most);
        List<Duty> items = listed(scope, (page - 1) * PAGE, PAGE);
        return new Slice<>(items, page, PAGE, total);
    }

    /** Duties in the order of the list. */
    List<Duty> listed(Scope scope, int skip, int most) {
        return at(
                        scope,
                        "with ids as materialized (select d.id, row_number() over (order by " + order(scope.filter())
                                + ") as place " + FROM
                                + " join agency.agency_v a on a.id = d.agency where " + where(scope)
                                + " order by place limit :limit offset :skip) "
                                + DutyRepository.DUTY + " join ids on ids.id = d.id order by ids.place")
                .param("limit", most)
                .param("skip", skip)
                .query(DutyRepository::duty)
                .list();
    }

    int count(Scope scope) {
        return at(scope, "select count(*) " + FROM + " where " + where(scope))
                .query(Integer.class)
                .single();
    }

    /** How many are in each of these states, whatever state the filter names. */
    Map<Show, Integer> counts(Scope scope, List<Show> shows) {
        String filters = shows.stream()
                .map(show -> "count(*) filter (where " + condition(show) + ")")
                .collect(Collectors.joining(", "));
        return at(scope, "select " + filters + " " + FROM + " where " + narrowed(scope))
                .query((row, n) -> {
                    Map<Show, Integer> counts = new EnumMap<>(Show.class);
                    for (int i = 0; i < shows.size(); i++) {
                        counts.put(shows.get(i), row.getInt(i + 1));
                    }
                    return counts;
                })
                .single();
    }

    /** Every duty of the list. */
    List<UUID> ids(Scope scope, int most) {
        return at(
                        scope,
                        "select d.id " + FROM + " where " + where(scope)
                                + " order by d.due_effective, d.id limit :most")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** The four boxes of a list, whatever state it shows. */
    DutyStatistics boxes(Scope scope) {
        return at(scope, """
                        select count(*) filter (where ordered and done and not late) as on_time,
                            count(*) filter (where ordered and done and late) as late,
                            count(*) filter (where ordered and not done and not overdue) as in_time,
                            count(*) filter (where ordered and overdue) as overdue,
                            count(*) filter (where ordered and done and first) as first,
                            count(*) filter (where ordered and extended) as extended,
                            count(*) filter (where ordered and waiting) as waiting,
                            count(*) filter (where not ordered) as asked,
                            count(*) filter (where not ordered and answered) as answered
                        from (select s.role <> 'REQUESTED' as ordered, d.status = 'DONE' as done,
                                coalesce(%s, false) as late, %s and d.due_effective < :today as overdue,
                                coalesce(d.submitted_on <= d.first_effective, true) as first, d.due <> d.due_first as extended,
                                d.stage = 'SUBMITTED' as waiting, d.stage not in ('NEW', 'RECEIVED') as answered
                            %s where %s) one
                        """.formatted(LATE, RUNNING, FROM, where(scope)))
                .query((row, n) -> new DutyStatistics(
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getInt("in_time"),
                        row.getInt("overdue"),
                        row.getInt("first"),
                        row.getInt("extended"),
                        row.getInt("waiting"),
                        row.getInt("asked"),
                        row.getInt("answered")))
                .single();
    }

    DutyLists.Since since(Scope scope, LocalDate day) {
        return at(scope, """
                        select count(*) filter (where d.status = 'DONE' and d.submitted_on >= :day) as done,
                            count(*) filter (where %s and d.due_effective >= cast(:day as date) - 1) as late,
                            count(*) filter (where d.stage = 'BLOCKED' and exists (select from duty.progress g
                                where g.duty = d.id and g.status = 'BLOCKED' and g.at >= cast(:day as date))) as blocked
                        %s where %s""".formatted(DutyRepository.overdue("s", ":today"), FROM, where(scope)))
                .param("day", day)
                .query((row, n) -> new DutyLists.Since(day, row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** How many duties of a list each agency owes, most first. */
    List<Owing> byAgency(Scope scope, int most) {
        return at(
                        scope,
                        "select d.agency, count(*) as n, min(d.due_effective) as oldest " + FROM + " where "
                                + where(scope) + " group by d.agency order by n desc, oldest, d.agency limit :most")
                .param("most", most)
                .query((row, n) -> new Owing(row.getInt(1), row.getInt(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** An agency with how much of a list it owes. @param oldest the effective due day that has passed longest */
    record Owing(int agency, int duties, LocalDate oldest) {}

    /** Agencies that owe something in the scope, and plans that give something: what the filter offers. */
    List<Integer> agencies(Scope scope) {
        return at(scope, "select distinct d.agency " + FROM + " where " + base(scope) + " limit 400")
                .query(Integer.class)
                .list();
    }

    Map<UUID, Text> plans(Scope scope) {
        Map<UUID, Text> plans = new HashMap<>();
        at(scope, "select distinct p.id, p.name_vi, p.name_en " + FROM + " where " + base(scope))
                .query(row -> {
                    plans.put(row.getObject(1, UUID.class), new Text(row.getString(2), row.getString(3)));
                });
        return plans;
    }

    /** How many open duties each agency has whose effective due day is one of these. */
    Map<Integer, Integer> due(List<LocalDate> days) {
        Map<Integer, Integer> due = new HashMap<>();
        db.sql("""
                select d.agency, count(*) from duty.duty d join duty.assignment s on s.id = d.assignment
                where d.stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK')
                  and d.due_effective = any(cast(:days as date[])) and s.role <> 'REQUESTED' group by d.agency
                """)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    due.put(row.getInt(1), row.getInt(2));
                });
        return due;
    }

    /** How many results each agency that carries a plan has left unconfirmed since a day or longer. */
    Map<Integer, Integer> unconfirmed(LocalDate until) {
        Map<Integer, Integer> waiting = new HashMap<>();
        db.sql("""
                select p.lead_agency, count(*) from duty.duty d join plan.plan_v p on p.id = d.plan
                where d.stage = 'SUBMITTED' and d.submitted_on <= :until and p.lead_agency is not null group by p.lead_agency
                """).param("until", until).query(row -> {
            waiting.put(row.getInt(1), row.getInt(2));
        });
        return waiting;
    }

    private static String order(DutyFilter filter) {
        String way = Boolean.TRUE.equals(filter.down()) ? " desc" : "";
        return switch (filter.sort()) {
            case AGENCY ->
                "a.name collate public.vietnamese" + way + ", " + PLACE + way + ", d.agency, d.due_effective, d.id";
            case PLAN -> "p.name_vi collate public.vietnamese" + way + ", s.position, d.due_effective, d.id";
            case STAGE -> "d.stage" + way + ", d.due_effective, d.id";
            case null, default -> "d.due_effective" + way + ", s.position, d.id";
        };
    }

    private static String base(Scope scope) {
        return (scope.filter().side() == DutyFilter.Side.MINE ? "d.agency = any(:agencies)" : "p.unit = any(:units)")
                + " and d.passed_at is null and (d.opens_on is null or d.opens_on <= :today)";
    }

    private static String where(Scope scope) {
        return narrowed(scope) + " and " + condition(scope.filter().show());
    }

    /** Everything but the state. */
    private static String narrowed(Scope scope) {
        DutyFilter filter = scope.filter();
        StringBuilder sql = new StringBuilder(base(scope));
        add(sql, filter.plan(), "d.plan = :plan");
        add(sql, filter.agency(), "d.agency = :agency");
        add(sql, filter.unit(), "d.agency in (select id from agency.agency_v where unit = :unit)");
        add(sql, filter.lead(), """
                exists (select from duty.assignment l join duty.assignment_agency g on g.assignment = l.id
                    where l.element = s.element and l.role = 'LEAD' and g.agency = :lead)""");
        add(sql, filter.from(), "d.due >= :from");
        add(sql, filter.to(), "d.due <= :to");
        add(sql, scope.latest(), RUNNING + " and d.due_effective <= :latest and s.role <> 'REQUESTED'");
        return sql.toString();
    }

    private static void add(StringBuilder sql, @Nullable Object given, String condition) {
        if (given != null) {
            sql.append(" and ").append(condition);
        }
    }

    private static String condition(Show show) {
        String overdue = DutyRepository.overdue("s", ":today");
        return switch (show) {
            case OPEN -> "d.stage not in ('SUBMITTED', 'DONE', 'CANCELLED')";
            case OVERDUE -> overdue;
            case SOON -> RUNNING + " and d.due_effective between :today and cast(:today as date) + 30";
            case NEW -> "d.stage = 'NEW'";
            case WAITING -> "(d.stage in ('SUBMITTED', 'REFUSED') or " + EXTENSION_OPEN + ")";
            case BLOCKED -> "d.stage = 'BLOCKED'";
            case URGED -> RUNNING + """
                     and exists (select from duty.urge u where u.duty = d.id and not exists (
                        select from duty.progress g where g.duty = d.id and g.act = 'REPORT' and g.at > u.at))""";
            case PAUSED -> "d.stage = 'PAUSED'";
            case ON_TIME -> "d.status = 'DONE' and s.role <> 'REQUESTED' and not coalesce(" + LATE + ", false)";
            case LATE -> "d.status = 'DONE' and s.role <> 'REQUESTED' and " + LATE;
            case CANCELLED -> "d.stage = 'CANCELLED'";
            case ALL -> "d.stage <> 'CANCELLED'";
        };
    }

    private JdbcClient.StatementSpec at(Scope scope, String sql) {
        DutyFilter filter = scope.filter();
        Map<String, Object> given = new HashMap<>();
        given.put("agencies", scope.agencies().toArray(Integer[]::new));
        given.put("units", scope.units().toArray(Integer[]::new));
        given.put("today", scope.today());
        given.put("plan", filter.plan());
        given.put("agency", filter.agency());
        given.put("unit", filter.unit());
        given.put("lead", filter.lead());
        given.put("from", filter.from());
        given.put("to", filter.to());
        given.put("latest", scope.latest());
        return db.sql(sql).params(given);
    }
}
