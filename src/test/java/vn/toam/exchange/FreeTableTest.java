package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.imports.Import;
import vn.toam.imports.ImportsInside;
import vn.toam.mapping.Fault;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.sheet.Folded;
import vn.toam.sheet.OldEncodings;
import vn.toam.sheet.SheetRow;
import vn.toam.submission.TypedReturn;

/** Tables as officials keep them: own headings, own spelling, own mistakes. */
class FreeTableTest extends ExchangeTest {

    @Autowired
    private ApplicationContext context;

    private ImportsInside inside;

    @BeforeAll
    void open() {
        inside = new ImportsInside(context);
        open(2033);
    }

    @Test
    void columnsAreProposedFromHeadingsAndRememberedForTheSender() {
        String heading = "TT;Tên xã;Số hộ nghèo;Hộ cận nghèo;Ghi chú\n";
        UUID first = in(receiver, heading + "1;" + name(0) + ";12;7;\n2;" + name(1) + ";1.250;0;xem lại\n");
        FigureTable proposed = view(receiver, first).mapping();

        assertThat(view(receiver, first).made().status()).isEqualTo(Import.Status.MAPPING);
        assertThat(proposed.key()).isEqualTo(1);
        assertThat(proposed.fields()).containsEntry(2, "poor_households").containsEntry(3, "near_poor_households");
        map(receiver, first, proposed);
        confirm(receiver, first);
        assertThat(standing(communes.get(1)).figures()).containsEntry("poor_households", BigDecimal.valueOf(1250));

        UUID second = in(receiver, heading + "1;" + name(2) + ";3;4;\n");
        assertThat(view(receiver, second).made().status()).isEqualTo(Import.Status.PREVIEW);
        UUID stranger = in(Posts.at("REPORTER", communes.get(3).unit()), heading + "1;" + name(3) + ";3;4;\n");
        assertThat(inside.find(stranger).orElseThrow().status()).isEqualTo(Import.Status.MAPPING);
    }

    @Test
    void everyErrorNamesItsPlaceAndTheOtherUnitsAreStillTaken() {
        String table = "Đơn vị,B1,H1\n" + name(4) + ",\"12,5\",\n" + name(5) + ",8,có lẽ\nXã Không Có,1,\n" + name(6)
                + ",9,x\n" + name(6) + ",10,\nTổng cộng,40,\n" + name(7) + ",-,\n";
        UUID id = in(receiver, table);
        map(receiver, id, view(receiver, id).mapping());

        List<Seen> entries = view(receiver, id).slice().items();
        assertThat(entries).hasSize(6);
        assertThat(fault(entries, 2)).isEqualTo(new Fault("", 2, "B", "catalog.refused.WHOLE", List.of("B1", "12,5")));
        assertThat(fault(entries, 3))
                .isEqualTo(new Fault("", 3, "C", "catalog.refused.ANSWER", List.of("H1", "có lẽ")));
        assertThat(fault(entries, 4))
                .isEqualTo(new Fault("", 4, "A", "exchange.wrong.unknownUnit", List.of("Xã Không Có")));
        assertThat(fault(entries, 6)).isEqualTo(new Fault("", 6, "A", "imports.wrong.twice", List.of("5")));
        assertThat(fault(entries, 8).key()).isEqualTo("catalog.refused.DASH");

        confirm(receiver, id);
        assertThat(standing(communes.get(6)).figures())
                .as("two rows of one unit")
                .isEmpty();
        assertThat(standing(communes.get(5)).figures()).isEmpty();
        assertThat(view(receiver, id).made().outcome().left()).hasSize(6);
    }

