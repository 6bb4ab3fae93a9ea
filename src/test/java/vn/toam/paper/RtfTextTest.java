package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;
import vn.toam.paper.UnreadableFile.Reason;

/** RTF as Word, LibreOffice and old programs write it; letters by code page, by Unicode number and by old fonts. */
class RtfTextTest {
    private static final String FONTS =
            "{\\fonttbl{\\f0\\froman\\fcharset163 Times New Roman;}{\\f1\\fnil\\fcharset0 .VnTime;}"
                    + "{\\f2\\fnil\\fcharset0 VNI-Times;}{\\f3\\ftech\\fcharset2{\\*\\panose 0505}Symbol;}{\\f4\\fcharset0 Arial;}}";

    private static SourceText read(String body) throws UnreadableFile {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\deff4" + FONTS + "{\\stylesheet{\\s0 Normal;}}" + body + "}";
        return TextExtractor.extract("a.doc", rtf.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(String body) throws UnreadableFile {
        return read(body).text().strip();
    }

    @Test
    void lettersOfCodePage1258AreCombined() throws Exception {
        assertThat(text("\\f0 K\\'ea\\'ec hoa\\'f2ch c\\'f4ng t\\'e1c gia \\'f0i\\'ccnh"))
                .isEqualTo("Kế hoạch công tác gia đình");
    }

    @Test
    void unicodeNumbersSkipTheirSubstitutes() throws Exception {
        assertThat(text("K\\u7871\\'3f ho\\u7841?ch {\\uc2 b\\u7841\\'c3\\'a1o} \\uc0\\u-4051  s\\u7889"))
                .isEqualTo("Kế hoạch bạo - số");
    }

    @Test
    void oldFontsBecomeUnicode() throws Exception {
        SourceText text = read(
                "\\f1\\b K\\'d5 ho\\'b9ch c\\'abng t\\'b8c gia \\'ae\\'d7nh\\b0\\par\\f2 Co\\'e4ng ho\\'f8a xa\\'f5 ho\\'e4i chu\\'fb ngh\\'f3a");
        assertThat(text.text().strip()).isEqualTo("Kế hoạch công tác gia đình\nCộng hòa xã hội chủ nghĩa");
        assertThat(text.notes()).containsExactly(Note.of("paper.tcvn3"), Note.of("paper.vni"));
    }

    @Test
    void cellsAndRowsAreLinesAsInWord() throws Exception {
        assertThat(
                        text(
                                "\\trowd\\cellx4000\\cellx9000\\pard\\intbl UBND\\par T\\u7880?NH\\cell C\\u7896?NG H\\u210?A\\cell\\row\\pard KH\\par"))
                .isEqualTo("UBND\nTỈNH\nCỘNG HÒA\nKH");
    }

    @Test
    void listNumbersStandBesideTheirItems() throws Exception {
        assertThat(
                        text(
                                "{\\listtext\\pard\\plain 1.\\tab}Muc\\par{\\pntext\\f3\\'b7\\tab}{\\*\\pn\\pnlvlblt\\pnf3{\\pntxtb\\'b7}}Ghi\\par"))
                .isEqualTo("1. Muc\n- Ghi");
    }

    @Test
    void footnotesStandAtTheEnd() throws Exception {
        assertThat(
                        text(
                                "A{\\super\\chftn{\\footnote\\pard{\\super\\chftn} Theo Lu\\u7853?t.}} b\\par C{\\*\\footnote\\chftn hai}\\par"))
                .isEqualTo("A b\nC\n\n[1] Theo Luật.\n[2] hai");
    }

    @Test
    void whatIsNotTheTextIsLeftOut() throws Exception {
        assertThat(
                        text(
                                "{\\header dau trang\\par}{\\footer 1}{\\info{\\author x}}{\\*\\unknown y}{\\v an}{\\deleted cu}"
                                        + "{\\field{\\*\\fldinst PAGE}{\\fldrslt ket qua}}{\\pict\\wmetafile8 0102}{\\bin3 {}{}that\\par"))
                .isEqualTo("ket quathat");
    }

    @Test
    void aTextBoxIsReadOnceAndUnicodeCopiesInsteadOfOldOnes() throws Exception {
        assertThat(text(
                        "{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn wzName}{\\sv x}}{\\shptxt H\\u7887?a t\\u7889?c\\par}}{\\shprslt ban sao}}"
                                + "{\\upr{x?}{\\*\\ud{\\u7871?}}}\\emdash\\~\\'93a\\'94"))
                .isEqualTo("Hỏa tốc\nế— “a”");
    }

    @Test
    void capitalsDrawnByTheProgramAreCapitals() throws Exception {
        assertThat(text("{\\caps k\\u7871? ho\\u7841?ch} n\\u259?m")).isEqualTo("KẾ HOẠCH năm");
    }

    @Test
    void aFileThatWasCutOffIsDamaged() {
        assertRefused("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}} K\\u7871? ho", Reason.DAMAGED);
        assertRefused("{\\rtf1", Reason.DAMAGED);
        assertRefused("{\\rtf1{\\info{\\author x}}{\\pict 00}}", Reason.BLANK);
    }

    @Test
    void endlessNestingIsRefused() {
        assertRefused("{\\rtf1" + "{".repeat(500_000), Reason.BOMB);
        assertRefused("{\\rtf1" + "\\'" + "{\\u".repeat(100) + "\\bin99999999999 x}", Reason.DAMAGED);
    }

    private static void assertRefused(String rtf, Reason reason) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TextExtractor.extract("a.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(UnreadableFile::reason)
                .isEqualTo(reason);
    }
}
