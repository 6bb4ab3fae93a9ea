package vn.toam.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
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
    public String records() {
        return "accounts";
    }

    @Override
    public Text name() {
        return words.text("access.moved.name");
    }

    @Override
    public Estimate estimate(Moves moves) {
        Map<Integer, Integer> heirs = heirs(moves);
        List<Integer> without =
                moves.ended().stream().filter(unit -> !heirs.containsKey(unit)).toList();
        Map<Integer, Integer> records = new TreeMap<>();
        moves.byProvince()
                .forEach((province, here) ->
                        records.put(province, moving.count(heirs(here).keySet())));
        List<Moved> told = new ArrayList<>();
        add(told, "access.moved", moving.moving(heirs, moves), false);
        add(told, "access.moved.left", moving.left(without, moves), true);
        return new Estimate(records, told);
    }

    private void add(List<Moved> all, String key, MovingRepository.Told told, boolean attention) {
        if (told.count() > 0) {
            all.add(new Moved(
                    words.text(key, told.count()),
                    told.named().stream().map(AccountsMove::named).toList(),
                    attention));
        }
    }

    private static Text named(MovingRepository.Row row) {
        return Text.of(row.name() + " (" + row.username() + "): " + row.from()
                + (row.to().isEmpty() ? "" : " → " + row.to()));
    }

    /** For each old unit the one of its level that took its place. */
    private static Map<Integer, Integer> heirs(Moves moves) {
        Map<Integer, Integer> heirs = new TreeMap<>(moves.mainHeirs());
        heirs.entrySet().removeIf(pair -> !level(moves, pair.getKey()).equals(level(moves, pair.getValue())));
        return heirs;
    }

    private static Optional<Level> level(Moves moves, int unit) {
        return Optional.ofNullable(moves.units().get(unit)).map(Unit::level);
    }

    @Override
    public int follow(Moves moves, int limit) {
        Map<Integer, Integer> heirs = heirs(moves);
        List<UUID> accounts = moving.next(heirs.keySet(), limit);
        moving.move(moves.id(), heirs, accounts);
        signOut.endSessions(accounts);
        return accounts.size();
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        int made = moving.madeAt(moves.id(), moves.made());
        return made == 0 ? List.of() : List.of(words.text("access.moved.obstacle", made));
    }

    @Override
    public int undo(Moves moves, int limit) {
        List<UUID> accounts = moving.moved(moves.id(), moves.ended(), limit);
        signOut.endSessions(accounts);
        moving.back(moves.id(), moves.ended(), accounts);
        return accounts.size();
    }
}
