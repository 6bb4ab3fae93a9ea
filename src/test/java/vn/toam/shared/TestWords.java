package vn.toam.shared;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The words of every module, for tests that need nothing else of the application. */
public final class TestWords {

    private TestWords() {}

    public static Words all() {
        try {
            return new Words();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
