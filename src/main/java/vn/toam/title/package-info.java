/**
 * Titles: a {@link vn.toam.definition.CriteriaSet} says what is asked, a {@link vn.toam.title.VillageCourse} where a village stands in the year
 * (Decree 86/2023/NĐ-CP), {@link vn.toam.title.TitleRules} whether a household meets the set. Nothing passes by default.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"definition"})
@org.jspecify.annotations.NullMarked
package vn.toam.title;
