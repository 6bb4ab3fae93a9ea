package vn.toam.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file: which kind of table it is, told by its content and never by its name, and whether it can be taken at all. Refusing is
 * cheap: nothing is unpacked into memory before its size is known.
 */
public enum TableFile {
    EXCEL,
    OLD_EXCEL,
    OPEN_DOCUMENT,
    CSV,
    JSON;

    /** Largest file in bytes; 3,321 units with 80 lines each make an Excel file of 3 MB, as JSON 8 MB. */
    static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Most rows: six times the communes of the country. */
    public static final int MAX_ROWS = 20_000;

    static final int MAX_COLUMNS = 500;

    /** Longest text of a cell, characters; no narrative of a return is longer. */
    public static final int MAX_TEXT = 20_000;

    /** Read of a cell: one more than may stand there, so that a text that is too long is seen to be. */
    static final int READ_TEXT = MAX_TEXT + 1;

    /** Largest workbook of the old kind, which is held in memory while it is read. */
    private static final int MAX_OLD = 8 * 1024 * 1024;

    /** Unpacked bytes of a workbook: five times the largest honest one; unpacks in half a second. */
    private static final long MAX_UNPACKED = 64L * 1024 * 1024;

    /** Of that, texts: they are held in memory while reading. */
    private static final long MAX_TEXTS = 16L * 1024 * 1024;

    private static final int MAX_PARTS = 2_000;
    private static final int START = 4_096;
    private static final int MAX_DIGITS = 30;

    /** Share of control characters above which bytes are no text. */
    private static final double MANY_CONTROLS = 0.02;

    /** The kind of a file that can be taken. @throws UnreadableTable with the reason in words, when it cannot */
    public static TableFile of(Path file) throws UnreadableTable, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableTable("empty");
        }
        if (size > MAX_BYTES) {
            throw new UnreadableTable("oversize", MAX_BYTES / 1024 / 1024);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return packed(file);
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            checkBinary(file, size);
            return OLD_EXCEL;
        }
        return ofText(text);
    }

    /** Gives every row of the file to {@code rows}. */
    public void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        RowReceiver bounded = bounded(rows);
        switch (this) {
            case EXCEL -> ExcelReader.read(file, bounded);
            case OLD_EXCEL -> OldExcelReader.read(file, bounded);
            case OPEN_DOCUMENT -> OpenDocumentReader.read(file, bounded);
            case CSV -> CsvReader.read(file, bounded);
            case JSON -> JsonReader.read(file, bounded);
        }
    }

    private static RowReceiver bounded(RowReceiver rows) {
        return new RowReceiver() {
            private int count;

            @Override
            public void row(String sheet, int number, List<@Nullable Object> cells) throws UnreadableTable {
                if (++count > MAX_ROWS || number > 2 * MAX_ROWS) {
                    throw new UnreadableTable("rows", MAX_ROWS);
                }
                if (cells.size() > MAX_COLUMNS) {
                    throw new UnreadableTable("columns", MAX_COLUMNS);
                }
                cells.replaceAll(TableFile::bounded);
                rows.row(sheet, number, cells);
            }

            @Override
            public void left(String sheet, int number, int column, String key) {
                rows.left(sheet, number, column, key);
            }
        };
    }

    /** Texts without what no database takes; numbers that are none as texts. */
    private static @Nullable Object bounded(@Nullable Object cell) {
        return cell instanceof String text
                ? text.replace('\u0000', '\ufffd').substring(0, Math.min(text.length(), READ_TEXT))
                : cell instanceof BigDecimal figure && !sane(figure) ? figure.toString() : cell;
    }

    /** No return holds more than thirty digits; 1E999999 is three bytes and a gigabyte. */
    private static boolean sane(BigDecimal figure) {
        return Math.abs(figure.scale()) <= MAX_DIGITS && figure.precision() <= MAX_DIGITS;
    }

    /** Unpacks once, keeping nothing, to know how much there is: what an archive says about its own sizes may be a lie. */
    private static TableFile packed(Path file) throws UnreadableTable, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw bomb();
            }
            long unpacked = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                boolean held = name.endsWith("sharedStrings.xml") || name.endsWith("styles.xml");
                unpacked += size(zip, entry, held ? MAX_TEXTS : MAX_UNPACKED);
                if (unpacked > MAX_UNPACKED) {
                    throw bomb();
                }
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return EXCEL;
            }
            if (zip.getEntry("content.xml") != null && OpenDocumentReader.isTable(zip)) {
                return OPEN_DOCUMENT;
            }
            throw new UnreadableTable(zip.getEntry("xl/workbook.bin") == null ? "kind" : "binary");
        } catch (ZipException | java.io.EOFException | IllegalArgumentException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, long most) throws UnreadableTable, IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most) {
                    throw bomb();
                }
            }
        }
        return size;
    }

    private static UnreadableTable bomb() {
        return new UnreadableTable("bomb", MAX_UNPACKED / 1024 / 1024);
    }

    private static void checkBinary(Path file, long size) throws UnreadableTable {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntry("EncryptedPackage")) {
                throw new UnreadableTable("locked");
            }
            if (!files.getRoot().hasEntry("Workbook")) {
                throw new UnreadableTable(files.getRoot().hasEntry("Book") ? "old" : "kind");
            }
            if (size > MAX_OLD) {
                throw new UnreadableTable("oldSize", MAX_OLD / 1024 / 1024);
            }
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private static TableFile ofText(String start) throws UnreadableTable {
        boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        String opening = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        long controls = start.chars()
                .filter(c -> c < 0x20 && !Character.isWhitespace(c))
                .count();
        boolean other = List.of(
                        "%PDF",
                        "{\\rtf", "\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff", "<", "\u007fELF", "MZ\u0090", "Rar!")
                .stream()
                .anyMatch(opening::startsWith);
        if (!wide && (other || controls > start.length() * MANY_CONTROLS)) {
            throw new UnreadableTable("kind");
        }
        return opening.startsWith("{") || opening.startsWith("[") ? JSON : CSV;
    }
}
