package vn.toam.collection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.toam.submission.Fact;
import vn.toam.submission.FactsChanged;
import vn.toam.submission.ProvinceYear;

/** Whatever changes what counts is done through here, so that every sum above follows within the same transaction. */
@Component
class Counting {

    private final FactRepository facts;
    private final ApplicationEventPublisher events;

    Counting(FactRepository facts, ApplicationEventPublisher events) {
        this.facts = facts;
        this.events = events;
    }

    /** @param change may accept, return or replace figures of these units of one province and year, and of no others */
    void around(int province, int year, Collection<Integer> changing, Runnable change) {
        List<Integer> units = facts.concerned(changing, year);
        facts.lock(new ProvinceYear(province, year), units);
        Map<Integer, Fact> before = byUnit(facts.of(province, units, year));
        change.run();
        Map<Integer, Fact> after = byUnit(facts.of(province, units, year));
        List<FactsChanged.Change> changes = units.stream()
                .filter(unit -> !Objects.equals(before.get(unit), after.get(unit)))
                .map(unit -> change(unit, before.get(unit), after.get(unit)))
                .toList();
        if (!changes.isEmpty()) {
            events.publishEvent(new FactsChanged(province, year, changes));
        }
    }

    private static FactsChanged.Change change(int unit, @Nullable Fact before, @Nullable Fact after) {
        Fact known = Objects.requireNonNull(after == null ? before : after);
        return new FactsChanged.Change(unit, known.above(), before, after);
    }

    private static Map<Integer, Fact> byUnit(List<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::unit, Function.identity()));
    }
}
