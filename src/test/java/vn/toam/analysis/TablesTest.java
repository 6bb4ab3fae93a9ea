package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.shared.ToamTest;
import vn.toam.sheet.Table;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;

/** What a table says on its page it says in its file. */
class TablesTest extends ToamTest {

    private static final Pattern ROW =
            Pattern.compile("<tr><th scope=\"row\"><a href=\"[^\"]*\">([^<]+)</a></th>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("class=\"from\"[^>]*>([^<]+)<|class=\"num\">([^<]+)</td>");
    private static final Pattern MARK = Pattern.compile("class=\"badge [^\"]*\">([^<]+)<");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private ScorecardService scorecards;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conduct-criteria-rate?unit=1062&year=2024",
                "dv-cases?unit=1&year=2024",
                "cultural-family-rate?unit=1&year=2024&borders=2026-01-01",
                "poor-household-rate?unit=1024&year=2024",
            })
    void theUnitsBelowHaveTheFiguresAndMarksOfThePage(String address) throws IOException {
        List<String> page = ROW.matcher(text("/indicators/" + address))
                .results()
                .map(row -> row.group(1) + found(FIGURE, row.group(2)) + found(MARK, row.group(2)))
                .toList();

        XSSFSheet sheet =
                book("/indicators/" + address.replace("?", "/table.xlsx?")).getSheetAt(0);

        assertThat(page).hasSizeGreaterThan(8);
        for (int i = 0; i < page.size(); i++) {
            var row = sheet.getRow(i + 3);
            int last = row.getLastCellNum() - 1;
            String figures = StreamSupport.stream(row.spliterator(), false)
                    .filter(cell ->
                            cell.getColumnIndex() == 1 || cell.getColumnIndex() > 2 && cell.getColumnIndex() < last - 2)
                    .map(cell -> shown((XSSFCell) cell))
                    .collect(Collectors.joining("; ", " [", "]"));
            String mark = row.getCell(last)
                    .getStringCellValue()
                    .replaceFirst("^tạm tính(; )?", "")
                    .replaceFirst(":.*", "");
            assertThat(row.getCell(0) + figures + " [" + mark + "]").isEqualTo(page.get(i));
        }
    }

    @Test
    void theFileSaysWhatWhereWhenInWhichMeasureAndFromHowMany() throws IOException {
        XSSFSheet sheet = book("/indicators/conduct-criteria-rate/table.xlsx?unit=1062&year=2024")
                .getSheetAt(0);

        assertThat(words(sheet, 0)).contains("Kon Tum, 2024");
        assertThat(words(sheet, 2)).startsWith("Đơn vị; Giá trị; Đơn vị tính; Tử số; Mẫu số; Đơn vị đã tính");
        assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("%");
        assertThat(sheet.getRow(3).getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(sheet.getRow(13).getCell(0).getStringCellValue()).contains("Kon Tum");
        assertThat(words(sheet, sheet.getLastRowNum()))
                .startsWith("Nguồn: Tổ Ấm")
                .containsPattern("\\d\\d/\\d\\d/\\d{4}\\.$");
        assertThat(text("/indicators/dv-cases/table.csv?unit=1&year=2024")).startsWith("\uFEFF\"Đơn vị\";");
    }

    @Test
    void theYearsAreNumbersBesideTheirFigures() throws IOException {
        XSSFSheet sheet = book("/indicators/conduct-criteria-rate/series.xlsx?unit=1062&year=2024")
                .getSheetAt(0);
        String page = text("/indicators/conduct-criteria-rate?unit=1062&year=2024");

        assertThat(shown(sheet.getRow(3).getCell(0))).isEqualTo("2024");
        for (int i = 3; sheet.getRow(i) != null && sheet.getRow(i).getCell(0).getCellType() == CellType.NUMERIC; i++) {
            assertThat(page)
                    .containsPattern(
                            "<th scope=\"row\">" + shown(sheet.getRow(i).getCell(0))
                                    + "</th>\\s*<td class=\"num\">\\s*<a [^>]*>\\s*"
                                    + shown(sheet.getRow(i).getCell(1)) + "<");
            assertThat(sheet.getRow(i).getCell(3).getNumericCellValue()).isPositive();
        }
    }

    @Test
    void theScorecardHasItsTargetsAndTheUnitsBelowSideBySide() throws IOException {
        ScorecardView view = as.role("ministry").get(() -> scorecards.scorecard(null, 1062, 2024));

        XSSFWorkbook book = book("/indicators/scorecard.xlsx?unit=1062&year=2024");

        assertThat(book)
                .extracting(sheet -> sheet.getSheetName())
                .containsExactly("Bảng chỉ tiêu", "So sánh các đơn vị trực thuộc", "Các chỉ số theo dõi");
        for (int i = 0; i < view.lines().size(); i++) {
            var line = view.lines().get(i);
            var row = book.getSheetAt(0).getRow(i + 3);
            assertThat(row.getCell(0).getStringCellValue())
                    .isEqualTo(line.target().text().vi());
            var value = line.value();
            assertThat(value).isNotNull();
            same(row.getCell(3), value.value());
            assertThat((int) row.getCell(6).getNumericCellValue())
                    .isEqualTo(value.coverage().received());
        }
        for (int i = 0; i < view.below().size(); i++) {
            var cells = view.matrix().get(view.below().get(i).id());
            for (int column = 0; column < cells.size(); column++) {
                same(
                        book.getSheetAt(1).getRow(i + 3).getCell(1 + 3 * column),
                        cells.get(column).figure());
            }
        }
    }

    @Test
    void aPlaceThatMayNotBeReadGivesNoFile() {
        for (String address : List.of(
                "/indicators/dv-cases/table.xlsx?unit=1031&year=2024",
                "/indicators/dv-cases/table.csv?unit=1031&year=2024",
                "/indicators/dv-cases/series.xlsx?unit=1031&year=2024",
                "/indicators/scorecard.xlsx?unit=1031&year=2024")) {
            assertThat(mvc.get().uri(address).with(as.request("planner.kt")))
                    .as(address)
                    .hasStatus(403);
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysText() throws IOException {
        Table table = new Table(
                "=a/b",
                "=1+1",
                List.of(new Table.Column("=2+2", 10)),
                List.of(List.of("=HYPERLINK(\"x\")")),
                List.of("@sum"),
                List.of("=3"));

        try (XSSFWorkbook book = book(Table.workbook(List.of(table)).getBody())) {
            book.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
            assertThat(book.getSheetAt(0).getRow(3).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
        }
        assertThat(new String(table.csv().getBody(), StandardCharsets.UTF_8))
                .contains("\"'=2+2\"")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    @Tag("office")
    void anotherOfficeProgramReadsTheSameNumbers() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not installed");
        String address = "/indicators/conduct-criteria-rate?unit=1062&year=2024";
        Files.write(folder.resolve("table.xlsx"), bytes(address.replace("?", "/table.xlsx?")));
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):59,34,76,1",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("table.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        String numbers = Files.readString(folder.resolve("table.csv")).replaceAll("[.,\"]", "");

        List<MatchResult> rows = ROW.matcher(text(address)).results().toList();
        assertThat(rows).hasSize(10);
        rows.forEach(row -> assertThat(numbers)
                .contains(row.group(1) + ";"
                        + found(FIGURE, row.group(2))
                                .replaceAll("[.,\\[\\] ]", "")
                                .replaceFirst(";", ";%;")));
    }

    private static void same(XSSFCell cell, BigDecimal figure) {
        if (figure == null) {
            assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
        } else {
            assertThat(shown(cell)).isEqualTo(vn.toam.shared.Numbers.number(figure));
        }
    }

    private static String found(Pattern pattern, String row) {
        return pattern.matcher(row)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(text -> text.equals("–") ? "" : text)
                .collect(Collectors.joining("; ", " [", "]"));
    }

    private static String words(XSSFSheet sheet, int row) {
        return StreamSupport.stream(sheet.getRow(row).spliterator(), false)
                .map(cell -> shown((XSSFCell) cell))
                .collect(Collectors.joining("; "));
    }

    private static String shown(XSSFCell cell) {
        return new DataFormatter(Locale.of("vi", "VN")).formatCellValue(cell);
    }

    private XSSFWorkbook book(String address) throws IOException {
        return book(bytes(address));
    }

    private static XSSFWorkbook book(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private String text(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String address) {
        var answer = mvc.get().uri(address).with(as.request("ministry")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
