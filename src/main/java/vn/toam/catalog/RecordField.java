package vn.toam.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * What a record of a {@link Register} says about one thing.
 *
 * @param codes the code list that a CODE is taken from; null: {@code values} are the choices
 * @param values the choices of a CODE that no other register uses
 * @param register the register that a REFERENCE points to
 * @param unit code of the list {@code units}: what a number counts
 * @param min smallest number allowed; null: 0
 * @param optional may stay empty
 * @param many several codes or references
 * @param personal names or describes a person: hidden where {@link Register.Sensitivity} says so, removed after the years of retention
 * @param help what to write there, shown beside the field
 */
public record RecordField(
        String id,
        Text name,
        Type type,
        @Nullable String codes,
        List<CodeList.Code> values,
        @Nullable String register,
        @Nullable String unit,
        @Nullable BigDecimal min,
        boolean optional,
        boolean many,
        boolean personal,
        @Nullable Text help) {

    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);

    public RecordField {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** What a field holds. */
    public enum Type {
        /** One line. */
        TEXT,
        /** Several lines. */
        LONG,
        INTEGER,
        DECIMAL,
        /** Whole đồng. */
        MONEY,
        DATE,
        YES_NO,
        /** One choice of a list, or several. */
        CODE,
        /** A village of the keeper's commune. */
        VILLAGE,
        UNIT,
        AGENCY,
        /** A person's name. */
        PERSON,
        PHONE,
        /** Number, day and issuer of a paper. */
        DOCUMENT,
        /** A record of another register, or several. */
        REFERENCE;

        /** True when values can be added up. */
        public boolean number() {
            return this == INTEGER || this == DECIMAL || this == MONEY;
        }

        /** True when a check can compare values: numbers, and days as the number of days since 1970. */
        public boolean compared() {
            return number() || this == DATE;
        }
    }

    /** A whole number that counts nothing and is never small is a year: it is written without dots and never added up. */
    public boolean year() {
        return type == Type.INTEGER && unit == null && min != null && min.compareTo(FIRST_YEAR) >= 0;
    }

    /** The choices of a CODE. */
    public List<CodeList.Code> choices(Catalog catalog) {
        return codes == null ? values : catalog.codes(codes).codes();
    }

    /** The words of a choice. */
    public Optional<Text> word(Catalog catalog, String code) {
        return choices(catalog).stream()
                .filter(each -> each.code().equals(code))
                .map(CodeList.Code::name)
                .findFirst();
    }
}
