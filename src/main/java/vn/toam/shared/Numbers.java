package vn.toam.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and dates as officials write them: 1.234,5 in Vietnamese, 1,234.5 in English, dd/MM/yyyy in both. */
public final class Numbers {

    /** The civil time of the whole country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private Numbers() {}

    /** A figure in Vietnamese: at most two decimals, thousands by points, a half rounded up; a missing figure is a dash. */
    public static String number(@Nullable Number value) {
        return number(value, VIETNAMESE);
    }

    /** A figure as {@link #number(Number)} writes it, in the spelling of a language. */
    public static String number(@Nullable Number value, Locale locale) {
        return value == null ? "–" : write(value, "#,##0.##", locale);
    }

    /** A figure rounded as {@link #number} writes it, without idle zeros. */
    public static BigDecimal shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** A figure with every decimal it has, as it stands in a cell to be typed over: what is read back is the same figure. */
    public static String exact(BigDecimal value) {
        return write(value, "#,##0.######", VIETNAMESE);
    }

    private static String write(Number value, String pattern, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(english ? ',' : '.');
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value instanceof BigDecimal big ? big : new BigDecimal(value.toString()));
    }

    /** dd/MM/yyyy; a missing date is a dash. */
    public static String date(@Nullable LocalDate date) {
        return date == null ? "–" : DATE.format(date);
    }

    /** HH:mm dd/MM/yyyy in the country's time; a missing moment is a dash. */
    public static String moment(@Nullable Instant moment) {
        return moment == null ? "–" : MOMENT.format(moment.atZone(ZONE));
    }
}
