package vn.toam.village;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.unit.MovesWithUnits;

/**
 * Villages follow their commune: to the unit that took all of it, or what remained. They get order numbers there after those it has. Where a
 * commune was divided a person should look, and pass some on by a decision of their own.
 */
@Component
@Order(0)
class VillagesMove implements MovesWithUnits {

    private final VillageMovingRepository moving;
    private final Geographies geographies;
    private final Words words;
    private final Clock clock;

    VillagesMove(VillageMovingRepository moving, Geographies geographies, Words words, Clock clock) {
        this.moving = moving;
        this.geographies = geographies;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String records() {
        return "villages";
    }

    @Override
    public Text name() {
        return words.text("village.moved.name");
    }

    @Override
    public Estimate estimate(Moves moves) {
        List<VillageMovingRepository.Told> all = new ArrayList<>();
        Map<Integer, Integer> records = new TreeMap<>();
        moves.byProvince().forEach((province, here) -> {
            List<VillageMovingRepository.Told> told = moving.told(province, here);
            all.addAll(told);
            records.put(
                    province,
                    told.stream().mapToInt(VillageMovingRepository.Told::count).sum());
        });
        List<Moved> told = new ArrayList<>();
        tell(told, "village.moved", all, VillageMovingRepository.Kind.WHOLE, moves);
        tell(told, "village.moved.split", all, VillageMovingRepository.Kind.SPLIT, moves);
        tell(told, "village.moved.none", all, VillageMovingRepository.Kind.NONE, moves);
        return new Estimate(records, told);
    }

    private void tell(
            List<Moved> moved,
            String key,
            List<VillageMovingRepository.Told> all,
            VillageMovingRepository.Kind kind,
            Moves moves) {
        List<VillageMovingRepository.Told> these =
                all.stream().filter(each -> each.kind() == kind).toList();
        if (!these.isEmpty()) {
            moved.add(new Moved(
                    words.text(
                            key,
                            these.stream()
                                    .mapToInt(VillageMovingRepository.Told::count)
                                    .sum()),
                    these.stream()
                            .flatMap(each -> each.named().stream())
                            .map(each -> each.heir() == null
                                    ? Text.of(each.name())
                                    : words.text("village.moved.item", each.name(), moves.name(each.heir())))
                            .toList(),
                    kind != VillageMovingRepository.Kind.WHOLE));
        }
    }

    /** All villages of units that became each other at once: their order numbers are given together. */
    @Override
    public int follow(Moves moves, int limit) {
        Map<Integer, Integer> counts = moving.waiting(moves);
        Moves some = moves.some(counts, limit);
        some.byProvince()
                .forEach((province, here) ->
                        moving.move(province, here.id(), here.on(), here.ended(), here.mainHeirs(), clock.instant()));
        return some.count(counts);
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
    public int undo(Moves moves, int limit) {
        Map<Integer, Integer> counts = moving.moved(moves);
        Moves some = moves.some(counts, limit);
        some.byProvince().forEach(moving::back);
        if (some.ended().isEmpty()) {
            geographies.provinces(moves.made()).forEach(moving::forget);
        }
        return some.count(counts);
    }
}
