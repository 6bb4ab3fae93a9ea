/**
 * Yearly returns on their way: a {@link vn.toam.round.Round} asks every unit of a place for one form; each
 * {@link vn.toam.submission.Submission} is filled, checked, sent, then accepted or returned by the receiver that the rules of its time
 * name. What is accepted becomes facts, for modules that count ({@link vn.toam.collection.CollectionFigures}).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "access",
            "notice",
            "sheet",
            "round",
            "submission"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.collection;
