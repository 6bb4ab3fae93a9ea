package vn.toam.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Page;
import vn.toam.shared.Speech;

/**
 * A sentence not yet in a language.
 *
 * @param key message key
 * @param arguments numbers, texts, or sentences that stand inside this one
 */
public record Sentence(String key, List<@Nullable Object> arguments) {

    public static Sentence of(String key, @Nullable Object... arguments) {
        return new Sentence(key, java.util.Arrays.asList(arguments));
    }

    /** The sentence in the reader's language. */
    public String in(Page page) {
        return in(page.speech());
    }

    /** The sentence in a language. */
    public String in(Speech speech) {
        return speech.t(
                key,
                arguments.stream()
                        .map(argument -> argument instanceof Sentence inner ? inner.in(speech) : argument)
                        .toArray());
    }
}
