package vn.toam.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.toam.paper.TextExtractor;

/** Reads separated values: semicolons as ours, or commas or tabs, whichever the file has; UTF-8, UTF-16 or the old 8-bit codes. */
final class CsvReader {

    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final Pattern SAYS_SEPARATOR = Pattern.compile("(?i)sep=(.)\\R.*", Pattern.DOTALL);
    private static final int SAMPLE = 4_096;

    private CsvReader() {}

    static void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        String text = TextExtractor.decode(Files.readAllBytes(file));
        int skipped = SAYS_SEPARATOR.matcher(text).matches() ? 1 : 0;
        char separator = skipped > 0 ? text.charAt(4) : separator(text);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                List<@Nullable Object> cells = cells(record);
                if (record.getRecordNumber() > skipped && cells.stream().anyMatch(cell -> cell != null)) {
                    rows.row("", (int) record.getRecordNumber(), cells);
                }
            }
        } catch (java.io.UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private static List<@Nullable Object> cells(CSVRecord record) {
        List<@Nullable Object> cells = new ArrayList<>(record.size());
        for (String written : record) {
            String text = written.strip();
            boolean marked = text.startsWith("'") && ExcelCells.likeAFormula(text.substring(1));
            String plain = marked ? text.substring(1) : text;
            cells.add(plain.isEmpty() ? null : plain);
        }
        return cells;
    }

    /** The separator that most rows at the start of the file have equally often outside quotes: those between figures differ. */
    private static char separator(String text) {
        List<int[]> rows = new ArrayList<>(List.of(new int[SEPARATORS.length]));
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                rows.getLast()[s] += c == SEPARATORS[s] ? 1 : 0;
            }
            if (!quoted && (c == '\n' || c == '\r')) {
                rows.add(new int[SEPARATORS.length]);
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = alike(rows, s) > alike(rows, best) ? s : best;
        }
        return SEPARATORS[best];
    }

    /** How many rows have it as often as most that have it. */
    private static int alike(List<int[]> rows, int separator) {
        Map<Integer, Integer> often = new HashMap<>();
        rows.forEach(row -> often.merge(row[separator], row[separator] == 0 ? 0 : 1, Integer::sum));
        return Collections.max(often.values());
    }
}
