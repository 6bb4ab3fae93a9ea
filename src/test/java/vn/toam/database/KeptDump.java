package vn.toam.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The small installation of before modules had histories of their own (its base ended with V1600), as that version held and answered. */
public final class KeptDump {

    public static final Path FILE = Path.of("src/test/resources/upgrade/2026-11-before-modules.zip");

    /** What that version answered, in JSON. */
    public static final Path ANSWERS = Path.of("src/test/resources/upgrade/2026-11-before-modules.json");

    private KeptDump() {}

    /** Fills an empty database as that version left it: its schema, its history, its rows. */
    public static void load(String url) throws IOException, SQLException {
        try (DumpFile file = new DumpFile(FILE)) {
            file.verify();
            Import.load(new Schema.Owner(url, null, null), file);
        }
    }
}
