package vn.toam.unit;

/**
 * Electronic identifier of an agency (Decision 20/2020/QĐ-TTg), such as H18.
 *
 * @param verified false: from a list not yet checked against the decision's annex
 */
public record Identifier(String code, Validity validity, boolean verified) {}
