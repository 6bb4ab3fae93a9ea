package vn.toam.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toam.submission.SubmissionStatus;

/** The units a table may be about: those one may enter for are looked among first, then everybody the round asks. */
final class Places {

    /** A unit of former days. @param now what it became, among those asked */
    record Former(LocalDate since, List<Asked> now) {}

    private static final int LOOKED_UP = 300;

    private final UnitNames near;
    private final Supplier<UnitNames> all;
    private final Permitted.Places permitted;
    private final Function<String, @Nullable Former> formers;
    private int lookedUp;

    /** @param formers finds a unit of former days by its name */
    Places(
            UnitNames near,
            Supplier<UnitNames> all,
            Permitted.Places permitted,
            Function<String, @Nullable Former> formers) {
        this.near = near;
        this.all = all;
        this.permitted = permitted;
        this.formers = formers;
    }

    /** The units that a cell may mean. */
    List<Asked> find(Object cell) {
        List<Asked> found = near.find(cell);
        return found.isEmpty() ? all.get().find(cell) : found;
    }

    /** Units whose names come near. */
    List<Asked> near(String said) {
        List<Asked> found = near.near(said);
        return found.isEmpty() ? all.get().near(said) : found;
    }

    @Nullable
    Former former(String said) {
        return lookedUp++ < LOOKED_UP ? formers.apply(said) : null;
    }

    boolean may(Asked unit) {
        return permitted.may(unit);
    }

    /** A return with nothing in it. */
    Asked nobody() {
        return new Asked(0, 0, "", "", "", "", 0, SubmissionStatus.DRAFT, 0, Map.of(), Map.of(), Map.of());
    }
}
