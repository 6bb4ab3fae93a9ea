package vn.toam.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.toam.paper.UnreadableFile.Reason;

/** The XML parts of a .docx or .odt file that hold text, unpacked under limits: a small file must not fill the memory. */
final class ZipParts {
    /** Entries in the package; a long document with many pictures has some hundred. */
    private static final int MAX_ENTRIES = 5_000;

    /** Unpacked bytes per packed byte of the whole file; Word reaches 20 with long tables. */
    private static final int MAX_RATIO = 100;

    /** Unpacked bytes that are fine whatever the ratio: an empty table grid packs very well. */
    private static final long ALWAYS_FINE = 4L * 1024 * 1024;

    /** Unpacked bytes of all entries, and of one XML part; pictures are packed already and count once. */
    private static final long MAX_TOTAL = 150L * 1024 * 1024;

    private static final long MAX_PART = 40L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final long allowed;
    private long unpacked;

    ZipParts(byte[] bytes, Pattern text) throws UnreadableFile, IOException {
        allowed = Math.min(MAX_TOTAL, Math.max(ALWAYS_FINE, (long) bytes.length * MAX_RATIO));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw new UnreadableFile(Reason.BOMB, "more than " + MAX_ENTRIES + " entries");
                }
                byte[] part = unpack(zip, text.matcher(entry.getName()).matches());
                parts.put(entry.getName(), part);
            }
        }
    }

    /** The first part whose name matches. */
    XMLStreamReader first(Pattern names) throws UnreadableFile, XMLStreamException {
        String name = parts.keySet().stream()
                .filter(part -> names.matcher(part).matches())
                .sorted()
                .findFirst()
                .orElseThrow(() -> new UnreadableFile(Reason.DAMAGED, "no " + names));
        return part(name);
    }

    /** A part by name, or an empty XML element when the file has none. */
    XMLStreamReader part(String name) throws XMLStreamException {
        byte[] bytes = parts.getOrDefault(name, "<none/>".getBytes(StandardCharsets.US_ASCII));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((id, system, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /** Refuses a document type declaration: no office program writes one, it serves to expand entities without end. */
    static void refuseDoctype(int event) throws UnreadableFile {
        if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw new UnreadableFile(Reason.BOMB, "document type declaration in XML");
        }
    }

    private byte[] unpack(InputStream entry, boolean keep) throws UnreadableFile, IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int n = entry.read(buffer); n >= 0; n = entry.read(buffer)) {
            unpacked += n;
            if (unpacked > allowed || kept.size() > MAX_PART) {
                throw new UnreadableFile(Reason.BOMB, "unpacks to more than " + unpacked + " bytes");
            }
            if (keep) {
                kept.write(buffer, 0, n);
            }
        }
        return kept.toByteArray();
    }
}
