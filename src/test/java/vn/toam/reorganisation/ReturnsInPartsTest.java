package vn.toam.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionService;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.Reorganisation.Status;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Returns of an open round that follow in parts: what comes out is what one transaction makes, and no sum is ever half. */
class ReturnsInPartsTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private RecordsFollowing following;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private UnitService units;

    @Autowired
    private TestGround grounds;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestGround.Ground ground;
    private Round round;
    private List<Unit> communes;

    @AfterEach
    void inOnePieceAgain() {
        ADMIN.run(() -> reorganisations.list(Reorganisation.Column.MADE, true, 1).items().stream()
                .filter(one -> one.name().equals("Thử báo cáo từng phần") && one.status() == Status.CONFIRMED)
                .forEach(one -> {
                    following.run();
                    reorganisations.undo(one.id(), "Hết phép thử");
                    following.run();
                }));
        following.limit(500);
    }

    @Test
    void returnsFollowInPartsAsInOneTransactionAndEverySumStaysWhole() {
        ground = grounds.take();
        communes = units.communesBelow(ground.province(), ON.minusDays(1)).subList(0, 5);
        UUID alone = ADMIN.get(this::draft);
        List<Moved> others = ADMIN.get(() -> reorganisations.preview(alone)).moved();
        ADMIN.run(() -> reorganisations.discard(alone));
        given();
        List<String> before = state();
        List<String> atOnce = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            ADMIN.run(() -> reorganisations.confirm(draft()));
            atOnce.addAll(state());
        });
        assertThat(state()).isEqualTo(before).isNotEqualTo(atOnce);

        following.limit(1);
        UUID id = ADMIN.get(this::draft);
        List<Moved> told = ADMIN.get(() -> reorganisations.preview(id)).moved();
        assertThat(ADMIN.get(() -> reorganisations.confirm(id))).isEqualTo(told);
        int open = number(told, OPEN) - number(others, OPEN);
        int divided = number(told, DIVIDED) - number(others, DIVIDED);
        assertThat(List.of(open, divided))
                .as("beside returns that other tests opened")
                .containsExactly(4, 1);
        assertThat(state()).isEqualTo(before);
        partByPart();

        assertThat(state()).isEqualTo(atOnce);
        assertThat(ADMIN.get(() -> reorganisations.progress(id)).kinds())
                .allMatch(kind -> kind.done() == kind.estimate() && !kind.open())
                .anyMatch(kind -> kind.name().vi().equals("Báo cáo của các đợt đang mở")
                        && kind.done() == number(told, OPEN) + number(told, DIVIDED));

        ADMIN.run(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"));
        partByPart();

        assertThat(ADMIN.get(() -> reorganisations.find(id)).status()).isEqualTo(Status.UNDONE);
        assertThat(state()).isEqualTo(before);
    }

    private static final String OPEN = "báo cáo của đợt đang mở";
    private static final String DIVIDED = "báo cáo của đơn vị bị chia";

    /** How many of a kind the preview tells. */
    private static int number(List<Moved> told, String what) {
        return told.stream()
                .map(moved -> moved.what().vi())
                .filter(said -> said.contains(what))
                .mapToInt(said -> Integer.parseInt(said.replaceAll("\\D.*", "")))
                .sum();
    }

    /** Goes on by itself, nobody signed in; looks at the sums between any two parts. */
    private void partByPart() {
        int parts = 0;
        do {
            assertThat(cases(ground.province())).isEqualByComparingTo("27");
            assertThat(cases(UnitService.COUNTRY)).isEqualByComparingTo("27");
            parts++;
        } while (following.part(clock.instant()));
        assertThat(parts).isGreaterThan(3);
        assertThat(cases(ground.province())).isEqualByComparingTo("27");
    }

    private void given() {
        round = Posts.at("REVIEWER", ground.province())
                .get(() -> rounds.open("dv-family-commune", ground.year(), ground.province(), ""));
        accepted(0, 7);
        accepted(1, 5);
        accepted(2, 11);
        typed(3, 2);
        accepted(4, 4);
    }

    /** Two whole mergers and a split. */
    private UUID draft() {
        return reorganisations.save(
                null,
                "Thử báo cáo từng phần",
                ON,
                "999/NQ-UBTVQH16",
                null,
                List.of(
                        line(1, 0, "93001", "Xã Thử Một", ""),
                        line(2, 1, "93001", "", ""),
                        line(3, 2, "93002", "Xã Thử Hai", ""),
                        line(4, 3, "93002", "", ""),
                        line(5, 4, "93003", "Xã Thử Ba", "một phần"),
                        line(6, 4, "93004", "Xã Thử Bốn", "phần còn lại")));
    }

    private Line line(int row, int commune, String code, String name, String share) {
        return new Line(row, communes.get(commune).code(), code, name, "", share, "", "", "", "");
    }

    private void typed(int commune, int cases) {
        int unit = communes.get(commune).id();
        Posts.at("REPORTER", unit)
                .run(() -> collection.save(
                        round.id(),
                        unit,
                        0,
                        new TypedReturn(Map.of("dv_cases", String.valueOf(cases)), Map.of(), Map.of()),
                        "t" + commune));
    }

    private void accepted(int commune, int cases) {
        typed(commune, cases);
        int unit = communes.get(commune).id();
        jdbc.sql("update collection.submission set status = 'SUBMITTED', sent_at = now() where round = ? and unit = ?")
                .params(round.id(), unit)
                .update();
        Posts.at("REVIEWER", ground.province()).run(() -> collection.accept(round.id(), unit, "a" + commune));
    }

    private BigDecimal cases(int place) {
        return Objects.requireNonNullElse(
                ADMIN.get(() -> indicators.value("dv-cases", place, ground.year()))
                        .value(),
                BigDecimal.ZERO);
    }

    /** Returns with their steps, and kept sums, by codes of units: ids and moments differ from one attempt to the next. */
    private List<String> state() {
        List<String> lines = new ArrayList<>(
                jdbc.sql("""
                        select concat_ws('|', n.code, s.status, s.figures, s.notes, s.accepted, s.partial, s.nil_return, s.version, cardinality(s.above),
                            s.receiver, (select string_agg(t.action || ' ' || coalesce(t.remark, ''), ';' order by t.action, t.remark)
                                from collection.step t where t.province = s.province and t.submission = s.id))
                        from collection.submission s join lateral (select code from unit.unit_name n where n.unit = s.unit
                            order by n.valid_from desc limit 1) n on true
                        where s.round = ? order by 1
                        """).param(round.id()).query(String.class).list());
        lines.addAll(jdbc.sql("""
                        select concat_ws('|', n.code, t.measure, t.numerator::numeric(30, 5), t.base::numeric(30, 5), t.units)
                        from indicator.total t join lateral (select code from unit.unit_name n where n.unit = t.unit
                            order by n.valid_from desc limit 1) n on true
                        where t.year = ? and (t.units <> 0 or t.numerator <> 0) order by 1
                        """).param(ground.year()).query(String.class).list());
        return lines;
    }
}
