package vn.toam.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * A yearly report as its receiver reads it in the file.
 *
 * @param text all its words
 * @param figures lines of the table of figures that have a number this year, by name; of lines of one name the first
 * @param targets lines of the table of targets, by the target's own words
 */
record ReportInWord(String text, Map<String, Figure> figures, Map<String, Score> targets) {

    /** A figure of the year and from how many of the units asked: {@code 1/102}. */
    record Figure(long value, String units) {}

    /** A target: last year's value, this year's, and the verdict. */
    record Score(String before, String value, String standing) {}

    static ReportInWord read(Path file) throws IOException {
        Map<String, Figure> figures = new HashMap<>();
        Map<String, Score> targets = new LinkedHashMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(bytes);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            for (XWPFTable table : document.getTables()) {
                String kind = cell(table.getRow(0), 1);
                for (XWPFTableRow row : table.getRows().subList(1, table.getNumberOfRows())) {
                    if (kind.equals("Nội dung") && cell(row, 4).matches("[\\d.]+")) {
                        figures.putIfAbsent(cell(row, 1).replaceAll("^[–\\s]+", ""), figure(row));
                    } else if (kind.equals("Chỉ tiêu")) {
                        targets.put(cell(row, 1), new Score(cell(row, 3), cell(row, 4), cell(row, 5)));
                    }
                }
            }
            return new ReportInWord(words.getText().replaceAll("\\s+", " "), figures, targets);
        }
    }

    private static Figure figure(XWPFTableRow row) {
        return new Figure(Long.parseLong(cell(row, 4).replace(".", "")), cell(row, 6));
    }

    private static String cell(XWPFTableRow row, int column) {
        return column < row.getTableCells().size()
                ? row.getCell(column).getText().strip()
                : "";
    }

    /** This year's number of a line, 0 while no unit's counts. */
    long number(String line) {
        return figures.getOrDefault(line, new Figure(0, "")).value();
    }

    /** The target that says {@code words}. */
    Score target(String words) {
        return targets.entrySet().stream()
                .filter(target -> target.getKey().contains(words))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no target on " + words + " among " + targets.keySet()));
    }
}
