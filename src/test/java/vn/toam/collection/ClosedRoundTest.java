package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Cells;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Nothing is typed, sent or taken into a round that is closed, by whichever way; opened again, all of it goes on. */
class ClosedRoundTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static int next = 2080;

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private CollectionService collection;

    @Autowired
    private BulkEntry bulk;

    @Autowired
    private UnitService units;

    private Round round;
    private int unit;
    private Somebody planner;
    private Somebody officer;

    @BeforeEach
    void open() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        planner = Posts.at("PLANNER", province);
        int year = next++;
        round = planner.get(() -> rounds.open(FORM, year, province, ""));
        unit = units.idsBelow(province, Level.COMMUNE, round.geography()).getFirst();
        officer = Posts.at("REPORTER", unit);
        type("1", "before");
        int missing = units.communesBelow(province, round.geography()).size();
        planner.run(() -> changes.close(round.id(), missing));
    }

    @Test
    void everyWayInIsRefusedAndNothingIsChanged() {
        refused(() -> type("2", "whole form"));
        refused(() -> officer.run(() ->
                collection.merge(round.id(), unit, 0, List.of(new Cells.Cell("figures.dv_cases", "1", "3")), "cell")));
        refused(() -> officer.run(() -> bulk.save(round.id(), List.of(wanted("4")), "table", "")));
        refused(() -> officer.run(() -> collection.submit(round.id(), unit, version(), "send")));
        assertThat(stands()).isEqualByComparingTo("1");

        planner.run(() -> changes.reopen(round.id(), "Ba xã gửi thiếu biểu"));
        type("5", "again");
        assertThat(stands()).isEqualByComparingTo("5");
    }

    private static void refused(ThrowingCallable way) {
        assertThatThrownBy(way)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().key())
                                .isEqualTo("collection.problem.closed"));
    }

    private BulkEntry.Return wanted(String value) {
        return new BulkEntry.Return(unit, Map.of("dv_cases", new BigDecimal(value)), Map.of(), Map.of());
    }

    private void type(String value, String key) {
        officer.run(() -> collection.save(
                round.id(), unit, version(), new TypedReturn(Map.of("dv_cases", value), Map.of(), Map.of()), key));
    }

    private int version() {
        return collection.find(round.id(), unit).version();
    }

    private BigDecimal stands() {
        return collection.find(round.id(), unit).figures().get("dv_cases");
    }
}
