package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Catalogs;
import vn.toam.definition.Indicator;
import vn.toam.drafting.DraftFindings;
import vn.toam.paper.TextExtractor;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.ProgrammeFindings;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.reader.PlanReader;
import vn.toam.shared.Text;

/** An indicator is held against a target only when both count the same thing. */
class UnitAgreementTest {

    private final Catalog catalog = catalog();
    private final UnitAgreement units = new UnitAgreement(catalog);

    private static Catalog catalog() {
        try {
            return Catalogs.standard();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Item.Goal goal(String text, Comparison comparison, String unit) {
        return new Item.Goal(
                Text.of(text), null, comparison, BigDecimal.ONE, null, unit, null, null, false, false, false, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tỷ lệ tảo hôn dưới 0,1 %|LT|percent|child-marriages|false",
                "Không quá 5 vụ tảo hôn|LE|count|child-marriages|true",
                "Mỗi năm giảm 5% số vụ bạo lực gia đình|DECREASE_BY|percent|dv-cases|true",
                "Giảm 10 vụ bạo lực gia đình mỗi năm|DECREASE_BY|count|dv-cases|true",
                "Số vụ bạo lực gia đình giảm 5%|EQ|percent|dv-cases|false",
                "Tỷ lệ hộ nghèo giảm 1,5%|EQ|percent|poor-household-rate|false",
                "Giảm tỷ lệ hộ nghèo xuống còn 2%|DECREASE_BY|percent|poor-household-rate|false",
                "Giảm tỷ lệ hộ nghèo xuống dưới 2%|LT|percent|poor-household-rate|true",
                "Tỷ lệ hộ nghèo giảm bình quân 1%/năm|DECREASE_BY|percent|poor-household-rate|true",
                "90% hộ đạt Gia đình văn hóa|GE|percent|cultural-family-rate|true",
                "500 hộ đạt Gia đình văn hóa|GE|count|cultural-family-rate|false",
                "Có 12 mô hình câu lạc bộ|GE|count|sustainable-family-clubs|false",
                "Có 12 câu lạc bộ gia đình phát triển bền vững|GE|count|sustainable-family-clubs|true",
                "Không quá 30 người bị bạo lực|LE|count|dv-cases|false",
                "Không quá 30 người bị bạo lực|LE|count|dv-victims|true",
                "Tỷ lệ bạo lực dưới 2‰|LT|rate|dv-household-rate|false",
                "Dưới 50 hộ trên 100.000 hộ có bạo lực|LT|rate|dv-household-rate|true",
                "Dưới 2 hộ trên 1.000 hộ có bạo lực|LT|rate|dv-household-rate|false",
                "Tỷ lệ hộ có bạo lực dưới 0,5%|LT|percent|dv-household-rate|false",
                "100% xã có mô hình phòng, chống bạo lực|EQ|percent|communes-with-dv-model|true",
                "20 xã có mô hình phòng, chống bạo lực|EQ|count|communes-with-dv-model|false",
                "Mỗi thôn có ít nhất 01 địa chỉ tin cậy ở cộng đồng|GE|count|trusted-addresses|false",
                "Mỗi xã, phường có ít nhất 2 câu lạc bộ|GE|count|dv-clubs|false",
                "Từng tổ dân phố có 1 nhóm phòng, chống bạo lực|GE|count|dv-prevention-groups|false",
                "Có 20 địa chỉ tin cậy ở cộng đồng|GE|count|trusted-addresses|true",
                "Mỗi năm thành lập 5 câu lạc bộ|GE|count|dv-clubs|true",
                "100% tỉnh, thành phố ban hành kế hoạch năm|EQ|percent|communes-with-own-plan|false",
                "100% thôn, bản có mô hình phòng, chống bạo lực|EQ|percent|communes-with-dv-model|false",
                "100% xã, phường thuộc tỉnh ban hành kế hoạch năm|EQ|percent|communes-with-own-plan|true",
                "Bố trí ít nhất 200 triệu đồng cho câu lạc bộ|GE|count|dv-clubs|false",
                "Chi 5 tỷ cho công tác gia đình|GE|count|dv-clubs|false",
                "Có trên 1.000 hộ gia đình|GT|count|households|true",
                "Tuyên truyền 4 lần mỗi năm|GE|times|dv-cases|false",
                "Tuyên truyền 4 lần mỗi năm|GE|times|households|false"
            })
    void aTargetAndAnIndicator(String text, Comparison comparison, String unit, String indicator, boolean fits) {
        assertThat(units.fits(catalog.indicator(indicator), goal(text, comparison, unit)))
                .isEqualTo(fits);
    }

    @Test
    void everyTargetOfTheFiveProgrammesFitsItsIndicator() {
        assertThat(catalog.programmes()).isNotEmpty();
        catalog.programmes()
                .forEach(programme -> ProgrammeFindings.of(programme, catalog).stream()
                        .filter(f -> f.item() instanceof Item.Goal goal && goal.indicator() != null)
                        .forEach(f -> {
                            Item.Goal goal = (Item.Goal) f.item();
                            Indicator indicator = catalog.indicator(String.valueOf(goal.indicator()));
                            assertThat(units.fits(indicator, goal))
                                    .as(goal.text().vi() + " – " + indicator.id())
                                    .isTrue();
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tỷ lệ tảo hôn dưới 0,1 %.|plan.doubt.units",
                "Phấn đấu trên 90% số vụ ly hôn được hòa giải.|plan.doubt.units",
                "Giảm số hộ nghèo xuống dưới 500 hộ.|-"
            })
    void aReadTargetIsNeverLinkedToWhatCountsSomethingElse(String sentence, String why) throws Exception {
        var source = TextExtractor.fromPasted("KẾ HOẠCH\nCông tác gia đình năm 2026\nI. MỤC TIÊU\n- " + sentence
                + "\nII. NHIỆM VỤ\n1. Tuyên truyền\n- Viết bài.\n");
        Finding target = DraftFindings.of(PlanReader.standard().read(source), source.text(), catalog).stream()
                .filter(f -> f.kind() == ElementKind.TARGET)
                .findFirst()
                .orElseThrow();
        Item.Goal goal = (Item.Goal) target.item();
        if (goal.indicator() != null) {
            assertThat(units.fits(catalog.indicator(goal.indicator()), goal)).isTrue();
        }
        assertThat(target.evidence()).isNotNull();
        assertThat(target.evidence().confidence()).isLessThan(Element.CERTAIN);
        if (!why.equals("-")) {
            assertThat(goal.indicator()).isNull();
            assertThat(target.evidence().why()).isNotNull();
            assertThat(target.evidence().why().key()).isEqualTo(why);
        }
    }
}
