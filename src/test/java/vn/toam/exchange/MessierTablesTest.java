package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.imports.Import;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.shared.Rejected;
import vn.toam.sheet.Folded;

/** More tables as people have them: signs, looks of cells, merged cells, several sheets, several tables, separators and old codes. */
class MessierTablesTest extends ExchangeTest {

    private static final String CASES = "D2 Số vụ bạo lực gia đình";

    private Asked a;
    private Asked b;
    private Asked marked;

    @BeforeAll
    void open() {
        open("dv-family-commune", 2067);
        List<Asked> clear = communes.stream()
                .filter(each -> communes.stream()
                                .filter(one -> Folded.of(one.name()).equals(Folded.of(each.name())))
                                .count()
                        == 1)
                .filter(each -> each.fullName().startsWith("Xã"))
                .toList();
        a = clear.get(0);
        b = clear.get(1);
        marked = clear.stream()
                .filter(each -> each.name().equals("Tân Yên"))
                .findFirst()
                .orElseThrow();
    }

    /** The text of a cell, and the value or the reason. */
    static List<String> spellings() {
        return List.of(
                "~12 = WHOLE",
                "12* = WHOLE",
                "≥5 = WHOLE",
                "<5 = WHOLE",
                ">5 = WHOLE",
                "12/15 = FRACTION",
                "12:15 = FRACTION",
                "1-2 = WHOLE",
                "1–2 = WHOLE",
                "5-10 = WHOLE",
                "5+2 = WHOLE",
                "=5 = FORMULA",
                "5. = WHOLE",
                "5, = WHOLE",
                ".5 = WHOLE",
                "5 (năm) = WORDS",
                "năm = WHOLE",
                "5 vụ = WORDS",
                "05 vụ = WORDS",
                "5.000đ = WORDS",
                "5 nghìn = WORDS",
                "5k = WORDS",
                "'5 = WHOLE",
                "\"5\" = WHOLE",
                "5' = WHOLE",
                "+5 = WHOLE",
                "−5 = LEAST",
                "–5 = LEAST",
                "- 5 = LEAST",
                "5- = BRACKETS",
                "(1.234) = BRACKETS",
                "[5] = WHOLE",
                "1E3 = POWER",
                "1,5e3 = POWER",
                "２０ = 20",
                "１.２３４ = 1234",
                "٣ = WHOLE",
                "Ⅴ = WHOLE",
                "⑤ = WHOLE",
                "5² = WHOLE",
                "5️⃣ = WHOLE",
                "l2 = WORDS",
                "0,0 = 0",
                "00 = 0",
                "000 = CODE",
                "1.23 = WHOLE",
                "1.2345 = WHOLE",
                "1.234.56 = WHOLE",
                "1,234.5 = WHOLE",
                "1.234,50 = WHOLE",
                "1.234,00 = 1234",
                "1,234.00 = 1234",
                "1 234,00 = 1234",
                "12 34 = WHOLE",
                "1  234 = WHOLE",
                "\u20071 = 1",
                "\u200b12 = 12",
                "12\ufeff = 12",
                "\u202a12\u202c = 12",
                "1\u200b2 = WHOLE",
                "12‰ = PERCENT",
                "12 % = PERCENT",
                "không có = DASH",
                "KHÔNG = DASH",
                "Chưa có = DASH",
                "… = DASH",
                "--- = WHOLE",
                "N/A = DASH",
                "#VALUE! = BROKEN",
                "1/1/26 = DAY",
                "1-Feb = DAY",
                "12.5.2026 = DAY",
                "TRUE = WHOLE",
                "✓ = WHOLE",
                "5;6 = WHOLE");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aCellIsReadOrNamedInEveryKindOfFile(String row) {
        String said = row.substring(0, row.lastIndexOf(" = "));
        String expected = row.substring(row.lastIndexOf(" = ") + 3);
        MessyTable table = MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.fullName() + "|" + said);
        List<byte[]> files = said.startsWith("=") || said.contains("\"")
                ? List.of(table.csv())
                : List.of(table.csv(), table.xlsx(), table.xls(), table.ods(""), table.json());
        for (byte[] file : files) {
            Seen entry = only(file);
            if (expected.matches("\\d+")) {
                assertThat(figures(entry)).as("%s", entry.faults()).containsExactly(Map.entry("dv_cases", expected));
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
            delimiter = '|',
            value = {
                "#,##0, | WORDS",
                "0.0,, | WORDS",
                "#,##0.0, | WORDS",
                ";;; | WORDS",
                "#,##0.00 | 44000",
                "#,##0;(#,##0);- | 44000",
                "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_) | 44000",
                "[$-42A]#,##0 | 44000",
                "General | 44000",
                "# ??/?? | 44000",
                "[h]:mm | DAY",
                "yyyy | DAY",
                "0.0% | PERCENT",
                "0\" trăm\" | WORDS"
            })
    void aNumberIsTakenAsItIsSeen(String format, String expected) {
        MessyTable table = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#44000");
        Consumer<Sheet> look = sheet -> {
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            sheet.getRow(1).getCell(1).setCellStyle(style);
        };
        for (byte[] file : List.of(table.xlsx(look), table.xls(look))) {
            Seen entry = only(file);
            if (expected.matches("\\d+")) {
                assertThat(figures(entry)).containsExactly(Map.entry("dv_cases", expected));
            } else {
                assertThat(entry.faults().getFirst().key()).isEqualTo("catalog.refused." + expected);
            }
        }
    }

    @Test
    void aFormulaWhoseResultIsNothingLeavesItsCellBlank() {
        MessyTable table =
                MessyTable.of("Mã|" + CASES + "|D1 Hộ có bạo lực gia đình\n" + a.code() + "|=IF(1=1,\"\",5)|#4");
        Consumer<Sheet> computed = sheet ->
                sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        for (byte[] file : List.of(table.xlsx(computed), table.xls(computed))) {
            Seen entry = only(file);
            assertThat(entry.faults()).isEmpty();
            assertThat(figures(entry)).containsExactly(Map.entry("dv_households", "4"));
        }
    }

    @Test
    void aFigureInMergedCellsIsToldWhoeverElseItMayBeFor() {
        MessyTable table = MessyTable.of(
                "Mã|" + CASES + "|D1 Hộ có bạo lực gia đình\n" + a.code() + "|#10|#4\n" + b.code() + "||#5");
        Consumer<Sheet> merged = sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        for (byte[] file : List.of(
                table.xlsx(merged),
                table.xls(merged),
                table.ods(xml -> xml.replace(
                        "office:value=\"10.0\"", "office:value=\"10.0\" table:number-rows-spanned=\"2\"")))) {
            assertThat(view(receiver, imported(file)).made().left())
                    .containsExactly(new Fault("Bảng", 2, "B", "imports.left.merged", List.of()));
        }
        Consumer<Sheet> across = sheet -> {
            sheet.getRow(1).removeCell(sheet.getRow(1).getCell(2));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
        };
        for (byte[] file : List.of(table.xlsx(across), table.xls(across))) {
            assertThat(view(receiver, imported(file)).made().left())
                    .extracting(Fault::key)
                    .containsExactly("imports.left.merged");
        }
    }

    @Test
    void anotherSheetWithFiguresIsToldAndTheOneOfTheYearIsProposed() {
        String rows = "Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.fullName() + "|";
        for (String name : List.of("2066", "Năm 2066", "Số liệu 2066")) {
            byte[] file = MessyTable.of(rows + "#5").xlsx(sheet -> {
                MessyTable.of(rows + "#6").fill(sheet.getWorkbook().createSheet(name.replace("2066", "2067")));
                sheet.getWorkbook().setSheetName(0, name);
            });
            UUID id = in(receiver, "a.xlsx", file);
            SeenImport view = view(receiver, id);
            assertThat(view.made().status()).as("asked, never guessed").isEqualTo(Import.Status.MAPPING);
            assertThat(view.mapping().sheet()).isEqualTo(name.replace("2066", "2067"));
            assertThat(view.made().left()).contains(new Fault(name, 0, "", "imports.left.otherSheet", List.of()));
        }
    }

    @Test
    void aSheetNamedForAnotherYearIsAsked() {
        byte[] file = MessyTable.of("Mã|" + CASES + "\n" + a.code() + "|#5")
                .xlsx(sheet -> sheet.getWorkbook().setSheetName(0, "Năm 2066"));
        SeenImport view = view(receiver, in(receiver, "a.xlsx", file));
        assertThat(view.made().status()).isEqualTo(Import.Status.MAPPING);
        assertThat(view.made().left()).extracting(Fault::key).containsExactly("exchange.left.year");
    }

    @Test
    void asManySheetsOfOurOwnTableAreAsked() {
        byte[] file = edited(out(ExportService.Kind.XLSX, province), book -> {
            Sheet copy = book.cloneSheet(0);
            for (Row row : copy) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals(a.code())) {
                    row.createCell(4).setCellValue(77);
                }
            }
        });
        SeenImport view = view(receiver, in(receiver, "a.xlsx", file));
        assertThat(view.made().left()).extracting(Fault::key).contains("imports.left.otherSheet");
    }

