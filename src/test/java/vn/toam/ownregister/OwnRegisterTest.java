package vn.toam.ownregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.definition.RecordField;
import vn.toam.register.RecordService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** A register that did not exist this morning, and fields that one province wants. */
class OwnRegisterTest extends ToamTest {

    @Autowired
    OwnRegisterService service;

    @Autowired
    RecordService records;

    @Autowired
    TestGround grounds;

    private TestGround.Ground ground;

    @BeforeEach
    void ground() {
        ground = grounds.take();
    }

    private static RegisterSheet.Row row(String name, RecordField.Type type, String choices, boolean required) {
        return new RegisterSheet.Row("", name, type.name(), choices, "", required, false);
    }

    private static RegisterSheet corners(RegisterSheet.Row... more) {
        List<RegisterSheet.Row> rows = new ArrayList<>(List.of(
                row("Tên góc đọc", RecordField.Type.TEXT, "", true),
                row("Ngày mở", RecordField.Type.DATE, "", true),
                row("Số sách", RecordField.Type.INTEGER, "", false),
                row("Nơi đặt", RecordField.Type.CODE, "Nhà văn hóa; Trường học", false)));
        rows.addAll(List.of(more));
        return new RegisterSheet("Góc đọc sách gia đình", "COMMUNE", "STOCK", "", rows);
    }

    private OwnRegister make(RegisterSheet sheet) {
        return Posts.at("REVIEWER", ground.province()).get(() -> service.create(ground.province(), sheet));
    }

    private void enter(OwnRegister own, int unit, Map<String, List<String>> more) {
        Map<String, List<String>> typed = new java.util.HashMap<>(more);
        List<RecordField> fields = own.register().fields();
        typed.put(fields.get(0).id(), List.of("Góc đọc thôn 1"));
        typed.put(fields.get(1).id(), List.of("01/06/2026"));
        Posts.at("REPORTER", unit).run(() -> records.create(own.register().id(), unit, null, UUID.randomUUID(), typed));
    }

