/**
 * The short HTTP interface for other systems, described by {@code /api/v1/openapi.yaml}: figures in, decisions, figures out. Units are named
 * by their statistics codes. No rule of its own: everything is asked of the same services as the pages.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "definition",
            "catalog",
            "geography",
            "unit",
            "signin",
            "round",
            "submission",
            "collection",
            "indicator"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.api;
