package vn.toam.unit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * Reference data of a module: files of {@code resources/<module>} and the script {@code sql/<module>/load.sql} that fills its schema from the
 * temporary tables {@code file_…} they are copied into. Every bean of this type is loaded by {@link ReferenceLoader}, in their order.
 *
 * @param columns file to the columns of its temporary table, in the order of the file
 * @param analyzed tables that the planner must know at once
 */
public record ReferenceFiles(String module, Map<String, String> columns, List<String> analyzed) {

    String script() throws IOException {
        return new ClassPathResource("sql/" + module + "/load.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    InputStream open(String file) throws IOException {
        InputStream in = new ClassPathResource(module + "/" + file).getInputStream();
        return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
