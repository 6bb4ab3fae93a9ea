package vn.toam.village;

/** Classes of difficult areas that a decision puts a village into; several may hold at once, none is the rule. */
public enum Area {
    ESPECIALLY_DIFFICULT,
    BORDER,
    ISLAND,
    MOUNTAIN
}
