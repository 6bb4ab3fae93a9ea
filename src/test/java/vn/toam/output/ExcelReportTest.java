package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ExcelReportTest {

    @Test
    void figuresAreNumbersAndDaysAreDates() throws IOException {
        try (XSSFWorkbook workbook = open(SampleReport.full())) {
            XSSFCell households = workbook.getSheet("Số liệu").getRow(3).getCell(5);
            assertThat(households.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(households.getNumericCellValue()).isEqualTo(46210);
            XSSFCell accepted = workbook.getSheet("Nguồn").getRow(3).getCell(4);
            assertThat(DateUtil.isCellDateFormatted(accepted)).isTrue();
            assertThat(accepted.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2024, 11, 28));
        }
    }

    @Test
    void aFigureNobodyReportedIsAnEmptyCellAndNotZero() throws IOException {
        try (XSSFWorkbook workbook = open(SampleReport.full())) {
            assertThat(workbook.getSheet("Số liệu").getRow(4).getCell(4).getCellType())
                    .isEqualTo(CellType.BLANK);
            assertThat(workbook.getSheet("Số liệu").getRow(6).getCell(5).getNumericCellValue())
                    .isZero();
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysText() throws IOException {
        try (XSSFWorkbook workbook = open(SampleReport.full())) {
            XSSFCell result = workbook.getSheet("Nhiệm vụ").getRow(4).getCell(5);
            assertThat(result.getCellType()).isEqualTo(CellType.STRING);
            assertThat(result.getStringCellValue()).startsWith("=Đưa");
            assertThat(result.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void everySheetKeepsItsHeaderInSightAndPrintsOnA4() throws IOException {
        try (XSSFWorkbook workbook = open(SampleReport.full())) {
            assertThat(workbook)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Chỉ tiêu", "Số liệu", "Nhiệm vụ", "Nguồn");
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("Số liệu giả định");
            }
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(ExcelReport.write(SampleReport.full())).isEqualTo(ExcelReport.write(SampleReport.full()));
    }

    private static XSSFWorkbook open(Report report) throws IOException {
        byte[] bytes = ExcelReport.write(report);
        Path file = Path.of("target", "output", "full.xlsx");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
