package vn.toam.document;

/** The kind of a file by its first bytes. What is not known is offered as a download only, never shown by the browser. */
final class MediaTypes {

    private MediaTypes() {}

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
