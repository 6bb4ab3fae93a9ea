package vn.toam.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionService;
import vn.toam.definition.Form;
import vn.toam.geography.Level;
import vn.toam.imports.ImportService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** A round of its own for each test class, in years that nobody else uses, and the steps of an import as one call each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExchangeTest extends ToamTest {

    static final String FORM = "family-plan-commune";
    static final Locale VI = Locale.of("vi");

    @Autowired
    RoundService rounds;

    @Autowired
    CollectionService collection;

    @Autowired
    ExportService exports;

    @Autowired
    ImportService imports;

    @Autowired
    AskedRepository asked;

    @Autowired
    UnitService units;

    @Autowired
    Catalog catalog;

    Round round;
    int province;
    Somebody receiver;
    List<Asked> communes;

    void open(int year) {
        open(FORM, year);
    }

    void open(String form, int year) {
        province = units.byCode(Level.PROVINCE, "24", LocalDate.of(year, 12, 1))
                .orElseThrow()
                .id();
        receiver = Posts.at("REVIEWER", province);
        round = receiver.get(() -> rounds.open(form, year, province, ""));
        communes = asked.names(round.id());
    }

    byte[] out(ExportService.Kind kind, int place) {
        return receiver.get(() -> exports.file(round.id(), place, kind, VI)).bytes();
    }

    /** Sends a file and waits until it is read. */
    UUID in(Somebody who, String name, byte[] bytes) {
        return who.get(() -> {
            try {
                Path file = Files.createTempFile("exchange", ".test");
                Files.write(file, bytes);
                ImportService.Received received =
                        imports.receive(ReturnImports.KIND, round.id().toString(), name, file);
                end(received.work());
                return received.id();
            } catch (IOException cause) {
                throw new java.io.UncheckedIOException(cause);
            }
        });
    }

    UUID in(Somebody who, String csv) {
        return in(who, "bang.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    SeenImport view(Somebody who, UUID id) {
        return SeenImport.of(who.get(() -> imports.view(id, "", null, 1, false)), form());
    }

    private Form form() {
        return catalog.form(round.form(), round.formVersion());
    }

    void map(Somebody who, UUID id, FigureTable table) {
        who.run(() -> end(imports.map(id, table.mapping(), java.util.Set.of())));
    }

    void confirm(Somebody who, UUID id) {
        who.run(() -> end(imports.confirm(id, Map.of("proof", "Bản giấy số 12 ngày 01/12, đường truyền hỏng"))));
    }

    static void end(Future<?> work) {
        try {
            work.get(60, TimeUnit.SECONDS);
        } catch (Exception cause) {
            throw new AssertionError(cause);
        }
    }

    /** What stands in a unit's return now. */
    Asked standing(Asked unit) {
        return asked.standing(round.id(), List.of(unit)).get(unit.unit());
    }

    /** Types figures by hand. */
    void type(Asked unit, Map<String, String> figures) {
        Posts.at("REPORTER", unit.unit())
                .run(() -> collection.save(
                        round.id(),
                        unit.unit(),
                        standing(unit).version(),
                        new TypedReturn(figures, Map.of(), Map.of()),
                        UUID.randomUUID().toString()));
    }

    /** The workbook after somebody worked on it. */
    static byte[] edited(byte[] workbook, Consumer<XSSFWorkbook> by) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            by.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
