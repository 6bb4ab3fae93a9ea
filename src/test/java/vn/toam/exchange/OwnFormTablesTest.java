package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.definition.Form;
import vn.toam.geography.Level;
import vn.toam.imports.Import;
import vn.toam.mapping.Fault;
import vn.toam.ownform.OwnFormService;

/** Lines of own forms are numbered 1, 2, 3 as rows, columns and figures are: a bare number is never taken for the name of a line. */
class OwnFormTablesTest extends ExchangeTest {

    @Autowired
    private OwnFormService forms;

    @Autowired
    private Clock clock;

    private Form form;
    private Asked a;
    private Asked b;

    @BeforeAll
    void open() {
        LocalDate today = LocalDate.now(clock);
        province = units.byCode(Level.PROVINCE, "24", today).orElseThrow().id();
        receiver = Posts.at("REVIEWER", province);
        form = receiver.get(() -> forms.create(
                province,
                new vn.toam.ownform.Sheet(
                        "Rà soát người ở nhà tạm lánh",
                        "COMMUNE",
                        List.of(
                                line("Số nhà tạm lánh", false),
                                line("Người lớn ở nhà tạm lánh", false),
                                line("Nam", true),
                                line("Nữ", true),
                                line("Trẻ em ở nhà tạm lánh", false),
                                line("Nam", true),
                                line("Nữ", true)),
                        List.of())));
        round = receiver.get(() -> forms.ask(form.id(), 1, null, "Theo công văn của Sở", today, today.plusDays(5)));
        communes = asked.names(round.id());
        a = communes.get(0);
        b = communes.get(1);
    }

    private static vn.toam.ownform.Sheet.Line line(String name, boolean part) {
        return new vn.toam.ownform.Sheet.Line("", name, "STOCK", "person", part, false, false, "");
    }

    @Test
    void ourOwnTableOfAllUnitsComesBackWithEveryColumn() {
        for (Object figure : List.of(1, "1")) {
            Asked unit = communes.get(figure instanceof Integer ? 2 : 3);
            byte[] filled = edited(
                    out(ExportService.Kind.XLSX, province),
                    book -> rows(book.getSheetAt(0), row -> {
                        if (text(row, 0).equals(unit.code())) {
                            for (int i = 1; i <= 7; i++) {
                                put(
                                        row,
                                        i + first(book) - 1,
                                        figure instanceof Integer ? (Object) i : String.valueOf(i));
                            }
                        }
                    }));
            assertThat(read(in(receiver, "a.xlsx", filled), unit)).isEqualTo(lines(1, 2, 3, 4, 5, 6, 7));
        }
    }

    @Test
    void ourOwnFormOfOneUnitComesBackWhateverItsNumbersAreSavedAs() {
        for (boolean numbers : List.of(false, true)) {
            Asked unit = communes.get(numbers ? 5 : 4);
            byte[] filled = edited(
                    out(ExportService.Kind.FORM, unit.unit()),
                    book -> rows(book.getSheetAt(0), row -> {
                        if (text(row, 0).matches("[1-7]")) {
                            int line = Integer.parseInt(text(row, 0));
                            put(row, 4, 10 + line);
                            if (numbers) {
                                put(row, 0, line);
                            }
                        }
                    }));
            assertThat(read(in(receiver, "a.xlsx", filled), unit)).isEqualTo(lines(11, 12, 13, 14, 15, 16, 17));
        }
    }

    @Test
    void separatedValuesOfOursComeBackWithEveryColumn() {
        Asked unit = communes.get(6);
        String csv = new String(out(ExportService.Kind.CSV, province), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?m)^(" + unit.code() + ";[^\\r\\n]*?);;;;;;;(\\r?)$", "$1;1;2;3;4;5;6;7$2");
        assertThat(read(in(receiver, csv), unit)).isEqualTo(lines(1, 2, 3, 4, 5, 6, 7));
    }

