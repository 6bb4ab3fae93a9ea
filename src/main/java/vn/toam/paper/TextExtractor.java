package vn.toam.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.toam.encoding.SourceText;
import vn.toam.encoding.TextBytes;
import vn.toam.encoding.TextCleaner;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * File bytes to text, for plain text, Word (.docx, and .doc since 97), RTF, OpenDocument text, web pages and PDF with a text layer. Old Vietnamese
 * encodings become Unicode; text in reading order; everything else about the document is left to {@link PlanReader}.
 * Whatever the bytes, the answer is a text or an {@link UnreadableFile}, within {@link #MAX_TIME}.
 */
public final class TextExtractor {
    /** Largest file taken, in bytes: a plan of 100 pages with pictures has 5-10 MB; scans are refused anyhow. */
    public static final int MAX_BYTES = 25 * 1024 * 1024;

    /** Longest text taken, in characters: 30 times the longest of some 80 plans looked at. */
    static final int MAX_CHARS = 2_000_000;

    /** Time for one file; ordinary plans take well under a second, even on a busy machine. */
    static final Duration MAX_TIME = Duration.ofSeconds(20);

    private TextExtractor() {}

    /** Reads a file from disk; its size is looked at first, so an oversize file is refused at once. */
    public static SourceText extract(Path file) throws UnreadableFile, IOException {
        refuseOversize(Files.size(file));
        return extract(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /**
     * Reads an uploaded file.
     *
     * @param fileName only for the log: the kind is told by content
     * @throws UnreadableFile with a reason that has a message for the user
     */
    public static SourceText extract(String fileName, byte[] bytes) throws UnreadableFile {
        refuseOversize(bytes.length);
        FutureTask<SourceText> task = new FutureTask<>(() -> read(bytes));
        Thread worker = Thread.ofPlatform().name("read " + fileName).daemon().start(task);
        try {
            return task.get(MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw new UnreadableFile(Reason.OVERLONG, e);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new UnreadableFile(Reason.OVERLONG, e);
        } catch (ExecutionException e) {
            throw unreadable(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Text that a user pasted into a form; the same repairs as for a file. */
    public static SourceText fromPasted(String text) {
        return new TextCleaner().clean(text);
    }

    /** The characters of a text file as they stand: by its mark, as UTF-8 or UTF-16, else each byte as the character of its code. */
    public static String decode(byte[] bytes) {
        return TextBytes.decode(bytes);
    }

    private static SourceText read(byte[] bytes) throws UnreadableFile, IOException {
        if (bytes.length == 0) {
            throw new UnreadableFile(Reason.EMPTY, "0 bytes");
        }
        TextCleaner cleaner = new TextCleaner();
        String raw = switch (FileKind.of(bytes)) {
            case TEXT -> TextBytes.decode(bytes);
            case DOCX -> new DocxText(cleaner.finder()).read(bytes);
            case DOC -> new DocText(cleaner.finder()).read(bytes);
            case RTF -> RtfText.read(bytes, cleaner.finder());
            case ODT -> new OdtText(cleaner.finder()).read(bytes);
            case HTML -> HtmlText.read(bytes, cleaner.finder());
            case MHTML -> MhtmlText.read(bytes, cleaner.finder());
            case PDF -> new PdfText(cleaner.finder()).read(bytes);
        };
        if (raw.length() > MAX_CHARS) {
            throw new UnreadableFile(Reason.OVERLONG, raw.length() + " characters");
        }
        SourceText text = cleaner.clean(raw);
        if (text.text().isBlank()) {
            throw new UnreadableFile(Reason.BLANK, "no letter");
        }
        return text;
    }

    /** Parsers meet corrupt bytes with any exception, and deep nesting or huge numbers with an error. */
    private static UnreadableFile unreadable(Throwable cause) {
        return switch (cause) {
            case UnreadableFile known -> known;
            case StackOverflowError deep -> new UnreadableFile(Reason.BOMB, deep);
            case OutOfMemoryError big -> new UnreadableFile(Reason.BOMB, big);
            default -> new UnreadableFile(Reason.DAMAGED, cause);
        };
    }

    private static void refuseOversize(long size) throws UnreadableFile {
        if (size > MAX_BYTES) {
            throw new UnreadableFile(Reason.OVERSIZE, size + " bytes");
        }
    }
}
