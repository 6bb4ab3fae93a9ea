package vn.toam.document;

import java.util.regex.Pattern;

/** The kind of a file by its first bytes. What is not known is offered as a download only, never shown by the browser. */
final class MediaTypes {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*\\.(exe|com|bat|cmd|msi|scr|pif|dll|jar|apk|js|jse|vbs|vbe|wsf|hta|ps1|sh|lnk|reg|iso)");

    private MediaTypes() {}

    /** True for what a computer runs: nobody's evidence. */
    static boolean program(String name, byte[] bytes) {
        return PROGRAM.matcher(name.strip()).matches()
                || starts(bytes, "MZ")
                || starts(bytes, "\u007fELF")
                || starts(bytes, "\u00ca\u00fe\u00ba\u00be")
                || starts(bytes, "#!");
    }

    static String of(byte[] bytes) {
        if (starts(bytes, "%PDF-")) {
            return "application/pdf";
        }
        if (starts(bytes, "PK\u0003\u0004")) {
            return "application/zip";
        }
        if (starts(bytes, "\u00d0\u00cf\u0011\u00e0")) {
            return "application/msword";
        }
        if (starts(bytes, "\u0089PNG")) {
            return "image/png";
        }
        return starts(bytes, "\u00ff\u00d8\u00ff") ? "image/jpeg" : "application/octet-stream";
    }

    private static boolean starts(byte[] bytes, String magic) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
