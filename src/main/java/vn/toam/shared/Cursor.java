package vn.toam.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place between two rows of a long list: the sort key of a row, and whether the page before it or the one after it is asked for. Written into
 * the address of the page, so that rows which come or go meanwhile move nothing.
 *
 * @param key what the list is sorted by, the row's id last
 * @param back true: the page that ends before that row; false: the one that begins after it
 */
public record Cursor(List<String> key, boolean back) {

    private static final String BACK = "b";
    private static final String ON = "a";
    private static final int LONGEST = 2_000;

    public Cursor {
        key = List.copyOf(key);
    }

    /** As an address holds it. */
    public String written() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return key.stream()
                .map(part -> encoder.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(".", (back ? BACK : ON) + ".", ""));
    }

    /** What an address holds; empty when it is none: the list begins at its beginning. */
    public static Optional<Cursor> of(String written) {
        String[] parts = written.length() > LONGEST ? new String[0] : written.split("\\.", -1);
        if (parts.length < 2 || !parts[0].equals(BACK) && !parts[0].equals(ON)) {
            return Optional.empty();
        }
        try {
            List<String> key = Arrays.stream(parts)
                    .skip(1)
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                    .toList();
            return key.stream().anyMatch(part -> part.indexOf('\0') >= 0)
                    ? Optional.empty()
                    : Optional.of(new Cursor(key, parts[0].equals(BACK)));
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }
}
