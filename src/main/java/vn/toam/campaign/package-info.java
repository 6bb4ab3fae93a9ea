/**
 * Campaigns: each commemorative day of the catalog in a year, with what plans order for it and what registers keep of it, for a commune, a province
 * and the country. Nothing is kept here; a {@link vn.toam.campaign.Campaign} says only what records say.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "definition",
            "catalog",
            "geography",
            "unit",
            "register",
            "recordquery",
            "plancontent",
            "plan",
            "assignment",
            "duty"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.campaign;
