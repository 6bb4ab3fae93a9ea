package vn.toam.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be: long, not common, not the user name. No rules about kinds of characters: they make passwords worse. */
final class PasswordRules {

    static final int LENGTH = 12;
    static final int LONGEST = 200;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Message key of what is wrong with the password, if anything. */
    static Optional<String> fault(String password, String username) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < LENGTH || password.length() > LONGEST) {
            return Optional.of("signin.password.length");
        }
        if (!username.isBlank() && plain.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("signin.password.holdsName");
        }
        if (plain.chars().distinct().count() < 5 || COMMON.contains(plain) || COMMON.contains(undecorated(plain))) {
            return Optional.of("signin.password.common");
        }
        return Optional.empty();
    }

    /** "Matkhau@2024!" is "matkhau" with decoration: digits and signs at the ends do not count. */
    private static String undecorated(String plain) {
        return plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static Set<String> common() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("/signin/common-passwords.txt")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
