package vn.toam.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.indicator.Value;
import vn.toam.shared.Text;

/**
 * An indicator over the provinces of the country or the communes of a province, in today's borders; of a unit that ended, the
 * units below it in its last ones.
 *
 * @param indicators that can be chosen
 * @param measure sign written behind its figures, with its space
 * @param place the country or the province
 * @param day whose borders they are
 * @param years that can be chosen
 * @param total figure of the place
 * @param sheet the drawing and where it comes from
 * @param areas every unit, best first, those without a figure last
 * @param shades the classes of the legend
 * @param names of the units that figures are read from only in part
 * @param country true: the reader may go up to the map of the country
 */
public record MapView(
        List<Indicator> indicators,
        Indicator indicator,
        Text measure,
        Unit place,
        LocalDate day,
        int year,
        List<Integer> years,
        Value total,
        Boundaries.Sheet sheet,
        List<Area> areas,
        Shades shades,
        Map<Integer, Text> names,
        boolean country) {

    /**
     * One unit on the map.
     *
     * @param rank place among the others, from 1; null: no figure
     * @param style class of its figure, 1 to 5; 0: no figure; {@link #PROVISIONAL}: one of too few units
     * @param shape null: there is no drawing
     */
    public record Area(Unit unit, Value value, @Nullable Integer rank, int style, Drawing.@Nullable Shape shape) {}

    /** Class of figures that are not to be compared: in no other class, and hatched. */
    static final int PROVISIONAL = 9;

    /** How many have a figure of too few units. */
    public long provisional() {
        return areas.stream().filter(area -> area.style() == PROVISIONAL).count();
    }

    /** How many have no figure. */
    public long without() {
        return areas.stream().filter(area -> area.style() == 0).count();
    }

    /** True when the place is no more. */
    public boolean past() {
        return day.equals(place.validity().last());
    }

    /** True when the areas are provinces. */
    public boolean provinces() {
        return place.province() == 0;
    }

    /** The page of the indicator for a unit. */
    public String page(Unit unit) {
        return "/indicators/" + indicator.id() + "?unit=" + unit.id() + "&year=" + year;
    }

    /** Address of its table as a workbook. */
    public String file() {
        return "/indicators/" + indicator.id() + "/table.xlsx?unit=" + place.id() + "&year=" + year + "&borders=" + day;
    }

    /** The map of a unit's own parts. */
    public String map(Unit unit) {
        return address(indicator.id(), unit.id(), year);
    }

    /** Address of a map. */
    public static String address(String indicator, int unit, int year) {
        return "/indicators/map?indicator=" + indicator + "&unit=" + unit + "&year=" + year;
    }
}
