package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.catalog.Counts.Counted;
import vn.toam.household.BookGround.Place;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.shared.ToamTest;

/** The book is counted into lines of forms: as it is, and never more than it knows. */
class HouseholdCountingTest extends ToamTest {

    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private HouseholdService service;

    @Autowired
    private MarkService marks;

    @Autowired
    private HouseholdCounting counting;

    private Map<String, Integer> counted(Place place) {
        return counting.of(List.of(place.unit()), counting.lines(), BookGround.START, LAST).stream()
                .collect(Collectors.toMap(Counted::line, each -> each.figure().intValueExact()));
    }

    @Test
    void halfABookFillsNothingAndAWholeOneWhatItKnows() {
        Place place = ground.place();
        UUID one = ground.village(place);
        UUID other = ground.village(place);
        UUID first = ground.household(place, one, "Hộ Một");
        assertThat(counted(place)).as("a village has no household yet").isEmpty();

        UUID second = ground.household(place, other, "Hộ Hai");
        place.keeps(() -> book.villages(place.unit(), LAST).stream()
                .filter(village -> village.households() == 0)
                .forEach(village -> ground.household(place, village.village().id(), "Hộ Ở Thôn Khác")));
        int all = place.kept(() -> book.count(place.unit(), LAST));
        assertThat(counted(place)).containsEntry("households_total", all).containsOnlyKeys("households_total");

        Basis basis = BookGround.on(1, 15);
        place.keeps(() -> service.flag(place.unit(), first, Flag.POOR, "1/QĐ-UBND", null, basis));
        place.keeps(() -> service.flag(place.unit(), second, Flag.NEAR_POOR, "1/QĐ-UBND", null, basis));
        tick(place, one, Mark.Service.LAW, Mark.Depth.BROADCAST);
        tick(place, one, Mark.Service.ECONOMY, Mark.Depth.ATTENDED);
        tick(place, other, Mark.Service.PLEDGE, Mark.Depth.SIGNED);

        assertThat(counted(place))
                .containsEntry("poor_households", 1)
                .containsEntry("near_poor_households", 1)
                .containsEntry("poor_given_knowledge", 1)
                .containsEntry("households_pledged", 1)
                .doesNotContainKeys("households_informed_law", "households_given_skills", "households_single");
        assertThat(counting.of(List.of(place.unit()), counting.lines(), BookGround.START, LAST))
                .filteredOn(each -> each.line().equals("households_pledged"))
                .singleElement()
                .satisfies(each -> assertThat(each.unproven()).isEqualTo(1))
                .satisfies(each -> assertThat(each.records()).contains("service=PLEDGE"));
    }

    @Test
    void theFigureOfTheFormIsTheOneOfTheBook() {
        Place place = ground.place();
        UUID village = ground.village(place);
        UUID gone = ground.household(place, village, "Hộ Chuyển Đi");
        ground.household(place, village, "Hộ Ở Lại");
        place.keeps(() -> service.close(place.unit(), gone, Household.Went.MOVED_OUT, BookGround.on(2, 10)));
        place.keeps(() -> book.villages(place.unit(), LAST).stream()
                .filter(each -> each.households() == 0)
                .forEach(each -> ground.household(place, each.village().id(), "Hộ Ở Thôn Khác")));

        int all = place.kept(() -> book.count(place.unit(), LAST));
        assertThat(counted(place)).containsEntry("households_total", all);
        assertThat(place.kept(() -> book.flows(place.unit(), null, BookGround.START, LAST))
                        .closing())
                .isEqualTo(all);
    }

    private void tick(Place place, UUID village, Mark.Service service, Mark.Depth depth) {
        place.kept(() -> marks.tick(
                place.unit(),
                village,
                new Mark.Ticks(service, depth, LocalDate.of(2026, 2, 1), null, Mark.Mode.ONLY, Bits.of(List.of(1)))));
    }
}
