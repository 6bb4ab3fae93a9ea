package vn.toam.recordentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.Posts;
import vn.toam.imports.Import;
import vn.toam.imports.ImportService;
import vn.toam.mapping.Entry;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RecordReader;
import vn.toam.recordquery.RegisterReader;
import vn.toam.register.RecordChange;
import vn.toam.register.RecordService;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** Tables come into registers that have no Java: shown first, saved once, taken back, whatever state they are in. */
class RegisterImportTest extends ToamTest {

    private static final String HEAD = "Tên câu lạc bộ;Loại cờ;Ngày thành lập";

    @Autowired
    ImportService imports;

    @Autowired
    RecordService service;

    @Autowired
    Records records;

    @Autowired
    RecordReader reader;

    @Autowired
    RegisterReader registers;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    @Autowired
    MockMvc mvc;

    private int commune;
    private int province;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        commune = ground.commune();
        province = ground.province();
    }

    private Sent clubs(String head, String... rows) {
        return table("chess-club", head, rows);
    }

    private Sent table(String register, String head, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = head;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return Sent.csv(imports, register, commune, lines).mapped();
    }

    private UUID club(String name, String kind, String founded, String... more) {
        Map<String, List<String>> typed =
                new HashMap<>(Map.of("name", List.of(name), "kind", List.of(kind), "founded", List.of(founded)));
        for (int at = 0; at < more.length; at += 2) {
            typed.put(more[at], List.of(more[at + 1]));
        }
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-club", commune, null, UUID.randomUUID(), typed));
    }

    private Map<String, RegisterRecord> kept(String register) {
        Map<String, RegisterRecord> kept = new HashMap<>();
        Posts.at("REPORTER", commune)
                .get(() -> registers.whole(register, RecordQuery.of(Map.of(), commune)))
                .slice()
                .items()
                .forEach(row -> kept.put(
                        row.record().values().text(row.record().register().equals("chess-club") ? "name" : "title"),
                        row.record()));
        return kept;
    }

    private RegisterRecord find(UUID id) {
        return records.find(geographies.province(commune), id).orElseThrow();
    }

    @Test
    void aMessyWorkbookIsShownSavedOnceAndTakenBack() {
        byte[] book = Sent.workbook(made -> {
            Sheet sheet = made.createSheet("CLB");
            Sent.row(sheet, 0, "UBND XÃ THỬ NGHIỆM");
            Sent.row(sheet, 1, "DANH SÁCH CÂU LẠC BỘ CỜ VUA NĂM 2026");
            Sent.row(
                    sheet,
                    3,
                    "TT",
                    "Tên câu lạc bộ",
                    "Loại cờ",
                    "Ngày thành lập",
                    "Quyết định",
                    null,
                    null,
                    "Số kỳ thủ",
                    "Trong đó nữ",
                    "Điện thoại");
            Sent.row(sheet, 4, null, null, null, null, "Số", "Ngày", "Cơ quan ban hành");
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 4, 6));
            Sent.row(sheet, 5, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
            Sent.row(sheet, 6, "I. Khu vực phía bắc");
            Sent.row(
                    sheet,
                    7,
                    1,
                    "Tượng Đỏ",
                    "co chop",
                    "05/03/2019",
                    "12/QĐ-UBND",
                    "4-3-2019",
                    "UBND xã",
                    "1.250",
                    30,
                    "x");
            Sent.row(sheet, 8, 2, "Mã Bạc", "Cờ tiêu chuẩn", LocalDate.of(2020, 11, 17), null, null, null, 12, 5);
            Sent.row(sheet, 9, 3, "Xe Xanh", "Cờ chợp", "ngày 1 tháng 2 năm 2021", null, null, null, 8, 2);
            Sent.row(sheet, 10, 4, "Tốt Vàng", "Cờ chớp", "31/02/2021", null, null, null, 8, 2);
            Sent.row(sheet, 11, 5, "Hậu Tím", "Cờ chớp", "1/2/2021", null, null, null, 3, 9);
            Sent.row(sheet, 12, 6, "Song Mã", "Cờ chớp", "1/2/2022", null, null, null, 8, 2);
            Sent.row(sheet, 13, 7, "SONG MÃ", "Cờ chớp", "1/3/2022", null, null, null, 9, 2);
            Sent.row(sheet, 14, 8, "Vua Đen", "Cờ chớp", "1/2/2023", null, null, null, 3, 1);
            Sent.row(sheet, 15, null, "Tổng cộng", null, null, null, null, null, 1301);
            Sent.row(sheet, 17, null, null, null, "Người lập biểu");
            return sheet;
        });
        Sent sent = Sent.send(imports, "REPORTER", "chess-club", commune, "clb.xlsx", book);
        assertThat(sent.status()).isEqualTo(Import.Status.MAPPING);
        assertThat(sent.view().mapping().columns())
                .containsEntry(1, "name")
                .containsEntry(4, "decision.number")
                .containsEntry(5, "decision.date")
                .containsEntry(6, "decision.issuer");
        sent.mapped();
        assertThat(sent.states())
                .isEqualTo(Map.of(
                        8, Entry.Status.NEW,
                        9, Entry.Status.NEW,
                        10, Entry.Status.DOUBTFUL,
                        11, Entry.Status.WRONG,
                        12, Entry.Status.WRONG,
                        13, Entry.Status.WRONG,
                        14, Entry.Status.WRONG,
                        15, Entry.Status.NEW));
        assertThat(sent.faults())
                .contains("11D imports.cell.noDay", "12I register.problem.check", "14C imports.wrong.twice");
        assertThat(sent.entry(15).warnings()).extracting("vi").contains("Câu lạc bộ thường có từ 4 kỳ thủ.");
        assertThat(sent.view().made().left()).extracting("key").contains("imports.left.caption", "imports.left.total");
        assertThat(kept("chess-club")).isEmpty();

        sent.choose("kind", "Cờ chợp", "BLITZ").confirm();
        Map<String, RegisterRecord> kept = kept("chess-club");
        assertThat(kept).containsOnlyKeys("Tượng Đỏ", "Mã Bạc", "Xe Xanh", "Vua Đen");
        RegisterRecord red = kept.get("Tượng Đỏ");
        assertThat(red.source()).isEqualTo(RegisterRecord.Source.IMPORTED);
        assertThat(red.batch()).isEqualTo(sent.id());
        assertThat(red.values().paper("decision").map())
                .isEqualTo(Map.of("number", "12/QĐ-UBND", "date", "2019-03-04", "issuer", "UBND xã"));
        assertThat(red.values().number("players")).isEqualByComparingTo("1250");
        assertThat(red.since()).isEqualTo(LocalDate.of(2019, 3, 5));
        assertThat(records.history(red.province(), red.id()))
                .singleElement()
                .matches(change -> change.note().equals("Nhập từ bảng"));

        Posts.at("REPORTER", commune).get(() -> {
            service.move(commune, red.id(), 1, "PLAYING", LocalDate.of(2026, 1, 1), "");
            return true;
        });
        sent.undo();
        assertThat(kept("chess-club")).containsOnlyKeys("Tượng Đỏ");
        assertThat(sent.view().made().outcome().left())
                .singleElement()
                .matches(left -> left.name().equals("Tượng Đỏ"));
    }

    @Test
    void whatTheWizardCallsTheSameTheRegisterCallsTheSame() {
        club("Mỹ Đình", "BLITZ", "2020-01-01", "players", "10");
        club("Hoà Bình", "BLITZ", "2020-01-01", "players", "10");
        Sent sent = clubs(
                HEAD + ";Số kỳ thủ",
                "MỸ ĐÌNH;Cờ chớp;1/1/2020;10",
                "hoa binh;co chop;1/1/2020;12",
                "Mỹ Đình;Cờ tiêu chuẩn;1/1/2020;10");
        assertThat(sent.states()).isEqualTo(Map.of(2, Entry.Status.SAME, 3, Entry.Status.CHANGED, 4, Entry.Status.NEW));
        sent.confirm();
        assertThat(kept("chess-club").get("Hoà Bình").values().number("players"))
                .isEqualByComparingTo("12");

        Sent other = clubs(
                HEAD,
                "Mĩ Đình;Cờ chớp;1/1/2020",
                "Hóa Bình;Cờ chớp;1/1/2020",
                "Lý Nam;Cờ chớp;1/1/2020",
                "Lí Nam;Cờ chớp;2/2/2020");
        assertThat(other.states())
                .isEqualTo(Map.of(
                        2, Entry.Status.SAME, 3, Entry.Status.DOUBTFUL, 4, Entry.Status.WRONG, 5, Entry.Status.WRONG));
        assertThat(other.entry(3).doubts().getFirst().choices())
                .as("a record of its own could not be saved beside it")
                .hasSize(1);
    }

    @Test
    void aBlankCellClearsNothingAndTheRecordsOwnTablesStay() {
        UUID id = club(
                "Tượng",
                "BLITZ",
                "2020-01-01",
                "fund",
                "5.000.000",
                "board.0.person",
                "Người mẫu",
                "board.0.from",
                "2020-01-01");
        Sent sent = clubs(
                HEAD + ";Quỹ;Số kỳ thủ;Huấn luyện viên;Hết hạn thuê phòng",
                "Tượng;Cờ chớp;1/1/2020;;20;Người mẫu B;1/1/2090");
        assertThat(sent.states()).isEqualTo(Map.of(2, Entry.Status.CHANGED));
        sent.confirm();
        RegisterRecord kept = find(id);
        assertThat(kept.values().number("fund")).isEqualByComparingTo("5000000");
        assertThat(kept.values().rows("board")).hasSize(1);
        assertThat(kept.values().text("trainer")).isEqualTo("Người mẫu B");
        assertThat(kept.version()).isEqualTo(2);
        sent.undo();
        RegisterRecord back = find(id);
        assertThat(back.values().map()).doesNotContainKeys("players", "trainer").containsKey("board");
        assertThat(records.history(back.province(), id).getFirst().what()).isEqualTo(RecordChange.What.UNDONE);
    }

    @Test
    void aLeadingDayThatChangesIsTheDayOfTheRecordAndOfItsFirstState() {
        UUID id = club("Tượng", "BLITZ", "2020-01-01");
        Sent sent = clubs(HEAD, "Tượng;Cờ chớp;5/6/2021").confirm();
        assertThat(find(id).onDay()).isEqualTo("2021-06-05");
        assertThat(find(id).since()).isEqualTo("2021-06-05");
        sent.undo();
        assertThat(find(id).onDay()).isEqualTo("2020-01-01");
        assertThat(find(id).since()).isEqualTo("2020-01-01");
    }

    @Test
    void aStateIsTakenWithTheDayThatItBeganAndNeverGuessed() {
        UUID moved = club("Đi tiếp", "BLITZ", "2020-01-01");
        UUID closed = club("Đã nghỉ", "BLITZ", "2020-01-01");
        Sent sent = clubs(
                HEAD + ";Tình trạng;Ngày bắt đầu tình trạng;Ngày đóng",
                "Mới;Cờ chớp;1/1/2019;Đang chơi;;",
                "Đóng;Cờ chớp;1/1/2019;Đã đóng;;5/6/2022",
                "Đóng thiếu;Cờ chớp;1/1/2019;Đã đóng;;",
                "Đi tiếp;Cờ chớp;1/1/2020;Đang chơi;1/7/2021;",
                "Đã nghỉ;Cờ chớp;1/1/2020;Đã đóng;;3/4/2023",
                "Tương lai;Cờ chớp;1/1/2019;Đang chơi;1/7/2091;");
        assertThat(sent.states())
                .isEqualTo(Map.of(
                        2, Entry.Status.NEW,
                        3, Entry.Status.NEW,
                        4, Entry.Status.WRONG,
                        5, Entry.Status.CHANGED,
                        6, Entry.Status.CHANGED,
                        7, Entry.Status.WRONG));
        sent.confirm();
        Map<String, RegisterRecord> kept = kept("chess-club");
        assertThat(kept.get("Mới").since()).isEqualTo("2019-01-01");
        assertThat(kept.get("Đóng").since()).isEqualTo("2022-06-05");
        assertThat(find(moved).state()).isEqualTo("PLAYING");
        assertThat(find(moved).since()).isEqualTo("2021-07-01");
        assertThat(find(closed).since()).isEqualTo("2023-04-03");
        assertThat(find(closed).version()).as("changed and moved on").isEqualTo(3);

        Sent again =
                clubs(HEAD + ";Tình trạng", "Đi tiếp;Cờ chớp;1/1/2020;Mới thành lập", "Mới;Cờ chớp;1/1/2019;Đang chơi");
        assertThat(again.states()).isEqualTo(Map.of(2, Entry.Status.WRONG, 3, Entry.Status.SAME));
        assertThat(again.faults()).contains("2D register.import.move");

        sent.undo();
        assertThat(kept("chess-club")).containsOnlyKeys("Đi tiếp", "Đã nghỉ");
        assertThat(List.of(find(moved).state(), find(closed).state())).containsOnly("FOUNDED");
        assertThat(find(closed).since()).isEqualTo("2020-01-01");
        assertThat(find(closed).values().map()).doesNotContainKey("closed_on");
    }

    @Test
    void aTableWithoutStatesIsSaidToBeInOneAndThatIsRemembered() {
        String head = "Nội dung;Loại;Ngày;Số ván";
        Sent sent = Sent.csv(imports, "chess-meeting", commune, head, "Giao hữu;Buổi tối;1/3/2026;12");
        sent.mapped(Map.of(ImportColumns.STATE, "HELD"), Map.of()).confirm();
        RegisterRecord held = kept("chess-meeting").get("Giao hữu");
        assertThat(held.state()).isEqualTo("HELD");
        assertThat(held.since()).isEqualTo("2026-03-01");
        Sent next = Sent.csv(imports, "chess-meeting", commune, head, "Chung kết;Buổi tối;2/3/2026;3");
        assertThat(next.status()).isEqualTo(Import.Status.PREVIEW);
        next.confirm();
        assertThat(kept("chess-meeting").get("Chung kết").state()).isEqualTo("HELD");
    }

    @Test
    void whereTwoMayBeAlikeTheSenderIsAskedWhetherItIsThisOne() {
        String head = "Nội dung;Loại;Ngày;Số ván";
        table("chess-meeting", head, "Giao hữu;Buổi tối;1/3/2026;12").confirm();
        Sent again = table("chess-meeting", head, "Giao hữu;Buổi tối;1/3/2026;15", "Giao hữu;Buổi tối;2/3/2026;9");
        assertThat(again.states()).isEqualTo(Map.of(2, Entry.Status.CHANGED, 3, Entry.Status.NEW));
    }

    @Test
    void recordsReferToOthersByNameWithCommasInsideIt() {
        UUID one = club("Cờ, hoa và lá", "BLITZ", "2020-01-01");
        UUID other = club("Mã", "BLITZ", "2020-01-01");
        club("Trùng tên", "BLITZ", "2020-01-01");
        UUID slow = club("Trùng tên", "SLOW", "2021-01-01");
        Sent sent = table(
                "chess-meeting",
                "Nội dung;Loại;Ngày;Câu lạc bộ tham gia",
                "A;Buổi tối;1/3/2026;Cờ, hoa và lá, Mã",
                "B;Buổi tối;1/3/2026;ma",
                "C;Buổi tối;1/3/2026;Trùng tên",
                "D;Buổi tối;1/3/2026;Trùng tên (01/01/2021)",
                "E;Buổi tối;1/3/2026;Không có");
        assertThat(sent.states())
                .isEqualTo(Map.of(
                        2, Entry.Status.NEW,
                        3, Entry.Status.NEW,
                        4, Entry.Status.DOUBTFUL,
                        5, Entry.Status.NEW,
                        6, Entry.Status.DOUBTFUL));
        sent.confirm();
        Map<String, RegisterRecord> kept = kept("chess-meeting");
        assertThat(kept.get("A").values().all("clubs")).containsExactly(one.toString(), other.toString());
        assertThat(kept.get("D").values().all("clubs")).containsExactly(slow.toString());
        assertThat(records.referring(geographies.province(commune), one, 5)).hasSize(1);
    }

    @Test
    void aRowOfAnotherUnitIsAskedAbout() {
        String name = Posts.at("REPORTER", commune)
                .get(() -> registers.list("chess-club", RecordQuery.of(Map.of(), commune)))
                .place()
                .fullName()
                .vi();
        Sent sent = clubs(
                HEAD + ";Đơn vị giữ sổ",
                "Của mình;Cờ chớp;1/1/2020;" + name,
                "Của ai;Cờ chớp;1/1/2020;Xã Không Có Thật");
        assertThat(sent.states()).isEqualTo(Map.of(2, Entry.Status.NEW, 3, Entry.Status.DOUBTFUL));
    }

    @Test
    void aPaperInOneCellIsReadApart() {
        clubs(
                        HEAD + ";Quyết định",
                        "A;Cờ chớp;1/1/2020;Số 12/QĐ-UBND ngày 3/1/2020 của UBND xã Mẫu",
                        "B;Cờ chớp;1/1/2020;13/QĐ-UBND, 04/01/2020, UBND xã Mẫu",
                        "C;Cờ chớp;1/1/2020;14/QĐ-UBND",
                        "D;Cờ chớp;1/1/2020;15/QĐ-UBND ngày 32/1/2020")
                .confirm();
        Map<String, RegisterRecord> kept = kept("chess-club");
        for (String name : List.of("A", "B")) {
            assertThat(kept.get(name).values().paper("decision").map())
                    .containsKeys("number", "date")
                    .containsEntry("issuer", "UBND xã Mẫu");
        }
        assertThat(kept.get("C").values().paper("decision").map()).isEqualTo(Map.of("number", "14/QĐ-UBND"));
        assertThat(kept.get("D").values().paper("decision").text("number")).isEqualTo("15/QĐ-UBND ngày 32/1/2020");
    }

    @Test
    void whatTheListGivesOutComesBackAsTheSame() throws Exception {
        club(
                "Tượng",
                "BLITZ",
                "2020-01-01",
                "players",
                "1.250",
                "fund",
                "2500000",
                "decision.number",
                "12/QĐ",
                "decision.date",
                "2020-01-02",
                "trainer",
                "Người mẫu");
        club("Mã, xe và tốt", "SLOW", "2021-05-06", "rhythm", "MONTHLY");
        byte[] file = mvc.perform(
                        get("/registers/chess-club/list.xlsx?unit=" + commune).with(Posts.request("REPORTER", commune)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Sent sent = Sent.send(imports, "REPORTER", "chess-club", commune, "so.xlsx", file)
                .mapped();
        assertThat(sent.states().values()).containsExactly(Entry.Status.SAME, Entry.Status.SAME);
        assertThat(sent.faults()).isEmpty();
    }

    @Test
    void theEmptyTableIsReadWithoutAsking() throws Exception {
        byte[] file = mvc.perform(get("/registers/chess-club/import/template.xlsx?unit=" + commune)
                        .with(Posts.request("REPORTER", commune)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        byte[] filled = Sent.filled(
                file, Map.of("Tên câu lạc bộ", "Tượng", "Loại cờ", "Cờ chớp", "Ngày thành lập", "1/2/2020"));
        Sent sent = Sent.send(imports, "REPORTER", "chess-club", commune, "mau.xlsx", filled);
        assertThat(sent.status()).isEqualTo(Import.Status.PREVIEW);
        assertThat(sent.states().values()).containsExactly(Entry.Status.NEW);
    }

    @Test
    void whoDoesNotKeepTheRegisterBringsNothingIn() throws Exception {
        for (String role : List.of("LEADER", "CHECKER")) {
            assertThatThrownBy(() -> Sent.send(imports, role, "chess-club", commune, "a.csv", "a;b".getBytes()))
                    .isInstanceOf(NotAllowed.class);
            assertThat(mvc.perform(get("/registers/chess-club/import?unit=" + commune)
                                    .with(Posts.request(role, commune)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThatThrownBy(() ->
                        Sent.send(imports, "REVIEWER", province, "chess-club", commune, "a.csv", "a;b".getBytes()))
                .as("those above read it, and do not write in it")
                .isInstanceOf(NotAllowed.class);
        assertThat(mvc.perform(get("/registers/chess-club?unit=" + commune).with(Posts.request("REPORTER", commune)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/registers/chess-club/import?unit=" + commune);
    }

    @Test
    void whatSomebodyElseKeptSinceThePreviewIsLeftAndNamed() {
        UUID id = club("Tượng", "BLITZ", "2020-01-01");
        Sent sent = clubs(
                HEAD + ";Số kỳ thủ", "Tượng;Cờ chớp;1/1/2020;9", "Mới;Cờ chớp;1/1/2020;9", "Khác;Cờ chớp;1/1/2020;9");
        club("Mới", "BLITZ", "2021-01-01");
        Posts.at("REPORTER", commune).get(() -> {
            service.move(commune, id, 1, "PLAYING", LocalDate.of(2026, 1, 1), "");
            return true;
        });
        sent.confirm();
        assertThat(sent.view().made().outcome().left()).extracting("name").containsExactlyInAnyOrder("Tượng", "Mới");
        assertThat(kept("chess-club").get("Khác").source()).isEqualTo(RegisterRecord.Source.IMPORTED);
        assertThat(find(id).values().map()).doesNotContainKey("players");
    }
}
