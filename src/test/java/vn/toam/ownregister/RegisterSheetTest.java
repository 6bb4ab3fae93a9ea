package vn.toam.ownregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Catalogs;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestWords;
import vn.toam.shared.Words;

/** What a page of a register's own says, on both sides of each limit; no database. */
class RegisterSheetTest {

    private static final Words WORDS = TestWords.all();
    private static Catalog catalog;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        catalog = Catalogs.standard();
    }

    private static RegisterSheet.Row row(String name, RecordField.Type type, String choices, String unit) {
        return new RegisterSheet.Row("", name, type.name(), choices, unit, true, false);
    }

    private static RegisterSheet sheet(String name, String counts, RegisterSheet.Row... more) {
        List<RegisterSheet.Row> rows = new ArrayList<>(
                List.of(row("Tên", RecordField.Type.TEXT, "", ""), row("Ngày", RecordField.Type.DATE, "", "")));
        rows.addAll(List.of(more));
        return new RegisterSheet(name, "COMMUNE", counts, "", rows);
    }

    private static RegisterSheetReader reader(RegisterSheet sheet) {
        return new RegisterSheetReader(sheet, Set.of("COMMUNE"), Set.of("person"), WORDS);
    }

    private static Register made(RegisterSheet sheet) {
        return catalog.readRegister(reader(sheet).definition("own-test", 1));
    }

    private static void assertWrong(RegisterSheet sheet, String... fields) {
        assertThatThrownBy(() -> reader(sheet).definition("own-test", 1))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream().map(Rejected.Problem::field))
                                .containsExactly(fields));
    }

    @Test
    void aNameHasFiveToTwoHundredCharacters() {
        assertWrong(sheet("Sổ A", "FLOW"), "name");
        assertThat(made(sheet("Sổ AB", "FLOW")).name().vi()).isEqualTo("Sổ AB");
        assertThat(made(sheet("ấ".repeat(200), "FLOW")).name().vi()).hasSize(200);
        assertWrong(sheet("ấ".repeat(201), "FLOW"), "name");
        assertWrong(sheet("  Sổ A  ", "FLOW"), "name");
    }

    @Test
    void aFieldIsCalledByTwoHundredCharactersAtMostAndNoTwoAlike() {
        made(sheet("Sổ thử", "FLOW", row("a".repeat(200), RecordField.Type.TEXT, "", "")));
        assertWrong(sheet("Sổ thử", "FLOW", row("a".repeat(201), RecordField.Type.TEXT, "", "")), "name_3");
        assertWrong(sheet("Sổ thử", "FLOW", row("TEN", RecordField.Type.TEXT, "", "")), "name_3");
    }

    @Test
    void aChoiceHasTwoWordsAtLeastAndNoneTwice() {
        Register made = made(sheet("Sổ thử", "FLOW", row("Loại", RecordField.Type.CODE, "Rau; Hoa", "")));
        assertThat(made.fields().get(2).values())
                .extracting(code -> code.code())
                .containsExactly("C1", "C2");
        assertWrong(sheet("Sổ thử", "FLOW", row("Loại", RecordField.Type.CODE, "Rau", "")), "choices_3");
        assertWrong(sheet("Sổ thử", "FLOW", row("Loại", RecordField.Type.CODE, "Rau;Rau", "")), "choices_3");
        assertWrong(sheet("Sổ thử", "FLOW", row("Loại", RecordField.Type.CODE, ";", "")), "choices_3");
    }

    @Test
    void aNumberCountsInAUnitThatExists() {
        assertThat(made(sheet("Sổ thử", "FLOW", row("Số", RecordField.Type.INTEGER, "", "person")))
                        .fields()
                        .get(2)
                        .unit())
                .isEqualTo("person");
        assertWrong(sheet("Sổ thử", "FLOW", row("Số", RecordField.Type.INTEGER, "", "cow")), "unit_3");
        assertThat(made(sheet("Sổ thử", "FLOW", row("Chữ", RecordField.Type.TEXT, "", "cow")))
                        .fields()
                        .get(2)
                        .unit())
                .as("a text counts nothing")
                .isNull();
    }

    @Test
    void aRegisterNeedsARequiredDayARequiredTextAndALevelThatMayKeepIt() {
        List<RegisterSheet.Row> optional = List.of(
                new RegisterSheet.Row("", "Tên", "TEXT", "", "", false, false),
                new RegisterSheet.Row("", "Ngày", "DATE", "", "", false, false));
        assertWrong(new RegisterSheet("Sổ thử", "COMMUNE", "FLOW", "", optional), "name_1", "name_1");
        assertWrong(
                new RegisterSheet(
                        "Sổ thử", "PROVINCE", "FLOW", "", sheet("", "").rows()),
                "level");
        assertWrong(
                new RegisterSheet(
                        "Sổ thử",
                        "COMMUNE",
                        "FLOW",
                        "",
                        List.of(new RegisterSheet.Row("", " ", "TEXT", "", "", true, false))),
                "name_1",
                "name_1",
                "name_1");
    }

    @Test
    void whatStandsIsCountedWhileItIsOpenAndWhatHappensUnlessItIsCancelled() {
        RegisterSheet.Row number = row("Số", RecordField.Type.INTEGER, "", "");
        Register stock = made(sheet("Sổ thử", "STOCK", number));
        assertThat(stock.count("records").orElseThrow().of()).isEqualTo(RecordCount.Of.STOCK);
        assertThat(stock.count("records").orElseThrow().states()).containsExactly("OPEN");
        Register flow = made(sheet("Sổ thử", "FLOW", number));
        assertThat(flow.count("records").orElseThrow().of()).isEqualTo(RecordCount.Of.FLOW);
        assertThat(flow.count("records").orElseThrow().except()).containsExactly("CANCELLED");
        assertThat(flow.counts()).hasSize(2);
        assertThat(flow.counts().getLast().of()).isEqualTo(RecordCount.Of.SUM);
        assertThat(flow.counts().getLast().except()).containsExactly("CANCELLED");
        assertThat(flow.states().next("OPEN")).extracting(state -> state.id()).containsExactly("CLOSED", "CANCELLED");
    }

    @Test
    void aRegisterThatNamesPeopleHidesThem() {
        assertThat(made(sheet("Sổ thử", "FLOW")).sensitivity()).isEqualTo(Register.Sensitivity.INTERNAL);
        for (RecordField.Type type : List.of(RecordField.Type.PERSON, RecordField.Type.PHONE)) {
            Register made = made(sheet("Sổ thử", "FLOW", row("Ai", type, "", "")));
            assertThat(made.sensitivity()).isEqualTo(Register.Sensitivity.PERSONAL);
            assertThat(made.fields().get(2).personal()).isTrue();
        }
        Register said =
                made(sheet("Sổ thử", "FLOW", new RegisterSheet.Row("", "Bí danh", "TEXT", "", "", false, true)));
        assertThat(said.sensitivity()).isEqualTo(Register.Sensitivity.PERSONAL);
    }

    @Test
    void aFieldKeepsOnlyAnIdThatIsOneOfItsOwn() {
        for (String id : List.of("x_abc", "name", "own_ABC")) {
            Register made =
                    made(sheet("Sổ thử", "FLOW", new RegisterSheet.Row(id, "Ghi chú", "TEXT", "", "", false, false)));
            assertThat(made.fields().get(2).id().equals(id))
                    .as(id)
                    .isEqualTo(id.startsWith(RegisterSheetReader.OWN) && !id.endsWith("ABC"));
        }
    }

    @Test
    void aPageHoldsSixtyFieldsAndOffersMoreBlankOnesUpToThat() {
        Map<String, String> typed = new HashMap<>(Map.of("name", "Sổ thử"));
        IntStream.rangeClosed(1, 61).forEach(row -> typed.put("name_" + row, "Trường " + row));
        assertThat(RegisterSheet.read(typed).rows()).hasSize(60);
        assertThat(RegisterSheet.read(typed).longer().rows()).hasSize(60);
        typed.keySet().removeIf(name -> name.matches("name_(5[89]|6\\d)"));
        assertThat(RegisterSheet.read(typed).rows()).hasSize(57);
        assertThat(RegisterSheet.read(typed).longer().rows()).hasSize(60);
        assertThat(RegisterSheet.empty("Tên", "Ngày").rows()).hasSize(8);
        assertThat(RegisterSheet.empty("Tên", "Ngày").longer().rows()).hasSize(13);
        assertThat(RegisterSheet.read(Map.of("name_1", "A", "required_1", "on", "name_3", "C"))
                        .rows())
                .as("rows follow one another")
                .containsExactly(new RegisterSheet.Row("", "A", "TEXT", "", "", true, false));
    }

    @Test
    void aTableOfMoreThanSixtyFieldsIsRefusedAndNeverCut() throws IOException {
        assertThat(FieldTable.read(table(60, 0))).hasSize(60);
        assertThatThrownBy(() -> FieldTable.read(table(61, 0)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ownregister.problem.many");
        assertThat(FieldTable.read(table(3, 196))).hasSize(3);
        assertThatThrownBy(() -> FieldTable.read(table(3, 197)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ownregister.problem.many");
    }

    private Path table(int fields, int titles) throws IOException {
        String before =
                IntStream.range(0, titles).mapToObj(n -> "Dòng " + n + ";x;y\n").collect(Collectors.joining());
        String rows = IntStream.range(0, fields)
                .mapToObj(n -> "Trường " + n + ";Chữ;\n")
                .collect(Collectors.joining());
        Path file = folder.resolve("truong-" + fields + "-" + titles + ".csv");
        Files.write(file, (before + "Tên trường;Kiểu;Bắt buộc\n" + rows).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "số, INTEGER",
        "SỐ LẺ, DECIMAL",
        "tien, MONEY",
        "có/không, YES_NO",
        "danh mục, CODE",
        "Họ và tên, PERSON",
        "điện thoại, PHONE",
        "giấy tờ, DOCUMENT",
        "ghi chú, LONG",
        "bánh, bánh"
    })
    void aTypeIsFoundByTheWordsPeopleUse(String said, String type) throws IOException {
        Path file = folder.resolve("kieu.csv");
        Files.write(file, ("Tên;Loại;Bắt buộc\nTrường;" + said + ";không\n").getBytes(StandardCharsets.UTF_8));
        assertThat(FieldTable.read(file)).singleElement().satisfies(row -> {
            assertThat(row.type()).isEqualTo(type);
            assertThat(row.required()).isFalse();
        });
    }

    @Test
    void aTableWithoutHeadingsOrWithoutFieldsIsRefused() throws IOException {
        for (String text : List.of("Tên;Ghi chú\nA;B\n", "Tên;Kiểu\n;Chữ\n", "Kiểu;Ghi chú\nChữ;B\n")) {
            Path file = folder.resolve("sai.csv");
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> FieldTable.read(file)).as(text).isInstanceOf(Rejected.class);
        }
    }
}
