package vn.toam.paper;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Looks at the packed streams of a PDF before it is opened: the PDF library unpacks whole streams into memory, without
 * limit. Pictures are not unpacked for text and so are not counted.
 */
final class PdfGuard {
    /** Unpacked bytes of one stream and of all: a page of text has some 10 KB, fonts some 100 KB. */
    private static final long MAX_STREAM = 30L * 1024 * 1024;

    private static final long MAX_TOTAL = 120L * 1024 * 1024;

    /** A page has a few streams; the longest document taken has {@link PdfText#MAX_PAGES} pages. */
    private static final int MAX_STREAMS = 50_000;

    /** A dictionary stands before its stream and is short; enough to see the filters and the kind of stream. */
    private static final int DICTIONARY = 600;

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern FILTER = Pattern.compile("/(?:Fl(?:ateDecode)?|LZW(?:Decode)?|RL|RunLengthDecode)\\b");
    private static final Pattern ZLIB_FILTER = Pattern.compile("/Fl(?:ateDecode)?\\b");

    private PdfGuard() {}

    static void check(byte[] bytes) throws UnreadableFile {
        String pdf = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        Matcher stream = STREAM.matcher(pdf);
        int streams = 0;
        while (stream.find()) {
            if (++streams > MAX_STREAMS) {
                throw new UnreadableFile(Reason.BOMB, "more than " + MAX_STREAMS + " streams");
            }
            String dictionary = dictionary(pdf, stream.start());
            if (dictionary.contains("/Image")) {
                continue;
            }
            long filters = FILTER.matcher(dictionary).results().count();
            if (filters > 1) {
                throw new UnreadableFile(Reason.BOMB, "stream packed twice");
            }
            if (ZLIB_FILTER.matcher(dictionary).find()) {
                total += unpackedSize(bytes, stream.end(), buffer);
            }
            if (total > MAX_TOTAL) {
                throw new UnreadableFile(Reason.BOMB, "streams unpack to more than " + MAX_TOTAL + " bytes");
            }
        }
    }

    private static String dictionary(String pdf, int end) {
        String before = pdf.substring(Math.max(0, end - DICTIONARY), end);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private static long unpackedSize(byte[] bytes, int start, byte[] buffer) throws UnreadableFile {
        Inflater inflater = new Inflater();
        long size = 0;
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                size += n;
                if (size > MAX_STREAM) {
                    throw new UnreadableFile(Reason.BOMB, "stream unpacks to more than " + MAX_STREAM + " bytes");
                }
            }
            return size;
        } catch (DataFormatException e) {
            return size; // encrypted or corrupt: the PDF library has its say later
        } finally {
            inflater.end();
        }
    }
}
