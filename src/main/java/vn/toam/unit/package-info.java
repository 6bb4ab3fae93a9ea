/**
 * Administrative units as they are kept: reference data of the whole country is loaded at the first start, read into a
 * {@link vn.toam.geography.Geography} ({@link vn.toam.unit.Geographies}), asked by {@link vn.toam.unit.UnitService} and
 * {@link vn.toam.unit.Successions}, and changed by {@link vn.toam.unit.UnitReorganiser}. Mergers, splits and the end of the districts on
 * 1/7/2025 are kept as history with their legal basis; nothing is rewritten.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "geography"})
@org.jspecify.annotations.NullMarked
package vn.toam.unit;
