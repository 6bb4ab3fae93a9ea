package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.encoding.SourceText;
import vn.toam.paper.Budget;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;

/** What reading costs, counted in letters looked at: it grows with the text whatever its shape, and it ends. */
class CostTest {
    private static final String HEAD = "Số: 1/KH-UBND\nKẾ HOẠCH\nThử nghiệm\n\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- ";
    private static final int SMALL = 8_000;
    private static final int FACTOR = 8;

    private static String repeat(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static long steps(String text) throws UnreadableFile {
        Budget budget = new Budget(Long.MAX_VALUE - 1, Duration.ofMinutes(5));
        PlanReader.standard().read(TextExtractor.fromPasted(text), budget);
        return budget.steps();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% ",
                "1/KH-UBND ",
                "1.",
                "trước ngày 15/12/2026, ",
                "a, ",
                "(a) ",
                "\"a ",
                "Sở Y tế, ",
                "1.234,5 ",
                "7",
                "aábcđ",
                "Quyết định số 5/QĐ-TTg, ",
                "Luật Trẻ em; ",
                "\n",
                "a\n",
                "AB\n",
                "\n- a",
                "KẾ HOẠCH\n",
                "ỦY BAN NHÂN DÂN\n",
                "giảm 5% ",
                "phối hợp với ",
                "a b ",
                "Nơi nhận:\n- A;\n",
                "đến năm 2030 ",
                "I. A\n1. B\na) C\n- D\n",
                "\n- A b",
                "\n1. A b",
                "\n1. Sở A b",
                "\n1. Cơ quan chủ trì: Sở Y tế",
                "Số: ",
                "[1] ",
                "| ",
                "500 triệu đồng, ",
                "(5% ",
                "\n- báo cáo trước ngày 15/12/2026",
                "\n- giảm 5% số vụ",
                "\n+ Cơ quan chủ trì: Sở Y tế",
                "|Sở Y tế|Tháng 5/2026|\n"
            })
    void theCostGrowsWithTheText(String piece) throws UnreadableFile {
        IntFunction<String> shape = n -> HEAD + repeat(piece, n);

        long small = steps(shape.apply(SMALL));
        long large = steps(shape.apply(FACTOR * SMALL));

        assertThat(large).isLessThan(small * FACTOR * 3 / 2 + 100_000);
        assertThat(large).isLessThan(1_000L * FACTOR * SMALL);
    }

    @Test
    void aSpentBudgetEndsReadingWithASentence() {
        SourceText text = SourceText.of(HEAD + repeat("Sở Y tế báo cáo. ", 50_000));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> PlanReader.standard().read(text, new Budget(300_000, Duration.ofMinutes(1))))
                .extracting(UnreadableFile::reason)
                .isEqualTo(UnreadableFile.Reason.OVERLONG);
    }

    @Test
    void aCancelledReadingEnds() {
        SourceText text = SourceText.of(HEAD + repeat("Sở Y tế báo cáo. ", 50_000));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> PlanReader.standard().read(text));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFewLettersAreNoText() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> PlanReader.standard().read(SourceText.of("mau")))
                .extracting(UnreadableFile::reason)
                .isEqualTo(UnreadableFile.Reason.SHORT);
    }
}