    @Test
    void aSecondTableBelowTheFirstIsNotReadAsIfItWereTheFirst() {
        Seen entry = view(
                        receiver,
                        imported(MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.fullName() + "|#5\n\n"
                                        + "Mã|Đơn vị|F1 Tổng số hộ gia đình\n" + b.code() + "|" + b.fullName()
                                        + "|#900")
                                .xlsx()))
                .slice()
                .items()
                .stream()
                .filter(each -> each.row() == 5)
                .findFirst()
                .orElseThrow();
        assertThat(entry.changes()).isEmpty();
        assertThat(entry.faults()).extracting(Fault::key).containsExactly("imports.wrong.otherTable");
    }

    @Test
    void headingsRepeatedOnEveryPrintedPageAreSkipped() {
        UUID id = imported(MessyTable.of("Mã|Đơn vị|" + CASES + "\n" + a.code() + "|" + a.fullName() + "|#5\n"
                        + "Mã|Đơn vị|" + CASES + "\n" + b.code() + "|" + b.fullName() + "|#6")
                .xlsx());
        assertThat(view(receiver, id).slice().items()).extracting(Seen::unit).containsExactly(a.unit(), b.unit());
        assertThat(view(receiver, id).slice().items())
                .allMatch(each -> each.faults().isEmpty());
    }

    /** In separated values a comma within a figure is one that separates. */
    @ParameterizedTest
    @ValueSource(strings = {"Mã,D2\n{a},1,200\n", "Mã,D2,D1\n{a},1,200,3\n", "Mã,D2\n{a},12,5\n"})
    void aRowOfMoreCellsThanHeadingsIsRefused(String csv) {
        Seen entry = only(csv.replace("{a}", a.code()).getBytes(StandardCharsets.UTF_8));
        assertThat(entry.status()).isEqualTo(Entry.Status.WRONG);
        assertThat(entry.faults()).extracting(Fault::key).containsExactly("imports.wrong.wide");
        assertThat(entry.faults().getFirst().row()).isEqualTo(2);
    }

    @Test
    void theSeparatorIsTheOneThatEveryRowHas() {
        String csv = "Mã;F1;D2\n" + a.code() + ";1.234,0;12,0\n" + b.code() + ";1.235,0;13,0\n"
                + communes.get(20).code() + ";1.236,0;14,0\n";
        List<Seen> entries = view(receiver, imported(csv.getBytes(StandardCharsets.UTF_8)))
                .slice()
                .items();
        assertThat(entries).hasSize(3).allMatch(each -> each.faults().isEmpty());
        assertThat(figures(entries.getFirst())).isEqualTo(Map.of("dv_cases", "12", "households_total", "1234"));
    }

    @Test
    void everyCodeOfTextIsReadOrRefused() {
        String csv = "Đơn vị;Số vụ bạo lực gia đình;Tổng số hộ gia đình\n" + a.fullName() + ";5;1.234\n" + b.fullName()
                + ";6;1.235\n";
        byte[] utf8 = csv.getBytes(StandardCharsets.UTF_8);
        for (byte[] file : List.of(
                utf8,
                joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, utf8),
                MessyTable.utf16(utf8),
                joined(new byte[] {(byte) 0xfe, (byte) 0xff}, csv.getBytes(StandardCharsets.UTF_16BE)),
                java.text.Normalizer.normalize(csv, java.text.Normalizer.Form.NFD)
                        .getBytes(StandardCharsets.UTF_8),
                java.text.Normalizer.normalize(csv, java.text.Normalizer.Form.NFD)
                        .replace("\u0323\u0302", "\u0302\u0323")
                        .getBytes(StandardCharsets.UTF_8),
                csv.replace("\n", "\r").getBytes(StandardCharsets.UTF_8))) {
            List<Seen> entries = view(receiver, imported(file)).slice().items();
            assertThat(entries).extracting(Seen::unit).containsExactly(a.unit(), b.unit());
            assertThat(figures(entries.getFirst())).isEqualTo(Map.of("dv_cases", "5", "households_total", "1234"));
        }
        byte[] broken = csv.replace("Đ", "?").getBytes(Charset.forName("US-ASCII"));
        List<Seen> entries = entriesOrNone(broken);
        assertThat(entries).allMatch(each -> each.unit() == 0 || each.faults().isEmpty());
    }

    /** Plain letters stand for any; a mark that is there must be the right one. */
    @ParameterizedTest
    @CsvSource({
        "Tân Yên, yes", "Tan Yen, yes", "Tân Yen, yes", "tân yên, yes", "TÂN YÊN, yes", "Xa Tan Yên, yes",
        "Tấn Yên, no", "Tân Yến, no", "Tần Yên, no", "Tăn Yên, no", "Tân Yền, no", "Xã Tàn Yên, no"
    })
    void aNameWithOtherMarksIsSuggestedAndNotTaken(String written, String taken) {
        Seen entry =
                only(MessyTable.of("Đơn vị|" + CASES + "\n" + written + "|#5").xlsx());
        if (taken.equals("yes")) {
            assertThat(entry.unit()).isEqualTo(marked.unit());
        } else {
            assertThat(entry.unit()).isZero();
            assertThat(entry.faults().getFirst().row()).isEqualTo(2);
            assertThat(entry.choices()).extracting(Entry.Choice::code).contains(marked.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tổng cộng (99 xã)", "TỔNG CỘNG", "Cộng dồn", "Tổng hợp", "Cộng I", "Tổng số (I+II)"})
    void totalsStandAnywhere(String total) {
        for (String table : List.of(
                "Mã|Đơn vị|D2\n|" + total + "|#11\n{a}|A|#5\n{b}|B|#6",
                "Mã|Đơn vị|D2\n{a}|A|#5\n|" + total + "|#11\n{b}|B|#6")) {
            UUID id = imported(MessyTable.of(table.replace("{a}|A", a.code() + "|" + a.fullName())
                            .replace("{b}|B", b.code() + "|" + b.fullName()))
                    .xlsx());
            assertThat(view(receiver, id).slice().items())
                    .filteredOn(each -> each.unit() != 0)
                    .extracting(Seen::unit)
                    .containsExactly(a.unit(), b.unit());
            assertThat(view(receiver, id).slice().items())
                    .filteredOn(each -> each.unit() == 0)
                    .allMatch(each -> each.changes().isEmpty() && !each.faults().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Số vụ\u00a0bạo lực gia đình = dv_cases",
                "Số vụ bạo lực gia đình: = dv_cases",
                "D2 - Số vụ bạo lực gia đình = dv_cases",
                "(D2) Số vụ bạo lực gia đình = dv_cases",
                "Số vụ bạo lực gia đình (x1000) = -",
                "Số vụ bạo lực gia đình (trăm vụ) = -",
                "Số vụ bạo lực gia đình, 6 tháng đầu năm = -",
                "Số vụ bạo lực gia đình 9 tháng = -",
                "Số vụ bạo lực gia đình tăng = -",
                "Số vụ bạo lực gia đình mới = -",
                "Số vụ bạo lực gia đình đã xử lý = -",
                "Số vụ bạo lực gia đình chưa xử lý = -",
                "Số vụ bạo lực gia đình bị phạt tiền = -",
                "Số vụ không bạo lực gia đình = -",
                "Không có bạo lực gia đình = -",
                "Số vụ bạo lực gia đình với trẻ em = -",
                "Số vụ bạo lực gia đình trên 1.000 hộ = -",
                "Số vụ bạo lực gia đình/1000 dân = -",
                "Số vụ bạo lực gia đình 2065-2067 = -",
                "Số vụ bạo lực gia đình giai đoạn 2063–2067 = -",
                "Năm 2066 số vụ bạo lực gia đình = -",
                "Dự báo số vụ bạo lực gia đình = -",
                "Bình quân số vụ bạo lực gia đình = -",
                "Số vụ bạo lực gia đình so với năm 2067 = -"
            })
    void aHeadingThatSaysSomethingElseNamesNoLine(String heading, String line) {
        assertThat(view(
                                receiver,
                                in(
                                        receiver,
                                        "a",
                                        MessyTable.of("Mã|" + heading + "\n" + a.code() + "|#5")
                                                .xlsx()))
                        .mapping()
                        .fields()
                        .getOrDefault(1, "-"))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"code\":\"{a}\",\"dv_cases\":5,\"dv_cases\":6}]",
                "[{\"code\":\"{a}\",\"dv_cases\":NaN}]",
                "[{\"code\":\"{a}\",\"dv_cases\":[5]}]",
                "[{\"code\":\"{a}\",\"dv_cases\":{\"value\":5}}]",
                "[{\"code\":\"{a}\",\"dv_cases\":1e99999999999}]",
                "[{\"code\":\"{a}\",\"dv_cases\":\"7,000\"}]",
                "[{\"code\":\"{a}\",\"dv_cases\":5}",
                "{\"rows\":{\"code\":\"{a}\",\"dv_cases\":5}}",
                "[[\"{a}\",5]]"
            })
    void jsonThatSaysNothingClearChangesNothing(String json) {
        List<Seen> entries = entriesOrNone(json.replace("{a}", a.code()).getBytes(StandardCharsets.UTF_8));
        assertThat(entries).allMatch(each -> each.changes().isEmpty());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Map<String, String> figures(Seen entry) {
        Map<String, String> figures = new TreeMap<>();
        entry.changes()
                .forEach(change -> figures.put(change.field(), change.after().toPlainString()));
        return figures;
    }

    /** The rows of a file; none where it is refused as a whole, or no column is known. */
    private List<Seen> entriesOrNone(byte[] file) {
        try {
            UUID id = in(receiver, "a", file);
            SeenImport view = view(receiver, id);
            if (view.made().status() == Import.Status.MAPPING) {
                map(receiver, id, view.mapping());
            }
            return new ArrayList<>(view(receiver, id).slice().items());
        } catch (Rejected refused) {
            assertThat(refused.problems()).isNotEmpty();
            return List.of();
        }
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
}
