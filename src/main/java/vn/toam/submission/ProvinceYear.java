package vn.toam.submission;

/** A province (code of today) and a year of returns. */
public record ProvinceYear(int province, int year) {}
