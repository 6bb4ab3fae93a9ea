package vn.toam.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Check;
import vn.toam.definition.Expression;
import vn.toam.definition.Expression.Current;
import vn.toam.definition.Expression.Operation;
import vn.toam.definition.Expression.Operator;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Section;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/** Reading, checking and sending a form: a chess club's yearly return, so that the engine is seen to know no families. */
class FiguresTest {

    private static final Field MEMBERS = field("members", "A1", FieldType.INTEGER, false);
    private static final Field JUNIORS = field("juniors", "A2", FieldType.INTEGER, false);
    private static final Field SENIORS = field("seniors", "A3", FieldType.INTEGER, false);
    private static final Field DUES = field("dues", "A4", FieldType.DECIMAL, true);
    private static final Field OWN_ROOM = field("own_room", "A5", FieldType.YES_NO, true);
    private static final Field STORY = field("story", "B1", FieldType.TEXT, true);
    private static final Form FORM = new Form(
            "chess",
            1,
            Text.of("Chess"),
            List.of(),
            "COMMUNE",
            "any",
            null,
            List.of(new Section("all", Text.of("All"), List.of(MEMBERS, JUNIORS, SENIORS, DUES, OWN_ROOM, STORY))),
            List.of(
                    check("sum", Check.Kind.HARD, Operator.EQ, new Current("members"), sum("juniors", "seniors")),
                    check(
                            "steady",
                            Check.Kind.SOFT,
                            Operator.LE,
                            new Current("members"),
                            new Expression.Previous("members"))),
            false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "members | 1234     | 1234",
                "members | 1.234    | 1234",
                "members | 1 234    | 1234",
                "members | 12.345.678 | 12345678",
                "members | 0        | 0",
                "members | 1,5      | -",
                "members | 1.5      | -",
                "members | 12.34    | -",
                "members | -3       | -",
                "members | muoi     | -",
                "members | 1234567890123 | -",
                "dues    | 1.234,5  | 1234.5",
                "dues    | 0,25     | 0.25",
                "dues    | ,5       | -",
                "own_room| 1        | 1",
                "own_room| 2        | -",
            })
    void figuresAreReadAsOfficialsWriteThem(String field, String typed, BigDecimal figure) {
        List<Problem> problems = new ArrayList<>();
        Submission read = Figures.apply(FORM, submission(Map.of()), typed(field, typed), problems);

        assertThat(read.figures().get(field)).isEqualTo(figure);
        assertThat(problems).hasSize(figure == null ? 1 : 0);
        problems.forEach(problem -> {
            assertThat(problem.field()).isEqualTo("f_" + field);
            assertThat(problem.arguments())
                    .contains(FORM.field(field).orElseThrow().line());
        });
    }

    @Test
    void aBlankClearsAndWhatIsNotNamedStays() {
        Submission before = submission(figures("members", 3, "juniors", 1));
        Submission after = Figures.apply(FORM, before, typed("members", " "), new ArrayList<>());

        assertThat(after.figures()).containsOnlyKeys("juniors");
    }

    @Test
    void aMissingLineIsNamedAndZeroIsNoGap() {
        List<Problem> problems =
                Figures.obstacles(FORM, submission(figures("members", 0, "juniors", 0)), Figures.Context.NONE);

        assertThat(problems).extracting(Problem::field).containsExactly("f_seniors");
    }

    @Test
    void aBrokenHardCheckBlocksEvenWithANote() {
        Submission wrong = noted(submission(figures("members", 5, "juniors", 1, "seniors", 1)), "members");

        assertThat(Figures.obstacles(FORM, wrong, Figures.Context.NONE))
                .extracting(Problem::key)
                .containsExactly("submission.problem.hard");
    }

    @Test
    void aBrokenSoftCheckAsksForANoteAndIsContentWithIt() {
        Figures.Context grown = new Figures.Context(Map.of(), figures("members", 1), Map.of(), ReturnsBelow.NONE);
        Submission odd = submission(figures("members", 2, "juniors", 1, "seniors", 1));

        assertThat(Figures.obstacles(FORM, odd, grown))
                .extracting(Problem::field)
                .containsExactly("n_members");
        assertThat(Figures.obstacles(FORM, noted(odd, "members"), grown)).isEmpty();
    }

    @Test
    void aFigureThatDiffersFromTheAcceptedOneNeedsAReason() {
        Figures.Context amended = new Figures.Context(
                Map.of(), Map.of(), figures("members", 4, "juniors", 1, "seniors", 3), ReturnsBelow.NONE);
        Submission changed = submission(figures("members", 4, "juniors", 2, "seniors", 2));

        assertThat(Figures.obstacles(FORM, changed, amended))
                .extracting(Problem::field)
                .containsExactly("n_juniors", "n_seniors");
    }

    @Test
    void aCheckThatEquatesALineWithASumTellsTheSumBesideTheLine() {
        assertThat(FORM.sums()).containsExactly(Map.entry("members", List.of("juniors", "seniors")));
    }

    private static Field field(String id, String line, FieldType type, boolean optional) {
        return new Field(
                id,
                line,
                Text.of(id),
                null,
                type,
                vn.toam.definition.LineKind.FLOW,
                BigDecimal.ZERO,
                optional,
                null,
                null,
                null,
                null);
    }

    private static Check check(String id, Check.Kind kind, Operator operator, Expression... sides) {
        return new Check(id, "R1", kind, new Operation(operator, List.of(sides)), Text.of(id));
    }

    private static Expression sum(String... fields) {
        return new Operation(
                Operator.SUM,
                List.of(fields).stream()
                        .map(field -> (Expression) new Current(field))
                        .toList());
    }

    private static TypedReturn typed(String field, String text) {
        return new TypedReturn(Map.of(field, text), Map.of(), Map.of());
    }

    static Map<String, BigDecimal> figures(Object... pairs) {
        Map<String, BigDecimal> figures = new java.util.TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            figures.put((String) pairs[i], BigDecimal.valueOf((Integer) pairs[i + 1]));
        }
        return figures;
    }

    private static Submission submission(Map<String, BigDecimal> figures) {
        return new Submission(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "chess",
                2019,
                7,
                3,
                SubmissionStatus.DRAFT,
                figures,
                Map.of(),
                Map.of(),
                false,
                1,
                null,
                Instant.EPOCH,
                null,
                Tallies.NONE);
    }

    private static Submission noted(Submission submission, String field) {
        return Figures.with(submission, submission.figures(), Map.of(field, "because"), Map.of(), false);
    }
}
