package vn.toam.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every paper says around its body, and every measure of its layout (Decree 30/2020, Annex I). */
class LetterLayoutTest {

    /** Sizes, indents, margins and the order of all parts, read against the decree; a change is read and copied here. */
    private static final Path AGREED = Path.of("src/test/resources/letter/layout.txt");

    private static final Path NOW = Path.of("target/letter-layout.txt");

    @Test
    void everyMeasureOfTheLayoutIsAsItWasReadAgainstTheDecree() throws IOException {
        Block.Grid grid = new Block.Grid(
                "Bảng 1. Kết quả",
                List.of(
                        new Block.Column("Nội dung", 500, Block.Align.LEFT),
                        new Block.Column("Đơn vị", 200, Block.Align.CENTER),
                        new Block.Column("Số lượng", 300, Block.Align.RIGHT)),
                List.of(List.of("Bạo lực gia đình"), List.of("Số vụ", "vụ", "12")));
        Series series = new Series(
                "Số vụ",
                "vụ",
                List.of(
                        new Series.Point("2024", BigDecimal.TEN),
                        new Series.Point("2025", null),
                        new Series.Point("2026", BigDecimal.valueOf(7))),
                BigDecimal.valueOf(8));
        Letter letter = letter(
                "5",
                LocalDate.of(2026, 2, 3),
                List.of(
                        new Block.Heading(1, "I. KẾT QUẢ"),
                        new Block.Heading(2, "1. Chung"),
                        new Block.Heading(3, "a) Riêng"),
                        new Block.Item("một dòng"),
                        new Block.Passage("s", "một\n\n hai ", "", ""),
                        grid,
                        new Block.Picture("Biểu đồ 1", "Số vụ giảm", series)),
                List.of(new Letter.Annex("I", grid)),
                true);
        StringBuilder written = new StringBuilder();
        parts(WordLetter.write(letter))
                .forEach((name, xml) -> written.append("== ")
                        .append(name)
                        .append('\n')
                        .append(xml.replace("><", ">\n<"))
                        .append('\n'));
        Files.writeString(NOW, written);

        assertThat(Files.readString(NOW)).isEqualTo(Files.readString(AGREED));
        assertThat(WordLetter.write(letter)).isEqualTo(WordLetter.write(letter));
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("word/[a-z0-9]+\\.xml|word/charts/chart\\d+\\.xml|docProps/.*")) {
                    parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "5,2026-02-03,'Số: 05/BC-UBND','Tân Yên, ngày 03 tháng 02 năm 2026','05/BC-UBND ngày 03/02/2026'",
                "12,2026-03-10,'Số: 12/BC-UBND','Tân Yên, ngày 10 tháng 3 năm 2026','12/BC-UBND ngày 10/3/2026'",
                "'',-,'Số:         /BC-UBND','Tân Yên, ngày        tháng        năm 2026','        /BC-UBND ngày      /     /2026'"
            })
    void numberAndDayAreWrittenByTheDecreeOrLeaveRoomForAPen(
            String number, @Nullable LocalDate date, String numbered, String dated, String belongs) {
        Letter letter = letter(number, date, List.of(), List.of(), false);

        assertThat(letter.number()).isEqualTo(numbered);
        assertThat(letter.dated()).isEqualTo(dated);
        assertThat(letter.belongsTo())
                .isEqualTo("(Kèm theo Báo cáo số " + belongs + " của Ủy ban nhân dân xã Tân Yên)");
    }

    @Test
    void titleAndDistributionListAreWrittenAsTheyArePrinted() {
        Letter letter = letter("5", null, List.of(), List.of(), false);

        assertThat(letter.title()).isEqualTo("Báo cáo kết quả năm 2026");
        assertThat(letter.heading()).isEqualTo("BÁO CÁO");
        assertThat(letter.about()).isEqualTo("Kết quả năm 2026");
        assertThat(letter.distribution()).containsExactly("- Như trên;", "- Lưu: VT.");
    }

    @Test
    void aPassageIsPrintedByItsLinesOrSaysThatNothingIsWritten() {
        assertThat(new Block.Passage("s", " một \n\nhai", "", "Không có.").paragraphs())
                .containsExactly("một", "hai");
        assertThat(new Block.Passage("s", " \n", "", "Không có.").paragraphs()).containsExactly("Không có.");
        assertThat(new Block.Passage("s", "", "", "").paragraphs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Luật,13/2022/QH15,'Luật Phòng, chống bạo lực gia đình','Luật Phòng, chống bạo lực gia đình số 13/2022/QH15'",
                "Nghị định,76/2023/NĐ-CP,Quy định chi tiết một số điều,Nghị định số 76/2023/NĐ-CP quy định chi tiết một số điều",
                "Quyết định,1,Về việc giao chỉ tiêu,Quyết định số 1 về giao chỉ tiêu",
                "Quyết định,1,Về giao chỉ tiêu,Quyết định số 1 về giao chỉ tiêu",
                "Công văn,1,UBND xã báo cáo,Công văn số 1 về UBND xã báo cáo",
                "Công văn,1,1,Công văn số 1",
                "Công văn,1,-,Công văn số 1",
                "Công văn,-,A,Công văn về a"
            })
    void aTitleFollowsItsKindOfDocument(String type, @Nullable String number, @Nullable String title, String full) {
        assertThat(new Citation(type, number, null, null, title).full()).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-09,09/01/2026", "2026-02-10,10/02/2026", "2026-03-01,01/3/2026", "2026-12-31,31/12/2026"})
    void onlyDaysBelowTenJanuaryAndFebruaryHaveALeadingZero(LocalDate day, String written) {
        assertThat(Citation.day(day)).isEqualTo(written);
    }

    @Test
    void aBodyWithoutANumberIsAbbreviatedAndSignsByItsKind() {
        Issuer steering = Issuer.of("Ban Chỉ đạo công tác gia đình", "xã Tân Yên", " ", " ");
        assertThat(steering.code()).isEqualTo("BCĐ");
        assertThat(steering.authority()).containsExactly("TM. BAN CHỈ ĐẠO");
        Issuer office = Issuer.of("Phòng Văn hóa - Xã hội xã Tân Yên", "xã Tân Yên", "12", null);
        assertThat(office.name()).isEqualTo("PHÒNG VĂN HÓA - XÃ HỘI");
        assertThat(office.code()).isEqualTo("PVHXH");
        assertThat(office.authority()).isEmpty();
        assertThat(office.post()).isEqualTo("THỦ TRƯỞNG CƠ QUAN");
        assertThat(office.withoutParent().parent()).isEmpty();
        assertThat(Issuer.of("UBND tỉnh Lào Cai", "tỉnh Lào Cai", "1/KH-UBND-VX", null)
                        .code())
                .isEqualTo("UBND-VX");
    }

    private static Letter letter(
            String number, @Nullable LocalDate date, List<Block> body, List<Letter.Annex> annexes, boolean demo) {
        return new Letter(
                "Báo cáo",
                new Letter.Letterhead(
                        "UBND TỈNH",
                        "ỦY BAN NHÂN DÂN\nXÃ TÂN YÊN",
                        "Ủy ban nhân dân xã Tân Yên",
                        number,
                        "BC-UBND",
                        "Tân Yên",
                        date),
                "kết quả năm 2026",
                List.of("Căn cứ Luật;"),
                "Thực hiện kế hoạch.",
                body,
                annexes,
                List.of("Như trên", "Lưu: VT"),
                new Letter.Signature(List.of("TM. ỦY BAN NHÂN DÂN"), "CHỦ TỊCH", "Nguyễn Văn A"),
                2026,
                LocalDate.of(2026, 12, 31),
                demo);
    }
}
