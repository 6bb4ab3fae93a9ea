package vn.toam.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.plan.PlanService;
import vn.toam.shared.SearchWords;
import vn.toam.shared.ToamTest;

/** What is sent in place of a plan, or a second time, is asked about before anything is created. */
@Transactional
class PlanUploadsTest extends ToamTest {

    private static final String PLANNER = "planner.db";
    private static final String BODY =
            "\n- 90% hộ gia đình đạt danh hiệu gia đình văn hóa.\nSở Y tế chủ trì, phối hợp với Công an tỉnh báo cáo trước ngày 15/12.\n";
    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 731/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Phấn đấu 90% trở lên hộ gia đình thực hiện bộ tiêu chí ứng xử trong gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Tổ chức truyền thông về gia đình.
            III. TỔ CHỨC THỰC HIỆN
            1. Sở Tư pháp
            - Phổ biến pháp luật về gia đình.
            """;

    @Autowired
    private PlanService plans;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private String send(String text) throws Exception {
        return send(text, "van-ban.txt");
    }

    private String send(String text, String name) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/plans")
                        .file(new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                        .with(as.request(PLANNER)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(as.request(PLANNER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String goOn(String asked) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(post(asked).param("another", "true").with(as.request(PLANNER)))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private int count() {
        return as.role(PLANNER).get(() -> plans.list(SearchWords.of(""))).size();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BÁO CÁO⏎Kết quả công tác gia đình năm 2025⏎I. KẾT QUẢ | một báo cáo
            THÔNG TƯ⏎Quy định chế độ báo cáo⏎Điều 1. Phạm vi | một thông tư hoặc nghị định
            ĐƠN XIN LY HÔN⏎Kính gửi: Tòa án nhân dân | một đơn, phiếu hoặc biểu mẫu
            TỜ TRÌNH⏎Về việc ban hành Kế hoạch năm 2026 | một tờ trình
            BIÊN BẢN⏎Họp thôn | một biên bản
            CHỈ THỊ⏎Về tăng cường phòng, chống bạo lực gia đình | một văn bản chỉ đạo
            QUYẾT ĐỊNH⏎Về việc bổ nhiệm cán bộ⏎Điều 1. Bổ nhiệm | một quyết định
            DANH SÁCH⏎Hộ gia đình văn hóa | một danh sách
            V/v báo cáo số liệu⏎Kính gửi: Sở Y tế | một công văn
            Trời sáng dần. Bà cụ ngồi bên bếp lửa, kể chuyện ngày xưa cho lũ trẻ nghe. | thuộc loại khác
            """)
    void whatDoesNotLookLikeAPlanIsSaidWithItsReasonsAndReadOnlyWhenAskedFor(String head, String kind)
            throws Exception {
        int before = count();
        String asked = send(head.replace("⏎", "\n") + BODY);
        assertThat(asked).startsWith("/plans/new/");
        assertThat(page(asked))
                .contains("Văn bản này có vẻ là ", kind, "không phải kế hoạch")
                .contains("Vì sao", "Không có tiêu đề của kế hoạch", "Chọn tệp khác", "Vẫn đọc như kế hoạch")
                .doesNotContain("drafting.asked", "reader.");
        assertThat(count()).as("nothing is created before").isEqualTo(before);

        String review = goOn(asked);
        assertThat(review).endsWith("/review");
        assertThat(page(review)).contains(kind, "không phải kế hoạch", "Không có tiêu đề của kế hoạch");
        assertThat(count()).isEqualTo(before + 1);
        mvc.perform(post(asked).with(as.request(PLANNER))).andExpect(redirectedUrl("/plans/new"));
        assertThat(count()).as("a second press creates nothing").isEqualTo(before + 1);
    }

    @Test
    void aPlanSentForTheFirstTimeIsReadAtOnce() throws Exception {
        assertThat(send(PLAN)).endsWith("/review");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the same file | Tổ chức | Tổ chức | van-ban.txt | Cùng tệp hoặc cùng nội dung
            the same file under another name | Tổ chức | Tổ chức | KH ban cuoi.txt | Cùng tệp hoặc cùng nội dung
            other line ends and blanks | truyền thông về | truyền  thông⏎về | b.txt | Cùng tệp hoặc cùng nội dung
            capitals | Tổ chức truyền thông | TỔ CHỨC TRUYỀN THÔNG | b.txt | Cùng tệp hoặc cùng nội dung
            a corrected copy of the same number | Tổ chức truyền thông | Mở hội nghị | b.txt | Cùng số, ký hiệu, cơ quan và năm ban hành
            the same number on another day | ngày 05 tháng 01 | ngày 09 tháng 02 | b.txt | Cùng số, ký hiệu, cơ quan và năm ban hành
            the number with a blank | Số: 731/KH-UBND | Số: 731 /KH-UBND | b.txt | Cùng
            """)
    void whatIsHereAlreadyIsToldWithALinkAndReadOnlyAsAnother(
            String what, String part, String instead, String name, String why) throws Exception {
        String first = send(PLAN).replace("/review", "");
        int before = count();
        String asked = send(PLAN.replace(part, instead.replace("⏎", "\n")), name);
        assertThat(asked).startsWith("/plans/new/");
        assertThat(page(asked)).contains("Văn bản này đã có trên hệ thống", "href=\"" + first + "\"", why);

        String refused = mvc.perform(post(asked).with(as.request(PLANNER)))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(refused).contains("Hãy mở kế hoạch đã có, hoặc đánh dấu đây là văn bản khác");
        assertThat(count()).isEqualTo(before);
        assertThat(goOn(asked)).endsWith("/review");
        assertThat(count()).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            731/KH-UBND | 732/KH-UBND
            năm 2026 | năm 2027
            TỈNH ĐIỆN BIÊN | XÃ MẪU A
            """)
    void anotherNumberYearOrIssuerIsAnotherPlan(String part, String instead) throws Exception {
        send(PLAN);
        assertThat(send(PLAN.replace(part, instead))).endsWith("/review");
    }

    @Test
    void draftsOfOthersAreNotToldOf() throws Exception {
        send(PLAN);
        String other = Objects.requireNonNull(mvc.perform(multipart("/plans")
                        .file(new MockMultipartFile(
                                "file", "a.txt", "text/plain", PLAN.getBytes(StandardCharsets.UTF_8)))
                        .with(as.request("planner.hp")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(other).endsWith("/review");
    }

    @Test
    void aReadingIsItsSendersAlone() throws Exception {
        String asked = send("BÁO CÁO\nKết quả công tác gia đình" + BODY);
        mvc.perform(get(asked).with(as.request("planner.hp"))).andExpect(redirectedUrl("/plans/new"));
        mvc.perform(post(asked).with(as.request("planner.hp"))).andExpect(redirectedUrl("/plans/new"));
        mvc.perform(get(asked).with(as.request("police.hp"))).andExpect(status().isForbidden());
        assertThat(page(asked)).contains("Vẫn đọc như kế hoạch");
    }

    @Test
    void whatCannotBeReadIsToldAtItsFieldAndNothingTypedIsLost() throws Exception {
        String page = mvc.perform(multipart("/plans").param("text", "12345").with(as.request(PLANNER)))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("id=\"text-error\"", ">12345</textarea>");
    }
}
