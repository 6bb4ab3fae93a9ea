package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.RoundService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Cells.Cell;
import vn.toam.submission.Figures;
import vn.toam.submission.ReturnsBelow;
import vn.toam.submission.Submission;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Cells of one form, changed by several people at once, on the real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellsTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int YEAR = 2018;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Consolidation consolidation;

    private UUID round;
    private List<Unit> communes;
    private int next;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        int district = units.byCode(Level.DISTRICT, "217", day).orElseThrow().id();
        communes = units.communesBelow(district, day);
        round = Posts.at("REVIEWER", district)
                .get(() -> rounds.open(FORM, YEAR, district, ""))
                .id();
    }

    @Test
    void twoPeopleOnDifferentCellsBothSave() {
        int unit = commune();
        merge(unit, new Cell("f_dv_cases", "4", ""));
        CollectionService.Merged second = merge(unit, new Cell("f_victims", "5", ""));

        assertThat(second.theirs()).isEmpty();
        assertThat(figures(unit)).containsEntry("dv_cases", number(4)).containsEntry("victims", number(5));
        assertThat(second.cells())
                .as("the first typist's cell reaches the second")
                .containsEntry("f_dv_cases", "4");
    }

    @Test
    void aCellChangedBySomebodyElseIsToldAndTheOthersAreSaved() {
        int unit = commune();
        merge(unit, new Cell("f_households_total", "1.200", ""));
        CollectionService.Merged mine =
                merge(unit, new Cell("f_households_total", "1300", ""), new Cell("f_dv_cases", "7", ""));

        assertThat(mine.theirs()).isEqualTo(Map.of("f_households_total", "1.200"));
        assertThat(figures(unit))
                .containsEntry("households_total", number(1200))
                .containsEntry("dv_cases", number(7));

        assertThat(merge(unit, new Cell("f_households_total", "1300", "1.200")).theirs())
                .as("kept on purpose, knowing the other")
                .isEmpty();
        assertThat(figures(unit)).containsEntry("households_total", number(1300));
    }

    @Test
    void theSameFigureTypedTwiceIsNoConflictHoweverItIsSpelt() {
        int unit = commune();
        merge(unit, new Cell("f_households_total", "1.200", ""));
        int version = submission(unit).version();

        assertThat(merge(unit, new Cell("f_households_total", "1200", "")).theirs())
                .isEmpty();
        assertThat(submission(unit).version()).as("nothing was written").isEqualTo(version);
    }

    @Test
    void aRepeatedRequestNeverUndoesWhatCameAfterIt() {
        int unit = commune();
        merge(unit, new Cell("f_dv_cases", "3", ""));
        Cell cell = new Cell("f_dv_cases", "5", "3");
        reporter(unit, () -> collection.merge(round, unit, 1, List.of(cell), "lost-answer"));
        merge(unit, new Cell("f_dv_cases", "3", "5"));

        CollectionService.Merged again =
                reporter(unit, () -> collection.merge(round, unit, 1, List.of(cell), "lost-answer"));
        assertThat(again.theirs()).isEqualTo(Map.of("f_dv_cases", "3"));
        assertThat(figures(unit)).containsEntry("dv_cases", number(3));
    }

    @Test
    void anUnreadableCellIsToldAndHoldsNothingBack() {
        int unit = commune();
        CollectionService.Merged merged =
                merge(unit, new Cell("f_victims", "năm", ""), new Cell("f_dv_cases", "5", ""));

        assertThat(merged.unread()).extracting(Rejected.Problem::field).containsExactly("f_victims");
        assertThat(figures(unit)).containsEntry("dv_cases", number(5)).doesNotContainKey("victims");
    }

    @Test
    void whatCannotBeReadNeverReachesTheReturnAndZeroTypedElsewhereIsTaken() {
        int unit = commune();
        merge(unit, new Cell("f_victims", "-", ""), new Cell("f_dv_cases", "7,000", ""));
        assertThat(submission(unit).narrative()).isEmpty();

        CollectionService.Merged elsewhere =
                merge(unit, new Cell("f_victims", "0", ""), new Cell("f_dv_cases", "5", ""));
        assertThat(elsewhere.theirs()).isEmpty();
        assertThat(figures(unit)).containsEntry("victims", number(0)).containsEntry("dv_cases", number(5));
        assertThat(merge(unit, new Cell("f_victims", "3", "0")).unread())
                .as("and can be corrected")
                .isEmpty();
    }

    @Test
    void aNoteThatIsTooLongOrCannotBePrintedIsToldAndNotCutOff() {
        int unit = commune();
        CollectionService.Merged merged = merge(
                unit,
                new Cell("n_victims", "a".repeat(2_001), ""),
                new Cell("f_general_assessment", "b\u0000c", ""),
                new Cell("n_dv_cases", "Đã rà soát", ""));
        assertThat(merged.unread())
                .extracting(Rejected.Problem::key)
                .containsExactlyInAnyOrder("catalog.refused.LONG", "catalog.refused.CONTROL");
        assertThat(submission(unit).notes()).isEqualTo(Map.of("dv_cases", "Đã rà soát"));
    }

    @Test
    void notesAndTextsMergeLikeFiguresAndLineEndsDoNotMatter() {
        int unit = commune();
        merge(
                unit,
                new Cell("f_general_assessment", "Dòng một\r\nDòng hai", ""),
                new Cell("n_dv_cases", "Xem lại", ""));
        CollectionService.Merged merged = merge(
                unit,
                new Cell("f_general_assessment", "Dòng ba", "Dòng một\nDòng hai"),
                new Cell("n_dv_cases", "Khác", ""),
                new Cell("f_no_such_line", "1", ""));

        assertThat(merged.theirs()).isEqualTo(Map.of("n_dv_cases", "Xem lại"));
        assertThat(submission(unit).narrative()).containsEntry("general_assessment", "Dòng ba");
    }

    @Test
    void zeroIsWrittenOnlyWhereNothingCanHaveHappened() {
        Submission empty = submission(commune());
        Submission nil = Figures.nil(
                catalog.form(FORM),
                empty,
                Map.of("households_total", number(9757), "dv_models", number(3), "hotlines", number(0)));
        assertThat(nil.figures())
                .doesNotContainKeys("households_total", "households_couple", "dv_models")
                .containsEntry("dv_cases", number(0))
                .containsEntry("hotlines", number(0));
        Submission counted = Figures.with(
                empty,
                Map.of("households_total", number(9), "households_couple", number(9)),
                Map.of(),
                Map.of(),
                false);
        assertThat(Figures.nil(catalog.form(FORM), counted, Map.of()).figures())
                .as("the parts make the whole up")
                .containsEntry("households_single", number(0));
    }

    @Test
    void zeroAgainstThousandsOfLastYearNeedsANoteAndIsNotExplainedWithoutOne() {
        Submission zero =
                Figures.with(submission(commune()), Map.of("households_total", number(0)), Map.of(), Map.of(), false);
        Figures.Context context = new Figures.Context(
                Map.of(),
                Map.of("households_total", number(9757)),
                Map.of(),
                ReturnsBelow.NONE,
                consolidation.zeros(catalog.form(FORM), Map.of("households_total", number(9757))));
        assertThat(Figures.findings(catalog.form(FORM), zero, context)).anySatisfy(finding -> {
            assertThat(finding.check().message().vi()).contains("Năm trước 9.757, năm nay ghi 0");
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.explained()).isFalse();
        });
        assertThat(Figures.obstacles(catalog.form(FORM), zero, context))
                .extracting(Rejected.Problem::field)
                .contains("n_households_total");
    }

    @Test
    void whoMeetsAChangeLearnsWhoMadeIt() {
        int unit = commune();
        merge(unit, new Cell("f_dv_cases", "4", ""));
        assertThat(merge(unit, new Cell("f_dv_cases", "5", "")).by()).isNotBlank();
        assertThat(merge(unit, new Cell("f_victims", "5", "")).by()).isEmpty();
    }

    @Test
    void clearingACellIsAChangeToo() {
        int unit = commune();
        merge(unit, new Cell("f_dv_cases", "8", ""));
        merge(unit, new Cell("f_dv_cases", "", "8"));
        assertThat(figures(unit)).doesNotContainKey("dv_cases");
        assertThat(merge(unit, new Cell("f_dv_cases", "9", "8")).theirs()).isEqualTo(Map.of("f_dv_cases", ""));
    }

    @Test
    void aSentFormTakesNoCells() {
        int unit = commune();
        reporter(
                unit,
                () -> collection.nilReturn(
                        round, unit, 0, typed(Map.of("households_total", "9", "households_couple", "9")), "nil"));
        reporter(unit, () -> {
            collection.submit(round, unit, 1, "send");
            return 0;
        });
        assertThatThrownBy(() -> merge(unit, new Cell("f_dv_cases", "1", "0"))).isInstanceOf(Conflict.class);
    }

    @Test
    void onlyTheUnitItselfTypes() {
        int unit = commune();
        int other = commune();
        assertThatThrownBy(() -> reporter(other, () -> collection.merge(round, unit, 0, List.of(), "x")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void cellsSavedAtTheSameMomentAreAllKept() throws Exception {
        int unit = commune();
        List<String> fields = catalog.form(FORM).fields().stream()
                .map(vn.toam.definition.Field::id)
                .limit(12)
                .toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            IntStream.range(0, fields.size()).forEach(i -> all.add(() -> typeUntilSaved(unit, fields.get(i), i)));
            for (Future<Boolean> each : crowd.invokeAll(all)) {
                assertThat(each.get()).isTrue();
            }
        }
        IntStream.range(0, fields.size())
                .forEach(i -> assertThat(figures(unit)).containsEntry(fields.get(i), number(i)));
    }

    /** As a page does: what was not acknowledged is sent again with the same key. */
    private boolean typeUntilSaved(int unit, String field, int figure) {
        String key = UUID.randomUUID().toString();
        List<Cell> cells = List.of(new Cell("f_" + field, String.valueOf(figure), ""));
        for (int i = 0; i < 20; i++) {
            try {
                return reporter(unit, () -> collection.merge(round, unit, 0, cells, key))
                        .theirs()
                        .isEmpty();
            } catch (Conflict busy) {
                // again
            }
        }
        return false;
    }

    private int commune() {
        return communes.get(next++).id();
    }

    private CollectionService.Merged merge(int unit, Cell... cells) {
        return reporter(
                unit,
                () -> collection.merge(
                        round, unit, 0, List.of(cells), UUID.randomUUID().toString()));
    }

    private static TypedReturn typed(Map<String, String> figures) {
        return new TypedReturn(figures, Map.of(), Map.of());
    }

    private static <T> T reporter(int unit, java.util.function.Supplier<T> code) {
        return Posts.at("REPORTER", unit).get(code);
    }

    private Submission submission(int unit) {
        return submissions.find(round, unit).orElseThrow();
    }

    private Map<String, BigDecimal> figures(int unit) {
        return submission(unit).figures();
    }

    private static BigDecimal number(int figure) {
        return BigDecimal.valueOf(figure);
    }
}
