package vn.toam.definition;

import java.math.BigDecimal;
import java.util.List;
import vn.toam.shared.Rejected.Problem;

/** What a text or number says as the value of a line: a figure, nothing, or a refusal that says what would be right. */
public sealed interface LineReading {

    /** A figure that may stand in the line. */
    record Figure(BigDecimal value) implements LineReading {}

    /** Nothing is said. */
    record Blank() implements LineReading {}

    /**
     * It may not stand in the line.
     *
     * @param line printed number of the line
     * @param said what was said, shortened
     * @param more what the reason names besides
     */
    record Refusal(Reason reason, String line, String said, List<String> more) implements LineReading {

        /** Message key; {@link #arguments} are the line, what was said, and what the reason names besides. */
        public String key() {
            return "catalog.refused." + reason;
        }

        public List<String> arguments() {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(line, said), more.stream())
                    .toList();
        }

        /** As a problem of an input. */
        public Problem at(String input) {
            return new Problem(input, key(), List.copyOf(arguments()));
        }
    }

    /** Why a line does not take something. */
    enum Reason {
        /** No whole number. */
        WHOLE,
        /** No number. */
        DECIMAL,
        /** Neither yes nor no. */
        ANSWER,
        /** The line takes a text. */
        FIGURE,
        /** Below the smallest value. */
        LEAST,
        /** More digits than any return holds. */
        LARGE,
        /** More decimals than are kept. */
        DECIMALS,
        /** Two readings give two values. */
        UNCLEAR,
        /** Nothing happened, or not known? */
        DASH,
        /** A spreadsheet's own error. */
        BROKEN,
        /** A formula without its result. */
        FORMULA,
        /** A day, or what a spreadsheet made of something else. */
        DAY,
        FRACTION,
        PERCENT,
        /** Words beside the figure. */
        WORDS,
        /** Zeros in front, as a code has. */
        CODE,
        /** Brackets may mean a negative figure. */
        BRACKETS,
        /** Written with a power of ten. */
        POWER,
        /** A character that nobody can see or type. */
        CONTROL,
        /** A longer text than is kept. */
        LONG
    }
}
