package vn.toam.ownregister;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Register;

/**
 * One version of what a unit defined for itself.
 *
 * @param id of the register, or of the added fields
 * @param unit who made it
 * @param extended id of the register of the country that fields were added to; null: a register of its own
 * @param register as it is kept: the register, or that of the country with the added fields
 * @param newest no later version was saved
 */
public record OwnRegister(
        String id,
        int version,
        int unit,
        @Nullable String extended,
        Register register,
        boolean newest,
        String savedBy,
        Instant savedAt) {

    /** Its address. */
    public String path() {
        return "/registers/own/" + id + "/" + version;
    }
}
