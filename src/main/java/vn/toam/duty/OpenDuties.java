package vn.toam.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much work waits, by agency: counts alone, for letters. */
@Component
public class OpenDuties {

    private final DutyListRepository lists;

    OpenDuties(DutyListRepository lists) {
        this.lists = lists;
    }

    /** How many open duties each agency has whose effective due day is one of these. */
    public Map<Integer, Integer> due(List<LocalDate> days) {
        return lists.due(days);
    }

    /** How many results each agency that carries a plan has left unconfirmed since a day or longer. */
    public Map<Integer, Integer> unconfirmed(LocalDate until) {
        return lists.unconfirmed(until);
    }
}