    /** RowReceiver under each other; what each column is taken for: number of the line, "-" for none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "STT|Đơn vị|Số nhà tạm lánh|Cột khác ⏎ 1|2|3|4 ⏎ 1|{a}|5|6 > --1-",
                "Đơn vị|Số nhà tạm lánh|Cột khác ⏎ {a}|1|2 ⏎ {b}|3|4 > -1-",
                "Đơn vị|Cột lạ|Cột khác|Cột nữa ⏎ {a}|1|2|5 ⏎ {b}|3|4|6 > ----",
                "Đơn vị|1|2|5 ⏎ {a}|9|9|9 > ----",
                "Đơn vị|(1)|(2)|(3) ⏎ {a}|9|9|9 > ----",
                "Đơn vị|Cột lạ|Cột khác ⏎ A|1|2 ⏎ {a}|9|9 > ---",
                "Đơn vị|1. Số nhà tạm lánh|2. Người lớn ở nhà tạm lánh ⏎ {a}|9|9 > -12",
                "Đơn vị|2. Số nhà tạm lánh|1. Người lớn ở nhà tạm lánh ⏎ {a}|9|9 > ---",
                "Đơn vị|Số nhà tạm lánh|Người lớn ở nhà tạm lánh|Nam|Nữ ⏎ {a}|9|9|3|6 > -12--",
                "Đơn vị|Người lớn ở nhà tạm lánh||Trẻ em ở nhà tạm lánh| ⏎ |Nam|Nữ|Nam|Nữ ⏎ {a}|1|2|3|4 > -3467"
            })
    void aBareNumberNamesNoLine(String table, String taken) {
        for (byte[] file : List.of(table(table).csv(), table(table).xlsx())) {
            FigureTable mapping = view(receiver, in(receiver, "a", file)).mapping();
            StringBuilder found = new StringBuilder();
            for (int column = 0; column < taken.length(); column++) {
                String field = mapping.fields().get(column);
                found.append(
                        field == null ? "-" : form.field(field).orElseThrow().line());
            }
            assertThat(mapping.shape()).isEqualTo(FigureTable.Shape.UNITS_DOWN);
            assertThat(found).hasToString(taken);
        }
    }

    @Test
    void aRunningNumberBesideTheNamesOfLinesIsNotTheNumberOfTheLine() {
        byte[] file = table(
                        "STT|Chỉ tiêu|Số liệu ⏎ 1|Trẻ em ở nhà tạm lánh|50 ⏎ 2|Nam|20 ⏎ 3|Nữ|30 ⏎ 4|Số nhà tạm lánh|9")
                .csv();
        UUID id = in(Posts.at("REPORTER", a.unit()), "a.csv", file);
        map(
                Posts.at("REPORTER", a.unit()),
                id,
                view(Posts.at("REPORTER", a.unit()), id).mapping());
        Map<String, Integer> read = new TreeMap<>();
        view(Posts.at("REPORTER", a.unit()), id)
                .slice()
                .items()
                .getFirst()
                .changes()
                .forEach(change ->
                        read.put(number(change.field()), change.after().intValue()));
        assertThat(read).isEqualTo(Map.of("5", 50, "6", 20, "7", 30, "1", 9));
    }

    @Test
    void theColumnOfNumbersIsTakenWhereSomebodySaysThatItIsTheLines() {
        byte[] file = table("Dòng|Số liệu ⏎ 1|50 ⏎ 2|20 ⏎ 9|30").xlsx();
        UUID id = in(receiver, "a.xlsx", file);
        FigureTable by = new FigureTable(
                "Bảng", FigureTable.Shape.LINES_DOWN, 1, 2, 0, null, Map.of(), 1, -1, b.code(), null, Map.of());
        map(receiver, id, by);
        assertThat(read(id, b)).isEqualTo(Map.of("1", 50, "2", 20));
        assertThat(view(receiver, id).made().left())
                .containsExactly(new Fault("Bảng", 4, "A", "exchange.left.line", List.of("9")));
    }

    private MessyTable table(String rows) {
        return MessyTable.of(
                rows.replace("{a}", a.fullName()).replace("{b}", b.fullName()).replace(" ⏎ ", "\n"));
    }

    private Map<String, Integer> read(UUID id, Asked unit) {
        SeenImport view = view(receiver, id);
        assertThat(view.made().status()).as("%s", view.made().outcome()).isEqualTo(Import.Status.PREVIEW);
        Map<String, Integer> read = new TreeMap<>();
        view.slice().items().stream()
                .filter(entry -> entry.unit() == unit.unit())
                .forEach(entry -> entry.changes()
                        .forEach(change ->
                                read.put(number(change.field()), change.after().intValue())));
        return read;
    }

    private String number(String field) {
        return form.field(field).orElseThrow().line();
    }

    private static Map<String, Integer> lines(int... figures) {
        Map<String, Integer> lines = new TreeMap<>();
        for (int i = 0; i < figures.length; i++) {
            lines.put(String.valueOf(i + 1), figures[i]);
        }
        return lines;
    }

    private static void rows(Sheet sheet, Consumer<Row> each) {
        sheet.forEach(each);
    }

    /** The column of the first line in our table. */
    private static int first(XSSFWorkbook book) {
        Row labels = book.getSheetAt(0).getRow(2);
        for (Cell cell : labels) {
            if (cell.toString().equals("1")) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no line 1");
    }

    private static void put(Row row, int column, Object value) {
        Cell cell = row.createCell(column);
        if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : cell.toString();
    }
}
