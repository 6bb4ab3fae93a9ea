package vn.toam.round;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rounds as they are kept, for modules that check themselves who may see what is asked; {@link RoundService} is for everybody else. */
@Component
public class Rounds {

    private final RoundRepository repository;

    Rounds(RoundRepository repository) {
        this.repository = repository;
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
