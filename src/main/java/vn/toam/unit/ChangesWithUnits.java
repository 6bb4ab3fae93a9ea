package vn.toam.unit;

import java.util.List;
import vn.toam.shared.Text;

/**
 * Something small that changes together with the units themselves, in their transaction, so that nobody ever sees one without the other:
 * agencies. Whatever grows with records is a {@link MovesWithUnits} instead.
 */
public interface ChangesWithUnits {

    /** Ends and begins what belongs to the units, after they were changed. */
    void apply(MovesWithUnits.Moves moves);

    /** Sentences on what was done since with the new units and would be lost; empty: {@link #undo} may be called. */
    List<Text> obstacles(MovesWithUnits.Moves moves);

    /** Puts everything back as it was, before the units themselves are and after all records are. */
    void undo(MovesWithUnits.Moves moves);
}
