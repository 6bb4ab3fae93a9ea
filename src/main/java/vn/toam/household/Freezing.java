package vn.toam.household;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.toam.audit.Audit;
import vn.toam.jobs.DueHandler;

/** Freezes the book of one commune after another, each in a transaction of its own: what is frozen stays so, whatever happens to the next. */
@Component
class Freezing implements DueHandler {

    static final String KIND = "household.freeze";

    private final HouseholdYears years;
    private final Audit audit;

    Freezing(HouseholdYears years, Audit audit) {
        this.years = years;
        this.audit = audit;
    }

    static String key(int unit, int year, LocalDate cutOff) {
        return unit + "/" + year + "/" + cutOff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String key) {
        String[] parts = key.split("/");
        int unit = Integer.parseInt(parts[0]);
        int year = Integer.parseInt(parts[1]);
        if (years.freezeNow(unit, year, LocalDate.parse(parts[2]))) {
            audit.recordFor(null, "household.audit.frozen", "unit", unit, Map.of("year", year, "cutOff", parts[2]));
            years.expect(unit);
        }
    }
}
