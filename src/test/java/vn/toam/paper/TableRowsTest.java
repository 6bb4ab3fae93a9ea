package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

/** What stands beside what in a table of a Word file is kept; a table that only places words on the page is none. */
class TableRowsTest {

    private static String read(List<List<String>> rows) throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    XWPFTableCell cell = table.getRow(i).getCell(j);
                    List<String> lines = rows.get(i).get(j).lines().toList();
                    cell.setText(lines.isEmpty() ? "" : lines.getFirst());
                    lines.stream()
                            .skip(1)
                            .forEach(line -> cell.addParagraph().createRun().setText(line));
                }
            }
            document.createParagraph().createRun().setText("Sau bảng");
            document.write(bytes);
            return TextExtractor.extract("bang.docx", bytes.toByteArray())
                    .text()
                    .strip();
        }
    }

    @Test
    void aRowIsALineWithBarsAndACellOfSeveralLinesStaysOne() throws Exception {
        assertThat(read(List.of(
                        List.of("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
                        List.of("1", "Tập huấn\ncộng tác viên", "Sở Y tế", "Quý II/2026"),
                        List.of("2", "Kiểm tra", "", "30/9/2026"))))
                .isEqualTo("""
                        | TT | Nhiệm vụ | Chủ trì | Thời gian |
                        | 1 | Tập huấn cộng tác viên | Sở Y tế | Quý II/2026 |
                        | 2 | Kiểm tra |  | 30/9/2026 |
                        Sau bảng""");
    }

    @Test
    void theLetterheadAndTheSignatureStayLines() throws Exception {
        assertThat(read(List.of(
                        List.of(
                                "ỦY BAN NHÂN DÂN\nXÃ MẪU",
                                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
                        List.of("Số: 12/KH-UBND", "Mẫu, ngày 02 tháng 01 năm 2026"))))
                .isEqualTo("""
                        ỦY BAN NHÂN DÂN
                        XÃ MẪU
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc
                        Số: 12/KH-UBND
                        Mẫu, ngày 02 tháng 01 năm 2026
                        Sau bảng""");
        assertThat(read(List.of(List.of("Nơi nhận:\n- Lưu: VT.", "", "CHỦ TỊCH"), List.of("", "", "Nguyễn Văn Mẫu"))))
                .doesNotContain("|");
    }
}
