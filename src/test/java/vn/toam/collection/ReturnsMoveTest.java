package vn.toam.collection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.ReorganisationService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Completeness;
import vn.toam.submission.RoundView;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Returns of an open round when communes merge or split; Lai Châu, a year nobody else uses; every test takes its changes back. */
class ReturnsMoveTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int YEAR = 2031;
    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private CompletenessRepository completeness;

    @Autowired
    private RoundReader reader;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private UnitService units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private int province;
    private List<Unit> communes;
    private Round round;
    private int key;

    @Test
    void mergingThreeCommunesKeepsEveryFigureAcceptedAndTyped() {
        inLaiChau(() -> {
            accepted(0, 7);
            accepted(1, 5);
            typed(2, 3);
            BigDecimal before = cases();
            assertThat(before).isEqualByComparingTo("12");

            reorganisations.confirm(draft(merge()));

            assertThat(cases()).isEqualByComparingTo(before);
            Submission made = submissions.find(round.id(), made("90001")).orElseThrow();
            assertThat(made.figures()).containsEntry("dv_cases", BigDecimal.valueOf(15));
            assertThat(made.accepted()).containsEntry("dv_cases", BigDecimal.valueOf(12));
            assertThat(made.status()).isEqualTo(SubmissionStatus.DRAFT);
            Submission old = submissions.find(round.id(), communes.get(2).id()).orElseThrow();
            assertThat(old.status()).isEqualTo(SubmissionStatus.PASSED);
            assertThat(old.figures()).containsEntry("dv_cases", BigDecimal.valueOf(3));
            for (int place : List.of(province, UnitService.COUNTRY)) {
                assertThat(requireNonNull(completeness
                                .byUnit(round, place == province ? code() : 0)
                                .get(place)))
                        .extracting(Completeness::expected)
                        .isEqualTo(communes.size() - 2);
            }
            assertThat(requireNonNull(completeness.byUnit(round, code()).get(made("90001"))))
                    .as("what counts is only of one half: the unit has not reported")
                    .isEqualTo(new Completeness(1, 0, 0, 0));
            everywhereTheSame();
        });
    }

    @Test
    void threeAcceptedReturnsMakeAnAcceptedOne() {
        inLaiChau(() -> {
            accepted(0, 1);
            accepted(1, 2);
            accepted(2, 3);
            reorganisations.confirm(draft(merge()));

            Submission made = submissions.find(round.id(), made("90001")).orElseThrow();
            assertThat(made.status()).isEqualTo(SubmissionStatus.ACCEPTED);
            assertThat(made.accepted()).isEqualTo(made.figures()).containsEntry("dv_cases", BigDecimal.valueOf(6));
            assertThat(cases()).isEqualByComparingTo("6");
        });
    }

    /** Card, list and board count the same returns as missing. */
    private void everywhereTheSame() {
        RoundView missing =
                ADMIN.get(() -> reader.round(round.id(), RoundView.Asked.of(province, RoundView.Filter.MISSING)));
        assertThat(missing.completeness().missing()).isEqualTo(missing.slice().total());
        assertThat(ADMIN.get(() -> reader.overview(province, YEAR)).items())
                .filteredOn(item -> item.round().id().equals(round.id()))
                .singleElement()
                .satisfies(item -> assertThat(item.completeness()).isEqualTo(missing.completeness()));
    }

    private int code() {
        return units.find(province).province();
    }

    @Test
    void acceptedFiguresOfASplitCommuneGoOnCounting() {
        inLaiChau(() -> {
            accepted(0, 9);
            reorganisations.confirm(draft(List.of(
                    line(1, communes.get(0), "90001", "Xã Thử Một", "một phần"),
                    line(2, communes.get(0), "90002", "Xã Thử Hai", "phần còn lại"),
                    line(3, communes.get(1), "90001", "", "toàn bộ"))));

            assertThat(cases()).isEqualByComparingTo("9");
            assertThat(submissions.find(round.id(), made("90002")).orElseThrow().accepted())
                    .containsEntry("dv_cases", BigDecimal.valueOf(9));
            assertThat(submissions.find(round.id(), made("90002")).orElseThrow().figures())
                    .isEmpty();
            assertThat(submissions.find(round.id(), made("90001")).orElseThrow().accepted())
                    .isNull();
            everywhereTheSame();
            assertThat(ADMIN.get(() -> indicators.value("dv-cases", made("90002"), YEAR))
                            .coverage()
                            .received())
                    .as("what is left of a split commune's return is not the return of what is left")
                    .isZero();
        });
    }

    @Test
    void undoingRestoresEveryReturnStepAndSum() {
        inLaiChau(() -> {
            accepted(0, 7);
            typed(1, 4);
            String before = fingerprint();
            UUID id = draft(merge());
            reorganisations.confirm(id);
            assertThat(fingerprint()).isNotEqualTo(before);

            assertThat(reorganisations.obstacles(id)).isEmpty();
            reorganisations.undo(id, "Nghị quyết bị thu hồi");

            assertThat(fingerprint()).isEqualTo(before);
        });
    }

    @Test
    void aReturnTypedSinceKeepsTheReorganisationFromBeingUndone() {
        inLaiChau(() -> {
            typed(0, 4);
            UUID id = draft(merge());
            reorganisations.confirm(id);
            int made = made("90001");
            Submission now = submissions.find(round.id(), made).orElseThrow();
            Posts.at("REPORTER", made)
                    .run(() -> collection.save(round.id(), made, now.version(), typed("dv_cases", 5), "typed-since"));

            assertThat(reorganisations.obstacles(id))
                    .extracting(text -> text.vi())
                    .anyMatch(t -> t.contains("báo cáo"));
        });
    }

    @Test
    void aRoundInTheBordersOfBeforeStaysWithItsUnits() {
        inLaiChau(() -> {
            accepted(0, 7);
            jdbc.sql("update round.round set geography = ? where id = ?")
                    .params(ON.minusDays(1), round.id())
                    .update();
            reorganisations.confirm(draft(merge()));

            assertThat(submissions
                            .find(round.id(), communes.get(0).id())
                            .orElseThrow()
                            .status())
                    .isEqualTo(SubmissionStatus.ACCEPTED);
            assertThat(cases()).isEqualByComparingTo("7");
        });
    }

    private void inLaiChau(Runnable code) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            province = units.byCode(Level.PROVINCE, "12", ON).orElseThrow().id();
            communes = new ArrayList<>(units.communesBelow(province, ON.minusDays(1)));
            ADMIN.run(() -> {
                round = Posts.at("REVIEWER", province).get(() -> rounds.open(FORM, YEAR, province, ""));
                code.run();
            });
        });
    }

    private void typed(int commune, int cases) {
        int unit = communes.get(commune).id();
        Posts.at("REPORTER", unit)
                .run(() -> collection.save(round.id(), unit, 0, typed("dv_cases", cases), "k" + key++));
    }

    private void accepted(int commune, int cases) {
        typed(commune, cases);
        int unit = communes.get(commune).id();
        jdbc.sql("update collection.submission set status = 'SUBMITTED', sent_at = now() where round = ? and unit = ?")
                .params(round.id(), unit)
                .update();
        Posts.at("REVIEWER", province).run(() -> collection.accept(round.id(), unit, "k" + key++));
    }

    private static TypedReturn typed(String field, int figure) {
        return new TypedReturn(Map.of(field, String.valueOf(figure)), Map.of(), Map.of());
    }

    /** Cases of the province as the indicator has them: from kept sums. */
    private BigDecimal cases() {
        BigDecimal kept =
                ADMIN.get(() -> indicators.value("dv-cases", province, YEAR)).value();
        BigDecimal summed = jdbc.sql(
                        "select coalesce(sum((accepted ->> 'dv_cases')::numeric), 0) from collection.submission where year = ? and form = ?")
                .params(YEAR, FORM)
                .query(BigDecimal.class)
                .single();
        assertThat(summed).isEqualByComparingTo(kept == null ? BigDecimal.ZERO : kept);
        return summed;
    }

    private int made(String code) {
        return units.byCode(Level.COMMUNE, code, ON).orElseThrow().id();
    }

    private List<Line> merge() {
        return List.of(
                line(1, communes.get(0), "90001", "Xã Thử Một", ""),
                line(2, communes.get(1), "90001", "", ""),
                line(3, communes.get(2), "90001", "", ""));
    }

    private static Line line(int row, Unit old, String code, String name, String share) {
        return new Line(row, old.code(), code, name, "", share, "", "", "", "");
    }

    private UUID draft(List<Line> lines) {
        return reorganisations.save(null, "Thử sắp xếp", ON, "999/NQ-UBTVQH16", null, lines);
    }

    private String fingerprint() {
        return jdbc.sql("""
                        select md5(string_agg(line, '|' order by line)) from (
                            select s::text from collection.submission s where year = :year
                            union all select t::text from collection.step t join collection.submission s
                                on s.province = t.province and s.id = t.submission and s.year = :year
                            union all select concat(unit, measure, numerator::numeric(30, 5), base::numeric(30, 5), units) from indicator.total
                            where year = :year and (units <> 0 or numerator <> 0)) x(line)
                        """).param("year", YEAR).query(String.class).single();
    }
}
