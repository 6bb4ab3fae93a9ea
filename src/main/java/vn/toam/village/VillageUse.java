package vn.toam.village;

import java.util.Collection;
import java.util.UUID;

/** Implemented by modules that refer to villages: what was entered under a village keeps its entry from being taken back. */
public interface VillageUse {

    /** True when something refers to one of these villages of a province. */
    boolean uses(int province, Collection<UUID> villages);
}
