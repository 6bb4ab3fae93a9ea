package vn.toam.catalog;

import java.util.Optional;
import vn.toam.shared.Text;

/** Words for lines of text of a form, gathered from what is kept. They are offered to whoever fills the form, never put there unasked. */
public interface Passages {

    /**
     * What is offered for a line.
     *
     * @param from where it is gathered, as people call it
     * @param path where it can be read
     */
    record Offer(Text from, String text, String path) {}

    /** What a unit may say in a line about a year; empty: nothing is known, or not to whoever asks. */
    Optional<Offer> of(String line, int unit, int year);
}
