package vn.toam.signin;

import java.time.Instant;

/**
 * A session that its owner can see and end.
 *
 * @param device browser and system, as the browser names itself
 * @param lastUsed exact to a minute
 * @param own the one this page is asked from
 */
public record OpenSession(String device, Instant since, Instant lastUsed, boolean own) {}
