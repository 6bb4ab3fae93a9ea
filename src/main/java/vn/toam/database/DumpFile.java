package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An export that somebody brings: opened, and held against its own checksums before a row of it is believed. */
final class DumpFile implements AutoCloseable {

    /** As PostgreSQL writes CSV: empty means null, "" means empty. */
    static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator("\n")
            .setNullString("")
            .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL_NON_NULL)
            .get();

    private final Path file;
    private final ZipFile zip;
    private final Dump dump;

    /** @throws IllegalArgumentException in words when this is not an export that this program reads */
    DumpFile(Path file) throws IOException {
        this.file = file;
        try {
            this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (java.util.zip.ZipException none) {
            throw damaged("không phải tệp xuất trọn vẹn", "is not a whole export");
        }
        this.dump = description();
    }

    Dump dump() {
        return dump;
    }

    private Dump description() throws IOException {
        ZipEntry entry = zip.getEntry(Dump.NAME);
        if (entry == null) {
            throw damaged("không có " + Dump.NAME, "has no " + Dump.NAME);
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readAllBytes();
        } catch (java.util.zip.ZipException cut) {
            throw damaged(Dump.NAME + " bị hỏng", Dump.NAME + " is damaged");
        }
        CRC32 crc = new CRC32();
        crc.update(json);
        if (crc.getValue() != entry.getCrc()) {
            throw damaged(Dump.NAME + " bị hỏng", Dump.NAME + " is damaged");
        }
        try {
            Dump read = JsonMapper.shared().readValue(json, Dump.class);
            if (Dump.FORMAT.equals(read.format()) && read.version() == Dump.VERSION) {
                return read;
            }
        } catch (JacksonException misshapen) {
            throw damaged(Dump.NAME + " không đúng dạng", Dump.NAME + " is misshapen");
        }
        throw damaged("có dạng mà bản này không đọc được", "has a format that this version does not read");
    }

    /** Reads all of it. @throws IllegalArgumentException naming the first part that is missing, changed or too much */
    void verify() throws IOException {
        Set<String> known = new HashSet<>(Set.of(Dump.NAME));
        for (Dump.Table table : dump.tables()) {
            check(table.content().name(), table.content().sha256(), known);
        }
        check(dump.files().name(), dump.files().sha256(), known);
        long files = 0;
        try (Reader list = new InputStreamReader(open(Dump.FILES), StandardCharsets.UTF_8)) {
            for (CSVRecord line : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(list)) {
                check(line.get("name"), line.get("sha256"), known);
                files++;
            }
        }
        if (files != dump.files().rows() || !known.containsAll(dump.folder())) {
            throw damaged("thiếu tệp", "lacks files");
        }
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!known.contains(name)) {
                throw damaged("có phần lạ: " + name, "has a part that it does not describe: " + name);
            }
        }
    }

    private void check(String name, String sha256, Set<String> known) throws IOException {
        try (InputStream in = open(name)) {
            if (!Export.sha256(in).equals(sha256)) {
                throw changed(name);
            }
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            throw changed(name);
        }
        known.add(name);
    }

    /** @throws IllegalArgumentException when it is not there */
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("thiếu " + name, "lacks " + name);
        }
        return zip.getInputStream(entry);
    }

    private IllegalArgumentException changed(String name) {
        return damaged(
                "bị hỏng hoặc bị sửa: " + name + " không khớp mã kiểm tra",
                "is damaged or was changed: " + name + " does not match its checksum");
    }

    IllegalArgumentException damaged(String vi, String en) {
        return new IllegalArgumentException("Tệp " + file + " " + vi + ". The file " + en + ".");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
