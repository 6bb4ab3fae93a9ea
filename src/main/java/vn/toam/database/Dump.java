package vn.toam.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code description.json} of an export says (docs/export.md): all that somebody needs to read the tables beside it, and to know that they
 * are whole.
 *
 * @param kind "real" or "demo"
 * @param secrets true: hashes of passwords and keys are in it
 * @param migrations by folder, in the order of their versions
 * @param partitions parts of tables, the whole before the part
 * @param folder files of the data folder, by name
 * @param leftOut tables that are not in it, and why
 */
record Dump(
        String format,
        int version,
        String kind,
        boolean secrets,
        Map<String, List<Migration>> migrations,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences,
        Part files,
        List<String> folder,
        Map<String, String> leftOut) {

    static final String FORMAT = "toam-export";
    static final int VERSION = 1;
    static final String NAME = "description.json";
    static final String FILES = "files.csv";

    /** A migration that stands. @param checksum as Flyway counts it */
    record Migration(
            String version, String description, @Nullable Integer checksum) {}

    /** An entry of the archive. @param rows lines below the heading */
    record Part(String name, long rows, String sha256) {}

    /**
     * @param name with its schema
     * @param key columns of the primary key; empty: none
     */
    record Table(String name, Part content, List<Column> columns, List<String> key, List<Reference> references) {

        List<Column> files() {
            return columns.stream().filter(Column::file).toList();
        }
    }

    /**
     * @param type as PostgreSQL writes it
     * @param file true: the cell holds the name of an entry of the archive, whose bytes belong there
     * @param secret true: the cell is empty, what stood there is secret
     */
    record Column(String name, String type, boolean nullable, boolean file, boolean secret) {}

    record Reference(List<String> columns, String table, List<String> to) {}

    /** @param bound as PostgreSQL writes it, "FOR VALUES IN (1)" */
    record Partition(String name, String of, String bound) {}

    record Sequence(String name, long last, boolean called) {}
}
