package vn.toam.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.toam.encoding.TextBytes;
import vn.toam.paper.UnreadableFile.Reason;

/** What a file is, told by its bytes: names lie (RTF and web pages are often called .doc). */
enum FileKind {
    TEXT,
    DOCX,
    DOC,
    PDF,
    RTF,
    ODT,
    HTML,
    MHTML;

    /** First bytes of files that are refused, as Latin-1 characters, each with what the file is. */
    private record Signature(String start, Reason reason) {}

    private static final List<Signature> REFUSED = List.of(
            new Signature("\u0089PNG", Reason.IMAGE),
            new Signature("\u00ff\u00d8\u00ff", Reason.IMAGE),
            new Signature("GIF8", Reason.IMAGE),
            new Signature("II*\0", Reason.IMAGE),
            new Signature("MM\0*", Reason.IMAGE),
            new Signature("Rar!\u001a", Reason.ARCHIVE),
            new Signature("7z\u00bc\u00af", Reason.ARCHIVE),
            new Signature("\u001f\u008b", Reason.ARCHIVE),
            new Signature("\u007fELF", Reason.PROGRAM),
            new Signature("\u00ca\u00fe\u00ba\u00be", Reason.PROGRAM),
            new Signature("\u00db\u00a5", Reason.WORD95));

    private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    /** A web page, or a piece of one; plain text does not begin like this. */
    private static final Pattern MARKUP = Pattern.compile("^<(?:[!?]|[a-z][a-z0-9]*[\\s>/:])");

    /** The head of a web page saved as one file is that of a letter. */
    private static final Pattern MAIL_HEAD = Pattern.compile("(?:mime-version|from|subject|date|content-type):");

    /** Where a binary Word file says, in its first bytes, that it is encrypted. */
    private static final int WORD_FLAGS = 11;

    private static final int WORD_ENCRYPTED = 1;

    /** A PDF may have other bytes before its mark, up to this many. */
    private static final int PDF_MARK_WITHIN = 1024;

    /** Share of control characters above which bytes are not text; a plan has none, random bytes have 11%. */
    private static final double MANY_CONTROLS = 0.02;

    static FileKind of(byte[] bytes) throws UnreadableFile {
        String start = new String(bytes, 0, Math.min(bytes.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
        for (Signature signature : REFUSED) {
            if (start.startsWith(signature.start)) {
                throw new UnreadableFile(signature.reason, "by its first bytes");
            }
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return ofZip(bytes);
        }
        if (start.startsWith(OLE2)) {
            return ofOle2(bytes);
        }
        if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        return start.contains("%PDF-") ? PDF : ofText(bytes, start);
    }

    private static FileKind ofZip(byte[] bytes) throws UnreadableFile {
        String names = new String(bytes, StandardCharsets.ISO_8859_1);
        if (names.contains("word/document")) {
            return DOCX;
        }
        if (names.contains("xl/workbook") || names.contains("opendocument.spreadsheet")) {
            throw new UnreadableFile(Reason.SPREADSHEET, "zip with a workbook");
        }
        if (names.contains("ppt/presentation") || names.contains("opendocument.presentation")) {
            throw new UnreadableFile(Reason.PRESENTATION, "zip with slides");
        }
        if (names.contains("opendocument.text")) {
            return ODT;
        }
        throw new UnreadableFile(Reason.ARCHIVE, "zip");
    }

    private static FileKind ofOle2(byte[] bytes) throws UnreadableFile {
        Set<String> entries;
        boolean locked = false;
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            entries = files.getRoot().getEntryNames();
            if (entries.contains("WordDocument")) {
                byte[] header = files.createDocumentInputStream("WordDocument").readNBytes(WORD_FLAGS + 1);
                locked = header.length > WORD_FLAGS && (header[WORD_FLAGS] & WORD_ENCRYPTED) != 0;
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
        if (locked || entries.contains("EncryptedPackage")) {
            throw new UnreadableFile(Reason.LOCKED, "encrypted Office file");
        }
        if (entries.contains("Workbook") || entries.contains("Book")) {
            throw new UnreadableFile(Reason.SPREADSHEET, "Excel workbook");
        }
        if (entries.contains("PowerPoint Document")) {
            throw new UnreadableFile(Reason.PRESENTATION, "PowerPoint slides");
        }
        if (!entries.contains("WordDocument")) {
            throw new UnreadableFile(Reason.UNKNOWN, "OLE2 file with " + entries);
        }
        return DOC;
    }

    private static FileKind ofMarkup(String opening) throws UnreadableFile {
        boolean xml = opening.startsWith("<?xml") && !opening.contains("<html");
        if (xml) {
            throw new UnreadableFile(Reason.XML, "XML, no page");
        }
        return HTML;
    }

    private static FileKind ofText(byte[] bytes, String start) throws UnreadableFile {
        String opening = (TextBytes.wide(bytes) == null
                        ? start
                        : TextBytes.decode(Arrays.copyOf(bytes, PDF_MARK_WITHIN)))
                .replaceAll("^(?:\u00ef\u00bb\u00bf|\ufeff)?\\s*", "")
                .toLowerCase(Locale.ROOT);
        if (MAIL_HEAD.matcher(opening).lookingAt() && opening.contains("mime-version:")) {
            return MHTML;
        }
        if (MARKUP.matcher(opening).find()) {
            return ofMarkup(opening);
        }
        if (TextBytes.wide(bytes) != null) {
            return TEXT;
        }
        boolean zero = start.indexOf('\0') >= 0;
        if (zero && start.startsWith("MZ")) {
            throw new UnreadableFile(Reason.PROGRAM, "MZ");
        }
        if (zero && (start.startsWith("BM") || start.startsWith("RIFF") || start.startsWith("ftyp", 4))) {
            throw new UnreadableFile(Reason.IMAGE, "BMP, WebP or HEIC");
        }
        long controls = new String(bytes, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c < 0x20 && !Character.isWhitespace(c))
                .count();
        if (controls > bytes.length * MANY_CONTROLS) {
            throw new UnreadableFile(Reason.UNKNOWN, controls + " control characters");
        }
        return TEXT;
    }
}
