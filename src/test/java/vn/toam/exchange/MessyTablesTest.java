package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toam.definition.LineRules;
import vn.toam.imports.Import;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Outcome;
import vn.toam.shared.Rejected;
import vn.toam.sheet.Folded;
import vn.toam.sheet.SheetRow;

/** Tables as people have them. For each either the right value, or a message that names the place: no value changes without a word. */
class MessyTablesTest extends ExchangeTest {

    private static final String CASES = "D2 Số vụ bạo lực gia đình";

    private Asked a;
    private Asked b;

    @BeforeAll
    void open() {
        open("dv-family-commune", 2056);
        List<Asked> clear = communes.stream()
                .filter(each -> communes.stream()
                                .filter(one -> Folded.of(one.name()).equals(Folded.of(each.name())))
                                .count()
                        == 1)
                .filter(each -> each.fullName().startsWith("Xã"))
                .toList();
        a = clear.get(0);
        b = clear.get(1);
    }

    /** How a cell is spelt: the text, and the value or the reason. */
    static Stream<String> spellings() {
        return Stream.of(
                "5 = 5",
                "05 = 5",
                "0 = 0",
                "1234 = 1234",
                "1.234 = 1234",
                "7.000 = 7000",
                "1.234.567 = 1234567",
                "1 200 = 1200",
                "1\u00a0200 = 1200",
                "1\u202f200 = 1200",
                "12,0 = 12",
                "12.0 = 12",
                "1,234,567 = 1234567",
                "１２ = 12",
                "\u00a012\u00a0 = 12",
                "7,000 = UNCLEAR",
                "1,234 = UNCLEAR",
                "12,5 = WHOLE",
                "1.5 = WHOLE",
                "1.234,5 = WHOLE",
                "1'200 = WHOLE",
                "12 13 = WHOLE",
                "12 hộ = WORDS",
                "khoảng 5 = WORDS",
                "1O = WORDS",
                "12% = PERCENT",
                "1/2 = FRACTION",
                "½ = FRACTION",
                "01/02/2026 = DAY",
                "2026-02-01 = DAY",
                "- = DASH",
                "– = DASH",
                "không = DASH",
                "x = DASH",
                "… = DASH",
                "n/a = DASH",
                "-5 = LEAST",
                "(5) = BRACKETS",
                "007 = CODE",
                "1e3 = POWER",
                "1e400 = POWER",
                "#REF! = BROKEN",
                "#N/A = BROKEN",
                "mười = WHOLE",
                "1000000000000 = LARGE",
                "99999999999999999999 = LARGE");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aCellIsReadOrNamedInEveryKindOfFile(String row) {
        String said = row.split(" = ")[0];
        String expected = row.split(" = ")[1];
        MessyTable table = MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.fullName() + "|" + said);
        for (byte[] file : List.of(table.csv(), table.xlsx(), table.xls(), table.ods(""), table.json())) {
            Seen entry = only(file);
            if (expected.matches("\\d+")) {
                assertThat(value(entry, "dv_cases")).isEqualByComparingTo(expected);
            } else {
                assertThat(entry.changes()).isEmpty();
                assertThat(entry.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("catalog.refused." + expected);
                    assertThat(fault.row()).isPositive();
                    assertThat(fault.column()).isEqualTo("C");
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "F1 = households_total",
                "Tổng số hộ gia đình = households_total",
                "F1 Tổng số hộ gia đình = households_total",
                "F1. Tổng số hộ gia đình = households_total",
                "TỔNG SỐ HỘ GIA ĐÌNH = households_total",
                "Tong so ho gia dinh = households_total",
                "Tổng số hộ gia đình (hộ) = households_total",
                "Tổng số hộ gia đình năm 2056 = households_total",
                "Số hộ có BLGĐ = dv_households",
                "Số vụ BLGĐ = dv_cases",
                "Số người bị bạo lực (người) = victims",
                "Tổng số hộ gia đình năm 2055 = -",
                "Tổng số hộ gia đình 2055/2056 = -",
                "Tổng số hộ gia đình năm trước = -",
                "Kế hoạch tổng số hộ gia đình = -",
                "Tỷ lệ hộ có bạo lực gia đình = -",
                "Tỷ lệ hộ có BLGĐ = -",
                "Hộ có bạo lực gia đình (%) = -",
                "% hộ có bạo lực gia đình = -",
                "Tổng số hộ gia đình (người) = -",
                "Tổng số hộ gia đình, ĐVT: nghìn hộ = -",
                "Số vụ bạo lực gia đình (hộ) = -",
                "Số người bị bạo lực là nam = -",
                "Số người bị bạo lực dưới 16 tuổi mới = -",
                "Số vụ bạo lực gia đình quý I = -",
                "Lũy kế số vụ bạo lực gia đình = -",
                "Số vụ bạo lực gia đình so với cùng kỳ = -",
                "F1 Số vụ bạo lực gia đình = -",
                "D2 Tổng số hộ gia đình = -",
                "Nam = -",
                "Được tư vấn = -",
                "Ghi chú = -"
            })
    void aHeadingNamesItsLineOrNone(String heading, String line) {
        MessyTable table = MessyTable.of("Mã|" + heading + "\n" + a.code() + "|#5");
        FigureTable mapping = mapping(table.xlsx());
        assertThat(mapping.fields().getOrDefault(1, "-")).isEqualTo(line);
    }

    /** What stands where the unit is named: {a} and {b} are names of communes, {o} the place above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Xã {a} = a",
                "{a} = a",
                "XÃ {A} = a",
                "x. {a} = a",
                "UBND xã {a} = a",
                "Ủy ban nhân dân xã {a} = a",
                "12. Xã {a} = a",
                "12) {a} = a",
                "III. Xã {a} = a",
                "- Xã {a} = a",
                "Xã {a}, {o} = a",
                "Xã {a} - {o} = a",
                "Xã {a} ({o}) = a",
                "Xã {a} ({code}) = a",
                "{code} = a",
                "Xã {a}, tỉnh Thái Bình = unknownUnit",
                "Phường {a} = unknownUnit",
                "Xã {a} ({other}) = unknownUnit",
                "Xã {a}z = unknownUnit",
                "Xã Không Có = unknownUnit",
                "99999 = unknownUnit"
            })
    void aUnitIsFoundOrAskedFor(String written, String expected) {
        String said = written.replace("{a}", a.name())
                .replace("{A}", a.name().toUpperCase(VI))
                .replace("{o}", a.over())
                .replace("{code}", a.code())
                .replace("{other}", b.code());
        Seen entry = only(MessyTable.of("Đơn vị|" + CASES + "\n" + said.replace("|", " ") + "|#5")
                .xlsx());
        if (expected.equals("a")) {
            assertThat(entry.unit()).isEqualTo(a.unit());
            assertThat(value(entry, "dv_cases")).isEqualByComparingTo("5");
        } else {
            assertThat(entry.unit()).isZero();
            assertThat(entry.faults().getFirst().key()).isEqualTo("exchange.wrong." + expected);
            assertThat(entry.faults().getFirst().row()).isEqualTo(2);
        }
        if (written.equals("Xã {a}z") || written.equals("Phường {a}")) {
            assertThat(entry.choices()).extracting(Entry.Choice::code).contains(a.code());
        }
    }

    @ParameterizedTest
    @CsvSource({"Tổng cộng", "Cộng", "CỘNG:", "Tổng số", "Toàn tỉnh", "Tổng cộng toàn tỉnh", "Tổng 99 xã"})
    void aRowOfTotalsIsHeldAgainstTheSumAndNotTaken(String total) {
        UUID id = imported(MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.name() + "|#5\n" + b.code()
                        + "|" + b.name() + "|#7\n|" + total + "|#13")
                .xlsx());
        SeenImport view = view(receiver, id);
        assertThat(view.slice().items()).extracting(Seen::unit).containsExactly(a.unit(), b.unit());
        assertThat(view.made().left()).containsExactly(new Fault("Bảng", 4, "", "imports.left.total", List.of()));
        assertThat(view.made().sums()).singleElement().satisfies(sum -> {
            assertThat(sum.sum()).isEqualByComparingTo("12");
            assertThat(sum.differs()).as("the table's total is 13").isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"; , 5", "',' , 5", "'\t', 5"})
    void separatedValuesAreReadWhateverSeparatesThem(char separator, int figure) {
        MessyTable table =
                MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|\"Xã; " + a.name() + ", x\"|#" + figure);
        for (byte[] file : List.of(
                table.separated(separator, StandardCharsets.UTF_8),
                MessyTable.utf16(table.separated(separator, StandardCharsets.UTF_8)))) {
            FigureTable mapping = mapping(file);
            assertThat(mapping.fields()).containsEntry(2, "dv_cases");
        }
    }

    @Test
    void headingsAboveEachOtherNamePartsAndNeverTheWholeForAPart() {
        MessyTable groups = MessyTable.of("Mã|Đơn vị|Số người bị bạo lực|||Số người có hành vi bạo lực|\n"
                + "||Tổng số|Nam|Nữ|Nam|Nữ\n" + a.code() + "|" + a.name() + "|#9|#2|#7|#6|#3");
        byte[] file = groups.xlsx(sheet -> {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 4));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 5, 6));
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        });
        assertThat(mapping(file).fields())
                .containsEntry(2, "victims")
                .containsEntry(3, "victims_male")
                .containsEntry(4, "victims_female")
                .containsEntry(5, "perpetrators_male")
                .containsEntry(6, "perpetrators_female");
        MessyTable years = MessyTable.of(
                "Mã|Đơn vị|Số vụ bạo lực gia đình|\n||Năm 2055|Năm 2056\n" + a.code() + "|" + a.name() + "|#9|#2");
        assertThat(mapping(years.xlsx()).fields()).containsOnlyKeys(3).containsValue("dv_cases");
    }

    @Test
    void aTableThatIsRememberedIsReadWhereItsHeadingsStandThisTime() {
        String table = "Tên xã|Số vụ bạo lực\n" + a.name() + "|#5\n" + b.name() + "|#6";
        imported(MessyTable.of(table).xlsx());
        UUID again =
                in(receiver, "a", MessyTable.of("Bảng của phòng|\n\n" + table).xlsx());
        assertThat(view(receiver, again).made().status()).isEqualTo(Import.Status.PREVIEW);
        assertThat(view(receiver, again).slice().items()).extracting(Seen::unit).containsExactly(a.unit(), b.unit());
    }

    @Test
    void whatTwoColumnsNameIsAsked() {
        assertThat(mapping(MessyTable.of("Mã|Số vụ BLGĐ|Số vụ bạo lực gia đình\n" + a.code() + "|#5|#6")
                                .xlsx())
                        .fields())
                .isEmpty();
    }

    @Test
    void aTitleOfAnotherYearIsSaidAndAsked() {
        UUID id = in(
                receiver,
                "a.xlsx",
                MessyTable.of("Bảng số liệu năm 2055\nMã|" + CASES + "\n" + a.code() + "|#5")
                        .xlsx());
        SeenImport view = view(receiver, id);
        assertThat(view.made().status()).isEqualTo(Import.Status.MAPPING);
        assertThat(view.made().left()).extracting(Fault::key).containsExactly("exchange.left.year");
    }

    @Test
    void hiddenSheetsAndRowsAreToldAndNotRead() {
        MessyTable table = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#5\n" + b.code() + "|#6");
        for (byte[] file : List.of(table.xlsx(MessyTablesTest::withHidden), table.xls(MessyTablesTest::withHidden))) {
            UUID id = imported(file);
            SeenImport view = view(receiver, id);
            assertThat(view.slice().items()).extracting(Seen::unit).containsExactly(a.unit());
            assertThat(view.made().left())
                    .extracting(Fault::sheet, Fault::row, Fault::key)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("Ẩn", 0, "imports.left.sheet"),
                            org.assertj.core.groups.Tuple.tuple("Bảng", 3, "imports.left.row"));
        }
        assertThat(unreadable(table.ods("table:style-name=\"unseen\""))).isEqualTo("hidden");
        assertThat(unreadable(table.xlsx(sheet -> {
                    Sheet front = sheet.getWorkbook().createSheet("Trống");
                    sheet.getWorkbook().setActiveSheet(1);
                    sheet.getWorkbook().setSheetHidden(0, true);
                    front.createRow(0);
                })))
                .isEqualTo("hidden");
    }

    private static void withHidden(Sheet sheet) {
        Sheet hidden = sheet.getWorkbook().createSheet("Ẩn");
        MessyTable.of("Mã|" + CASES + "\n1|#99").fill(hidden);
        sheet.getWorkbook().setSheetOrder("Ẩn", 0);
        sheet.getWorkbook().setActiveSheet(1);
        sheet.getWorkbook().setSheetHidden(0, true);
        sheet.getRow(2).setZeroHeight(true);
    }

    @Test
    void aFormulaCountsWithItsResultAndIsNamedWithoutOne() {
        MessyTable table = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|=2+3");
        assertThat(only(table.xlsx()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .isEqualTo(new Fault("Bảng", 2, "B", "catalog.refused.FORMULA", List.of("D2", "=2+3"))));
        byte[] computed = table.xlsx(sheet ->
                sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll());
        assertThat(value(only(computed), "dv_cases")).isEqualByComparingTo("5");
        assertThat(only(table.ods("")).faults().getFirst().key()).isEqualTo("catalog.refused.FORMULA");
    }

    @ParameterizedTest
    @CsvSource({"dd/mm/yyyy, DAY", "0%, PERCENT", "0\" nghìn\", WORDS", "0, 44000", "'#,##0', 44000", "0\" hộ\", 44000"
    })
    void aNumberIsTakenAsItLooks(String format, String expected) {
        MessyTable table = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#44000");
        for (byte[] file :
                List.of(table.xlsx(sheet -> format(sheet, format)), table.xls(sheet -> format(sheet, format)))) {
            Seen entry = only(file);
            if (expected.matches("\\d+")) {
                assertThat(value(entry, "dv_cases")).isEqualByComparingTo(expected);
            } else {
                assertThat(entry.faults().getFirst().key()).isEqualTo("catalog.refused." + expected);
            }
        }
    }

    private static void format(Sheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        sheet.getRow(1).getCell(1).setCellStyle(style);
    }

    @Test
    void codeAndNameThatDisagreeAreAnErrorOfTheRow() {
        for (byte[] file : List.of(
                MessyTable.of("Mã|Đơn vị|F1 Tổng số hộ gia đình|" + CASES + "\n" + a.code() + "|" + b.fullName()
                                + "|#777|#1")
                        .csv(),
                MessyTable.of("Mã|Tên đơn vị|" + CASES + "\n" + a.code() + "|" + b.name() + "|#1")
                        .xlsx(),
                MessyTable.of("code|name|dv_cases\n" + a.code() + "|" + b.fullName() + "|#1")
                        .json())) {
            Seen entry = only(file);
            assertThat(entry.status()).isEqualTo(Entry.Status.WRONG);
            assertThat(entry.faults().getFirst().key()).isEqualTo("exchange.wrong.codeName");
        }
    }

    @Test
    void twoRowsOfOneUnitKeepBothFromBeingSaved() {
        UUID id = imported(
                MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#5\n" + b.code() + "|#6\n" + a.code() + "|#7")
                        .xlsx());
        List<Seen> entries = view(receiver, id).slice().items();
        assertThat(entries)
                .extracting(Seen::status)
                .containsExactly(Entry.Status.WRONG, Entry.Status.NEW, Entry.Status.WRONG);
        assertThat(entries)
                .filteredOn(each -> each.status() == Entry.Status.WRONG)
                .allSatisfy(each -> assertThat(each.faults().getLast().key()).isEqualTo("imports.wrong.twice"));
    }

    @Test
    void aColumnThatSpellsBothWaysIsAskedAndReadOnceItIsSaid() {
        MessyTable table = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|7.000\n" + b.code() + "|1,234.0");
        UUID id = imported(table.xlsx());
        assertThat(view(receiver, id)
                        .slice()
                        .items()
                        .getFirst()
                        .faults()
                        .getFirst()
                        .key())
                .isEqualTo("catalog.refused.UNCLEAR");
        map(receiver, id, view(receiver, id).mapping().spelt(LineRules.Spelling.ENGLISH));
        assertThat(value(view(receiver, id).slice().items().getFirst(), "dv_cases"))
                .isEqualByComparingTo("7");
    }

    @Test
    void linesThatRunDownAreMatchedByNumberAndNameOrListed() {
        UUID id = in(
                receiver,
                "a.xlsx",
                MessyTable.of(
                                "Dòng|Chỉ tiêu|Năm 2055|Năm 2056\n"
                                        + "F1|Tổng số hộ gia đình|#10|#11\nD1|Hộ có bạo lực gia đình|#1|#2\nD2|Số vụ bạo lực gia đình|#3|#4\n"
                                        + "V1|Số người bị bạo lực|#4|#4\n|- Nam|#1|#1\n|Nữ|#3|#3\nX9|Số chó mèo|#5|#5\nP1|Số người bị bạo lực|#1|#1")
                        .xlsx());
        FigureTable proposed = view(receiver, id).mapping();
        assertThat(proposed.value()).isEqualTo(3);
        map(receiver, id, FigureTable.of(proposed.mapping().answering(FigureTable.WHOLE, a.code())));
        Seen entry = view(receiver, id).slice().items().getFirst();
        assertThat(value(entry, "households_total")).isEqualByComparingTo("11");
        assertThat(value(entry, "victims_male")).isEqualByComparingTo("1");
        assertThat(value(entry, "victims_female")).isEqualByComparingTo("3");
        assertThat(view(receiver, id).made().left())
                .containsExactly(new Fault("Bảng", 8, "A", "exchange.left.line", List.of("X9")));
        assertThat(entry.faults()).extracting(Fault::key).contains("exchange.wrong.lineName");
    }

    @Test
    void ofTwoColumnsOfFiguresWithoutTheYearNoneIsGuessed() {
        UUID id = in(
                receiver,
                "a.xlsx",
                MessyTable.of("Dòng|Chỉ tiêu|Kỳ này|Kỳ khác\nF1|Tổng số hộ gia đình|#10|#11\n"
                                + "D1|Hộ có bạo lực gia đình|#1|#2\nD2|Số vụ bạo lực gia đình|#3|#4")
                        .xlsx());
        assertThat(view(receiver, id).mapping().value()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"xlsb, binary", "docx, kind", "odt, kind", "html, kind", "pdf, kind", "empty, empty"})
    void whatIsNoSpreadsheetIsNamed(String kind, String reason) {
        byte[] file = switch (kind) {
            case "xlsb" -> MessyTable.zip("xl/workbook.bin", "x");
            case "docx" -> MessyTable.zip("word/document.xml", "<w/>");
            case "odt" -> MessyTable.zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>");
            case "html" -> "<html><table><tr><td>1".getBytes(StandardCharsets.UTF_8);
            case "pdf" -> "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
            default -> new byte[0];
        };
        assertThatThrownBy(() -> in(receiver, "a.xlsx", file))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.problems().getFirst().key())
                                .isEqualTo("sheet.unreadable." + reason));
    }

    @Test
    void aTextThatIsTooLongOrCannotBePrintedIsNamed() {
        Seen entry = only(
                MessyTable.of("Mã|N1\n" + a.code() + "|" + "a".repeat(20_001)).csv());
        assertThat(entry.faults().getFirst().key()).isEqualTo("catalog.refused.LONG");
        entry = only(MessyTable.of("Mã|N1\n" + a.code() + "|" + "a".repeat(200) + "\u001bb")
                .csv());
        assertThat(entry.faults().getFirst().key()).isEqualTo("catalog.refused.CONTROL");
    }

    @Test
    void aWholeImportIsTakenBackSaveWhereSomebodyTypedSince() {
        Asked first = communes.get(communes.size() - 1);
        Asked second = communes.get(communes.size() - 2);
        type(first, java.util.Map.of("dv_cases", "3"));
        UUID id = imported(MessyTable.of("Mã|" + CASES + "|D1 Hộ có bạo lực gia đình\n" + first.code() + "|#5|#4\n"
                        + second.code() + "|#6|#6")
                .xlsx());
        confirm(receiver, id);
        assertThat(standing(second).figures()).hasSize(2);
        type(second, java.util.Map.of("dv_cases", "7"));

        receiver.run(() -> end(imports.undo(id)));
        assertThat(standing(first).figures()).isEqualTo(java.util.Map.of("dv_cases", BigDecimal.valueOf(3)));
        assertThat(standing(second).figures()).isEqualTo(java.util.Map.of("dv_cases", BigDecimal.valueOf(7)));
        Import undone = view(receiver, id).made();
        assertThat(undone.status()).isEqualTo(Import.Status.UNDONE);
        assertThat(undone.outcome().left()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo(second.fullName());
            assertThat(left.faults().getFirst().arguments()).containsExactly("D2", "7");
        });
        assertThatThrownBy(() -> receiver.run(() -> imports.undo(id))).isInstanceOf(vn.toam.shared.Conflict.class);
    }

    @Test
    void aUnitChosenByHandIsTakenAndRememberedForTheNextTable() {
        UUID id = imported(
                MessyTable.of("Địa phương|" + CASES + "\nNơi Khác Hẳn|#5").xlsx());
        assertThat(view(receiver, id).slice().items().getFirst().unit()).isZero();
        assertThatThrownBy(
                        () -> receiver.run(() -> imports.choose(id, FigureTable.UNIT, "Nơi Khác Hẳn", "xã không đâu")))
                .isInstanceOf(Rejected.class);
        receiver.run(() -> end(imports.choose(id, FigureTable.UNIT, "Nơi Khác Hẳn", a.code())));
        assertThat(view(receiver, id).slice().items().getFirst().unit()).isEqualTo(a.unit());
    }

    @Test
    void theSameMappingSaidTwiceIsDoneOnce() {
        UUID id =
                imported(MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#5").xlsx());
        FigureTable mapping = view(receiver, id).mapping();
        receiver.run(() -> {
            var one = imports.map(id, mapping.mapping(), java.util.Set.of());
            try {
                end(imports.map(id, mapping.mapping(), java.util.Set.of()));
            } catch (vn.toam.shared.Conflict done) {
                assertThat(done).hasMessageContaining("PREVIEW");
            }
            end(one);
        });
        assertThat(view(receiver, id).made().status()).isEqualTo(Import.Status.PREVIEW);
        assertThat(view(receiver, id).slice().items()).hasSize(1);
    }

    @Test
    void anUntouchedRowOfAReturnAlreadySentIsNoError() {
        Asked sent = communes.get(communes.size() - 3);
        type(sent, java.util.Map.of("dv_cases", "3"));
        UUID id = imported(
                MessyTable.of("Mã|" + CASES + "\n" + sent.code() + "|#3").xlsx());
        assertThat(view(receiver, id).slice().items().getFirst().status()).isEqualTo(Entry.Status.SAME);
        ReturnDifference untouched = new ReturnDifference(accepted(standing(sent)), java.util.Map.of(), null);
        assertThat(untouched.status(new SheetRow("", 2, List.of()))).isEqualTo(Entry.Status.SAME);
    }

    private static Asked accepted(Asked unit) {
        return new Asked(
                unit.unit(),
                unit.province(),
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.over(),
                unit.receiver(),
                vn.toam.submission.SubmissionStatus.ACCEPTED,
                unit.version(),
                unit.figures(),
                unit.notes(),
                unit.narrative());
    }

    private @Nullable BigDecimal value(Seen entry, String field) {
        return entry.changes().stream()
                .filter(change -> change.field().equals(field))
                .map(Seen.Change::after)
                .findFirst()
                .orElse(null);
    }

    private Seen only(byte[] file) {
        List<Seen> entries = view(receiver, imported(file)).slice().items();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    /** Read, with the columns as they are proposed. */
    private UUID imported(byte[] file) {
        UUID id = in(receiver, "a", file);
        SeenImport view = view(receiver, id);
        assertThat(view.made().status()).as("%s", view.made().outcome()).isNotEqualTo(Import.Status.FAILED);
        if (view.made().status() == Import.Status.MAPPING) {
            map(receiver, id, view.mapping());
        }
        return id;
    }

    private FigureTable mapping(byte[] file) {
        return new ArrayList<>(List.of(view(receiver, in(receiver, "a", file)).mapping())).getFirst();
    }

    private String unreadable(byte[] file) {
        Outcome outcome = view(receiver, in(receiver, "a", file)).made().outcome();
        return outcome.problem().key().replace("sheet.unreadable.", "");
    }
}
