/**
 * The pages of the household book: villages of a commune with their households, one household with its history, the forms of everything that
 * happens to it, the grid on which a village is ticked and the sheet to tick by hand. Rules and rights are those of {@code household}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "geography", "unit", "village", "household"})
@org.jspecify.annotations.NullMarked
package vn.toam.householdpages;
