/**
 * A file on its way in, whatever stands in it: received, read row by row, asked about, shown before anything is saved, confirmed, and taken back
 * as a whole. What its columns and rows mean is {@code mapping}; what the rows become an {@link vn.toam.mapping.ImportTarget} says, found by its
 * kind and key.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "sheet", "audit", "jobs", "shared", "mapping"})
@org.jspecify.annotations.NullMarked
package vn.toam.imports;
