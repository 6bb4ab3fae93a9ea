package vn.toam.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a table may hold, on both sides of each limit, and how its cells are read. */
class SheetLimitsTest {

    @TempDir
    private Path folder;

    private final List<SheetRow> rows = new ArrayList<>();

    @Test
    void aTableHasTwentyThousandRowsAtMost() throws Exception {
        read("a;b\n".repeat(20_000));
        assertThat(rows).hasSize(20_000);

        refused("a;b\n".repeat(20_001), "rows");
    }

    @Test
    void blankRowsReachToTwiceThatAndNoFurther() throws Exception {
        read("\n".repeat(39_999) + "a;b\n");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.number()).isEqualTo(40_000));

        refused("\n".repeat(40_000) + "a;b\n", "rows");
    }

    @Test
    void aRowHasFiveHundredColumnsAtMost() throws Exception {
        read("a" + ";a".repeat(499));
        assertThat(rows.getFirst().cells()).hasSize(500);

        refused("a" + ";a".repeat(500), "columns");
    }

    @Test
    void aTextIsReadToOneMoreThanItMayHave() throws Exception {
        read("x".repeat(20_005) + ";" + "y".repeat(20_000));

        assertThat(String.valueOf(rows.getFirst().cell(0))).hasSize(20_001);
        assertThat(String.valueOf(rows.getFirst().cell(1))).hasSize(20_000);
    }

    @Test
    void aNumberHasThirtyDigitsAtMostElseItIsAText() throws Exception {
        String thirty = "1".repeat(30);
        read("[{\"a\": " + thirty + ", \"b\": 1" + thirty + ", \"c\": 1e30, \"d\": 1e31, \"e\": 1e-30, \"f\": 1e-31}]");

        assertThat(rows.getFirst().cells())
                .extracting(cell -> cell instanceof BigDecimal)
                .containsExactly(true, false, true, false, true, false);
    }

    @Test
    void aFileIsNotEmptyAndHasTwentyMegabytesAtMost() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "");
        assertThatThrownBy(() -> TableFile.of(file)).hasMessage("empty");
        size(file, 20L * 1024 * 1024 + 1);
        assertThatThrownBy(() -> TableFile.of(file)).hasMessage("oversize");
        size(file, 20L * 1024 * 1024);
        assertThatThrownBy(() -> TableFile.of(file)).as("zeros are no text").hasMessage("kind");
    }

    private static void size(Path file, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }

    @Test
    void twoControlCharactersInAHundredAreATextAndThreeAreNot() throws Exception {
        assertThat(kind("\u0001\u0001" + "a".repeat(98))).isEqualTo(TableFile.CSV);
        assertThatThrownBy(() -> kind("\u0001\u0001\u0001" + "a".repeat(97))).hasMessage("kind");
        assertThat(kind("\t\t\t\t\ta\n")).isEqualTo(TableFile.CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "{\\rtf1", "<html>", "  <x/>", "GIF89a"})
    void otherKindsOfFilesAreNoTable(String start) {
        assertThatThrownBy(() -> kind(start)).hasMessage("kind");
    }

    @ParameterizedTest
    @CsvSource({"[,JSON", "'  {',JSON", "a;b,CSV", "\ufeff[,JSON"})
    void textIsToldByItsFirstSign(String start, TableFile kind) throws Exception {
        assertThat(kind(start)).isEqualTo(kind);
    }

    @Test
    void anArchiveHasTwoThousandPartsAtMost() throws IOException {
        assertThatThrownBy(() -> packed(2_000, "part", 1)).hasMessage("kind");
        assertThatThrownBy(() -> packed(2_001, "part", 1)).hasMessage("bomb");
    }

    @ParameterizedTest
    @CsvSource({
        "part,67108864,kind",
        "part,67108865,bomb",
        "xl/sharedStrings.xml,16777216,kind",
        "xl/sharedStrings.xml,16777217,bomb",
        "xl/styles.xml,16777217,bomb"
    })
    void anArchiveUnpacksToWhatIsHonest(String part, int bytes, String refused) {
        assertThatThrownBy(() -> packed(1, part, bytes)).hasMessage(refused);
    }

    @Test
    void severalPartsTogetherUnpackToNoMore() {
        assertThatThrownBy(() -> packed(2, "part", 32 * 1024 * 1024)).hasMessage("kind");
        assertThatThrownBy(() -> packed(3, "part", 32 * 1024 * 1024)).hasMessage("bomb");
    }

    private void packed(int parts, String name, int bytes) throws Exception {
        Path file = folder.resolve("zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < parts; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? name : name + i));
                fill(zip, bytes);
            }
        }
        TableFile.of(file);
    }

    private static void fill(OutputStream out, int bytes) throws IOException {
        byte[] block = new byte[64 * 1024];
        for (int left = bytes; left > 0; left -= block.length) {
            out.write(block, 0, Math.min(left, block.length));
        }
    }

    @Test
    void theSeparatorIsTheOneThatMostRowsHaveEquallyOften() throws Exception {
        read("a;1,5\nb;2,25,1\nc;3\n");
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
        read("a\t1;2\nb\t3\n");
        assertThat(rows.getFirst().cells()).containsExactly("a", "1;2");
        read("a,1\nb,2\n");
        assertThat(rows.getFirst().cells()).containsExactly("a", "1");
        read("\"x;y;z\",1\n\"x\",2\n");
        assertThat(rows.getFirst().cells()).containsExactly("x;y;z", "1");
        read("sep=|\na|b;c\n");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.cells()).containsExactly("a", "b;c");
            assertThat(row.number()).isEqualTo(2);
        });
    }

    @Test
    void aBlankCellIsNothingABlankRowIsLeftOutAndAMarkedFormulaIsItsText() throws Exception {
        read(" a ; ;'=1+1;'Đà\n;;;\nb;;;\n");

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3);
        assertThat(rows.getFirst().cells()).containsExactly("a", null, "=1+1", "'Đà");
    }

    @Test
    void aListOfObjectsHasAColumnForEachNameAndWordsAboutItself() throws Exception {
        read(
                "{\"year\": 2026, \"about\": {\"x\": 1}, \"rows\": [{\"a\": \" x \", \"figures\": {\"b\": 1.5}}, {\"c\": true, \"a\": \"\", \"d\": null}]}");

        assertThat(rows)
                .containsExactly(
                        new SheetRow("toam", 1, List.of("year", "2026")),
                        new SheetRow("", 1, List.of("x", new BigDecimal("1.5"))),
                        new SheetRow("", 2, Arrays.asList(null, null, "TRUE", null)),
                        new SheetRow("", 0, List.of("a", "b", "c", "d")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 1",
                "{\"a\": 1} | 1",
                "[1] | 1",
                "[{\"a\": 1}]¶[] | 2",
                "[{\"a\": 1},¶{\"a\": 1, \"a\": 2}] | 2",
                "[¶{\"a\": [1]}] | 2",
                "[{\"a\":¶{\"b\": 1}}] | 2",
                "{\"x\": [{\"a\": 1}],¶\"y\": [{\"a\": 1}]} | 2",
                "[{\"a\": 1},¶{\"a\": ] | 2"
            })
    void whatSaysNothingClearIsRefusedWithItsLine(String json, int line) {
        assertThatThrownBy(() -> read(json.replace('¶', '\n')))
                .isInstanceOfSatisfying(UnreadableTable.class, refused -> {
                    assertThat(refused.problem().key()).isEqualTo("sheet.unreadable.json");
                    assertThat(refused.problem().arguments()).containsExactly(line);
                });
    }

    @ParameterizedTest
    @CsvSource({"0,A", "25,Z", "26,AA", "27,AB", "51,AZ", "52,BA", "701,ZZ", "702,AAA"})
    void columnsAreCalledAsExcelDoes(int column, String letters) {
        assertThat(SheetRow.letters(column)).isEqualTo(letters);
    }

    @Test
    void outsideItsCellsARowHasNothing() {
        SheetRow row = new SheetRow("", 1, List.of("a", "b"));

        assertThat(row.cell(-1)).isNull();
        assertThat(row.cell(0)).isEqualTo("a");
        assertThat(row.cell(1)).isEqualTo("b");
        assertThat(row.cell(2)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0,-,12.50,12.50",
                "0,General,12.5,12.5",
                "9,0%,0.125,12.5%",
                "14,dd/mm/yyyy,46000,09/12/2025",
                "14,dd/mm/yyyy,-1,-1",
                "0,;;,5,5 (ẩn)",
                "0,;;;,5,5 (ẩn)",
                "0,;,5,5",
                "0,'#,##0',5000,5000",
                "0,'#,##0,',5000,'5000 (nghìn, triệu…)'",
                "0,'0 \"triệu\"',5.0,'5 (nghìn, triệu…)'"
            })
    void aNumberIsGivenAsItsCellShowsIt(int index, @Nullable String format, BigDecimal number, String shown) {
        assertThat(CellLook.of(index, format).of(number)).hasToString(shown);
    }

    @Test
    void rowsThatNumberOrGroupColumnsAreNoHeadings() {
        assertThat(HeadingRows.isNumbering(List.of("A", "B", "1", "2", "3 = 1 + 2")))
                .isTrue();
        assertThat(HeadingRows.isNumbering(List.of("A", "1", "3"))).isFalse();
        assertThat(HeadingRows.isNumbering(List.of("1"))).isFalse();
        assertThat(HeadingRows.isNumbering(List.of("1", BigDecimal.TWO))).isTrue();
        assertThat(HeadingRows.isNumbering(List.of("1", "xã"))).isFalse();
        assertThat(HeadingRows.isGroup(row("Số vụ", null, "Nạn nhân"))).isTrue();
        assertThat(HeadingRows.isGroup(row("Số vụ", null))).isFalse();
        assertThat(HeadingRows.isGroup(row("Số vụ", "12"))).isFalse();
        assertThat(HeadingRows.isGroup(row("Số vụ", BigDecimal.ONE, "Nạn nhân")))
                .isFalse();
    }

    private static SheetRow row(@Nullable Object... cells) {
        return new SheetRow("", 1, Arrays.asList(cells));
    }

    @Test
    void wordsAreComparedFoldedOrSpelled() {
        assertThat(Folded.of("Xã  Tân-Yên (Đông)")).isEqualTo("xa tan yen dong");
        assertThat(Folded.spelled("  XÃ\u00a0 Tân\nYên ")).isEqualTo("xã tân yên");
    }

    private TableFile kind(String text) throws UnreadableTable, IOException {
        Path file = folder.resolve("file");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return TableFile.of(file);
    }

    private void read(String text) throws UnreadableTable, IOException {
        rows.clear();
        kind(text)
                .read(
                        folder.resolve("file"),
                        (sheet, number, cells) -> rows.add(new SheetRow(sheet, number, new ArrayList<>(cells))));
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> read(text)).hasMessage(why);
    }
}
