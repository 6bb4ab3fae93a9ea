package vn.toam.definition;

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
 * @param asked states whose step asks for it, so that the entry form does not before; empty: it is asked from the start
 * @param desk written by the pages of the register's own desk alone, never typed into the form or a table
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
        List<String> asked,
        boolean desk,
        @Nullable Text help) {

    public RecordField {
        values = values == null ? List.of() : List.copyOf(values);
        asked = asked == null ? List.of() : List.copyOf(asked);
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

    /** A number that does not say what it counts is a name or a measure (a year, an area number, minutes each time): never added up. */
    public boolean label() {
        return type != Type.MONEY && type.number() && unit == null;
    }

    /** The choices of a CODE. */
    public List<CodeList.Code> choices(CodeLists lists) {
        return codes == null ? values : lists.codes(codes).codes();
    }

    /** The words of a choice. */
    public Optional<Text> word(CodeLists lists, String code) {
        return choices(lists).stream()
                .filter(each -> each.code().equals(code))
                .map(CodeList.Code::name)
                .findFirst();
    }
}
