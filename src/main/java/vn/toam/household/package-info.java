/**
 * The household book of communes: a {@link vn.toam.household.Household} is open while it stays in a village under a number, has a head and
 * perhaps members, flags by decision, and a history of events. {@link vn.toam.household.Bits} say which numbers a service reached. Names are
 * for the commune's officers ({@code HOUSEHOLD_KEEP}, {@code HOUSEHOLD_READ}), figures for those above too ({@code HOUSEHOLD_FIGURES});
 * whoever holds them for one village reads and keeps that one.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "jobs", "audit", "definition", "catalog", "geography", "unit", "village"})
@org.jspecify.annotations.NullMarked
package vn.toam.household;
