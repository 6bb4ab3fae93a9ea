package vn.toam.plan;

/** A plan was taken back; told within the transaction that does it: what is open of it is owed no longer. */
public record PlanWithdrawn(Plan plan, String reason) {}
