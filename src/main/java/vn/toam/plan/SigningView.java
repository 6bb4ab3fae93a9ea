package vn.toam.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where a draft stands on its way to its signature.
 *
 * @param needsLeader the account asking drafts, and a leader of the unit signs
 * @param maySign it may issue the draft as it stands
 * @param returned why it was returned last; null when it was not
 */
public record SigningView(
        boolean needsLeader, boolean maySign, @Nullable Change returned) {}
