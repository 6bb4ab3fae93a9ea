package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.imports.Import;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;

/** What the sender does not see is told and not taken; names of former days lead to the unit of today. */
class UnseenAndFormerTest extends ExchangeTest {

    private static final String CASES = "D2 Số vụ bạo lực gia đình";

    private Asked a;

    @BeforeAll
    void open() {
        open("dv-family-commune", 2061);
        a = communes.getFirst();
    }

    @Test
    void aHiddenColumnIsToldAndNotTaken() {
        MessyTable table = MessyTable.of("Mã|D1 Hộ có bạo lực gia đình|" + CASES + "|Trống\n" + a.code() + "|#99|#5|");
        for (byte[] file : List.of(
                table.xlsx(sheet -> sheet.setColumnHidden(1, true)),
                table.xls(sheet -> sheet.setColumnHidden(1, true)),
                table.xlsx(sheet -> sheet.setColumnWidth(1, 0)),
                table.xls(sheet -> sheet.setColumnWidth(1, 0)),
                table.ods("", "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"),
                table.ods(
                        "",
                        "<table:table-column/><table:table-column table:visibility=\"filter\"/>"
                                + "<table:table-column table:number-columns-repeated=\"16000\"/>"))) {
            UUID id = imported(file);
            SeenImport view = view(receiver, id);
            assertThat(view.slice().items())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.changes())
                            .singleElement()
                            .satisfies(change -> {
                                assertThat(change.field()).isEqualTo("dv_cases");
                                assertThat(change.after()).isEqualByComparingTo("5");
                            }));
            assertThat(view.made().left()).containsExactly(new Fault("Bảng", 0, "B", "imports.left.column", List.of()));
        }
    }

    @Test
    void hiddenRowsAndHiddenColumnsOfNumbersAreNotAdded() {
        MessyTable table = MessyTable.of(
                "Mã|" + CASES + "\n" + a.code() + "|#5\n" + communes.get(1).code() + "|#7\nCộng||#12");
        UUID id = imported(table.xlsx(sheet -> {
            sheet.getRow(2).setZeroHeight(true);
            sheet.getRow(1).createCell(5).setCellValue(3);
            sheet.setColumnHidden(5, true);
        }));
        assertThat(view(receiver, id).made().left())
                .extracting(Fault::row, Fault::column, Fault::key)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(3, "", "imports.left.row"),
                        org.assertj.core.groups.Tuple.tuple(0, "F", "imports.left.column"));
    }

    @Test
    void aColumnOfFiguresThatMatchesNoLineIsTold() {
        MessyTable table = MessyTable.of(
                "STT|Mã|Đơn vị|Dân số|" + CASES + "|Ghi chú\n1|" + a.code() + "|" + a.fullName() + "|#1000|#5|xem lại");
        for (byte[] file : List.of(table.xlsx(), table.csv())) {
            assertThat(view(receiver, imported(file)).made().left())
                    .extracting(Fault::row, Fault::column, Fault::key, Fault::arguments)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, "D", "imports.left.heading", List.of("Dân số")));
        }
    }

    /** The town and the communes that became Tân Yên on 01/07/2025. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thị trấn Cao Thượng",
                "thi tran cao thuong",
                "THỊ TRẤN CAO THƯỢNG",
                "TT. Cao Thượng",
                "TT Cao Thượng",
                "Cao Thượng",
                "UBND thị trấn Cao Thượng",
                "3. Thị trấn Cao Thượng",
                "Thị trấn Cao Thượng, huyện Tân Yên",
                "Thị trấn Cao Thượng (huyện Tân Yên)",
                "Thị trấn Cao Thượng - Tân Yên",
                "Xã Cao Xá",
                "x. Cao Xá",
                "Xã Cao Xá, huyện Tân Yên, tỉnh Bắc Giang"
            })
    void theNameOfAUnitThatEndedLeadsToTheUnitOfToday(String written) {
        UUID id = imported(
                MessyTable.of("Đơn vị|" + CASES + "\n" + written + "|#5").xlsx());
        Seen entry = view(receiver, id).slice().items().getFirst();
        assertThat(entry.unit()).as("never taken without a word").isZero();
        assertThat(entry.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("exchange.wrong.formerUnit");
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.arguments().get(1)).contains("Tân Yên");
            assertThat(fault.arguments().get(2)).isEqualTo("01/07/2025");
        });
        assertThat(entry.choices()).extracting(Entry.Choice::code).contains("07339");
    }

    @Test
    void theCodeOfAUnitThatEndedLeadsToTheUnitOfToday() {
        UUID id = imported(MessyTable.of("Mã|" + CASES + "\n07348|#5").xlsx());
        Seen entry = view(receiver, id).slice().items().getFirst();
        assertThat(entry.unit()).isZero();
        assertThat(entry.faults().getFirst().key()).isEqualTo("exchange.wrong.formerUnit");
    }

    private UUID imported(byte[] file) {
        UUID id = in(receiver, "a", file);
        SeenImport view = view(receiver, id);
        assertThat(view.made().status()).as("%s", view.made().outcome()).isNotEqualTo(Import.Status.FAILED);
        if (view.made().status() == Import.Status.MAPPING) {
            map(receiver, id, view.mapping());
        }
        return id;
    }
}
