package vn.toam.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;

/**
 * How a number cell looks: a day and a rate are given as the texts that the sender sees, so that nobody's 1-2 that became a date, and no
 * 12 %, is taken for a figure.
 */
enum CellLook {
    NUMBER,
    DAY,
    PERCENT,
    /** Shown with a word such as "nghìn" behind it. */
    SCALED,
    /** Not shown at all. */
    UNSEEN;

    /** Digits that Excel itself keeps: 0.1 + 0.2 is stored as 0.30000000000000004. */
    static final MathContext PRECISION = new MathContext(15);

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Pattern SCALE = Pattern.compile("(?i).*(nghìn|ngàn|triệu|tỷ|trăm|chục|thousand|million).*");

    /** A comma behind the last digit shows thousands alone. */
    private static final Pattern THOUSANDS = Pattern.compile("[0#?],+(?![0#?,])");

    private static final Pattern NOTHING = Pattern.compile(";{2,3}\\s*");

    /** By the index and the text of a format. */
    static CellLook of(int index, String format) {
        return DateUtil.isADateFormat(index, format)
                ? DAY
                : format == null
                        ? NUMBER
                        : format.contains("%")
                                ? PERCENT
                                : NOTHING.matcher(format).matches()
                                        ? UNSEEN
                                        : SCALE.matcher(format).matches()
                                                        || THOUSANDS
                                                                .matcher(format)
                                                                .find()
                                                ? SCALED
                                                : NUMBER;
    }

    /** Of every style of a workbook. */
    static List<CellLook> of(StylesTable styles) {
        List<CellLook> looks = new ArrayList<>();
        for (int i = 0; i < styles.getNumCellStyles(); i++) {
            var style = styles.getStyleAt(i);
            looks.add(of(style.getDataFormat(), style.getDataFormatString()));
        }
        return looks;
    }

    /** The number, or the text that stands for it. */
    Object of(BigDecimal number) {
        return switch (this) {
            case NUMBER -> number;
            case DAY ->
                DateUtil.isValidExcelDate(number.doubleValue())
                        ? DATE.format(DateUtil.getLocalDateTime(number.doubleValue()))
                        : number;
            case PERCENT -> number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            case UNSEEN -> number.stripTrailingZeros().toPlainString() + " (ẩn)";
            case SCALED -> number.stripTrailingZeros().toPlainString() + " (nghìn, triệu…)";
        };
    }
}
