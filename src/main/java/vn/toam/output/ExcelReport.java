package vn.toam.output;

import static vn.toam.output.ReportWords.say;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.toam.letter.LetterWords;
import vn.toam.letter.SteadyZip;
import vn.toam.shared.Numbers;
import vn.toam.sheet.ExcelCells;

/**
 * The same report as a workbook: targets, figures, tasks, sources, one sheet each. Figures are numbers and days are dates, so that they can
 * be reckoned with; a text that a spreadsheet could take for a formula is marked as text.
 */
final class ExcelReport {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final ExcelCells cells = new ExcelCells(workbook);
    private final Report report;

    private ExcelReport(Report report) {
        this.report = report;
    }

    /** The workbook as the bytes of an .xlsx file. */
    static byte[] write(Report report) {
        ExcelReport sheets = new ExcelReport(report);
        try (XSSFWorkbook workbook = sheets.workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            sheets.properties();
            sheets.scores();
            sheets.figures();
            sheets.tasks();
            sheets.sources();
            workbook.write(bytes);
            return SteadyZip.of(bytes.toByteArray());
        } catch (IOException cause) {
            throw new IllegalStateException("the report could not be written as a workbook", cause);
        }
    }

    private void properties() {
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle(title());
        core.setCreator(report.letterhead().issuerInText());
        Date day = Date.from(Instant.from(report.day().atStartOfDay(Numbers.ZONE)));
        core.setCreated(Optional.of(day));
        core.setModified(Optional.of(day));
        workbook.getProperties().getExtendedProperties().setApplication("Tổ Ấm");
    }

    private String title() {
        return say("type") + " " + report.subject();
    }

    private ExcelCells.Sheet sheet(String name) {
        String note = report.demo() ? " (" + LetterWords.say("demo") + ")" : "";
        return cells.sheet(say(name), title() + note);
    }

    private void scores() {
        ExcelCells.Sheet sheet = sheet("sheet.scores");
        sheet.columns(
                2,
                new int[] {6, 46, 16, 10, 11, 11, 16, 11, 11, 46},
                say("col.no"),
                say("col.target"),
                say("col.wanted"),
                say("col.unit"),
                year(report.year() - 1),
                year(report.year()),
                say("col.standing"),
                say("col.received"),
                say("col.expected"),
                say("col.why"));
        int number = 1;
        for (Report.Score score : report.scores()) {
            sheet.row(
                    number++,
                    score.target(),
                    score.wanted(),
                    score.unit(),
                    score.lastYear(),
                    score.value(),
                    ReportWords.standing(score.standing()),
                    score.typed() ? say("typed") : score.received(),
                    score.typed() ? null : score.expected(),
                    score.why());
        }
        sheet.finish();
    }

    private void figures() {
        ExcelCells.Sheet sheet = sheet("sheet.figures");
        sheet.columns(
                2,
                new int[] {6, 30, 50, 12, 12, 12, 12, 11, 11},
                say("col.no"),
                say("col.group"),
                say("col.figure"),
                say("col.unit"),
                year(report.year() - 1),
                year(report.year()),
                say("col.change"),
                say("col.received"),
                say("col.expected"));
        int number = 1;
        for (Report.Figure figure : report.figures()) {
            sheet.row(
                    number++,
                    figure.group(),
                    figure.label(),
                    figure.unit(),
                    figure.lastYear(),
                    figure.value(),
                    figure.change(),
                    figure.received(),
                    figure.expected());
        }
        sheet.finish();
    }

    private void tasks() {
        ExcelCells.Sheet sheet = sheet("sheet.tasks");
        sheet.columns(
                2,
                new int[] {6, 32, 40, 28, 16, 50, 13},
                say("col.no"),
                say("col.group"),
                say("col.task"),
                say("col.agency"),
                say("col.state"),
                say("col.result"),
                say("col.date"));
        int number = 1;
        for (Report.TaskGroup group : report.groups()) {
            for (Report.Progress entry : group.results()) {
                sheet.row(
                        number++,
                        group.title(),
                        entry.task(),
                        entry.agency(),
                        entry.state(),
                        entry.text(),
                        entry.date());
            }
        }
        sheet.finish();
    }

    private void sources() {
        ExcelCells.Sheet sheet = sheet("sheet.sources");
        sheet.columns(
                2,
                new int[] {6, 30, 46, 16, 14, 40},
                say("col.no"),
                say("col.source"),
                say("col.form"),
                say("col.state"),
                say("col.accepted"),
                say("col.address"));
        int number = 1;
        for (Report.Source source : report.sources()) {
            sheet.row(number++, source.unit(), source.form(), source.state(), source.accepted(), source.address());
        }
        sheet.finish();
    }

    private static String year(int year) {
        return say("col.year", String.valueOf(year));
    }
}
