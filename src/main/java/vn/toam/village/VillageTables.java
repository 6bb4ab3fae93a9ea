package vn.toam.village;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.shared.Rejected;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/** Reads what was pasted or uploaded as a table of villages. */
@Component
class VillageTables {

    static final int MOST = 1_000;

    private final VillageKinds kinds;

    VillageTables(VillageKinds kinds) {
        this.kinds = kinds;
    }

    /** @throws Rejected when it is no table, names no village or too many */
    List<VillageTable.Line> read(byte[] bytes) {
        List<VillageTable.Line> lines = new VillageTable(kinds.all()).read(rows(bytes));
        if (lines.isEmpty()) {
            throw Rejected.field("file", "village.table.noName");
        }
        if (lines.size() > MOST) {
            throw Rejected.field("file", "village.table.many", lines.size(), MOST);
        }
        return lines;
    }

    private static List<SheetRow> rows(byte[] bytes) {
        List<SheetRow> rows = new ArrayList<>();
        try {
            Path file = Files.createTempFile("villages", ".table");
            try {
                Files.write(file, bytes);
                TableFile.of(file).read(file, (sheet, number, cells) -> rows.add(new SheetRow(sheet, number, cells)));
            } finally {
                Files.delete(file);
            }
        } catch (UnreadableTable unreadable) {
            throw unreadable.rejected();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return rows;
    }
}
