package vn.toam.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.definition.Expression.Operator.ABS;
import static vn.toam.definition.Expression.Operator.AND;
import static vn.toam.definition.Expression.Operator.DIVIDE;
import static vn.toam.definition.Expression.Operator.EQ;
import static vn.toam.definition.Expression.Operator.LE;
import static vn.toam.definition.Expression.Operator.LT;
import static vn.toam.definition.Expression.Operator.MULTIPLY;
import static vn.toam.definition.Expression.Operator.NOT;
import static vn.toam.definition.Expression.Operator.OR;
import static vn.toam.definition.Expression.Operator.SUBTRACT;
import static vn.toam.definition.Expression.Operator.SUM;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formulas, on the figures of a chess club: 10 games, 6 won, draws not reported; 8 games last season. */
class ExpressionTest {

    private static final Map<String, BigDecimal> NOW = Map.of("games", new BigDecimal(10), "wins", new BigDecimal(6));
    private static final Map<String, BigDecimal> BEFORE = Map.of("games", new BigDecimal(8));

    private final Expression games = new Expression.Current("games");
    private final Expression wins = new Expression.Current("wins");
    private final Expression draws = new Expression.Current("draws");
    private final Expression gamesBefore = new Expression.Previous("games");

    @Test
    void arithmeticIsExact() {
        assertThat(value(of(SUM, games, wins, number("0.1")))).isEqualByComparingTo("16.1");
        assertThat(value(of(SUBTRACT, wins, games))).isEqualByComparingTo("-4");
        assertThat(value(of(ABS, of(SUBTRACT, wins, games)))).isEqualByComparingTo("4");
        assertThat(value(of(MULTIPLY, wins, games))).isEqualByComparingTo("60");
        assertThat(value(of(DIVIDE, wins, games))).isEqualByComparingTo("0.6");
    }

    @Test
    void comparisonsAnswerOneOrZero() {
        assertThat(value(of(LT, wins, games))).isEqualByComparingTo("1");
        assertThat(value(of(LE, games, games))).isEqualByComparingTo("1");
        assertThat(value(of(EQ, wins, games))).isEqualByComparingTo("0");
        assertThat(value(of(NOT, of(EQ, wins, games)))).isEqualByComparingTo("1");
        assertThat(value(of(EQ, number("6.00"), wins))).isEqualByComparingTo("1");
    }

    @Test
    void missingIsNotZero() {
        assertThat(value(draws)).isNull();
        assertThat(value(of(SUM, wins, draws))).isNull();
        assertThat(value(of(LE, draws, games))).isNull();
        assertThat(value(of(NOT, of(LE, draws, games)))).isNull();
    }

    @Test
    void divisionByZeroHasNoResult() {
        assertThat(value(of(DIVIDE, wins, number("0")))).isNull();
    }

    @Test
    void andAndOrDecideWithWhatIsKnown() {
        Expression yes = number("1");
        Expression no = number("0");
        assertThat(value(of(AND, no, draws))).isEqualByComparingTo("0");
        assertThat(value(of(AND, yes, draws))).isNull();
        assertThat(value(of(AND, yes, yes))).isEqualByComparingTo("1");
        assertThat(value(of(OR, draws, yes))).isEqualByComparingTo("1");
        assertThat(value(of(OR, draws, no))).isNull();
        assertThat(value(of(OR, no, no))).isEqualByComparingTo("0");
    }

    @Test
    void lastSeasonIsKnownOnlyWhenGiven() {
        Expression grown = of(SUBTRACT, games, gamesBefore);
        assertThat(grown.evaluate(NOW::get, BEFORE::get)).isEqualByComparingTo("2");
        assertThat(grown.evaluate(NOW::get)).isNull();
    }

    @Test
    void namesItsFieldsAndCanBeReadByPeople() {
        Expression rule = of(LE, of(SUM, wins, draws), of(MULTIPLY, number("0.5"), gamesBefore));
        assertThat(rule.fields()).containsExactly("wins", "draws", "games");
        assertThat(rule.write(field -> field.substring(0, 1).toUpperCase())).isEqualTo("(W + D) ≤ (0.5 × G′)");
    }

    private static Expression of(Expression.Operator operator, Expression... parts) {
        return new Expression.Operation(operator, List.of(parts));
    }

    private static Expression number(String value) {
        return new Expression.Constant(new BigDecimal(value));
    }

    private static BigDecimal value(Expression expression) {
        return expression.evaluate(NOW::get, BEFORE::get);
    }
}
