package vn.toam.village;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.unit.MovesWithUnits;
import vn.toam.unit.Share;
import vn.toam.unit.UnitService;

/**
 * Villages follow their commune: to the unit that took all of it, or what remained. They get order numbers there after those it has. Where a
 * commune was divided a person should look, and pass some on by a decision of their own.
 */
@Component
@Order(0)
class VillagesMove implements MovesWithUnits {

    private final VillageMovingRepository moving;
    private final Geographies geographies;
    private final UnitService units;
    private final Words words;
    private final Clock clock;

    VillagesMove(
            VillageMovingRepository moving, Geographies geographies, UnitService units, Words words, Clock clock) {
        this.moving = moving;
        this.geographies = geographies;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Moved> apply(Moves moves) {
        Map<Integer, Integer> heirs = moves.mainHeirs();
        List<VillageMovingRepository.Gone> gone = new ArrayList<>();
        geographies
                .provinces(moves.ended())
                .forEach((province, ended) ->
                        gone.addAll(moving.move(province, moves.id(), moves.on(), ended, heirs, clock.instant())));
        Map<Integer, String> names = new HashMap<>();
        units.findAll(heirs.values(), moves.on())
                .forEach(unit -> names.put(unit.id(), unit.fullName().vi()));
        Map<Integer, Boolean> divided = moves.changes().stream()
                .collect(Collectors.toMap(
                        Change::from, change -> change.share() != Share.FULL, Boolean::logicalOr));
        List<Moved> moved = new ArrayList<>();
        tell(moved, "village.moved", gone, names, each -> !divided.getOrDefault(each.unit(), true), false);
        tell(moved, "village.moved.split", gone, names, each -> divided.getOrDefault(each.unit(), false), true);
        tell(moved, "village.moved.none", gone, names, each -> !heirs.containsKey(each.unit()), true);
        return moved;
    }

    private void tell(
            List<Moved> moved,
            String key,
            List<VillageMovingRepository.Gone> gone,
            Map<Integer, String> names,
            java.util.function.Predicate<VillageMovingRepository.Gone> which,
            boolean attention) {
        List<Text> told = gone.stream()
                .filter(which)
                .map(each -> each.heir() == null
                        ? Text.of(each.name())
                        : words.text("village.moved.item", each.name(), names.getOrDefault(each.heir(), "")))
                .toList();
        if (!told.isEmpty()) {
            moved.add(new Moved(words.text(key, told.size()), told, attention));
        }
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        return geographies.provinces(moves.made()).entrySet().stream()
                .map(each -> moving.changedSince(each.getKey(), moves.id(), each.getValue()))
                .filter(count -> count > 0)
                .map(count -> words.text("village.moved.obstacle", count))
                .toList();
    }

    @Override
    public void undo(Moves moves) {
        geographies.provinces(moves.ended()).keySet().forEach(province -> moving.back(province, moves.id()));
        geographies.provinces(moves.made()).forEach(moving::forget);
    }
}
