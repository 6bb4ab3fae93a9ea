/**
 * One search box for everything that has a name: units, agencies, plans, tasks, documents, forms and their lines, indicators,
 * records of registers, accounts. Nouns:
 * {@link vn.toam.search.SearchHit}, {@link vn.toam.search.SearchKind}. Owns no data: it asks the services below, each of which says what the
 * person asking may see.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "definition",
            "catalog",
            "geography",
            "unit",
            "agency",
            "access",
            "document",
            "submission",
            "collection",
            "round",
            "ownform",
            "indicator",
            "plancontent",
            "plan",
            "register",
            "recordquery"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.search;
