package vn.toam.householdimport;

import static vn.toam.householdimport.HouseholdColumns.BIRTH;
import static vn.toam.householdimport.HouseholdColumns.NAME;
import static vn.toam.householdimport.HouseholdColumns.NO;
import static vn.toam.householdimport.HouseholdColumns.RELATION;
import static vn.toam.householdimport.HouseholdColumns.VILLAGE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.household.Household;
import vn.toam.mapping.StandingRecord;

/** Which households of a village a row of a list may be about. */
final class Candidates {

    private Candidates() {}

    /**
     * The household of that number and name; else those of that name and year of birth, taken for the same; else what may be the same and is
     * to be asked about: of that name where a year is missing, of that number where the head is called otherwise.
     *
     * @param alike of the village, with a head of that name
     * @param all of the village
     */
    static List<StandingRecord> of(Map<String, String> row, List<Household> alike, List<Household> all) {
        String no = row.getOrDefault(NO, "");
        String year = row.getOrDefault(BIRTH, "");
        List<Household> numbered = alike.stream()
                .filter(each -> String.valueOf(each.no()).equals(no))
                .toList();
        if (!numbered.isEmpty()) {
            return records(row, numbered, true);
        }
        List<Household> born = alike.stream()
                .filter(each -> !year.isEmpty() && year.equals(year(each)))
                .toList();
        if (!born.isEmpty()) {
            return records(row, born, true);
        }
        List<Household> maybe = new ArrayList<>(alike.stream()
                .filter(each -> year.isEmpty() || year(each) == null)
                .toList());
        all.stream()
                .filter(each -> String.valueOf(each.no()).equals(no))
                .filter(each -> !maybe.contains(each))
                .forEach(maybe::add);
        return records(row, maybe, false);
    }

    private static @Nullable String year(Household household) {
        Integer year = household.facts().head().birthYear();
        return year == null ? null : year.toString();
    }

    /** @param same true: whatever of the key differs is taken as the row says it */
    private static List<StandingRecord> records(Map<String, String> row, List<Household> found, boolean same) {
        return found.stream()
                .map(each -> {
                    Map<String, String> values = new HashMap<>(each.facts().written());
                    values.keySet().removeAll(List.of("type", "away"));
                    values.values().removeIf(String::isEmpty);
                    values.put(VILLAGE, row.getOrDefault(VILLAGE, ""));
                    values.put(NO, same ? row.getOrDefault(NO, "") : String.valueOf(each.no()));
                    values.put(RELATION, same ? HouseholdRows.HOUSEHOLD : HouseholdRows.PERHAPS);
                    if (same) {
                        values.put(NAME, row.getOrDefault(NAME, ""));
                    }
                    String born = year(each) == null ? "" : ", " + year(each);
                    String name = each.no() + " · " + each.facts().head().name() + born;
                    return new StandingRecord(each.id().toString(), each.version(), name, values);
                })
                .toList();
    }
}
