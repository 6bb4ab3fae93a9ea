package vn.toam.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.MovesWithUnits;

/** Accounts and their roles follow their unit to the one that takes its place; never to a higher level, which would widen what they may do. */
@Component
@Order(3)
class AccountsMove implements MovesWithUnits {

    private final MovingRepository moving;
    private final SignOut signOut;
    private final Words words;

    AccountsMove(MovingRepository moving, SignOut signOut, Words words) {
        this.moving = moving;
        this.signOut = signOut;
        this.words = words;
    }

    @Override
    public List<Moved> apply(Moves moves) {
        moving.move(moves.id(), moves.mainHeirs());
        signOut.endSessions(moving.accounts(moves.id()));
        List<Moved> all = new ArrayList<>();
        add(all, "access.moved", moving.moved(moves.id()), false);
        add(all, "access.moved.left", moving.left(moves.ended()), true);
        return all;
    }

    private void add(List<Moved> all, String key, List<MovingRepository.Row> rows, boolean attention) {
        if (!rows.isEmpty()) {
            all.add(new Moved(
                    words.text(key, rows.size()),
                    rows.stream().map(AccountsMove::named).toList(),
                    attention));
        }
    }

    private static Text named(MovingRepository.Row row) {
        return Text.of(row.name() + " (" + row.username() + "): " + row.from()
                + (row.to().isEmpty() ? "" : " → " + row.to()));
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        int made = moving.madeAt(moves.id(), moves.made());
        return made == 0 ? List.of() : List.of(words.text("access.moved.obstacle", made));
    }

    @Override
    public void undo(Moves moves) {
        signOut.endSessions(moving.accounts(moves.id()));
        moving.back(moves.id());
    }
}
