package vn.toam.village;

/** A village in the list of its commune. @param heads blank for whoever may not know @param ended it is no more, or lies elsewhere */
public record VillageRow(Village village, VillageHeads heads, boolean ended) {}
