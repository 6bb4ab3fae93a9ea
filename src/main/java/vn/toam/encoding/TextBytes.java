package vn.toam.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a plain text file to characters. Bytes in an old Vietnamese encoding come out as their windows-1252
 * look-alikes, which {@link EncodingFinder} recognises later, the same way as in a file where that happened long ago.
 */
public final class TextBytes {
    private static final Charset CP1252 = Charset.forName("windows-1252");

    /** Broken characters per character up to which a file is UTF-8 with a few damaged places, not another encoding. */
    private static final double FEW_BROKEN = 0.005;

    /** Bytes looked at to see whether every second one is zero. */
    private static final int SAMPLE = 4096;

    private TextBytes() {}

    public static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            long broken = text.chars().filter(c -> c == '\ufffd').count();
            long beyond = text.chars().filter(c -> c > 0x7f).count();
            return broken <= beyond * FEW_BROKEN + 1 && beyond > 2 * broken ? text : eightBit(bytes);
        }
    }

    /** UTF-16 by its mark, or by zero bytes in every second place; null when it is neither. */
    public static @Nullable Charset wide(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        int[] zeros = new int[2];
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        for (int i = 0; i < sample; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int many = sample / 8;
        if (sample < 4 || Math.max(zeros[0], zeros[1]) <= many || Math.min(zeros[0], zeros[1]) > many / 8) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** windows-1252, except that the five codes it leaves undefined keep their number. */
    private static String eightBit(byte[] bytes) {
        return eightBit(bytes, CP1252);
    }

    /** A code page of one byte a letter, except that codes it leaves undefined keep their number. */
    public static String eightBit(byte[] bytes, Charset page) {
        StringBuilder text = new StringBuilder(new String(bytes, page));
        for (int i = 0; i < bytes.length; i++) {
            if (text.charAt(i) == '\ufffd') {
                text.setCharAt(i, (char) (bytes[i] & 0xff));
            }
        }
        return text.toString();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
