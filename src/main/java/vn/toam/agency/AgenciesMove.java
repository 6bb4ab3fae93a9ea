package vn.toam.agency;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.ChangesWithUnits;
import vn.toam.unit.MovesWithUnits.Moves;

/** Agencies end and begin with their unit, before anything that asks for them follows. Committees stay: a person decides on them. */
@Component
class AgenciesMove implements ChangesWithUnits {

    private final AgencyMovingRepository moving;
    private final Words words;

    AgenciesMove(AgencyMovingRepository moving, Words words) {
        this.moving = moving;
        this.words = words;
    }

    @Override
    public void apply(Moves moves) {
        moving.end(moves.id(), moves.ended(), moves.on());
        moving.begin(moves.made(), moves.on());
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        return moving.addedTo(moves.made()).stream()
                .map(what -> words.text("reorganisation.obstacle." + what))
                .toList();
    }

    @Override
    public void undo(Moves moves) {
        moving.back(moves.id(), moves.made());
    }
}
