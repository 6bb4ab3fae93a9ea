package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.SecondServer;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.geography.Level;
import vn.toam.round.RoundService;
import vn.toam.shared.Conflict;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Cells.Cell;
import vn.toam.unit.UnitService;

/** One form, typed on two servers at once. */
class CellsOnTwoServersTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int YEAR = 2018;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Test
    void cellsOfOneFormTypedOnBothServersAtTheSameMomentAreAllKept() throws Exception {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        int district = units.byCode(Level.DISTRICT, "220", day).orElseThrow().id();
        int unit = units.communesBelow(district, day).getFirst().id();
        UUID round = Posts.at("REVIEWER", district)
                .get(() -> rounds.open(FORM, YEAR, district, ""))
                .id();
        List<String> fields =
                catalog.form(FORM).fields().stream().map(Field::id).limit(12).toList();
        List<CollectionService> servers = List.of(collection, SecondServer.bean(CollectionService.class));
        List<Callable<Boolean>> typists = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Cell cell = new Cell("f_" + fields.get(i), String.valueOf(i), "");
            CollectionService server = servers.get(i % 2);
            typists.add(() -> typeUntilSaved(server, round, unit, cell));
        }

        assertThat(SecondServer.together(typists)).containsOnly(true);

        for (CollectionService server : servers) {
            assertThat(merge(server, round, unit, List.of(), "look").cells())
                    .hasSizeGreaterThanOrEqualTo(fields.size())
                    .containsEntry("f_" + fields.get(11), "11");
        }
        assertThat(merge(collection, round, unit, List.of(new Cell("f_" + fields.get(3), "99", "")), "late")
                        .theirs())
                .as("what the other server's typist wrote is shown, not overwritten")
                .isEqualTo(Map.of("f_" + fields.get(3), "3"));
    }

    /** As a page does: what was not acknowledged is sent again with the same key. */
    private static boolean typeUntilSaved(CollectionService server, UUID round, int unit, Cell cell) {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 30; i++) {
            try {
                return merge(server, round, unit, List.of(cell), key).theirs().isEmpty();
            } catch (Conflict busy) {
                // again
            }
        }
        return false;
    }

    private static CollectionService.Merged merge(
            CollectionService server, UUID round, int unit, List<Cell> cells, String key) {
        return Posts.at("REPORTER", unit).get(() -> server.merge(round, unit, 0, cells, key));
    }
}
