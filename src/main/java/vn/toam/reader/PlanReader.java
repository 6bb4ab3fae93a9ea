package vn.toam.reader;

/** Reads a plan's text into its structure. Thread-safe; the lexicon is loaded once. */
public final class PlanReader {
    private static final class Standard {
        static final PlanReader INSTANCE = new PlanReader();
    }

    private PlanReader() {}

    /** The reader with the lexicon of {@code catalog/lexicon}. */
    public static PlanReader standard() {
        return Standard.INSTANCE;
    }

    /** Reads one text. Never throws for odd content: what is not found is absent, what is doubtful says why. */
    public PlanDraft read(SourceText source) {
        throw new UnsupportedOperationException("not yet");
    }
}
