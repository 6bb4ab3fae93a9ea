package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.geography.Level;

/** The pages as people meet them, without scripts. */
class ExchangePagesTest extends ExchangeTest {

    private static final String PLANNER = "planner.bn";
    private static final String OFFICER = "reporter.tanyen";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private vn.toam.shared.Words words;

    private Asked tanYen;

    @BeforeAll
    void open() {
        open(2035);
        int unit = units.byCode(Level.COMMUNE, "07339", LocalDate.of(2035, 12, 1))
                .orElseThrow()
                .id();
        tanYen = communes.stream()
                .filter(each -> each.unit() == unit)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReceiverBringsInATableAndSeesEveryFigureBeforeItIsSaved() throws Exception {
        assertThat(page("/exchange?year=2035")).contains("Bảng Excel tất cả đơn vị");
        String address = send("Xã;Hộ nghèo\nTân Yên;41\nXã Không Có;2\n");
        assertThat(page(address)).contains("Cho biết mỗi cột là gì").contains("value=\"poor_households\" selected");

        String preview = mvc.perform(post(address + "/mapping")
                        .with(as.request(PLANNER))
                        .param("sheet", "")
                        .param("header", "1")
                        .param("first", "2")
                        .param("c0", "@unit")
                        .param("c1", "poor_households"))
                .andExpect(redirectedUrl(address))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(preview))
                .contains("<strong>41</strong>")
                .contains("hàng 3, cột A")
                .contains("Không tìm thấy “Xã Không Có”")
                .contains("Hàng này là của")
                .contains("Cộng từng cột để đối chiếu")
                .contains("Lưu 1 đơn vị");
        assertThat(standing(tanYen).figures()).isEmpty();

        String refused = mvc.perform(
                        post(address + "/confirm").param("proof", "số 1").with(as.request(PLANNER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Hãy ghi số, ngày bản giấy").contains("value=\"số 1\"");
        assertThat(standing(tanYen).figures()).isEmpty();
        mvc.perform(post(address + "/confirm")
                        .param("proof", "Bản giấy số 12 ngày 01/12")
                        .with(as.request(PLANNER)))
                .andExpect(redirectedUrl(address));
        assertThat(page(address)).contains("Đã lưu 1 số của 1 đơn vị").contains("Các đơn vị để nguyên (1)");
        assertThat(standing(tanYen).figures()).containsKey("poor_households");
        mvc.perform(post(address + "/cancel").with(as.request(PLANNER))).andExpect(status().isConflict());

        assertThat(page(address)).contains("Rút lại cả lần nhập này");
        mvc.perform(post(address + "/undo").with(as.request(PLANNER))).andExpect(redirectedUrl(address));
        assertThat(page(address)).contains("Đã rút lại: 1 số của 1 đơn vị");
        assertThat(standing(tanYen).figures()).isEmpty();
    }

    @Test
    void aUnitThatCannotBeTakenAsChosenIsSaidOnThePage() throws Exception {
        String address = send("Xã;Hộ nghèo;Tổng số hộ 2001\nNơi Khác;2;5\nTổng cộng;2;5\n");
        mvc.perform(post(address + "/mapping")
                .with(as.request(PLANNER))
                .param("sheet", "")
                .param("header", "1")
                .param("first", "2")
                .param("c0", "@unit")
                .param("c1", "poor_households"));
        assertThat(page(address)).contains("Hàng tổng, chỉ dùng để đối chiếu");
        String refused = mvc.perform(post(address + "/choose")
                        .param("column", "@unit")
                        .param("said", "Nơi Khác")
                        .param("other", "không đâu")
                        .with(as.request(PLANNER)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Không có đơn vị “không đâu” trong đợt này");
        mvc.perform(post(address + "/choose")
                        .param("column", "@unit")
                        .param("said", "Nơi Khác")
                        .param("other", "07339")
                        .with(as.request(PLANNER)))
                .andExpect(status().is3xxRedirection());
        assertThat(page(address)).contains("Xã Tân Yên");
    }

    @Test
    void aWrongFileAnswers422InWords() throws Exception {
        String page = mvc.perform(multipart("/exchange/imports")
                        .file(new MockMultipartFile("file", "a.xlsx", null, new byte[0]))
                        .param("round", round.id().toString())
                        .with(as.request(PLANNER)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Tệp rỗng (0 byte)");
        mvc.perform(multipart("/exchange/imports").with(as.request(PLANNER)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aMappingThatNamesALineTwiceAnswers422AndKeepsTheChoices() throws Exception {
        String address = send("Tên;Số A;Số B\nTân Yên;1;2\n");
        String page = mvc.perform(post(address + "/mapping")
                        .with(as.request(PLANNER))
                        .param("header", "1")
                        .param("first", "2")
                        .param("c0", "@unit")
                        .param("c1", "divorces")
                        .param("c2", "divorces"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("trùng với một cột khác").contains("value=\"divorces\" selected");
        mvc.perform(post(address + "/cancel").with(as.request(PLANNER))).andExpect(redirectedUrl("/exchange"));
        mvc.perform(get(address).with(as.request(PLANNER))).andExpect(status().isNotFound());
    }

    @Test
    void filesAreGivenToThoseWhoMayReadThem() throws Exception {
        String own = "/exchange/rounds/" + round.id() + "/units/" + tanYen.unit();
        String all = "/exchange/rounds/" + round.id() + "/units/" + province;
        mvc.perform(get(own + "/form.xlsx").with(as.request(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition", org.hamcrest.Matchers.containsString("xa-tan-yen.xlsx")));
        for (String kind : new String[] {"xlsx", "csv", "json"}) {
            mvc.perform(get(all + "/all." + kind).with(as.request(PLANNER))).andExpect(status().isOk());
            mvc.perform(get(all + "/all." + kind).with(as.request(OFFICER))).andExpect(status().isForbidden());
        }
        mvc.perform(get(all + "/form.xlsx").with(as.request(PLANNER))).andExpect(status().isNotFound());
        mvc.perform(get("/exchange/rounds/" + UUID.randomUUID() + "/units/" + province + "/all.csv")
                        .with(as.request(PLANNER)))
                .andExpect(status().isNotFound());
        assertThat(page("/collection/rounds/" + round.id())).contains("/exchange?round=" + round.id());
    }

    @Test
    void whyAReturnCannotBeChangedIsSaidForEveryStatus() {
        for (vn.toam.submission.SubmissionStatus status : vn.toam.submission.SubmissionStatus.values()) {
            if (!status.editable()) {
                assertThat(words.get(VI, "exchange.refused." + status)).isNotBlank();
            }
        }
    }

    private String send(String csv) throws Exception {
        return mvc.perform(multipart("/exchange/imports")
                        .file(new MockMultipartFile(
                                "file", "bảng.csv", "text/csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .param("round", round.id().toString())
                        .with(as.request(PLANNER)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(as.request(PLANNER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
