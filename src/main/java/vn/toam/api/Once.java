package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.toam.shared.Rejected;

/** A client's key together with what it was first used for: the same key of another request is then seen to be reused. */
final class Once {

    private static final Pattern KEY = Pattern.compile("[!-}]{1,100}");

    private Once() {}

    /** The key as it is kept: {@code key~print}. @throws Rejected when it is blank, too long, or holds other than plain signs */
    static String key(String given, HttpServletRequest request, byte[] body) {
        String key = given.strip();
        if (!KEY.matcher(key).matches()) {
            throw Rejected.field("Idempotency-Key", "api.refused.key");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            return key + "~" + HexFormat.of().formatHex(digest.digest(body), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
