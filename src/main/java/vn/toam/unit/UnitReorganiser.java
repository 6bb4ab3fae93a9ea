package vn.toam.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes the tree by a reorganisation and takes that back, in the transaction of the caller, who has checked that it may be done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnitReorganiser {

    private final TreeChangeRepository repository;

    UnitReorganiser(TreeChangeRepository repository) {
        this.repository = repository;
    }

    /** A village that followed its commune, by full names. @param split the commune was divided: a person should look */
    public record MovedVillage(String name, String to, boolean split) {}

    /** Ids for new units, never used before. */
    public int[] newIds(int count) {
        return repository.ids(count);
    }

    /** Names of the units among these that something already happens to on or after {@code on}: history is not rewritten. */
    public List<String> changedFrom(Collection<Integer> units, LocalDate on) {
        return repository.changedFrom(units, on);
    }

    /** Begins, renames, ends and links units; what lay below an ended unit goes to its heir. */
    public void apply(TreeChange change) {
        repository.run("reorganise", change.parameters());
    }

    /** What a reorganisation changed: the links between different units, and every unit that it ended. */
    public MovesWithUnits.Moves moves(UUID reorganisation, LocalDate on) {
        return new MovesWithUnits.Moves(
                reorganisation, on, repository.changes(reorganisation), repository.ended(reorganisation));
    }

    /** Villages that went to a new commune, in the order of lists. */
    public List<MovedVillage> villages(UUID reorganisation, LocalDate on) {
        return repository.villages(reorganisation, on);
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
