package vn.toam.round;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Calendar;

/** Rounds as they are kept, for modules that check themselves who may see what is asked; {@link RoundService} is for everybody else. */
@Component
public class Rounds {

    /** The days of which a return holds the data, both included. */
    public record Window(LocalDate first, LocalDate last) {}

    private final RoundRepository repository;
    private final Catalog catalog;

    Rounds(RoundRepository repository, Catalog catalog) {
        this.repository = repository;
        this.catalog = catalog;
    }

    /** Of which days a round asks: those of its year or part of the year; beside the yearly rounds, from the same first day up to its cut-off. */
    public Window window(Round round) {
        Calendar.Window days = catalog.all(Calendar.class).stream()
                .flatMap(calendar -> calendar.rules().stream())
                .filter(rule -> rule.id().equals(round.ruleSet()))
                .findFirst()
                .orElseThrow()
                .window();
        if (!round.adHoc()) {
            return new Window(days.start(round.year()), days.end(round.year()).minusDays(1));
        }
        LocalDate next = days.start(round.year() + 1);
        return new Window(next.isAfter(round.cutOff()) ? days.start(round.year()) : next, round.cutOff());
    }

    /** Every round that is open. */
    public List<Round> open() {
        return repository.open();
    }

    public Optional<Round> find(UUID id) {
        return repository.find(id);
    }

    /** In the order of lists: asked once before yearly ones, by form, by last day. */
    public List<Round> all(Collection<UUID> ids) {
        return repository.all(ids);
    }

    /** Years for which a place, units above it or within it are asked for one of these forms and may still send in time. */
    public Set<Integer> gathering(int place, Collection<String> forms, LocalDate today) {
        return repository.gathering(place, forms, today);
    }

    /** Years that any round asks about, newest first. */
    public List<Integer> years() {
        return repository.years();
    }

    /** True when any year is asked in parts. */
    public boolean inParts() {
        return repository.inParts();
    }

    /** The day whose borders the returns of each year follow. */
    public Map<Integer, LocalDate> geographies() {
        return repository.geographies();
    }

    /** The same of one year; empty when nothing was asked. */
    public Optional<LocalDate> geography(int year) {
        return repository.geography(year);
    }
}
