/**
 * The list of households that a commune already keeps (Sổ A0), a row a household or a row a person, brought into the book through
 * {@code imports}: shown first, asked about where it is doubtful, saved and taken back as one. Identity numbers are not read.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "geography", "unit", "village", "household", "mapping", "imports", "sheet"})
@org.jspecify.annotations.NullMarked
package vn.toam.householdimport;
