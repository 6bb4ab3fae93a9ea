package vn.toam.agency;

import vn.toam.shared.Text;

/**
 * Who takes over from an agency.
 *
 * @param duty what passes to it: "bảo trợ xã hội, trẻ em"; blank means everything
 */
public record AgencySuccessor(Agency agency, Text duty) {}
