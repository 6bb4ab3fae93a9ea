package vn.toam.exchange;

import java.util.List;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** The file is no table that can be read. Its problem names the message that tells the sender what is wrong and what would be right. */
final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param key message key below {@code exchange.unreadable} */
    UnreadableTable(String key, Object... arguments) {
        super(key);
        this.problem = new Problem("file", "exchange.unreadable." + key, List.of(arguments));
    }

    UnreadableTable(String key, Throwable cause) {
        super(key, cause);
        this.problem = new Problem("file", "exchange.unreadable." + key, List.of());
    }

    Problem problem() {
        return problem;
    }

    Rejected rejected() {
        return new Rejected(List.of(problem));
    }
}
