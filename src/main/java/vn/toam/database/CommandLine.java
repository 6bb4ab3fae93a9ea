package vn.toam.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words of a command: options are taken out, what is left stands in order. */
record CommandLine(List<String> words) {

    CommandLine(String... arguments) {
        this(new ArrayList<>(List.of(arguments)));
    }

    Optional<String> option(String name) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        String value = words.remove(at + 1);
        words.remove(at);
        return Optional.of(value);
    }

    boolean flag(String name) {
        return words.remove(name);
    }

    /** Says why not, and ends the program with 2. */
    static void end(String message) {
        System.err.println("✗ " + message);
        System.exit(2);
    }
}
