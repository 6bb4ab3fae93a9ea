package vn.toam.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;

/**
 * Hands out a place and a year that no other test of the run asks anything about, so that nobody has to reserve one: a province with its
 * communes, in a year from 2100 on (years below belong to the tests and the demonstration that name theirs).
 */
@Component
public class TestGround {

    private static final int FIRST_YEAR = 2100;
    private static final int LAST_YEAR = 2199;

    /** Where the demonstration's accounts sit: their pages begin with the newest year that was asked. */
    private static final Set<String> DEMONSTRATION = Set.of("01", "11", "24", "31", "51");

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private final UnitService units;

    TestGround(UnitService units) {
        this.units = units;
    }

    /** Ground of one test. */
    public record Ground(int province, List<Integer> communes, int year) {

        /** The first of its communes. */
        public int commune() {
            return communes.getFirst();
        }
    }

    /** Ground that was never handed out before. */
    public Ground take() {
        List<Unit> provinces = units.children(UnitService.COUNTRY, TODAY).stream()
                .filter(province -> !DEMONSTRATION.contains(province.code()))
                .toList();
        int number = TAKEN.getAndIncrement();
        int year = FIRST_YEAR + number / provinces.size();
        if (year > LAST_YEAR) {
            throw new IllegalStateException("no ground is left");
        }
        int province = provinces.get(number % provinces.size()).id();
        List<Integer> communes = new ArrayList<>(units.idsBelow(province, Level.COMMUNE, TODAY));
        Collections.rotate(communes, FIRST_YEAR - year); // what is kept without a year lies in a commune of its own
        return new Ground(province, communes, year);
    }
}
