package vn.toam.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.definition.Check;
import vn.toam.definition.Expression;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.geography.Origin;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.submission.Difference;
import vn.toam.submission.ReturnsBelow;
import vn.toam.submission.Submission;
import vn.toam.unit.Geographies;

/**
 * What the accepted returns below add up to, held against a unit's own return where its form says so ({@link Form#consolidates}): a
 * figure that differs needs a note. Read when asked, never kept: returns accepted later are seen at once.
 */
@Component
class Consolidation {

    /** Fewer may well be none the year after. */
    private static final BigDecimal MANY = BigDecimal.valueOf(20);

    private final FactRepository facts;
    private final Geographies places;
    private final Words words;

    Consolidation(FactRepository facts, Geographies places, Words words) {
        this.facts = facts;
        this.places = places;
        this.words = words;
    }

    /** {@link ReturnsBelow#NONE} for a form that consolidates nothing. */
    ReturnsBelow below(Form form, Submission submission) {
        if (form.consolidates() == null) {
            return ReturnsBelow.NONE;
        }
        List<FactRepository.Lower> lower =
                facts.below(submission, form.consolidates(), places.madeOf(submission.unit(), Origin.MAIN));
        List<Map<String, BigDecimal>> counted = new ArrayList<>();
        lower.forEach(each -> {
            if (each.figures() != null) {
                counted.add(each.figures());
            }
        });
        Map<String, BigDecimal> sums = form.consolidated(counted);
        List<UUID> rounds =
                lower.stream().map(FactRepository.Lower::round).distinct().toList();
        return new ReturnsBelow(
                sums,
                sums.entrySet().stream()
                        .map(sum -> check(sum.getKey(), sum.getValue(), counted.size(), lower.size()))
                        .toList(),
                rounds.size() == 1 ? rounds.getFirst() : null,
                counted.size(),
                (int) lower.stream().filter(FactRepository.Lower::sent).count(),
                lower.size());
    }

    /** A zero against many of the year before may be so, but not without a word: for each such line, that it is not zero. */
    List<Check> zeros(Form form, Map<String, BigDecimal> before) {
        List<Check> zeros = new ArrayList<>();
        for (Field field : form.fields()) {
            BigDecimal last = before.get(field.id());
            if (field.type().adds() && last != null && last.compareTo(MANY) >= 0) {
                zeros.add(new Check(
                        "zero_" + field.id(),
                        null,
                        Check.Kind.SOFT,
                        new Expression.Operation(
                                Expression.Operator.LT,
                                List.of(new Expression.Constant(BigDecimal.ZERO), new Expression.Current(field.id()))),
                        words.text("collection.zero", last)));
            }
        }
        return zeros;
    }

    /** What is asked of a return besides the checks of its form: a word where it is zero against many, or not what was counted from records. */
    List<Check> asked(Form form, Submission submission, Map<String, BigDecimal> before) {
        List<Check> asked = new ArrayList<>(zeros(form, before));
        submission
                .differences()
                .forEach(each -> asked.add(new Check(
                        "counted_" + each.field(),
                        null,
                        Check.Kind.SOFT,
                        new Expression.Operation(
                                Expression.Operator.EQ,
                                List.of(
                                        new Expression.Current(each.field()),
                                        new Expression.Constant(each.tally().figure()))),
                        differs(form.field(each.field()).orElseThrow(), each))));
        return asked;
    }

    private Text differs(Field field, Difference each) {
        return field.type() == FieldType.YES_NO
                ? words.text("collection.tally.differs", answer(each.tally().figure()), answer(each.reported()))
                : words.text("collection.tally.differs", each.tally().figure(), each.reported());
    }

    private Text answer(BigDecimal figure) {
        return words.text(figure.signum() > 0 ? "collection.yes" : "collection.no");
    }

    private Check check(String field, BigDecimal sum, int accepted, int expected) {
        return new Check(
                "below_" + field,
                null,
                Check.Kind.SOFT,
                new Expression.Operation(
                        Expression.Operator.EQ, List.of(new Expression.Current(field), new Expression.Constant(sum))),
                words.text("collection.below.differs", sum, accepted, expected));
    }
}
