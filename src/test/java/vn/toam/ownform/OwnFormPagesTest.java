package vn.toam.ownform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.toam.access.As;
import vn.toam.shared.Access;
import vn.toam.shared.ToamTest;

/** The pages as people meet them: made, looked at, asked; what is wrong is said and nothing typed is lost. */
class OwnFormPagesTest extends ToamTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private Access access;

    @Autowired
    private Clock clock;

    @Test
    void aFormIsMadeLookedAtAndAskedOnThreePages() throws Exception {
        assertThat(read("/collection")).contains("Biểu mẫu tự lập");
        assertThat(read("/ownform/new")).contains("name=\"name_6\"").contains("trong đó (của dòng trên)");

        String path = made("Rà soát loa truyền thanh");
        String page = read(path);
        assertThat(page)
                .contains("Biểu mẫu các đơn vị sẽ nhận", "Số loa", "(cái, chiếc)", "bản nháp")
                .contains("Dòng 2 không được lớn hơn dòng 1.")
                .contains("Tất cả các xã, phường của");
        assertThat(read("/ownform")).contains("Rà soát loa truyền thanh");
        assertThat(read(path + "?lang=en")).contains("What those asked will see", "cannot be more than line 1");

        MockHttpServletResponse asked = send(asking(path, "Chuẩn bị mùa mưa bão"));
        assertThat(asked.getRedirectedUrl()).startsWith("/collection/rounds/");
        assertThat(read(asked.getRedirectedUrl())).contains("Rà soát loa truyền thanh", "Chuẩn bị mùa mưa bão");
        assertThat(read("/ownform")).contains("đã yêu cầu báo cáo", "/all.xlsx");
    }

    @Test
    void whoMadeAFormAndWhoIsAskedFindItInTheSearchBox() throws Exception {
        String path = made("Rà soát tủ sách thôn bản");
        assertThat(read("/search?q=tu+sach+thon")).contains("href=\"" + path + "\"", "Biểu mẫu tự lập của đơn vị");
        assertThat(read("/search?q=tu+sach+thon", "reporter.tanyen")).doesNotContain("Rà soát tủ sách thôn bản");

        send(asking(path, "Chuẩn bị năm học mới"));
        assertThat(read("/search?q=tu+sach+thon", "reporter.tanyen"))
                .containsPattern("href=\"/collection/forms/[0-9a-f-]{36}/\\d+\"")
                .contains("Chuẩn bị năm học mới");
        assertThat(read("/search?q=tu+sach+thon", "reporter.db")).doesNotContain("Rà soát tủ sách thôn bản");
    }

    @Test
    void whatIsWrongAnswers422AndKeepsEverythingTyped() throws Exception {
        MockHttpServletResponse answer = send(sheet("/ownform/new", "Loa")
                .param("name_3", "Không có đơn vị tính")
                .param("answer_3", "FLOW")
                .param("unit_3", "")
                .param("optional_3", "1")
                .param("left_2", "9")
                .param("relation_2", "EQ")
                .param("right_2", "1 và 2"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("value=\"Loa\"", "value=\"Không có đơn vị tính\"", "value=\"1 và 2\"", "value=\"9\"")
                .contains("Hãy ghi tên biểu từ 5 đến 200 ký tự", "cần đơn vị tính", "Không có dòng 9", "ví dụ 2 + 3")
                .containsPattern("name=\"optional_3\" value=\"1\" checked")
                .containsPattern("value=\"FLOW\" selected");
    }

    @Test
    void moreBlankRowsAreGivenWithoutSaving() throws Exception {
        MockHttpServletResponse answer = send(sheet("/ownform/new", "Biểu dài").param("verb", "more"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("value=\"Biểu dài\"", "name=\"name_7\"", "name=\"left_6\"");
        assertThat(read("/ownform")).doesNotContain("Biểu dài");
    }

    @Test
    void askingWithoutAReasonOrInThePastKeepsTheChoice() throws Exception {
        String path = made("Biểu hỏi chưa đúng");
        MockHttpServletResponse none = send(asking(path, "Rà soát nhanh").param("some", "true"));
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(none.getContentAsString()).contains("Hãy chọn ít nhất một nơi", "value=\"Rà soát nhanh\"");

        MockHttpServletResponse past = send(post(path + "/ask")
                .with(as.request("planner.bn"))
                .param("occasion", "Rà soát nhanh")
                .param("cutOff", LocalDate.now(clock).toString())
                .param("lastDay", LocalDate.now(clock).minusDays(1).toString()));
        assertThat(past.getStatus()).isEqualTo(422);
        assertThat(past.getContentAsString()).contains("Hạn gửi phải sau ngày chốt");
    }

    @Test
    void twoChangesOfOneVersionAnswer409WithWhatWasTyped() throws Exception {
        String path = made("Biểu hai người sửa");
        assertThat(send(sheet(path + "/change", "Tên thứ nhất")).getStatus()).isEqualTo(302);
        MockHttpServletResponse second = send(sheet(path + "/change", "Tên thứ hai"));

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString())
                .contains("value=\"Tên thứ hai\"", "vừa lưu phiên bản 2")
                .contains("action=\"" + path.replaceFirst("1$", "2") + "/change\"");
    }

    @Test
    void aDraftIsDeletedAndWhatIsNotThereIsNotFound() throws Exception {
        String path = made("Biểu bỏ đi");
        assertThat(send(post(path + "/remove").with(as.request("planner.bn"))).getRedirectedUrl())
                .startsWith("/ownform");
        assertThat(send(get(path).with(as.request("planner.bn"))).getStatus()).isEqualTo(404);
        assertThat(send(get("/ownform/own-nothing/1").with(as.request("planner.bn")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(get("/ownform").with(as.request("reporter.tanyen"))).getStatus())
                .isEqualTo(403);
    }

    private String made(String name) throws Exception {
        MockHttpServletResponse answer = send(sheet("/ownform/new", name));
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer.getRedirectedUrl();
    }

    private MockHttpServletRequestBuilder sheet(String address, String name) throws Exception {
        return post(address)
                .with(as.request("planner.bn"))
                .param(
                        "unit",
                        String.valueOf(
                                as.role("planner.bn").get(() -> access.me().unit())))
                .param("name", name)
                .param("name_1", "Số loa")
                .param("answer_1", "STOCK")
                .param("unit_1", "item")
                .param("name_2", "Còn dùng được")
                .param("answer_2", "STOCK")
                .param("unit_2", "item")
                .param("part_2", "1")
                .param("left_1", "2")
                .param("relation_1", "LE")
                .param("right_1", "1");
    }

    private MockHttpServletRequestBuilder asking(String path, String why) {
        return post(path + "/ask")
                .with(as.request("planner.bn"))
                .param("occasion", why)
                .param("cutOff", LocalDate.now(clock).toString())
                .param("lastDay", LocalDate.now(clock).plusDays(5).toString());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private String read(String address) throws Exception {
        return read(address, "planner.bn");
    }

    private String read(String address, String username) throws Exception {
        MockHttpServletResponse answer = send(get(address).with(as.request(username)));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
