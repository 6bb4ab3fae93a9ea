package vn.toam.access;

import java.util.List;
import vn.toam.shared.Text;

/**
 * An account in a list or on its page, with the names of where it is.
 *
 * @param place unit and the units above it: "Huyện Tân Yên, tỉnh Bắc Giang"
 * @param agency full name of its agency
 * @param roles what they do, one for each that it holds
 */
public record AccountRow(Account account, String place, String agency, List<Text> roles) {}