    @Test
    void unitsAreFoundByCodeByNameAndWithoutDiacriticsButNeverGuessed() {
        UnitNames names = new UnitNames(communes);
        Asked unit = communes.stream()
                .filter(each -> communes.stream()
                                .filter(one -> Folded.of(one.name()).equals(Folded.of(each.name())))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        for (Object written : List.of(
                unit.code(),
                new BigDecimal(unit.code()),
                unit.fullName(),
                unit.name(),
                Folded.of(unit.name()),
                unit.fullName().toUpperCase(VI),
                Folded.of(unit.fullName()))) {
            assertThat(names.find(written)).as("%s", written).containsExactly(unit);
        }
        Asked commune = twin(1, "Tân Hòa", "Xã Tân Hòa");
        Asked ward = twin(2, "Tân Hòa", "Phường Tân Hòa");
        Asked other = twin(3, "Tân Hoa", "Xã Tân Hoa");
        UnitNames twins = new UnitNames(List.of(commune, ward, other));
        assertThat(twins.find("xã Tân Hòa")).containsExactly(commune);
        assertThat(twins.find("P. Tan Hoa")).containsExactly(ward);
        assertThat(twins.find("Tân Hòa")).containsExactlyInAnyOrder(commune, ward);
        assertThat(twins.find("tan hoa")).hasSize(3);
    }

    @Test
    void aTableWithALinePerRowIsReadForTheUnitItIsAbout() {
        Asked unit = communes.get(8);
        Somebody reporter = Posts.at("REPORTER", unit.unit());
        byte[] book = workbook(sheet -> {
            row(sheet, 0, "Báo cáo của xã");
            row(sheet, 2, "Dòng", "Chỉ tiêu", 2032, 2033);
            row(sheet, 3, "A1", "Hộ đăng ký", 900, 950);
            row(sheet, 4, "A2", "Hộ được bình xét", 880, 940);
            row(sheet, 5, "A3", "Hộ được công nhận", 870, "9x0");
        });
        UUID id = in(reporter, "xa.xlsx", book);
        FigureTable mapping = view(reporter, id).mapping();
        assertThat(mapping.shape()).isEqualTo(FigureTable.Shape.LINES_DOWN);
        assertThat(mapping.value()).isEqualTo(3);
        assertThat(mapping.unit()).isEqualTo(unit.code());
        map(reporter, id, mapping);

        Seen entry = view(reporter, id).slice().items().getFirst();
        assertThat(entry.changes())
                .extracting(Seen.Change::field)
                .containsExactly("cultural_registered", "cultural_reviewed");
        assertThat(entry.faults())
                .containsExactly(new Fault("Bảng", 6, "D", "catalog.refused.WORDS", List.of("A3", "9x0")));
    }

    @Test
    void oldVietnameseEncodingsAreUnderstood() {
        List<SheetRow> lines = List.of(
                new SheetRow("", 1, java.util.Arrays.asList("§¬n vÞ", "Hé nghÌo", "Hé cËn nghÌo")),
                new SheetRow("", 2, java.util.Arrays.asList("X· T©n Yªn", BigDecimal.ONE, null)));

        List<SheetRow> unicode = OldEncodings.toUnicode(lines);

        assertThat(unicode.getFirst().cells()).containsExactly("Đơn vị", "Hộ nghèo", "Hộ cận nghèo");
        assertThat(Folded.of(unicode.get(1).cells().getFirst())).isEqualTo("xa tan yen");
    }

    @Test
    void whatWasSentOrBelongsToOthersIsNotTouched() {
        Asked sent = communes.get(9);
        Somebody reporter = Posts.at("REPORTER", sent.unit());
        reporter.run(() -> collection.nilReturn(round.id(), sent.unit(), 0, TypedReturn.NOTHING, "n"));
        type(
                sent,
                Map.ofEntries(
                        Map.entry("cultural_reviewed", "2"),
                        Map.entry("cultural_registered", "2"),
                        Map.entry("cultural_recognised", "1"),
                        Map.entry("cultural_kept", "0"),
                        Map.entry("schools_total", "1"),
                        Map.entry("schools_teaching_family", "0"),
                        Map.entry("family_staff", "1"),
                        Map.entry("family_staff_trained", "0"),
                        Map.entry("annual_plan_issued", "1"),
                        Map.entry("dv_clubs", "1"),
                        Map.entry("dv_clubs_trained", "0"),
                        Map.entry("difficulties", "")));
        String table = "Mã,B1\n" + sent.code() + ",5\n" + communes.get(12).code() + ",6\n";
        reporter.run(
                () -> collection.submit(round.id(), sent.unit(), standing(sent).version(), "s"));

        UUID id = in(reporter, table);
        map(reporter, id, FigureTable.of(inside.find(id).orElseThrow().mapping()));
        List<Seen> entries = view(reporter, id).slice().items();
        assertThat(fault(entries, 2).key()).isEqualTo("exchange.refused.SUBMITTED");
        assertThat(fault(entries, 3).key()).isEqualTo("exchange.wrong.notYours");

        assertThatThrownBy(() -> view(receiver, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(Posts.at("LEADER", province), table)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Posts.at("REPORTER", sent.unit())
                        .get(() -> exports.file(round.id(), province, ExportService.Kind.CSV, VI)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aUnitChangedByOthersSinceThePreviewIsLeftAndNamed() {
        Asked unit = communes.get(13);
        UUID id =
                in(receiver, "Mã,B1\n" + unit.code() + ",5\n" + communes.get(14).code() + ",6\n");
        map(receiver, id, FigureTable.of(inside.find(id).orElseThrow().mapping()));
        type(unit, Map.of("poor_households", "77"));
        confirm(receiver, id);

        assertThat(standing(unit).figures()).containsEntry("poor_households", BigDecimal.valueOf(77));
        assertThat(standing(communes.get(14)).figures()).containsEntry("poor_households", BigDecimal.valueOf(6));
        assertThat(view(receiver, id).made().outcome().left())
                .singleElement()
                .satisfies(left -> assertThat(left.faults().getFirst().key()).isEqualTo("exchange.refused.changed"));
    }

    @Test
    void aCancelledImportLeavesNothing() {
        Asked unit = communes.get(15);
        UUID id = in(receiver, "Mã,B1\n" + unit.code() + ",5\n");
        map(receiver, id, FigureTable.of(inside.find(id).orElseThrow().mapping()));
        receiver.run(() -> imports.cancel(id));
        assertThat(inside.find(id)).isEmpty();

        UUID writing = in(receiver, "Mã,B1\n" + unit.code() + ",5\n");
        inside.move(writing, List.of(Import.Status.PREVIEW), Import.Status.WRITING, java.time.Instant.EPOCH);
        receiver.run(() -> imports.cancel(writing));
        receiver.run(() -> end(inside.write(writing, "")));
        assertThat(standing(unit).figures()).isEmpty();
    }

    @Test
    void aMappingThatSaysTooLittleIsRefusedInWords() {
        UUID id = in(receiver, "Mã,B1\n" + communes.get(16).code() + ",5\n");
        FigureTable nothing =
                new FigureTable("", FigureTable.Shape.UNITS_DOWN, 1, 2, -1, null, Map.of(), -1, -1, "", null, Map.of());
        assertThatThrownBy(() -> map(receiver, id, nothing))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::key)
                                .containsExactly("exchange.map.noUnit", "exchange.map.noFigures"));
        assertThatThrownBy(() -> receiver.get(() -> imports.map(id, nothing.mapping(), new HashSet<>(Set.of(1)))))
                .isInstanceOf(Rejected.class);
    }

    private String name(int index) {
        return communes.get(index).fullName();
    }

    private static Fault fault(List<Seen> entries, int row) {
        return entries.stream()
                .filter(entry -> entry.row() == row)
                .findFirst()
                .orElseThrow()
                .faults()
                .getFirst();
    }

    private static Asked twin(int unit, String name, String fullName) {
        return new Asked(
                unit,
                24,
                "0000" + unit,
                name,
                fullName,
                "",
                1,
                vn.toam.submission.SubmissionStatus.DRAFT,
                0,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static byte[] workbook(java.util.function.Consumer<Sheet> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book.createSheet("Bảng"));
            book.write(out);
            return out.toByteArray();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Integer whole) {
                row.createCell(i).setCellValue(whole);
            } else {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }
}
