package vn.toam.paper;

import static vn.toam.paper.DocxFile.li;
import static vn.toam.paper.DocxFile.p;
import static vn.toam.paper.DocxFile.r;

import java.util.List;

/** A short made-up plan with all that office files hide text in, and the lines that should come out. */
final class SamplePlan {
    static final List<String> LINES = List.of(
            "ỦY BAN NHÂN DÂN",
            "TỈNH MẪU",
            "Số: 12/KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Mẫu, ngày 05 tháng 3 năm 2024",
            "KẾ HOẠCH",
            "Triển khai công tác gia đình năm 2024",
            "Căn cứ Luật Phòng, chống bạo lực gia đình năm 2022;",
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Mục đích",
            "- Nâng cao nhận thức về gia đình;",
            "- Giảm 5% số vụ bạo lực gia đình.",
            "2. Yêu cầu",
            "a) Thiết thực, tiết kiệm.",
            "b) Có sơ kết, tổng kết.",
            "II. CHỈ TIÊU",
            "1. Đến năm 2025, từ 90% hộ gia đình trở lên được tuyên truyền.",
            "2. Hằng năm, ≥ 30% xã có câu lạc bộ.");

    static final String FOOTNOTE = "Tính theo số hộ có đăng ký.";

    private static final String NUMBERING = """
            <w:abstractNum w:abstractNumId="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
              <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="1">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";

    private SamplePlan() {}

    static DocxFile docx() {
        String left = p(LINES.get(0)) + p(LINES.get(1)) + p(LINES.get(2));
        String right = p(LINES.get(3)) + p(LINES.get(4)) + p(LINES.get(5));
        String body = table(left, right)
                + p(LINES.get(6)) + p(LINES.get(7)) + p(LINES.get(8))
                + li(1, 0, "MỤC ĐÍCH, YÊU CẦU") + li(1, 1, "Mục đích")
                + li(2, 0, "Nâng cao nhận thức về gia đình;")
                + "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>" + r("Giảm ")
                + "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>10</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" w:author=\"x\">" + r("5") + "</w:ins>" + r("% số vụ bạo lực gia đình.") + "</w:p>"
                + li(1, 1, "Yêu cầu") + li(1, 2, "Thiết thực, tiết kiệm.") + li(1, 2, "Có sơ kết, tổng kết.")
                + li(1, 0, "CHỈ TIÊU")
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                + r("Đến năm 2025, từ 90% hộ gia đình trở lên được tuyên truyền.")
                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + li(1, 1, "Hằng năm, ≥ 30% xã có câu lạc bộ.");
        return DocxFile.of(body)
                .with("numbering", "numbering", NUMBERING)
                .with(
                        "styles",
                        "styles",
                        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Tinos\" w:hAnsi=\"Tinos\"/>"
                                + "</w:rPr></w:rPrDefault></w:docDefaults>")
                .with(
                        "footnotes",
                        "footnotes",
                        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>"
                                + "</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p/></w:footnote>"
                                + "<w:footnote w:id=\"2\">" + p(FOOTNOTE) + "</w:footnote>");
    }

    private static String table(String left, String right) {
        return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3800\"/><w:gridCol w:w=\"5800\"/></w:tblGrid><w:tr><w:tc>"
                + left + "</w:tc><w:tc>" + right + "</w:tc></w:tr></w:tbl>";
    }
}
