package vn.toam.indicator;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.geography.Unit;
import vn.toam.shared.Me;

/** Keeps the indicators that places define for their own plans; who may define one, the caller has checked. */
@Component
public class OwnMeasures {

    private final OwnMeasureRepository repository;
    private final RollUp rollUp;

    OwnMeasures(OwnMeasureRepository repository, RollUp rollUp) {
        this.repository = repository;
        this.rollUp = rollUp;
    }

    /** Keeps it and adds up what was accepted so far, unless its results are typed; part of the caller's transaction. */
    public void add(OwnMeasure own, Me me) {
        repository.add(own, me);
        if (own.kind() != OwnMeasure.Kind.TYPED) {
            rollUp.begin(own);
        }
    }

    /** Those made in the province of a unit and for the whole country, the newest first; for the country all there are. */
    public List<OwnMeasure> near(Unit unit) {
        return repository.near(unit.province());
    }

    /** Those made for plans of a unit, the newest first. */
    public List<OwnMeasure> of(int unit) {
        return repository.of(unit);
    }
}
