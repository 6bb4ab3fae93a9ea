package vn.toam.paper;

import java.util.Locale;

/**
 * The file cannot be turned into text. The reason names a message in {@code messages/paper.properties} that tells the
 * sender, in Vietnamese and English, what is wrong and what would be right; the exception's own text is for the log.
 */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        /** No byte at all. */
        EMPTY,
        /** Opens well, but holds only blanks or empty paragraphs. */
        BLANK,
        /** More bytes than {@link TextExtractor#MAX_BYTES}. */
        OVERSIZE,
        /** Text or pages beyond what any plan has, or reading took too long. */
        OVERLONG,
        /** Unpacks to far more than its size promises: a "zip bomb", or the same trick in a PDF or in XML. */
        BOMB,
        /** A PDF that holds pictures of pages (a scan) and no text. */
        SCANNED,
        /** Opens only with a password. */
        LOCKED,
        /** Of a known kind, but cut off or corrupt. */
        DAMAGED,
        /** Word 6 or 95. */
        WORD95,
        /** XML that is no page, for instance a Word document saved as XML. */
        XML,
        /** A few letters, too few for a text that could be read. */
        SHORT,
        /** Excel or another spreadsheet. */
        SPREADSHEET,
        /** PowerPoint or another presentation. */
        PRESENTATION,
        /** A photograph or scan. */
        IMAGE,
        /** Zip, RAR, 7-Zip or another archive. */
        ARCHIVE,
        /** An executable program. */
        PROGRAM,
        /** None of the kinds known here. */
        UNKNOWN;

        /** Key of the message to show; every reason has one in each language. */
        public String messageKey() {
            return "paper.unreadable." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    UnreadableFile(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    UnreadableFile(Reason reason, Throwable cause) {
        super(reason + ": " + cause, cause);
        this.reason = reason;
    }

    /** A text of a few letters. */
    public static UnreadableFile tooShort() {
        return new UnreadableFile(Reason.SHORT, "a few letters");
    }

    /** A text beyond what any plan has, found out while it was read. */
    public static UnreadableFile overlong(Throwable cause) {
        return new UnreadableFile(Reason.OVERLONG, cause);
    }

    /** What is wrong, for choosing the message to show. */
    public Reason reason() {
        return reason;
    }
}
