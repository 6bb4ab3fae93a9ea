package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/**
 * A form with what stands in it, to be written as a file.
 *
 * @param place the unit, or the place whose units these are
 * @param units in the order of the file
 * @param before last year's figures of the unit, when there is only one
 * @param unitNames units of count, by code
 * @param words for headings and hints
 * @param locale their language
 */
record Filled(
        Form form,
        Round round,
        Unit place,
        List<Asked> units,
        Map<String, BigDecimal> before,
        Map<String, Text> unitNames,
        Words words,
        Locale locale) {

    /** A word of this module. */
    String say(String key, Object... arguments) {
        return words.get(locale, "exchange.file." + key, arguments);
    }

    String say(Text text) {
        return text.in(locale);
    }

    /** "năm 2026", "quý I/2026". */
    String period() {
        return words.get(locale, round.period(), round.says());
    }

    /** "Báo cáo …, năm 2026". */
    String title() {
        return say(form.name()) + ", " + period();
    }

    /** Headings of the columns before the figures; whose part a unit is stands there only where units differ in it. */
    List<String> heads() {
        return differ()
                ? List.of(say("code"), say("unit"), say("status"), say("over"))
                : List.of(say("code"), say("unit"), say("status"));
    }

    /** What stands in them. */
    List<String> left(Asked unit) {
        return differ()
                ? List.of(unit.code(), unit.fullName(), status(unit), unit.over())
                : List.of(unit.code(), unit.fullName(), status(unit));
    }

    private boolean differ() {
        String first = units.getFirst().over();
        return units.stream().anyMatch(unit -> !unit.over().equals(first));
    }

    private String status(Asked unit) {
        return words.get(locale, "submission.SubmissionStatus." + unit.status());
    }

    String answer(boolean yes) {
        return words.get(locale, yes ? "collection.yes" : "collection.no");
    }

    /** What stands in a line, as a file says it: a number, yes or no in words, a text; null when blank. */
    @org.jspecify.annotations.Nullable
    Object value(Asked unit, Field field) {
        if (field.type() == FieldType.TEXT) {
            return unit.narrative().get(field.id());
        }
        BigDecimal figure = unit.figures().get(field.id());
        return figure == null ? null : field.type() == FieldType.YES_NO ? answer(figure.signum() != 0) : figure;
    }

    Marks marks(boolean one) {
        return new Marks(
                form.id(),
                form.version(),
                round.id().toString(),
                one ? units.getFirst().code() : "");
    }
}
