package vn.toam.encoding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects the runs of a paragraph and decodes those set in an old Vietnamese font. The font name is believed only if
 * the text gains by it: people also type Unicode while .VnTime is selected. Neighbouring runs are decoded together,
 * because a word may be split over runs.
 */
public final class FontRuns {
    private final EncodingFinder finder;
    private final StringBuilder done = new StringBuilder();
    private final StringBuilder pending = new StringBuilder();
    private @Nullable LegacyEncoding encoding;
    private boolean capitals;

    public FontRuns(EncodingFinder finder) {
        this.finder = finder;
    }

    /** Adds text set in a font (its name may be empty) and drawn in capitals or as it is. */
    public void add(String font, boolean allCaps, String text) {
        LegacyEncoding next = LegacyEncoding.ofFont(font);
        boolean nextCapitals = allCaps || LegacyEncoding.isCapitalFont(font);
        if (next != encoding || nextCapitals != capitals) {
            flush();
            encoding = next;
            capitals = nextCapitals;
        }
        pending.append(text);
    }

    public boolean isEmpty() {
        return done.isEmpty() && pending.isEmpty();
    }

    /** The text so far, decoded; the collector is empty afterwards. */
    public String take() {
        flush();
        String text = done.toString();
        done.setLength(0);
        return text;
    }

    private void flush() {
        String text = pending.toString();
        if (encoding != null && finder.gainsFrom(encoding, text)) {
            text = finder.convert(encoding, text);
        }
        done.append(capitals ? text.toUpperCase(Locale.ROOT) : text);
        pending.setLength(0);
    }
}
