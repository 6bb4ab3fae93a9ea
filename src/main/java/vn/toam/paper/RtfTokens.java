package vn.toam.paper;

import java.nio.charset.StandardCharsets;

/** Cuts the bytes of an RTF file into braces, control words, coded characters and text; nothing is kept but the place. */
final class RtfTokens {
    /** Kinds of tokens. */
    enum Kind {
        OPEN,
        CLOSE,
        /** A control word or a control symbol: {@link #word}, with {@link #number} where it has one. */
        WORD,
        /** One character by its code in a code page: {@link #number}. */
        CODED,
        /** Plain characters: {@link #word}. */
        TEXT,
        END
    }

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_NUMBER = 10;

    private final String rtf;
    private int next;
    private String word = "";
    private int number;
    private boolean numbered;

    RtfTokens(byte[] bytes) {
        rtf = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String word() {
        return word;
    }

    int number() {
        return number;
    }

    /** The number behind a control word, or what it means without one. */
    int number(int otherwise) {
        return numbered ? number : otherwise;
    }

    Kind next() {
        while (next < rtf.length() && (rtf.charAt(next) == '\r' || rtf.charAt(next) == '\n' || rtf.charAt(next) == 0)) {
            next++;
        }
        if (next >= rtf.length()) {
            return Kind.END;
        }
        return switch (rtf.charAt(next)) {
            case '{' -> brace(Kind.OPEN);
            case '}' -> brace(Kind.CLOSE);
            case '\\' -> control();
            default -> text();
        };
    }

    /** Leaves out raw bytes that stand behind a control word. */
    void skip(int bytes) {
        next = (int) Math.min(rtf.length(), next + (long) Math.max(0, bytes));
    }

    private Kind brace(Kind kind) {
        next++;
        return kind;
    }

    private Kind text() {
        int start = next;
        while (next < rtf.length() && "{}\\\r\n\0".indexOf(rtf.charAt(next)) < 0) {
            next++;
        }
        word = rtf.substring(start, next);
        return Kind.TEXT;
    }

    private Kind control() {
        next++;
        char c = next < rtf.length() ? rtf.charAt(next) : ' ';
        if (c == '\'') {
            int high = digit(next + 1);
            int low = digit(next + 2);
            number = high * 16 + low;
            next = Math.min(rtf.length(), next + 3);
            word = "";
            return high < 0 || low < 0 ? Kind.TEXT : Kind.CODED;
        }
        if (!isLetter(c)) {
            next = Math.min(rtf.length(), next + 1);
            word = c == '\r' || c == '\n' ? "par" : String.valueOf(c);
            numbered = false;
            return Kind.WORD;
        }
        int start = next;
        while (next < rtf.length() && isLetter(rtf.charAt(next)) && next - start < LONGEST_WORD) {
            next++;
        }
        word = rtf.substring(start, next);
        readNumber();
        return Kind.WORD;
    }

    private void readNumber() {
        int start = next;
        if (next < rtf.length() && rtf.charAt(next) == '-') {
            next++;
        }
        int digits = next;
        while (next < rtf.length() && digit(next) >= 0 && digit(next) < 10 && next - digits < LONGEST_NUMBER) {
            next++;
        }
        numbered = next > digits;
        number = numbered ? (int) Long.parseLong(rtf.substring(start, next)) : 0;
        next = numbered ? next : start;
        if (next < rtf.length() && rtf.charAt(next) == ' ') {
            next++;
        }
    }

    private int digit(int at) {
        return at < rtf.length() ? Character.digit(rtf.charAt(at), 16) : -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
