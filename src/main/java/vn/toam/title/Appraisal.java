package vn.toam.title;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a household when it is judged; what nobody said is not in the maps.
 *
 * @param areas classes of difficult area of its village, and what a set tells apart beside them
 * @param met criteria by id, in sets without points
 * @param points by id of a criterion, or of a standard that was scored as a whole
 * @param vote null: the meeting has not voted
 */
public record Appraisal(
        Set<String> areas,
        Map<String, Boolean> met,
        Map<String, BigDecimal> points,
        @Nullable Vote vote) {

    public Appraisal {
        areas = Set.copyOf(areas);
        met = Map.copyOf(met);
        points = Map.copyOf(points);
    }
}
