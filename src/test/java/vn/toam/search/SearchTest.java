package vn.toam.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.shared.ToamTest;

/** One box finds everything that has a name. */
class SearchTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ke hoach gia dinh hai phong | 100/KH-UBND",
                "100/KH-UBND | Kế hoạch",
                "07339 | Thị trấn Cao Thượng",
                "haiphong | Thành phố Hải Phòng",
                "TP hai phong | Thành phố Hải Phòng",
                "sở văn hóa hải phòng | Sở Văn hóa",
                "kon tum | Đơn vị đã kết thúc ngày 30/06/2025",
                "xã tân yên bắc ninh | Xã Tân Yên",
                "cao thuong bac giang | Thị trấn Cao Thượng",
                "2074/QĐ-TTg | Văn bản được viện dẫn",
                "hộ gia đình | Biểu mẫu và dòng biểu",
            })
    void oneBoxFindsEverythingThatHasAName(String typed, String expected) {
        assertThat(mvc.get().uri("/search").param("q", typed).with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .contains(expected);
    }

    @Test
    @Transactional
    void whatIsFoundOfOneKindHidesNoOther() {
        jdbc.sql("update plan.plan set name_vi = 'haiphong ' || name_vi").update();
        assertThat(mvc.get().uri("/search").param("q", "haiphong").with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Kế hoạch, chương trình", "Thành phố Hải Phòng");
    }

    @Test
    void accountsAreFoundOnlyByThoseWhoManageThem() {
        assertThat(mvc.get().uri("/search").param("q", "admin").with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/accounts/0");
        assertThat(mvc.get().uri("/search").param("q", "quan tri").with(as.request("admin")))
                .hasStatusOk()
                .bodyText()
                .contains("Tài khoản");
    }

    @Test
    void whatIsTypedIsShownAsTextAndNothingFoundSaysWhatToTry() {
        assertThat(mvc.get().uri("/search").param("q", "<b>zzzz</b>").with(as.request("reporter.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Không tìm thấy", "&lt;b&gt;")
                .doesNotContain("<b>zzzz");
    }

    @Test
    void theOtherLanguageKeepsWhatWasAskedFor() {
        assertThat(mvc.get().uri("/search?q=hai+phong&in=UNIT&lang=vi").with(as.request("admin")))
                .bodyText()
                .contains("href=\"/search?q=hai+phong&amp;in=UNIT&amp;lang=en\"");
    }

    @Test
    void thePageThatAnswersAFormLeadsBackToTheFormInTheOtherLanguage() {
        assertThat(
                        mvc.post()
                                .uri("/sign-in")
                                .param("username", "nobody.here")
                                .param("password", "x")
                                .header("Referer", "http://localhost/sign-in?next=a")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .bodyText()
                .contains("href=\"/sign-in?next=a&amp;lang=en\"");
    }

    @Test
    void nobodySearchesWithoutSigningIn() {
        assertThat(mvc.get().uri("/search").param("q", "hai phong")).hasStatus3xxRedirection();
    }
}
