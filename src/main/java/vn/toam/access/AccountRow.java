package vn.toam.access;

/**
 * An account in a list or on its page, with the names of where it is.
 *
 * @param place unit and the units above it: "Huyện Tân Yên, tỉnh Bắc Giang"
 * @param agency full name of its agency
 */
public record AccountRow(Account account, String place, String agency) {}
