package vn.toam.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.mapping.ImportPlace;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.ToamTest;

/** A list that is no return goes the same way in: pages, questions, preview, one batch, back again. */
class ImportTargetTest extends ToamTest {

    private static final String KEEPER = "reporter.tanyen";

    @Autowired
    private ImportService imports;

    @Autowired
    private ChessMembers club;

    @Autowired
    private As as;

    @Autowired
    private MockMvc mvc;

    @BeforeEach
    void table() {
        ChessMembers.table();
    }

    @Test
    void aMessyWorkbookIsAskedAboutShownSavedOnceAndTakenBack() throws Exception {
        String key = "Tân Yên " + UUID.randomUUID();
        String address = send(key, "hội viên.xlsx", workbook());
        String columns = page(address);
        assertThat(columns)
                .contains("Cho biết mỗi cột là gì")
                .contains("value=\"name\" selected")
                .contains("value=\"joined\" selected");

        map(address, "c1", "name", "c2", "born", "c3", "joined", "c4", "games", "c5", "grade", "c6", "remark");
        String preview = page(address);
        assertThat(preview)
                .contains("2 bản ghi sẽ được lưu, 0 giống hệt, 4 chưa rõ hoặc có lỗi")
                .contains("05/03/2019")
                .contains("17/11/2020")
                .contains("hàng 10, cột F")
                .contains("“Kiện tượng” không có trong danh sách")
                .contains("hàng 9, cột D")
                .contains("Không có ngày “31/02/2021”")
                .contains("Hàng tổng, chỉ dùng để đối chiếu")
                .contains("Cột “Điện thoại” không khớp nội dung nào")
                .contains("Lưu 2 bản ghi");
        assertThat(club.members(key)).isEmpty();

        mvc.perform(as(post(address + "/choose"))
                        .param("column", "grade")
                        .param("said", "Kiện tượng")
                        .param("kind", "DOUBTFUL")
                        .param("other", "vô địch"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(as(post(address + "/choose"))
                        .param("column", "grade")
                        .param("said", "Kiện tượng")
                        .param("kind", "DOUBTFUL")
                        .param("code", "M"))
                .andExpect(redirectedUrl(address + "?kind=DOUBTFUL"));
        mvc.perform(as(post(address + "/confirm"))).andExpect(redirectedUrl(address));
        assertThat(page(address))
                .contains("Đã lưu 3 bản ghi")
                .contains("Các hàng để nguyên (3)")
                .contains("Rút lại cả lần nhập này");
        assertThat(club.members(key)).containsOnlyKeys("Nguyễn Văn Mẫu", "Lê Thị Mẫu", "Trần Văn Thử");
        assertThat(club.members(key).get("Nguyễn Văn Mẫu"))
                .isEqualTo(Map.of(
                        "name", "Nguyễn Văn Mẫu",
                        "born", "1990",
                        "joined", "2019-03-05",
                        "games", "1234",
                        "grade", "GM",
                        "remark", "Thành viên sáng lập"));

        club.change(key, "Lê Thị Mẫu", "games", "99");
        mvc.perform(as(post(address + "/undo"))).andExpect(redirectedUrl(address));
        assertThat(page(address))
                .contains("Đã rút lại: 2 bản ghi")
                .contains("Phần giữ nguyên (1)")
                .contains("Lê Thị Mẫu");
        assertThat(club.members(key)).containsOnlyKeys("Lê Thị Mẫu");
    }

    @Test
    void aSecondTableWithTheseHeadingsIsNotAskedAboutAndSaysWhatIsNewSameAndChanged() throws Exception {
        String key = "Đông Hồ " + UUID.randomUUID();
        String heading = "STT;Hội viên;Năm sinh;Ngày gia nhập;Số ván;Đội trưởng\n";
        String first = send(
                key, "a.csv", csv(heading + "1;Nguyễn Văn Mẫu;1990;5/3/2019;1.234;x\n2;Lê Thị Mẫu;1985;;7;không\n"));
        map(first, "c1", "name", "c2", "born", "c3", "joined", "c4", "games", "c5", "captain");
        mvc.perform(as(post(first + "/confirm"))).andExpect(redirectedUrl(first));

        String again = send(
                key,
                "b.csv",
                csv(
                        heading
                                + "1;NGUYEN VAN MAU;1990;2019-03-05;1234;có\n2;Lê Thị Mẫu;1985;ngày 1 tháng 2 năm 2020;8;\n3;Phạm Thử;2001;;;\n"));
        assertThat(page(again))
                .as("remembered: the columns are not asked for again")
                .contains("2 bản ghi sẽ được lưu")
                .contains("Thay đổi (1)")
                .contains("Giống hệt (1)")
                .contains("Mới (1)")
                .contains("01/02/2020");
        mvc.perform(as(post(again + "/confirm"))).andExpect(redirectedUrl(again));
        assertThat(club.members(key).get("Lê Thị Mẫu"))
                .containsEntry("joined", "2020-02-01")
                .containsEntry("games", "8")
                .as("a blank cell clears nothing")
                .containsEntry("captain", "false");
        mvc.perform(as(post(again + "/undo"))).andExpect(redirectedUrl(again));
        assertThat(club.members(key)).hasSize(2);
        assertThat(club.members(key).get("Lê Thị Mẫu"))
                .doesNotContainKey("joined")
                .containsEntry("games", "7");
    }

    @Test
    void aNameWithOtherMarksIsAskedAboutAndOneWithoutMarksIsNot() throws Exception {
        String key = "Lạng Giang " + UUID.randomUUID();
        String heading = "Họ và tên;Năm sinh;Số ván\n";
        String first = send(key, "a.csv", csv(heading + "Trần Văn Ân;1990;1\nTrần Văn An;1990;2\n"));
        map(first, "c0", "name", "c1", "born", "c2", "games");
        mvc.perform(as(post(first + "/confirm"))).andExpect(redirectedUrl(first));
        assertThat(club.members(key)).as("two people").containsOnlyKeys("Trần Văn Ân", "Trần Văn An");

        String again = send(key, "b.csv", csv(heading + "Trần Văn Ấn;1990;5\ntrần văn ân;1990;7\n"));
        assertThat(page(again))
                .contains("1 bản ghi sẽ được lưu")
                .contains("Có 2 bản ghi giống hoặc gần giống")
                .contains("bản ghi mới");
        mvc.perform(as(post(again + "/choose"))
                        .param("column", "@record")
                        .param("said", "trần văn ấn|1990")
                        .param("kind", "DOUBTFUL")
                        .param("code", "@new"))
                .andExpect(redirectedUrl(again + "?kind=DOUBTFUL"));
        mvc.perform(as(post(again + "/confirm"))).andExpect(redirectedUrl(again));
        assertThat(club.members(key)).containsOnlyKeys("Trần Văn Ân", "Trần Văn An", "Trần Văn Ấn");
        assertThat(club.members(key).get("Trần Văn Ân")).containsEntry("games", "7");

        String bare = send(key, "c.csv", csv(heading + "Tran Van An;1990;6\n"));
        assertThat(page(bare)).as("without marks it may be any").contains("Có 3 bản ghi giống hoặc gần giống");
    }

    @Test
    void whatIsNotKnownIsNeverGuessed() throws Exception {
        String key = "Việt Yên " + UUID.randomUUID();
        String address = send(
                key,
                "c.csv",
                csv(
                        "Họ tên;Năm sinh;Ngày gia nhập;Số ván;Đội trưởng\n"
                                + "A;1990;2019;1;x\nB;90x;;1;x\nC;1990;05/13/2019;1;x\nD;1990;;-;x\nE;1990;;1,234;x\nF;1990;;1;có lẽ\n;1990;;1;x\nG;1990;43529;1;x\nH;1990;;-5;x\n"));
        map(address, "c0", "name", "c1", "born", "c2", "joined", "c3", "games", "c4", "captain");
        assertThat(page(address))
                .contains("“2019” không phải ngày")
                .contains("“90x” không phải năm")
                .contains("Không có ngày “05/13/2019”")
                .contains("“-” có thể là không có hoặc chưa biết")
                .contains("“1,234” có thể là")
                .contains("“có lẽ” không phải có hoặc không")
                .contains("Hàng không ghi “Họ và tên”")
                .contains("“43529” không phải ngày")
                .contains("“-5” nhỏ hơn mức thấp nhất là 0")
                .contains("Không có gì để lưu");
        assertThat(page(address + "?lang=en")).contains("The row says no “Full name”");
    }

    @Test
    void onlyTheSenderSeesAnImportAndOnlyWhoMayBringsOneIn() throws Exception {
        String address = send("Hiệp Hòa", "d.csv", csv("Họ tên;Năm sinh\nA;1990\n"));
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> as.role("reporter.ty").run(() -> imports.view(id, "", null, 1, false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Posts.at("ADMIN", 1).run(() -> receive("Hiệp Hòa", "d.csv", new byte[] {1})))
                .isInstanceOf(NotAllowed.class);
        mvc.perform(as(post(address + "/cancel"))).andExpect(redirectedUrl("/"));
        mvc.perform(as(get(address))).andExpect(status().isNotFound());
    }

    /** A title, merged groups over the headings, days as days and as texts, blank rows, a sum, a double, unknown words. */
    private static byte[] workbook() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Danh sách");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            row(sheet, 0, "ỦY BAN NHÂN DÂN XÃ TÂN YÊN", null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            row(sheet, 1, "DANH SÁCH HỘI VIÊN CÂU LẠC BỘ CỜ");
            row(
                    sheet,
                    3,
                    "TT",
                    "Hội viên",
                    null,
                    "Ngày gia nhập",
                    "Số ván đã đấu (ván)",
                    "Đẳng cấp",
                    "Ghi chú",
                    "Điện thoại");
            row(sheet, 4, null, "Họ và tên", "Năm sinh");
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 1, 2));
            row(sheet, 5, "1", "2", "3", "4", "5", "6", "7", "8");
            row(sheet, 6, 1, "Nguyễn Văn Mẫu", 1990, "05/03/2019", "1.234", "dai kien tuong", "Thành viên sáng lập");
            Row dated = row(sheet, 7, 2, "Lê Thị Mẫu", 1985, null, 7, "C1", null, "0912");
            dated.createCell(3).setCellValue(LocalDate.of(2020, 11, 17));
            dated.getCell(3).setCellStyle(day);
            row(sheet, 8, 3, "Hoàng Văn Sai", 1979, "31/02/2021", 1, "Cấp 1");
            row(sheet, 9, 4, "Trần Văn Thử", 1970, "1-2-2018", 3, "Kiện tượng");
            row(sheet, 11, 5, "Đỗ Hai Lần", 1960, null, 1);
            row(sheet, 12, 6, "ĐỖ HAI LẦN", 1960, null, 2);
            row(sheet, 13, null, "Tổng cộng", null, null, 1248);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Integer figure) {
                row.createCell(i).setCellValue(figure);
            } else if (values[i] != null) {
                Cell cell = row.createCell(i);
                cell.setCellValue(values[i].toString());
            }
        }
        return row;
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String send(String key, String name, byte[] bytes) {
        return ImportPlace.IMPORTS + as.role(KEEPER).get(() -> receive(key, name, bytes));
    }

    private UUID receive(String key, String name, byte[] bytes) {
        try {
            Path file = Files.createTempFile("imports", ".test");
            Files.write(file, bytes);
            ImportService.Received received = imports.receive(ChessMembers.KIND, key, name, file);
            received.work().get(60, TimeUnit.SECONDS);
            return received.id();
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception cause) {
            throw new AssertionError(cause);
        }
    }

    private void map(String address, String... columns) throws Exception {
        String asked = page(address);
        MockHttpServletRequestBuilder said = as(post(address + "/mapping"))
                .param("sheet", asked.contains("name=\"sheet\" value=\"Danh sách\"") ? "Danh sách" : "")
                .param("header", value(asked, "header"))
                .param("first", value(asked, "first"));
        for (int i = 0; i < columns.length; i += 2) {
            said.param(columns[i], columns[i + 1]);
        }
        mvc.perform(said).andExpect(redirectedUrl(address));
    }

    private static String value(String page, String input) {
        return List.of(page.replaceAll("(?s).*id=\"" + input + "\"[^>]*?value=\"(\\d+)\".*", "$1"))
                .getFirst();
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(as.request(KEEPER));
    }

    private String page(String address) throws Exception {
        return mvc.perform(as(get(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
