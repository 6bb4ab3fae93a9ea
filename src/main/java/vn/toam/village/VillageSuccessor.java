package vn.toam.village;

/** What a village became. @param whole all of it went there; false: a part */
public record VillageSuccessor(Village village, boolean whole) {}