    @Test
    void aCommuneKeepsWhatItsProvinceDefinedAMomentAgo() {
        OwnRegister own = make(corners());
        enter(own, ground.commune(), Map.of());
        assertThatThrownBy(() -> enter(own, grounds.take().commune(), Map.of()))
                .as("elsewhere there is none")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasDefinedIsCheckedWhenARecordIsEntered() {
        OwnRegister own = make(corners());
        String place = own.register().fields().get(3).id();
        enter(own, ground.commune(), Map.of(place, List.of("trường học")));
        assertThatThrownBy(() -> enter(own, ground.commune(), Map.of(place, List.of("Chợ"))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void everythingWrongOnThePageIsNamedAtOnce() {
        RegisterSheet wrong = new RegisterSheet(
                "Sổ",
                "VILLAGE",
                "FLOW",
                "",
                List.of(
                        row("A", RecordField.Type.TEXT, "", false),
                        row("a", RecordField.Type.CODE, "một", false),
                        new RegisterSheet.Row("", "B", "PIE", "", "", false, false)));
        assertThatThrownBy(() -> make(wrong))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream().map(Rejected.Problem::field))
                                .contains("name", "level", "name_2", "choices_2", "type_3", "name_1"));
    }

    @Test
    void aLaterVersionKeepsTheFieldsItHad() {
        OwnRegister first = make(corners());
        RegisterSheet sheet = RegisterSheet.of(first);
        List<RegisterSheet.Row> rows = new ArrayList<>(sheet.rows());
        rows.set(2, new RegisterSheet.Row(rows.get(2).id(), "Số đầu sách", "INTEGER", "", "", false, false));
        RegisterSheet changed = new RegisterSheet(sheet.name(), sheet.level(), sheet.counts(), "", rows);
        OwnRegister second = Posts.at("REVIEWER", ground.province()).get(() -> service.change(first.id(), 1, changed));
        assertThat(second.register().fields().get(2).id())
                .isEqualTo(first.register().fields().get(2).id());
        assertThat(second.register().fields().get(2).name().vi()).isEqualTo("Số đầu sách");
        assertThatThrownBy(
                        () -> Posts.at("REVIEWER", ground.province()).run(() -> service.change(first.id(), 1, changed)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void fieldsAddedToARegisterOfTheCountryAreSeenBelowTheirMakerOnly() {
        RegisterSheet fields = new RegisterSheet(
                "", "", "", "research-cooperation", List.of(row("Nhà tài trợ", RecordField.Type.TEXT, "", true)));
        OwnRegister own = make(fields);
        assertThat(own.register().fields())
                .extracting(field -> field.name().vi())
                .contains("Nhà tài trợ")
                .hasSizeGreaterThan(5);
        Map<String, List<String>> typed = Map.of(
                "type", List.of("RESEARCH"),
                "title", List.of("Khảo sát"),
                "level", List.of("PROVINCE"),
                "lead", List.of("Sở"),
                "foreign", List.of("false"),
                "from", List.of("2026-01-01"));
        assertThatThrownBy(() -> research(ground.province(), typed)).isInstanceOf(Rejected.class);
        research(grounds.take().province(), typed);
    }

    private void research(int province, Map<String, List<String>> typed) {
        Posts.at("PLANNER", province)
                .run(() -> records.create("research-cooperation", province, null, UUID.randomUUID(), typed));
    }

    @Test
    void aFileInTheShapeOfTheCatalogueIsTakenOrItsPlaceIsNamed() {
        String yaml = """
                id: whatever
                version: 7
                name: {vi: Vườn rau chung, en: Shared gardens}
                shape: BODY
                levels: [COMMUNE]
                sensitivity: INTERNAL
                retention: 5
                date: opened
                title: [name]
                fields:
                  - {id: name, type: TEXT, name: {vi: Tên, en: Name}}
                  - {id: opened, type: DATE, name: {vi: Ngày mở, en: Opened}}
                states:
                  start: OPEN
                  states: [{id: OPEN, name: {vi: Đang mở, en: Open}}, {id: SHUT, closed: true, name: {vi: Đã đóng, en: Shut}}]
                  moves: {OPEN: [SHUT]}
                """;
        OwnRegister own =
                Posts.at("PLANNER", ground.province()).get(() -> service.write(ground.province(), null, 0, yaml));
        assertThat(own.id()).startsWith("own-");
        assertThat(own.version()).isEqualTo(1);
        for (String[] fault : List.of(
                new String[] {"type: DATE", "type: DAY"},
                new String[] {"date: opened", "date: name"},
                new String[] {"moves: {OPEN: [SHUT]}", "moves: {OPEN: [GONE]}"},
                new String[] {"retention: 5", "retention: five"},
                new String[] {"title: [name]", "title: [nickname]"})) {
            assertThatThrownBy(() -> Posts.at("PLANNER", ground.province())
                            .run(() -> service.write(ground.province(), null, 0, yaml.replace(fault[0], fault[1]))))
                    .as(fault[1])
                    .isInstanceOf(Rejected.class);
        }
        String feeding = yaml + "counts: [{id: all, line: chess_reach, of: STOCK, name: {vi: Vườn, en: Gardens}}]\n";
        assertThatThrownBy(() -> Posts.at("PLANNER", ground.province())
                        .run(() -> service.write(ground.province(), null, 0, feeding)))
                .as("a line of the country is not filled by a register that one place made")
                .isInstanceOf(Rejected.class);
    }

    @Test
    void fieldsAreReadFromATable(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("truong.csv");
        Files.write(file, """
                DANH SÁCH TRƯỜNG;;;
                Stt;Tên trường;Kiểu;Bắt buộc;Lựa chọn
                1;Tên vườn;Chữ;x;
                2;Ngày mở;NGÀY;có;
                3;Loại;Danh mục;;Rau; Hoa
                4;Diện tích;số lẻ;;
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(FieldTable.read(file))
                .extracting(RegisterSheet.Row::name, RegisterSheet.Row::type, RegisterSheet.Row::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Tên vườn", "TEXT", true),
                        org.assertj.core.groups.Tuple.tuple("Ngày mở", "DATE", true),
                        org.assertj.core.groups.Tuple.tuple("Loại", "CODE", false),
                        org.assertj.core.groups.Tuple.tuple("Diện tích", "DECIMAL", false));
    }

    @Test
    void whoKeepsRecordsDoesNotDefineThem() {
        assertThatThrownBy(() ->
                        Posts.at("REPORTER", ground.province()).run(() -> service.create(ground.province(), corners())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Posts.at("REVIEWER", grounds.take().province())
                        .run(() -> service.create(ground.province(), corners())))
                .isInstanceOf(NotAllowed.class);
    }
}
