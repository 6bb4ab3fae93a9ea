/**
 * The bodies of a unit over time: {@link vn.toam.agency.Agency agencies} with those that took over from them, steering
 * {@link vn.toam.agency.Committee committees} and their members, and the pages that show a unit with them. {@link vn.toam.agency.AgencyNames} finds
 * the agency that a plan names.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "definition", "catalog", "geography", "unit"})
@org.jspecify.annotations.NullMarked
package vn.toam.agency;
