package vn.toam.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Registers that units made for themselves and fields that they added to those of the country, kept elsewhere than in files. A version never
 * changes once it is kept, so whoever has read it once, in whichever application, need not ask again.
 */
public interface OwnRegisters {

    /**
     * A kept version.
     *
     * @param id of the register; of added fields an id of their own
     * @param register the register of the country that fields are added to; empty: a register of its own
     */
    record Version(String id, int version, int unit, Optional<String> register) {}

    /** The newest versions of everything that these units keep. */
    List<Version> of(Collection<Integer> units);

    /** The newest version of a register of a unit's own. */
    Optional<Version> newest(String id);

    /** A version in the shape of the files: a register, or fields alone. */
    String definition(String id, int version);
}
