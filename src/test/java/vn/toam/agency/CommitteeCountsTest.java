package vn.toam.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** Whether a commune has a steering committee is known to the module that keeps committees. */
class CommitteeCountsTest extends ToamTest {

    private static final LocalDate TODAY = LocalDate.now(Numbers.ZONE);

    @Autowired
    CommitteeService committees;

    @Autowired
    CommitteeCounts counts;

    @Autowired
    Catalog catalog;

    @Autowired
    TestGround grounds;

    @Test
    void theLineOfTheYearlyReturnIsCountedHere() {
        assertThat(counts.counts(catalog.field("steering_committee"))).isTrue();
        assertThat(counts.counts(catalog.field("committee_meetings"))).isFalse();
    }

    @Test
    void aCommitteeStandsUntilItIsDissolvedAndWhereNoneWasEverEnteredNothingIsSaid() {
        List<Integer> communes = grounds.take().communes();
        UUID stays = establish(communes.get(0));
        UUID ended = establish(communes.get(1));
        assertThat(stays).isNotEqualTo(ended);
        dissolve(communes.get(1), ended);

        Map<Integer, Integer> said =
                counts.of(communes.subList(0, 3), Set.of("steering_committee"), TODAY.minusYears(1), TODAY).stream()
                        .collect(Collectors.toMap(
                                Counts.Counted::unit, each -> each.figure().intValueExact()));
        assertThat(said).isEqualTo(Map.of(communes.get(0), 1, communes.get(1), 0));
    }

    private UUID establish(int commune) {
        return Posts.at("PLANNER", commune)
                .get(() -> committees.establish(
                        commune, "Ban Chỉ đạo công tác gia đình", "1/QĐ-UBND", TODAY.minusDays(60)));
    }

    private void dissolve(int commune, UUID id) {
        Posts.at("PLANNER", commune).run(() -> committees.dissolve(id, TODAY.minusDays(10)));
    }
}
