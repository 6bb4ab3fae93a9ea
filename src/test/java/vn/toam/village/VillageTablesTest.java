package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;
import vn.toam.village.VillageImportRow.State;

/** Tables of villages as people keep them: read, held against what there is, saved whole or not at all, taken back. */
class VillageTablesTest extends ToamTest {

    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);
    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 1);

    @Autowired
    private VillageImport imports;

    @Autowired
    private VillageTables tables;

    @Autowired
    private VillageService service;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private Villages villages;

    @Autowired
    private Geographies geographies;

    @Autowired
    private Words words;

    @Autowired
    private TestGround ground;

    private int commune;
    private int province;

    @BeforeEach
    void aCommuneWithoutVillages() {
        TestGround.Ground taken = ground.take();
        commune = taken.communes().get(10 + taken.year() % 5);
        province = geographies.province(commune);
        villages.of(commune, LocalDate.of(2026, 11, 30))
                .forEach(each -> ADMIN.run(() -> service.end(
                        province, each.id(), new VillageChange.Basis(LocalDate.of(2026, 1, 2), "1/QĐ", null))));
    }

    @Test
    void aPlainTableBecomesVillagesInItsOrder() {
        List<VillageImportRow> rows = look("""
                Tên thôn;Trưởng thôn;Điện thoại;Số hộ
                Thôn Một;Người Mẫu A;0912 345 678;120
                Thôn Hai;Người Mẫu B;;1.234
                """);

        assertThat(rows).extracting(VillageImportRow::state).containsExactly(State.NEW, State.NEW);
        assertThat(rows.get(1).heads().households()).isEqualTo(1234);
        assertThat(names()).isEmpty();
        assertThat(save(rows)).isEqualTo(2);
        assertThat(names()).containsExactly("Thôn Một", "Thôn Hai");
    }

    @Test
    void titlesTwoRowsOfHeadingsNumbersOfColumnsAndSumsDoNoHarm() throws IOException {
        byte[] file = book(List.of(
                List.of("ỦY BAN NHÂN DÂN XÃ", "", "", "", "", ""),
                List.of("DANH SÁCH THÔN NĂM 2026", "", "", "", "", ""),
                List.of("TT", "Thôn", "Trưởng thôn", "", "Trưởng ban công tác Mặt trận", "", "Số hộ"),
                List.of("", "", "Họ và tên", "Điện thoại", "Họ và tên", "Điện thoại", ""),
                List.of("1", "2", "3", "4", "5", "6", "7"),
                List.of("1", "Thôn Đầu", "Mẫu A", 912345678, "Mẫu B", 987654321, 88),
                List.of("2", "THÔN CUỐI", "Mẫu C", "0912.345.679", "Mẫu D", "", 92),
                List.of("", "Tổng cộng", "", "", "", "", 180)));
        List<VillageImportRow> rows = look(file);

        assertThat(rows).extracting(row -> row.fullName().vi()).containsExactly("Thôn Đầu", "Thôn Cuối");
        assertThat(rows.getFirst().heads())
                .isEqualTo(new VillageHeads("Mẫu A", "0912345678", "Mẫu B", "0987654321", 88, 0));
        assertThat(rows).allMatch(VillageImportRow::ready);
    }

    @Test
    void headingsWithoutMarksAndAListWithoutHeadingsAreRead() {
        assertThat(look("ten thon\tho ten truong thon\tso ho\nThôn A1\tMẫu\t5\n"))
                .hasSize(1);
        assertThat(look("Thôn 1\nThôn 2\nTDP số 03\n"))
                .extracting(row -> row.fullName().vi())
                .containsExactly("Thôn 1", "Thôn 2", "Tổ dân phố số 3");
    }

    @Test
    void aColumnOfKindsSaysWhatEachIs() {
        assertThat(look("Loại;Tên;Số hộ\nấp;Chiến Thắng;10\nTDP;4;20\nlàng trẻ;5;30\n"))
                .extracting(VillageImportRow::state, row -> row.fullName().vi())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.NEW, "Ấp Chiến Thắng"),
                        org.assertj.core.groups.Tuple.tuple(State.NEW, "Tổ dân phố 4"),
                        org.assertj.core.groups.Tuple.tuple(State.WRONG, "5"));
    }

    @Test
    void aNameWithoutKindWaitsForOne() {
        List<VillageImportRow> rows = look("Tên\nChiến Thắng\n");
        assertThat(rows.getFirst().state()).isEqualTo(State.WRONG);
        assertThat(said(rows.getFirst())).contains("bảng đã dán, dòng 2, cột “Tên”", "Chiến Thắng");
        assertThat(ADMIN.get(() -> imports.look(commune, given(rows, "THON", Map.of())))
                        .getFirst()
                        .state())
                .isEqualTo(State.NEW);
    }

    @Test
    void whatIsWrongIsNamedByFileSheetRowAndColumnAndNothingIsSaved() throws IOException {
        byte[] file = book(List.of(
                List.of("Tên thôn", "Trưởng thôn", "Điện thoại", "Số hộ", "Khu vực"),
                List.of("Thôn Tốt", "Mẫu", "0912345678", 10, "Biên giới, miền núi"),
                List.of("Thôn Xấu", "Mẫu", "hỏi bà Tư", "chừng trăm", "khu vực lạ"),
                List.of("Thôn tốt", "Mẫu", "", "", "")));
        List<VillageImportRow> rows = look(file);

        assertThat(rows.getFirst().areas()).containsExactlyInAnyOrder(Area.BORDER, Area.MOUNTAIN);
        assertThat(said(rows.get(1)))
                .contains("danh sach.xlsx, trang tính “Danh sách”, dòng 3, cột “Số hộ”")
                .contains("cột “Điện thoại của trưởng thôn, tổ trưởng”", "hỏi bà Tư")
                .contains("cột “Khu vực”", "khu vực lạ");
        assertThat(said(rows.get(2))).contains("Trùng với dòng 2");
        assertThatThrownBy(() -> save(rows)).isInstanceOf(Rejected.class).hasMessageContaining("notReady");
        assertThat(names()).isEmpty();
        assertThat(ADMIN.get(() -> imports.save(commune, given(rows, "", Map.of(1, "SKIP", 2, "SKIP")))))
                .isEqualTo(1);
        assertThat(names()).containsExactly("Thôn Tốt");
    }

    @Test
    void theSameTableAgainChangesNothing() {
        String table = "Tên thôn;Trưởng thôn;Số hộ\nThôn Một;Mẫu A;10\nThôn 099;Mẫu B;20\n";
        save(look(table));
        List<VillageImportRow> again = look(table);

        assertThat(again).extracting(VillageImportRow::state).containsOnly(State.SAME);
        assertThatThrownBy(() -> save(again)).isInstanceOf(Rejected.class).hasMessageContaining("same");
        assertThat(look("Tên thôn;Trưởng thôn\nTHÔN MỘT;\nthôn 99;\n"))
                .extracting(VillageImportRow::state)
                .containsOnly(State.SAME);
    }

    @Test
    void aChangedRowSaysWhatChangesAndIsTakenBackWithTheTable() {
        save(look("Tên thôn;Trưởng thôn;Số hộ\nThôn Một;Mẫu A;10\n"));
        UUID village = villages.of(commune, BEGAN.plusYears(1)).getFirst().id();
        List<VillageImportRow> rows =
                look("Tên thôn;Trưởng thôn;Số hộ;Khu vực\nThôn Một;Mẫu B;11;hải đảo\nThôn Mới;;;\n");

        assertThat(rows).extracting(VillageImportRow::state).containsExactly(State.CHANGED, State.NEW);
        assertThat(rows.getFirst().notes()).extracting(text -> text.vi()).anyMatch(t -> t.contains("Mẫu A → Mẫu B"));
        assertThat(save(rows)).isEqualTo(2);
        assertThat(heads(village).head()).isEqualTo("Mẫu B");
        assertThat(villages.find(province, village, BEGAN.plusYears(1)).areas()).containsExactly(Area.ISLAND);

        UUID change = ADMIN.get(() -> service.changes(commune)).getFirst().id();
        ADMIN.run(() -> reshaping.undo(province, change));
        assertThat(heads(village).head()).isEqualTo("Mẫu A");
        assertThat(heads(village).households()).isEqualTo(10);
        assertThat(villages.find(province, village, BEGAN.plusYears(1)).areas()).isEmpty();
        assertThat(names()).containsExactly("Thôn Một");
    }

    @Test
    void aTableIsNotTakenBackOverWhatSomebodyChangedSince() {
        save(look("Tên thôn;Trưởng thôn\nThôn Một;Mẫu A\n"));
        save(look("Tên thôn;Trưởng thôn\nThôn Một;Mẫu B\n"));
        UUID village = villages.of(commune, BEGAN.plusYears(1)).getFirst().id();
        UUID change = ADMIN.get(() -> service.changes(commune)).getFirst().id();
        ADMIN.run(() -> service.change(
                province,
                village,
                new VillageForm(
                        "THON",
                        "Một",
                        Set.of(),
                        "Mẫu C",
                        "",
                        "",
                        "",
                        null,
                        null,
                        "",
                        null,
                        heads(village).version())));

        assertThatThrownBy(() -> ADMIN.run(() -> reshaping.undo(province, change)))
                .isInstanceOf(Rejected.class);
        assertThat(heads(village).head()).isEqualTo("Mẫu C");
    }

    @Test
    void aNameMuchLikeAnotherIsPutToAPerson() {
        save(look("Tên thôn;Số hộ\nThôn Quyết Hòa;10\n"));
        List<VillageImportRow> rows = look("Tên thôn;Số hộ\nThôn Quyết Hoa;12\n");
        UUID there = villages.of(commune, BEGAN.plusYears(1)).getFirst().id();

        assertThat(rows.getFirst().state()).isEqualTo(State.DOUBTFUL);
        assertThat(rows.getFirst().candidates()).extracting(Village::id).containsExactly(there);
        assertThatThrownBy(() -> save(rows)).isInstanceOf(Rejected.class);
        assertThat(state(rows, "NEW")).isEqualTo(State.NEW);
        assertThat(state(rows, "SKIP")).isEqualTo(State.SKIPPED);
        assertThat(state(rows, there.toString())).isEqualTo(State.CHANGED);
        assertThat(state(rows, UUID.randomUUID().toString())).isEqualTo(State.DOUBTFUL);
    }

    @Test
    void aVillageThatIsNoMoreIsNotBegunAgainUnasked() {
        save(look("Tên thôn\nThôn Xưa\n"));
        UUID gone = villages.of(commune, BEGAN.plusYears(1)).getFirst().id();
        ADMIN.run(() -> service.end(province, gone, new VillageChange.Basis(LocalDate.of(2026, 6, 1), "2/QĐ", null)));

        List<VillageImportRow> rows = look("Tên thôn\nThôn Xưa\n");
        assertThat(rows.getFirst().state()).isEqualTo(State.DOUBTFUL);
        assertThat(state(rows, "NEW")).isEqualTo(State.NEW);
    }

    @Test
    void twoRowsThatMeanOneVillageAreWrong() {
        save(look("Tên thôn;Số hộ\nThôn Quyết Hòa;10\n"));
        UUID there = villages.of(commune, BEGAN.plusYears(1)).getFirst().id();
        List<VillageImportRow> rows = look("Tên thôn;Số hộ\nThôn Quyết Hòa;12\nThôn Quyết Hoa;13\n");

        assertThat(ADMIN.get(() -> imports.look(commune, given(rows, "", Map.of(1, there.toString()))))
                        .get(1)
                        .state())
                .isEqualTo(State.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chỉ là một câu", "a;b\n1;2\n", "%PDF-1.4", "Mã;Giá trị\n1;2\n"})
    void whatIsNoTableOfVillagesIsRefusedInWords(String text) {
        assertThatThrownBy(() -> look(text)).isInstanceOf(Rejected.class);
    }

    @Test
    void aTableGoesThroughThePageAndBackUnchanged() {
        List<VillageTable.Line> lines =
                tables.read("Tên thôn;Trưởng thôn\nThôn 1;Mẫu  A\n".getBytes(StandardCharsets.UTF_8));

        assertThat(VillageTable.unpack(VillageTable.pack(lines))).isEqualTo(lines);
        assertThatThrownBy(() -> VillageTable.unpack("sai")).isInstanceOf(Rejected.class);
    }

    @Test
    void anotherCommunesOfficerLooksAtNothing() {
        List<VillageImportRow> rows = look("Tên thôn\nThôn Chưa Có\n");
        Somebody stranger = Posts.at("REPORTER", commune + 1);

        assertThatThrownBy(() -> stranger.get(() -> imports.look(commune, given(rows, "", Map.of()))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> stranger.get(() -> imports.save(commune, given(rows, "", Map.of()))))
                .isInstanceOf(NotAllowed.class);
        assertThat(Posts.at("REPORTER", commune).get(() -> imports.save(commune, given(rows, "", Map.of()))))
                .isEqualTo(1);
    }

    private State state(List<VillageImportRow> rows, String choice) {
        return ADMIN.get(() -> imports.look(commune, given(rows, "", Map.of(0, choice))))
                .getFirst()
                .state();
    }

    private VillageHeads heads(UUID village) {
        return ADMIN.get(() -> service.heads(province, village));
    }

    private List<String> names() {
        return villages.of(commune, LocalDate.of(2026, 11, 30)).stream()
                .map(village -> village.fullName().vi())
                .toList();
    }

    private List<VillageImportRow> look(String text) {
        return look("", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<VillageImportRow> look(byte[] file) {
        return look("danh sach.xlsx", file);
    }

    private List<VillageImportRow> look(String name, byte[] file) {
        return ADMIN.get(() ->
                imports.look(commune, new VillageImport.Given(name, tables.read(file), "", BEGAN, new HashMap<>())));
    }

    private int save(List<VillageImportRow> rows) {
        return ADMIN.get(() -> imports.save(commune, given(rows, "", Map.of())));
    }

    private static VillageImport.Given given(List<VillageImportRow> rows, String kind, Map<Integer, String> choices) {
        return new VillageImport.Given(
                "", rows.stream().map(VillageImportRow::line).toList(), kind, BEGAN, choices);
    }

    private String said(VillageImportRow row) {
        return row.problems().stream()
                .map(problem -> words.get(
                        Locale.of("vi"), problem.key(), problem.arguments().toArray()))
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private static byte[] book(List<List<Object>> rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Danh sách");
            for (List<Object> cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int at = 0; at < cells.size(); at++) {
                    if (cells.get(at) instanceof Integer number) {
                        row.createCell(at).setCellValue(number);
                    } else if (!cells.get(at).toString().isEmpty()) {
                        row.createCell(at).setCellValue(cells.get(at).toString());
                    }
                }
            }
            if (rows.size() > 4) {
                sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
                sheet.addMergedRegion(new CellRangeAddress(2, 2, 4, 5));
                sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
