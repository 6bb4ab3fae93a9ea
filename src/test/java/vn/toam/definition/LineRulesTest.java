package vn.toam.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.toam.definition.LineReading.Reason;
import vn.toam.definition.LineRules.Spelling;
import vn.toam.shared.Text;

/** What a line accepts: the same for every way in, and never a guess that changes a value. */
class LineRulesTest {

    private static final Field WHOLE = line(FieldType.INTEGER, "household");
    private static final Field DECIMAL = line(FieldType.DECIMAL, null);
    private static final Field PERCENT = line(FieldType.DECIMAL, "percent");
    private static final Field ANSWER = line(FieldType.YES_NO, null);
    private static final Field WORDS = line(FieldType.TEXT, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 0 | 0",
                "5 | 5 | 5",
                "05 | 5 | 5",
                "00 | 0 | 0",
                "007 | CODE | CODE",
                "07654 | CODE | CODE",
                "1234 | 1234 | 1234",
                "1.234 | 1234 | UNCLEAR",
                "7.000 | 7000 | UNCLEAR",
                "1,234 | UNCLEAR | UNCLEAR",
                "7,000 | UNCLEAR | UNCLEAR",
                "12,000 | UNCLEAR | UNCLEAR",
                "1.234.567 | 1234567 | 1234567",
                "1,234,567 | 1234567 | 1234567",
                "1.234,5 | WHOLE | 1234.5",
                "1,234.5 | WHOLE | 1234.5",
                "1.234,00 | 1234 | 1234",
                "1,234.00 | 1234 | 1234",
                "12,5 | WHOLE | 12.5",
                "12.5 | WHOLE | 12.5",
                "1.5 | WHOLE | 1.5",
                "12,0 | 12 | 12",
                "12.0 | 12 | 12",
                "12.00 | 12 | 12",
                "0,125 | WHOLE | 0.125",
                "0.125 | WHOLE | 0.125",
                "1234,567 | WHOLE | 1234.567",
                "1,2345 | WHOLE | 1.2345",
                "1,2345678 | WHOLE | DECIMALS",
                "1 200 | 1200 | 1200",
                "1 200 | 1200 | 1200",
                "1 200 | 1200 | 1200",
                "1 20 | WHOLE | DECIMAL",
                "1'200 | WHOLE | DECIMAL",
                "1.234 567 | WHOLE | DECIMAL",
                "1.23.456 | WHOLE | DECIMAL",
                "12.34.567 | WHOLE | DECIMAL",
                "1..5 | WHOLE | DECIMAL",
                ",5 | WHOLE | DECIMAL",
                "5, | WHOLE | DECIMAL",
                "999999999999 | 999999999999 | 999999999999",
                "1000000000000 | LARGE | LARGE",
                "123456789012345678901234567890 | LARGE | LARGE",
                "-5 | LEAST | LEAST",
                "−5 | LEAST | LEAST",
                "-0 | 0 | 0",
                "(5) | BRACKETS | BRACKETS",
                "(1.200) | BRACKETS | BRACKETS",
                "5- | BRACKETS | BRACKETS",
                "+5 | WHOLE | DECIMAL",
                "- | DASH | DASH",
                "– | DASH | DASH",
                "… | DASH | DASH",
                "x | DASH | DASH",
                "X | DASH | DASH",
                "không | DASH | DASH",
                "Không có | DASH | DASH",
                "n/a | DASH | DASH",
                ". | DASH | DASH",
                "12 hộ | WORDS | WORDS",
                "12hộ | WORDS | WORDS",
                "1,2 nghìn | WORDS | WORDS",
                "khoảng 30 | WORDS | WORDS",
                "1O | WORDS | WORDS",
                "mười hai | WHOLE | DECIMAL",
                "12% | PERCENT | PERCENT",
                "12,5 % | PERCENT | PERCENT",
                "1/2 | FRACTION | FRACTION",
                "½ | FRACTION | FRACTION",
                "1 1/2 | FRACTION | FRACTION",
                "3:4 | FRACTION | FRACTION",
                "01/02/2026 | DAY | DAY",
                "1/2/26 | DAY | DAY",
                "2026-02-01 | DAY | DAY",
                "1-Feb | DAY | DAY",
                "#REF! | BROKEN | BROKEN",
                "#N/A | BROKEN | BROKEN",
                "=SUM(B2:B9) | FORMULA | FORMULA",
                "1e3 | POWER | POWER",
                "1e400 | POWER | POWER",
                "1E+3 | POWER | POWER",
                "0x10 | WORDS | WORDS",
                "NaN | WHOLE | DECIMAL",
                "12 13 | WHOLE | DECIMAL",
                "１２ | 12 | 12",
                "１，２３４ | UNCLEAR | UNCLEAR",
                "٣ | WHOLE | DECIMAL",
                "5; | WHOLE | DECIMAL",
                "'5 | WHOLE | DECIMAL",
                "5 5 | WHOLE | DECIMAL",
                "1.200	1.100 | WHOLE | DECIMAL"
            })
    void aTextIsReadOrRefusedWithItsReason(String said, String whole, String decimal) {
        assertThat(word(LineRules.read(WHOLE, said))).isEqualTo(whole);
        assertThat(word(LineRules.read(DECIMAL, said))).isEqualTo(decimal);
        if (said.chars().allMatch(c -> c < 0x80)) {
            assertThat(said.matches(LineRules.pattern(FieldType.INTEGER)))
                    .as("the page says the same of %s in a whole line", said)
                    .isEqualTo(LineRules.read(WHOLE, said) instanceof LineReading.Figure && !said.startsWith("-"));
            assertThat(said.matches(LineRules.pattern(FieldType.DECIMAL)))
                    .isEqualTo(LineRules.read(DECIMAL, said) instanceof LineReading.Figure && !said.startsWith("-"));
        }
    }

    @Test
    void invisibleCharactersAroundAFigureChangeNothingAndWithinARefused() {
        for (String said : List.of(" 12 ", "\u00a012", "12\u200b", "\ufeff12", "\t12\r\n", "12\u3000")) {
            assertThat(word(LineRules.read(WHOLE, said))).isEqualTo("12");
        }
        for (String said : List.of("1\u00002", "1\u001b2", "1\ud8002")) {
            assertThat(word(LineRules.read(WHOLE, said))).isEqualTo("CONTROL");
        }
        assertThat(LineRules.read(WHOLE, "\u00a0 ")).isInstanceOf(LineReading.Blank.class);
    }

    @Test
    void aTableThatIsKnownToSpellOneWayIsReadThatWayAndAMixedOneIsAsked() {
        assertThat(word(LineRules.read(WHOLE, "7,000", Spelling.ENGLISH))).isEqualTo("7000");
        assertThat(word(LineRules.read(WHOLE, "7,000", Spelling.VIETNAMESE))).isEqualTo("7");
        assertThat(word(LineRules.read(WHOLE, "7.000", Spelling.ENGLISH))).isEqualTo("7");
        assertThat(word(LineRules.read(WHOLE, "7.000", Spelling.MIXED))).isEqualTo("UNCLEAR");
        assertThat(word(LineRules.read(DECIMAL, "1.234", Spelling.VIETNAMESE))).isEqualTo("1234");
        assertThat(word(LineRules.read(DECIMAL, "1.234", Spelling.ENGLISH))).isEqualTo("1.234");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12, 12",
        "12.0, 12, 12",
        "12.5, WHOLE, 12.5",
        "0.30000001, WHOLE, DECIMALS",
        "-1, LEAST, LEAST",
        "1E+3, 1000, 1000",
        "1e400, LARGE, LARGE",
        "1e999999999, LARGE, LARGE",
        "1e-400, WHOLE, DECIMALS",
        "0e999999999, 0, 0",
        "999999999999, 999999999999, 999999999999",
        "1000000000000, LARGE, LARGE"
    })
    void aNumberIsHeldAgainstTheSameLimits(BigDecimal number, String whole, String decimal) {
        assertThat(word(LineRules.read(WHOLE, number))).isEqualTo(whole);
        assertThat(word(LineRules.read(DECIMAL, number))).isEqualTo(decimal);
    }

    @Test
    void yesAndNoAreSaidInWordsAndNothingElse() {
        for (String yes : List.of("Có", "CÓ", "co", "x", "1", "Yes", "TRUE", "đúng")) {
            assertThat(word(LineRules.read(ANSWER, yes))).isEqualTo("1");
        }
        for (String no : List.of("Không", "khong", "0", "no", "FALSE", "chưa")) {
            assertThat(word(LineRules.read(ANSWER, no))).isEqualTo("0");
        }
        for (String other : List.of("-", "2", "cô", "dừng", "có lẽ", "không rõ")) {
            assertThat(word(LineRules.read(ANSWER, other))).isEqualTo("ANSWER");
        }
        assertThat(word(LineRules.read(ANSWER, BigDecimal.TWO))).isEqualTo("ANSWER");
        assertThat(word(LineRules.read(WORDS, "5"))).isEqualTo("FIGURE");
        assertThat(word(LineRules.read(PERCENT, "12,5 %"))).isEqualTo("12.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "1234", "1.234", "1234.5", "0.125", "999.999", "1234567.25", "12.3456", "100"})
    void whatIsWrittenIntoACellIsReadAsTheSameFigure(BigDecimal figure) {
        String written = LineRules.write(DECIMAL, figure);
        assertThat(LineRules.read(DECIMAL, written))
                .isInstanceOfSatisfying(
                        LineReading.Figure.class,
                        read -> assertThat(read.value()).isEqualByComparingTo(figure));
        assertThat(written).matches(LineRules.pattern(FieldType.DECIMAL));
        if (figure.scale() <= 0) {
            assertThat(LineRules.read(WHOLE, LineRules.write(WHOLE, figure))).isEqualTo(new LineReading.Figure(figure));
        }
    }

    @Test
    void textsHaveALengthAndNoCharactersThatCannotBePrinted() {
        assertThat(LineRules.text(WORDS, "Dòng một\r\n\tdòng hai", 2_000)).isEmpty();
        assertThat(LineRules.text(WORDS, "a".repeat(2_001), 2_000))
                .hasValueSatisfying(refused -> assertThat(refused.reason()).isEqualTo(Reason.LONG));
        assertThat(LineRules.text(WORDS, "a\u0000b", 2_000))
                .hasValueSatisfying(refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTROL));
    }

    @Test
    void everyReasonIsSaidInBothLanguagesWithWhatWasSaid() throws IOException {
        for (String file : List.of("messages/catalog.properties", "messages/catalog_en.properties")) {
            Properties words = new Properties();
            try (var in = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
                words.load(in);
            }
            for (Reason reason : Reason.values()) {
                assertThat(words.getProperty("catalog.refused." + reason))
                        .as("%s", reason)
                        .isNotBlank();
            }
            Stream.of("1'0", "-", "7,000", "007", "12 hộ", "1/2", "(5)", "#REF!", "=A1", "1e9", "12%", "1/2/2026", "-5")
                    .map(said -> (LineReading.Refusal) LineRules.read(WHOLE, said))
                    .forEach(refused -> assertThat(MessageFormat.format(
                                    words.getProperty(refused.key()),
                                    refused.arguments().toArray()))
                            .contains("F1", refused.said())
                            .doesNotContain("{"));
        }
    }

    private static String word(LineReading reading) {
        return switch (reading) {
            case LineReading.Figure figure -> figure.value().toPlainString();
            case LineReading.Refusal refusal -> refusal.reason().name();
            case LineReading.Blank blank -> "";
        };
    }

    private static Field line(FieldType type, @Nullable String unit) {
        return new Field("line", "F1", Text.of("Dòng"), unit, type, null, null, false, null, null, null, null);
    }
}
