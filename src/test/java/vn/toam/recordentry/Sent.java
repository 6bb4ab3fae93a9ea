package vn.toam.recordentry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.toam.access.Posts;
import vn.toam.imports.Import;
import vn.toam.imports.ImportService;
import vn.toam.imports.ImportView;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Mapping;

/** A table on its way into a register of a unit, sent by whoever keeps it. */
final class Sent {

    private final ImportService imports;
    private final String role;
    private final int unit;
    private final UUID id;

    private Sent(ImportService imports, String role, int unit, UUID id) {
        this.imports = imports;
        this.role = role;
        this.unit = unit;
        this.id = id;
    }

    /** Received, and its columns taken as they are proposed. */
    static Sent csv(ImportService imports, String register, int unit, String... lines) {
        return send(
                imports,
                "REPORTER",
                register,
                unit,
                "bang.csv",
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Sent send(ImportService imports, String role, String register, int unit, String name, byte[] bytes) {
        return send(imports, role, unit, register, unit, name, bytes);
    }

    /** @param at where the sender sits */
    static Sent send(ImportService imports, String role, int at, String register, int unit, String name, byte[] bytes) {
        UUID id = Posts.at(role, at).get(() -> {
            try {
                Path file = Files.createTempFile("register", ".test");
                Files.write(file, bytes);
                ImportService.Received received =
                        imports.receive(RegisterImports.KIND, RegisterImports.key(register, unit), name, file);
                done(received.work());
                return received.id();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        });
        return new Sent(imports, role, unit, id);
    }

    private static void done(Future<?> work) {
        try {
            work.get(60, TimeUnit.SECONDS);
        } catch (Exception cause) {
            throw new AssertionError(cause);
        }
    }

    UUID id() {
        return id;
    }

    private <T> T as(java.util.function.Supplier<T> what) {
        return Posts.at(role, unit).get(what);
    }

    ImportView view() {
        return as(() -> imports.view(id, "", null, 1, false));
    }

    Import.Status status() {
        return view().made().status();
    }

    /** The columns as they are proposed, and what is said beside them. @param changed name of a column → what it is */
    Sent mapped(Map<String, String> answers, Map<Integer, String> changed) {
        Mapping proposed = Objects.requireNonNull(view().mapping());
        Map<Integer, String> columns = new TreeMap<>(proposed.columns());
        columns.putAll(changed);
        as(() -> {
            done(imports.map(
                    id,
                    new Mapping(proposed.sheet(), proposed.header(), proposed.first(), columns, answers, Map.of()),
                    Set.of()));
            return true;
        });
        return this;
    }

    Sent mapped() {
        return status() == Import.Status.MAPPING ? mapped(Map.of(), Map.of()) : this;
    }

    Sent choose(String column, String said, String meant) {
        as(() -> {
            done(imports.choose(id, column, said, meant));
            return true;
        });
        return this;
    }

    Sent confirm() {
        as(() -> {
            done(imports.confirm(id, Map.of()));
            return true;
        });
        return this;
    }

    Sent undo() {
        as(() -> {
            done(imports.undo(id));
            return true;
        });
        return this;
    }

    List<Entry> entries() {
        return view().slice().items();
    }

    /** What would happen to each row, by its number. */
    Map<Integer, Entry.Status> states() {
        return entries().stream().collect(Collectors.toMap(Entry::row, Entry::status));
    }

    /** What is wrong or unclear: row, column and key. */
    List<String> faults() {
        return entries().stream()
                .flatMap(entry -> entry.faults().stream())
                .map(fault -> fault.row() + fault.column() + " " + fault.key())
                .toList();
    }

    Entry entry(int row) {
        return entries().stream().filter(each -> each.row() == row).findFirst().orElseThrow();
    }

    /** A workbook of one sheet. */
    static byte[] workbook(Function<XSSFWorkbook, Sheet> filled) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filled.apply(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A workbook with one more row below its headings, which are the last row. */
    static byte[] filled(byte[] file, Map<String, String> cells) {
        try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            Row heads = sheet.getRow(sheet.getLastRowNum());
            Row row = sheet.createRow(heads.getRowNum() + 1);
            heads.forEach(head -> {
                String said = cells.get(head.getStringCellValue());
                if (said != null) {
                    row.createCell(head.getColumnIndex()).setCellValue(said);
                }
            });
            book.write(out);
            return out.toByteArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        CellStyle day = sheet.getWorkbook().createCellStyle();
        day.setDataFormat((short) 14);
        for (int at = 0; at < values.length; at++) {
            switch (values[at]) {
                case Integer figure -> row.createCell(at).setCellValue(figure);
                case LocalDate date -> {
                    row.createCell(at).setCellValue(date);
                    row.getCell(at).setCellStyle(day);
                }
                case null -> {}
                default -> row.createCell(at).setCellValue(values[at].toString());
            }
        }
    }
}
