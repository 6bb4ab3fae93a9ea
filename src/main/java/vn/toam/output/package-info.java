/**
 * The yearly report of a programme: a Word document laid out as Decree 30/2020/NĐ-CP asks, and the same data as a workbook. Its nouns are
 * {@link vn.toam.output.Report} (what is said), {@link vn.toam.letter.Block} (in which order) and the file that was handed out. It only
 * reads from the modules below; its own are the passages that an officer writes between the figures, and the files it made.
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
            "letter",
            "round",
            "submission",
            "collection",
            "plancontent",
            "plan",
            "register",
            "assignment",
            "duty",
            "indicator",
            "target",
            "campaign",
            "difficulty"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.output;
