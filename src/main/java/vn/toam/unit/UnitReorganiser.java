package vn.toam.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.geography.Geography;
import vn.toam.geography.Unit;
import vn.toam.geography.UnitType;
import vn.toam.geography.Validity;
import vn.toam.shared.Text;

/** Changes the tree by a reorganisation and takes that back, in the transaction of the caller, who has checked that it may be done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnitReorganiser {

    private final TreeChangeRepository repository;
    private final Geographies geographies;

    UnitReorganiser(TreeChangeRepository repository, Geographies geographies) {
        this.repository = repository;
        this.geographies = geographies;
    }

    /** Ids for new units, never used before. */
    public int[] newIds(int count) {
        return repository.ids(count);
    }

    /** Names of the units among these that something already happens to on or after {@code on}: history is not rewritten. */
    public List<String> changedFrom(Collection<Integer> units, LocalDate on) {
        return repository.changedFrom(units, on);
    }

    /** Begins, renames, ends and links units; what lay below an ended unit goes to its heir. */
    public void apply(UnitTreeChange change) {
        repository.run("reorganise", change.parameters());
    }

    /** What a reorganisation changed: the links between different units, and every unit that it ended. */
    public MovesWithUnits.Moves moves(UUID reorganisation, LocalDate on, MovesWithUnits.By by) {
        List<MovesWithUnits.Change> changes = repository.changes(reorganisation);
        List<Integer> ended = repository.ended(reorganisation);
        List<Integer> all = new ArrayList<>(ended);
        changes.forEach(change -> all.add(change.to()));
        // another server may have made the new units a moment ago
        Geography geography = changes.isEmpty()
                ? geographies.now()
                : geographies.knowing(changes.getFirst().to());
        return new MovesWithUnits.Moves(reorganisation, on, by, changes, ended, byId(geography.findAll(all, on)));
    }

    /** The same of a change that has not happened: its new units are those of {@code change}, whatever ids it gives them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public MovesWithUnits.Moves planned(UnitTreeChange change, MovesWithUnits.By by) {
        List<Integer> ended =
                change.ended().stream().map(UnitTreeChange.Ended::unit).toList();
        Map<Integer, Unit> units =
                byId(geographies.now().findAll(ended, change.on().minusDays(1)));
        Map<String, Text> types =
                geographies.now().types(false).stream().collect(Collectors.toMap(UnitType::key, UnitType::label));
        change.begun().forEach(begun -> units.put(begun.id(), unit(begun, types, change.on())));
        return new MovesWithUnits.Moves(
                change.id(),
                change.on(),
                by,
                change.links().stream()
                        .map(link -> new MovesWithUnits.Change(link.from(), link.to(), link.share()))
                        .toList(),
                ended,
                units);
    }

    private static Map<Integer, Unit> byId(List<Unit> units) {
        return units.stream()
                .collect(Collectors.toMap(Unit::id, Function.identity(), (one, same) -> one, HashMap::new));
    }

    private static Unit unit(UnitTreeChange.Begun begun, Map<String, Text> types, LocalDate on) {
        Text type = types.getOrDefault(begun.type(), Text.of(""));
        return new Unit(
                begun.id(),
                begun.level(),
                begun.province(),
                begun.parent(),
                begun.code(),
                begun.type(),
                false,
                begun.name(),
                new Text((type.vi() + " " + begun.name()).strip(), (begun.name() + " " + type.en()).strip()),
                new Validity(on, LocalDate.MAX));
    }

    /** What was done with the new units since and would be lost: {@code village} and {@code name}; empty: it can be taken back. */
    public Set<String> changedSince(UUID reorganisation, Collection<Integer> made, LocalDate on) {
        return Set.copyOf(repository.changedSince(reorganisation, made, on));
    }

    /** Puts the tree back as it was; the new units go. @throws org.springframework.dao.DataIntegrityViolationException one of them is used */
    public void undo(MovesWithUnits.Moves moves) {
        repository.undo(moves);
    }
}
