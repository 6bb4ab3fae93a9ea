/**
 * Records as they are read: which ones and how many. One condition lists them, finds them by their words, adds them up and counts them into lines
 * of forms ({@link vn.toam.catalog.Counts}), so that a figure and the list behind it cannot differ; the page of one record shows what hangs on it.
 * Keeps nothing: reads the views of {@code register}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "agency",
            "sheet",
            "document",
            "village",
            "register"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.recordquery;
