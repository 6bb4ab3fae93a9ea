package vn.toam.notice;

import java.util.UUID;

/** An active account as it can be told something: where it works, in which role, and its address; blank: it wants no letters. */
public record Contact(UUID account, int unit, int agency, String role, String email) {}
