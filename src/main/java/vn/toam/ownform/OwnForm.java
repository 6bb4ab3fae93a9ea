package vn.toam.ownform;

import java.time.Instant;
import java.util.List;
import vn.toam.definition.Form;
import vn.toam.round.Round;

/**
 * One version of a form that a unit made for itself.
 *
 * @param unit who made it and asks for it
 * @param newest no later version was saved
 * @param rounds how it was asked so far, in any version, newest first
 */
public record OwnForm(Form form, int unit, boolean newest, String savedBy, Instant savedAt, List<Round> rounds) {

    public String id() {
        return form.id();
    }

    public int version() {
        return form.version();
    }

    /** Its address; what can be done to it lies below. */
    public String path() {
        return "/ownform/" + id() + "/" + version();
    }

    /** True once this version was asked for: units fill it in as it is. */
    public boolean asked() {
        return rounds.stream().anyMatch(round -> round.formVersion() == version());
    }
}
