package vn.toam.target;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Text;

/**
 * What measures a target, and what may be chosen or typed instead.
 *
 * @param measure the indicator, collected or typed; null: none
 * @param collected its figures come from returns; nothing is typed for it
 * @param offered indicators of the target's own unit, the most alike in words first
 * @param forms forms of the same level, with the lines an indicator may be made of
 * @param results every result ever typed for the place, newest first
 * @param names of the indicators that {@code links} name
 */
public record TargetMeasureView(
        Plan plan,
        ScorecardView.Line line,
        @Nullable Indicator measure,
        boolean collected,
        Unit place,
        int year,
        List<Integer> years,
        List<Indicator> offered,
        List<Form> forms,
        Map<String, Text> counts,
        Indicator.Better better,
        List<TypedResult> results,
        List<TargetLink> links,
        Map<String, Text> names,
        boolean mayChoose,
        boolean mayType) {

    /** Its own address. */
    public String at() {
        return "/indicators/targets/" + plan.id() + "/" + line.target().id();
    }

    /** The address with place and year. */
    public String here() {
        return at() + "?unit=" + place.id() + "&year=" + year;
    }

    /** The result of the year that counts; null: none, or it was taken back. */
    public @Nullable TypedResult now() {
        return results.stream()
                .filter(result -> result.year() == year)
                .findFirst()
                .filter(result -> result.value() != null)
                .orElse(null);
    }
}
