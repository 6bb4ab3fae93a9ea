package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;

/** The files in {@code src/test/resources/reader} hold {@link SamplePlan}, saved as .doc, .pdf, .rtf and .odt by an office program. */
class OfficeFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"plan.rtf", "plan.odt"})
    void otherOfficeFormatsGiveWhatTheWordFileGives(String name) throws Exception {
        List<String> expected = new ArrayList<>(SamplePlan.LINES);
        expected.add("[1] " + SamplePlan.FOOTNOTE);
        assertThat(lines(name)).containsExactlyElementsOf(expected);
    }

    @Test
    void binaryWordFileGivesTheWholePlan() throws Exception {
        List<String> expected = new ArrayList<>(SamplePlan.LINES);
        expected.add("[1] " + SamplePlan.FOOTNOTE);
        assertThat(lines("plan.doc")).containsExactlyElementsOf(expected);
    }

    @Test
    void pdfGivesTheLetterheadColumnByColumnAndThenEveryLine() throws Exception {
        List<String> expected = new ArrayList<>(SamplePlan.LINES);
        expected.replaceAll(line -> line.endsWith("tuyên truyền.") ? line + "1" : line);
        expected.add("1Tính theo số hộ có đăng ký.");
        assertThat(lines("plan.pdf")).containsExactlyElementsOf(expected);
    }

    @Test
    void binaryWordFileInOldFontsBecomesUnicodeWithItsCapitals() throws Exception {
        List<String> expected = new ArrayList<>(SamplePlan.LINES);
        expected.add("Nơi nhận: Sở Văn hóa, Thể thao và Du lịch");
        assertThat(lines("oldfonts.doc")).containsExactlyElementsOf(expected);
    }

    @Test
    void pdfInOldEncodingBecomesUnicodeAndIsReported() throws Exception {
        SourceText text = TextExtractor.extract("oldfonts.pdf", bytes("oldfonts.pdf"));
        assertThat(text.notes()).containsExactly(Note.of("paper.tcvn3"), Note.of("paper.vni"));
        assertThat(text.text())
                .contains("KẾ HOẠCH\nTriển khai công tác gia đình năm 2024\nCăn cứ Luật Phòng, chống bạo lực gia đình")
                .contains("I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích")
                .contains("Nơi nhận: Sở Văn hóa, Thể thao và Du lịch");
    }

    static byte[] bytes(String name) throws IOException {
        try (var in = OfficeFilesTest.class.getResourceAsStream("/paper/" + name)) {
            return in.readAllBytes();
        }
    }

    private static List<String> lines(String name) throws Exception {
        return TextExtractor.extract(name, bytes(name))
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
