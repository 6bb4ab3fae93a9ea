package vn.toam.sheet;

import java.util.List;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** The file is no table that can be read. Its problem names the message that tells the sender what is wrong and what would be right. */
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param problem what is wrong with the whole file, in the words of the module that reads it */
    public UnreadableTable(Problem problem) {
        super(problem.key());
        this.problem = problem;
    }

    /** @param key message key below {@code sheet.unreadable} */
    public UnreadableTable(String key, Object... arguments) {
        super(key);
        this.problem = new Problem("file", "sheet.unreadable." + key, List.of(arguments));
    }

    public UnreadableTable(String key, Throwable cause) {
        super(key, cause);
        this.problem = new Problem("file", "sheet.unreadable." + key, List.of());
    }

    public Problem problem() {
        return problem;
    }

    public Rejected rejected() {
        return new Rejected(List.of(problem));
    }
}
