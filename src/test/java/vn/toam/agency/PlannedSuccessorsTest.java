package vn.toam.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.shared.ToamTest;
import vn.toam.unit.ChangesWithUnits;
import vn.toam.unit.MovesWithUnits.By;
import vn.toam.unit.MovesWithUnits.Moves;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitReorganiser;
import vn.toam.unit.UnitService;
import vn.toam.unit.UnitTreeChange;

/** Successors told before a reorganisation are those that the law gives once it has happened. */
@Transactional
class PlannedSuccessorsTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000026");

    @Autowired
    private PlannedSuccessors planned;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private UnitReorganiser tree;

    @Autowired
    private ChangesWithUnits changes;

    @Autowired
    private UnitService units;

    @Autowired
    private TestGround grounds;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ofMergedAndOfSplitCommunes() {
        List<Unit> communes =
                units.communesBelow(grounds.take().province(), ON.minusDays(1)).subList(0, 3);
        List<Integer> all = communes.stream()
                .flatMap(unit -> agencies.agenciesOf(unit.id(), ON.minusDays(1)).stream())
                .map(Agency::id)
                .toList();
        assertThat(all).hasSizeGreaterThan(6);
        jdbc.sql(
                        "insert into reorganisation.reorganisation (id, name, on_date, act, made_by, made_at) values (?, 'Thử', ?, '', '', now())")
                .params(ID, ON)
                .update();
        UnitTreeChange plan = change(communes, new int[] {-1, -2});
        Map<String, List<String>> told = named(planned.of(tree.planned(plan, by()), all));

        UnitTreeChange change = change(communes, tree.newIds(2));
        tree.apply(change);
        Moves moves = tree.moves(change.id(), ON, by());
        changes.apply(moves);
        Map<Agency, List<AgencySuccessor>> then = new LinkedHashMap<>();
        all.forEach(id -> then.put(agencies.find(id), agencies.successorsOf(id, ON)));

        assertThat(told).hasSameSizeAs(all).isEqualTo(named(then));
        assertThat(told.values()).anyMatch(heirs -> heirs.size() == 1).anyMatch(heirs -> heirs.size() == 2);
    }

    private static By by() {
        return new By(UUID.randomUUID(), "Quản trị");
    }

    private static Map<String, List<String>> named(Map<Agency, List<AgencySuccessor>> all) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        all.forEach((agency, heirs) -> named.put(
                agency.id() + " " + agency.fullName().vi(),
                heirs.stream()
                        .map(heir -> heir.agency().fullName().vi() + ": "
                                + heir.duty().vi())
                        .sorted()
                        .toList()));
        return named;
    }

    /** Two communes become the first new one, the third is split over both. */
    private static UnitTreeChange change(List<Unit> communes, int[] ids) {
        Unit one = communes.getFirst();
        List<UnitTreeChange.Begun> begun = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            begun.add(new UnitTreeChange.Begun(
                    ids[i], "9410" + i, one.level(), one.province(), "COMMUNE", "Thử " + i, one.parent(), ""));
        }
        return new UnitTreeChange(
                ID,
                ON,
                null,
                begun,
                List.of(),
                communes.stream()
                        .map(unit -> new UnitTreeChange.Ended(unit.id(), ids[0]))
                        .toList(),
                List.of(
                        link(communes.get(0), ids[0], Share.FULL),
                        link(communes.get(1), ids[0], Share.FULL),
                        link(communes.get(2), ids[0], Share.REMAINDER),
                        link(communes.get(2), ids[1], Share.PART)));
    }

    private static UnitTreeChange.Linked link(Unit from, int to, Share share) {
        return new UnitTreeChange.Linked(from.id(), to, share, null, "", "");
    }
}
