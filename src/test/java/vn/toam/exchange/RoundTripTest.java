package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.imports.Import;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Outcome;
import vn.toam.sheet.RowReceiver;
import vn.toam.submission.TypedReturn;

/** What goes out comes in again as it was, and what was changed outside is what is entered. */
class RoundTripTest extends ExchangeTest {

    @BeforeAll
    void open() {
        open(2031);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportService.Kind.class,
            names = {"XLSX", "CSV", "JSON"})
    void theTableOfAProvinceComesBackWithoutADifference(ExportService.Kind kind) {
        Asked unit = communes.get(kind.ordinal());
        type(unit, Map.of("cultural_registered", "1.204", "cultural_kept", "0", "annual_plan_issued", "1"));

        SeenImport view = view(receiver, in(receiver, "bang", out(kind, province)));

        assertThat(view.made().status()).isEqualTo(Import.Status.PREVIEW);
        assertThat(view.counts()).containsOnlyKeys(Entry.Status.SAME);
        assertThat(view.slice().items())
                .filteredOn(entry -> entry.unit() == unit.unit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.same()).isEqualTo(3));
    }

    @Test
    void figuresTypedIntoTheTableOfAProvinceAreEnteredAsDrafts() {
        Asked unit = communes.get(10);
        Asked other = communes.get(11);
        type(unit, Map.of("poor_households", "30"));

        UUID id = in(receiver, "bang.xlsx", edited(out(ExportService.Kind.XLSX, province), book -> {
            cell(book, unit, "B1").setCellValue(25);
            cell(book, unit, "H1").setCellValue("Có");
            cell(book, other, "B1").setCellValue("1.234");
        }));
        SeenImport view = view(receiver, id);
        assertThat(view.counts()).containsEntry(Entry.Status.CHANGED, 1).containsEntry(Entry.Status.NEW, 1);
        assertThat(standing(unit).figures()).containsEntry("poor_households", BigDecimal.valueOf(30));

        confirm(receiver, id);

        assertThat(standing(unit).figures())
                .containsEntry("poor_households", BigDecimal.valueOf(25))
                .containsEntry("annual_plan_issued", BigDecimal.ONE);
        assertThat(standing(other).figures()).containsExactly(Map.entry("poor_households", BigDecimal.valueOf(1234)));
        assertThat(standing(other).editable()).isTrue();
        Outcome outcome = view(receiver, id).made().outcome();
        assertThat(outcome.saved()).isEqualTo(2);
        assertThat(outcome.values()).isEqualTo(3);
    }

    @Test
    void theFormOfOneUnitComesBackWithFiguresRemarksAndText() {
        Asked unit = communes.get(20);
        Somebody reporter = Posts.at("REPORTER", unit.unit());
        byte[] form = out(ExportService.Kind.FORM, unit.unit());

        UUID id = in(reporter, "bieu.xlsx", edited(form, book -> {
            Sheet sheet = book.getSheetAt(0);
            line(sheet, "A2").getCell(4).setCellValue(870);
            line(sheet, "A2").getCell(6).setCellValue("Cả xã cùng bình xét");
            line(sheet, "H1").getCell(4).setCellValue("Không");
            line(sheet, "H2").getCell(4).setCellValue("Thiếu người làm công tác gia đình");
        }));
        assertThat(view(reporter, id).slice().items()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo(unit.fullName());
            assertThat(entry.status()).isEqualTo(Entry.Status.NEW);
        });
        confirm(reporter, id);

        assertThat(standing(unit).figures())
                .containsOnly(
                        Map.entry("cultural_reviewed", BigDecimal.valueOf(870)),
                        Map.entry("annual_plan_issued", BigDecimal.ZERO));
        assertThat(standing(unit).notes()).containsEntry("cultural_reviewed", "Cả xã cùng bình xét");
        assertThat(standing(unit).narrative()).containsEntry("difficulties", "Thiếu người làm công tác gia đình");
        SeenImport again = view(reporter, in(reporter, "bieu.xlsx", out(ExportService.Kind.FORM, unit.unit())));
        assertThat(again.counts()).containsOnlyKeys(Entry.Status.SAME);
    }

    @Test
    void aTextThatLooksLikeAFormulaIsTextGoingOutAndComingIn() throws Exception {
        Asked unit = communes.get(30);
        String formula = "=HYPERLINK(\"http://example.test\";\"A1\")";
        Posts.at("REPORTER", unit.unit())
                .run(() -> collection.save(
                        round.id(),
                        unit.unit(),
                        0,
                        new TypedReturn(Map.of("poor_households", "1"), Map.of(), Map.of("difficulties", formula)),
                        "k"));

        String csv = new String(out(ExportService.Kind.CSV, unit.unit()), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff").contains("\"'=HYPERLINK(");
        edited(out(ExportService.Kind.FORM, unit.unit()), book -> {
            Cell cell = line(book.getSheetAt(0), "H2").getCell(4);
            assertThat(cell.getStringCellValue()).isEqualTo(formula);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        });
        for (ExportService.Kind kind : ExportService.Kind.values()) {
            UUID id = in(receiver, "bang", out(kind, unit.unit()));
            assertThat(view(receiver, id).counts()).as("%s", kind).containsOnlyKeys(Entry.Status.SAME);
        }
    }

    @Test
    void theFormIsLockedExceptForThisYearAndSaysWhatItTakes() {
        edited(out(ExportService.Kind.FORM, communes.get(21).unit()), book -> {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(line(sheet, "A2").getCell(4).getCellStyle().getLocked()).isFalse();
            assertThat(line(sheet, "A2").getCell(3).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getDataValidations())
                    .anySatisfy(validation -> assertThat(
                                    validation.getValidationConstraint().getExplicitListValues())
                            .containsExactly("Có", "Không"));
            assertThat(book.isSheetHidden(book.getSheetIndex(RowReceiver.MARKS))
                            || book.isSheetVeryHidden(book.getSheetIndex(RowReceiver.MARKS)))
                    .isTrue();
        });
    }

    private static Row line(Sheet sheet, String label) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null && first.getStringCellValue().equals(label)) {
                return row;
            }
        }
        throw new AssertionError("no line " + label);
    }

    private static Cell cell(XSSFWorkbook book, Asked unit, String label) {
        Sheet sheet = book.getSheetAt(0);
        int column = -1;
        for (Cell cell : sheet.getRow(2)) {
            column = cell.getStringCellValue().equals(label) ? cell.getColumnIndex() : column;
        }
        for (Row row : sheet) {
            if (row.getRowNum() > 3 && row.getCell(0).getStringCellValue().equals(unit.code())) {
                return row.getCell(column);
            }
        }
        throw new AssertionError("no row of " + unit.code());
    }
}
