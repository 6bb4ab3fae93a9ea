package vn.toam.target;

import vn.toam.definition.Indicator;
import vn.toam.indicator.OwnMeasure;

/**
 * An indicator as a planner defines it on a page.
 *
 * @param code unit of count of a typed one; blank where lines give it
 * @param numerator line of a form; blank for a typed one
 * @param denominator line of a form, of a share only
 */
public record MeasureForm(
        String name,
        OwnMeasure.Kind kind,
        String code,
        Indicator.Better better,
        String numerator,
        String denominator) {}
