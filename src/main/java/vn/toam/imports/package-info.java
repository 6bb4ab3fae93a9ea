/**
 * A file on its way in, whatever stands in it: received, read row by row, its columns understood or asked for and remembered, held against
 * what stands there, shown before anything is saved, confirmed, and taken back as a whole. What the rows become an
 * {@link vn.toam.imports.ImportTarget} says, found by its kind and key; a list of records says it as a {@link vn.toam.imports.RecordTarget}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "catalog", "sheet", "audit", "jobs", "shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.imports;
