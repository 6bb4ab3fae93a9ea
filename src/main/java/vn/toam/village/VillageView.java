package vn.toam.village;

import java.util.List;

/**
 * Everything the page of a village shows.
 *
 * @param periods what it was, oldest first
 * @param came what went into it
 * @param went what it went into
 * @param persons the reader may know who heads it
 * @param changes the acts that made it what it is, newest first
 */
public record VillageView(
        Village village,
        List<Village> periods,
        List<VillageSuccessor> came,
        List<VillageSuccessor> went,
        VillageHeads heads,
        boolean persons,
        List<VillageChange> changes,
        boolean mayEdit) {}
