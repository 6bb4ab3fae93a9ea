package vn.toam.mapping;

import java.util.List;

/** What a cell of a list of records says. */
sealed interface CellReading {

    /** A value, written as {@link RecordColumn.Kind} says. */
    record Value(String written) implements CellReading {}

    /** Nothing. */
    record Blank() implements CellReading {}

    /** One of several things, or something near them: the sender chooses. @param said what it says, of several the one that is unclear */
    record Doubtful(String said, List<Entry.Choice> choices) implements CellReading {}

    /** It cannot be taken. @param key of the message that says what would be right */
    record Refused(String key, List<String> arguments) implements CellReading {}
}
