package vn.toam.mapping;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/**
 * What a sender is asked beside the columns, or before saving.
 *
 * @param id name of the input
 * @param label message key
 * @param hint message key; null: none
 * @param none message key of the choice that says nothing; ignored where anything may be typed
 * @param choices values with their message keys; empty: anything may be typed
 * @param refused message key for what is no answer
 * @param answers what is one
 */
public record ImportQuestion(
        String id,
        String label,
        @Nullable String hint,
        String none,
        List<Choice> choices,
        String refused,
        Predicate<String> answers) {

    /** A value and what it means: a message key, or words of its own. */
    public record Choice(
            String value, String label, @Nullable Text name) {

        public Choice(String value, String label) {
            this(value, label, null);
        }

        public Choice(String value, Text name) {
            this(value, "", name);
        }
    }

    /** A question that may stay unanswered. */
    public static ImportQuestion of(String id, String label, @Nullable String hint) {
        return new ImportQuestion(id, label, hint, "", List.of(), "", answer -> true);
    }

    /** @throws Rejected when that is no answer */
    public void check(String answer) {
        if (!answers.test(answer)) {
            throw Rejected.field(id, refused);
        }
    }
}
