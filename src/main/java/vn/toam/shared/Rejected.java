package vn.toam.shared;

import java.util.List;

/**
 * The input breaks a rule. Nothing was saved. Carries what is wrong, where, and what would be right, as message keys, so that the page can
 * be shown again with what was typed (status 422).
 */
public class Rejected extends RuntimeException {

    /**
     * One thing wrong.
     *
     * @param field the input's name on the page; blank when it concerns the whole
     * @param key message key
     * @param arguments values named in the message
     */
    public record Problem(String field, String key, List<Object> arguments) {}

    private final transient List<Problem> problems;

    public Rejected(List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One problem with one field. */
    public static Rejected field(String field, String key, Object... arguments) {
        return new Rejected(List.of(new Problem(field, key, List.of(arguments))));
    }

    /** One problem with the whole request. */
    public static Rejected because(String key, Object... arguments) {
        return field("", key, arguments);
    }

    public List<Problem> problems() {
        return problems;
    }
}
