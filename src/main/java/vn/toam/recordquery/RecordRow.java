package vn.toam.recordquery;

import java.util.List;
import vn.toam.definition.Lifecycle;
import vn.toam.register.RegisterRecord;

/**
 * A record as it stands in a list.
 *
 * @param derived what time alone makes of it today
 * @param name first field of its title, as it is sorted
 * @param unproven its days for a file have passed without one
 * @param people whether names of people are shown to whoever reads
 */
public record RecordRow(
        RegisterRecord record, String name, List<Lifecycle.Derived> derived, boolean unproven, boolean people) {

    /** Where its page is. */
    public String path() {
        return record.path();
    }
}
