package vn.toam.householdpages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be written of a household, each on a form of its own. */
public enum Act {
    CORRECT,
    MEMBERS,
    MOVE_IN,
    BIRTH,
    MOVE_OUT,
    DEATH,
    HEAD,
    SPLIT,
    MERGE,
    VILLAGE,
    FLAG,
    UNFLAG,
    CLOSE,
    REOPEN;

    /** As it stands in the address of its form. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may be done with a household. */
    public static List<Act> of(boolean open) {
        return Arrays.stream(values())
                .filter(act -> act == REOPEN ^ open || act == CORRECT)
                .toList();
    }

    static Optional<Act> at(String path) {
        return Arrays.stream(values()).filter(act -> act.path().equals(path)).findFirst();
    }
}
