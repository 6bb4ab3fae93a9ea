package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables that grow with every unit and year, each named once, in {@code database/large-tables}, and the small ones that they are joined
 * with, in {@code database/reference-tables}. The rules that keep them apart by province are held by
 * {@code LargeTableKeysTest} and {@code LargeTableStatementsTest}.
 */
public final class LargeTables {

    private LargeTables() {}

    /** With their schema; parents before those that refer to them. */
    public static List<String> large() {
        return lines("/database/large-tables");
    }

    /** With their schema; parents before those that refer to them. */
    public static List<String> reference() {
        return lines("/database/reference-tables");
    }

    private static List<String> lines(String resource) {
        try (InputStream in = LargeTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
