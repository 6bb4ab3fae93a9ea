package vn.toam.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An office file whose bytes depend on its contents alone: every entry carries the same time, workbooks inside it too. */
public final class SteadyZip {

    private static final LocalDateTime TIME = LocalDateTime.of(2020, 3, 5, 0, 0);

    private SteadyZip() {}

    public static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                out.putNextEntry(copy);
                byte[] content = in.readAllBytes();
                out.write(entry.getName().endsWith(".xlsx") ? of(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
