package vn.toam.access;

/** A unit offered for a new account. @param name with the units above it */
public record Choice(int unit, String name) {}
