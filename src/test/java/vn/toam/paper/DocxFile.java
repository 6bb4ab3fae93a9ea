package vn.toam.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds .docx files for tests from their XML, so that a test shows exactly what Word would have stored. */
final class DocxFile {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private final Map<String, String> parts = new LinkedHashMap<>();

    static DocxFile of(String body) {
        return new DocxFile().with("document", "document", "<w:body>" + body + "</w:body>");
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String r(String font, String text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
                .formatted(font, font, text);
    }

    /** A paragraph of an automatic list. */
    static String li(int num, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>"
                .formatted(level, num, r(text));
    }

    DocxFile with(String name, String root, String content) {
        parts.put("word/" + name + ".xml", "<w:%s %s>%s</w:%s>".formatted(root, W, content, root));
        return this;
    }

    /** Adds an entry as it is. */
    DocxFile raw(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder rels = new StringBuilder();
        for (String part : parts.keySet()) {
            String name = part.replace("word/", "").replace(".xml", "");
            String kind = name.equals("document") ? "document.main" : name;
            types.append("<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, kind));
            rels.append("<Relationship Id=\"r%s\" Type=\"%s%s\" Target=\"%s.xml\"/>".formatted(name, REL, name, name));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    relationships("<Relationship Id=\"r1\" Type=\"" + REL
                            + "officeDocument\" Target=\"word/document.xml\"/>"));
            put(zip, "word/_rels/document.xml.rels", relationships(rels.toString()));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String relationships(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
