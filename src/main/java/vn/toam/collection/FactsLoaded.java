package vn.toam.collection;

/** Accepted figures of a whole province and year were loaded at once; told within the same transaction. */
public record FactsLoaded(ProvinceYear what) {}
