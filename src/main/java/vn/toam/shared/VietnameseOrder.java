package vn.toam.shared;

import java.math.BigInteger;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of a Vietnamese dictionary, numbers by their value: Ân Thi before Bình, Đ after D, Xã 2 before Xã 10. As the database sorts:
 * letters of all words first, tones only where these are the same.
 */
public final class VietnameseOrder implements Comparator<String> {

    /** For any list of names. */
    public static final Comparator<String> NAMES = new VietnameseOrder();

    /** Numbers, blanks and words apart: the language's own rules would skip a blank. */
    private static final Pattern PART = Pattern.compile("\\d+|\\s+|[^\\d\\s]+");

    private static final Collator LETTERS = collator(Collator.PRIMARY);
    private static final Collator TONES = collator(Collator.TERTIARY);

    private VietnameseOrder() {}

    private static Collator collator(int strength) {
        Collator collator = Collator.getInstance(Locale.of("vi"));
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.setStrength(strength);
        return collator;
    }

    @Override
    public int compare(String one, String other) {
        int letters = compare(one, other, LETTERS);
        int tones = letters != 0 ? letters : compare(one, other, TONES);
        return tones != 0 ? tones : one.compareTo(other);
    }

    private static int compare(String one, String other, Collator collator) {
        Matcher left = PART.matcher(one);
        Matcher right = PART.matcher(other);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int order = part(left.group(), right.group(), collator);
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : 0;
    }

    /** Blanks come before numbers, these before letters. */
    private static int part(String one, String other, Collator collator) {
        int kind = Integer.compare(kind(one), kind(other));
        if (kind != 0 || kind(one) == 0) {
            return kind;
        }
        return kind(one) == 1 ? new BigInteger(one).compareTo(new BigInteger(other)) : collator.compare(one, other);
    }

    private static int kind(String part) {
        char first = part.charAt(0);
        return Character.isWhitespace(first) ? 0 : Character.isDigit(first) ? 1 : 2;
    }
}
