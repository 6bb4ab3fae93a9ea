package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.household.BookGround.facts;
import static vn.toam.household.BookGround.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.household.BookGround.Place;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;
import vn.toam.household.Mark.Depth;
import vn.toam.household.Mark.Mode;
import vn.toam.household.Mark.Occasion;
import vn.toam.household.Mark.Service;
import vn.toam.household.Mark.Ticks;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.ToamTest;

/** A household that was reached counts once, and only as deep as is proved. */
class MarksTest extends ToamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 1);

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdService households;

    @Autowired
    private MarkService marks;

    private Place place;
    private UUID village;
    private UUID second;
    private final List<UUID> all = new ArrayList<>();

    @BeforeEach
    void aVillageOfTen() {
        place = ground.place();
        village = ground.village(place);
        second = ground.village(place);
        for (int n = 0; n < 10; n++) {
            all.add(ground.household(place, village, "Chủ hộ mẫu"));
        }
    }

    private static Bits bits(Integer... numbers) {
        return Bits.of(List.of(numbers));
    }

    private UUID tick(UUID where, Depth depth, Mode mode, Occasion occasion, Integer... numbers) {
        return place.kept(() ->
                marks.tick(place.unit(), where, new Ticks(Service.LAW, depth, DAY, occasion, mode, bits(numbers))));
    }

    private int reached(Depth depth) {
        return place.kept(() -> marks.reachedInAll(place.unit(), Service.LAW, depth, END));
    }

    @Test
    void aHouseholdAtFiveEventsCountsOnce() {
        for (int event = 0; event < 5; event++) {
            tick(village, Depth.ATTENDED, Mode.ONLY, new Occasion(UUID.randomUUID(), 20), 1, 2 + event);
        }
        assertThat(reached(Depth.ATTENDED)).isEqualTo(6);
        assertThat(reached(Depth.BROADCAST)).isEqualTo(6);
        assertThat(reached(Depth.VISITED)).isZero();
    }

    @Test
    void allButThreeOfAVillageWhereFortyAttendedIsRefused() {
        Bits open = Bits.of(IntStream.rangeClosed(1, 120).boxed().toList());
        Ticks ticks = new Ticks(
                Service.LAW, Depth.ATTENDED, DAY, new Occasion(UUID.randomUUID(), 40), Mode.ALL_EXCEPT, bits(5, 6, 7));

        assertThat(ticks.problems(open, 0, END))
                .extracting(Problem::key)
                .containsExactly("household.problem.mark.attended");
        assertThatThrownBy(() ->
                        tick(village, Depth.ATTENDED, Mode.ALL_EXCEPT, new Occasion(UUID.randomUUID(), 6), 1, 2, 3))
                .isInstanceOf(Rejected.class);
        assertThat(reached(Depth.BROADCAST)).isZero();
        tick(village, Depth.ATTENDED, Mode.ALL_EXCEPT, new Occasion(UUID.randomUUID(), 7), 1, 2, 3);
        assertThat(reached(Depth.ATTENDED)).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0} {1}, {2} attended, {3} before: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ALL_EXCEPT,BROADCAST,-,0,",
                "ALL_EXCEPT,ATTENDED,-,0,mark.occasion",
                "ALL_EXCEPT,VISITED,-,0,mark.occasion",
                "ALL_EXCEPT,SIGNED,-,0,mark.occasion",
                "ALL_EXCEPT,SIGNED,8,0,",
                "ALL_EXCEPT,SIGNED,7,0,mark.attended",
                "ALL_EXCEPT,BROADCAST,1,0,",
                "ONLY,ATTENDED,-,0,",
                "ONLY,ATTENDED,2,0,",
                "ONLY,ATTENDED,1,0,mark.attended",
                "ONLY,ATTENDED,10,8,",
                "ONLY,ATTENDED,10,9,mark.attended",
                "ONLY,SIGNED,0,0,mark.attended"
            })
    void depthNeedsItsProof(Mode mode, Depth depth, Integer attended, int before, String wrong) {
        Ticks ticks = new Ticks(
                Service.PLEDGE,
                depth,
                DAY,
                attended == null ? null : new Occasion(new UUID(0, 1), attended),
                mode,
                bits(1, 2));
        Bits open = Bits.of(IntStream.rangeClosed(1, 10).boxed().toList());

        assertThat(ticks.problems(open, before, END).stream().map(Problem::key))
                .containsExactlyElementsOf(wrong == null ? List.of() : List.of("household.problem." + wrong));
    }

    @Test
    void onlyOpenHouseholdsAreTickedAndCounted() {
        assertThatThrownBy(() -> tick(village, Depth.VISITED, Mode.ONLY, null, 11))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> tick(village, Depth.VISITED, Mode.ONLY, null)).isInstanceOf(Rejected.class);
        tick(village, Depth.VISITED, Mode.ONLY, null, 1, 2, 3);
        place.keeps(() -> households.close(place.unit(), all.get(1), Went.MOVED_OUT, on(7, 1)));

        assertThat(reached(Depth.ATTENDED)).isEqualTo(2);
        assertThat((int) place.kept(
                        () -> marks.reachedInAll(place.unit(), Service.LAW, Depth.ATTENDED, LocalDate.of(2026, 6, 30))))
                .isEqualTo(3);
        assertThat((int) place.kept(
                        () -> marks.reachedInAll(place.unit(), Service.LAW, Depth.ATTENDED, DAY.minusDays(1))))
                .isZero();
        assertThat((int) place.kept(() -> marks.reachedInAll(place.unit(), Service.WELFARE, Depth.ATTENDED, END)))
                .isZero();
    }

    @Test
    void villagesAreCountedEachAndTogether() {
        for (int n = 0; n < 3; n++) {
            ground.household(place, second, "Chủ hộ mẫu");
        }
        tick(village, Depth.BROADCAST, Mode.ALL_EXCEPT, null, 10);
        tick(second, Depth.SIGNED, Mode.ONLY, null, 2, 3);

        assertThat(place.kept(() -> marks.reached(place.unit(), Service.LAW, Depth.BROADCAST, END)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(village, 9, second, 2));
        assertThat(reached(Depth.SIGNED)).isEqualTo(2);
    }

    @Test
    void oneEventReachesNoMoreHouseholdsThanPeopleCame() {
        Occasion evening = new Occasion(UUID.randomUUID(), 4);
        ground.household(place, second, "Chủ hộ mẫu");
        tick(village, Depth.ATTENDED, Mode.ONLY, evening, 1, 2, 3);
        UUID fourth = tick(second, Depth.ATTENDED, Mode.ONLY, evening, 1);
        assertThatThrownBy(() -> tick(village, Depth.ATTENDED, Mode.ONLY, evening, 4))
                .isInstanceOf(Rejected.class);
        place.keeps(() -> marks.withdraw(place.unit(), fourth));
        tick(village, Depth.ATTENDED, Mode.ONLY, evening, 4);

        assertThat(reached(Depth.ATTENDED)).isEqualTo(4);
        assertThat(place.kept(() -> marks.list(place.unit(), second, 2026)))
                .singleElement()
                .satisfies(mark -> assertThat(mark.withdrawnAt()).isNotNull());
        assertThatThrownBy(() -> place.keeps(() -> marks.withdraw(place.unit(), fourth)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void othersTickNothingAndReadFiguresOnly() {
        Ticks ticks = new Ticks(Service.LAW, Depth.VISITED, DAY, null, Mode.ONLY, bits(1));
        for (var stranger : List.of(Posts.at("REPORTER", place.other()), Posts.at("MINISTRY", 1))) {
            assertThatThrownBy(() -> stranger.get(() -> marks.tick(place.unit(), village, ticks)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(
                        () -> Posts.at("REPORTER", place.other()).get(() -> marks.tick(place.other(), village, ticks)))
                .isInstanceOf(NotFound.class);
        tick(village, Depth.VISITED, Mode.ONLY, null, 1);
        assertThat((int) Posts.at("MINISTRY", 1)
                        .get(() -> marks.reachedInAll(place.unit(), Service.LAW, Depth.VISITED, END)))
                .isEqualTo(1);
    }

    @Test
    void aNumberThatIsGivenLaterWasNotReachedByAllButThese() {
        tick(village, Depth.BROADCAST, Mode.ALL_EXCEPT, null, 1);
        place.kept(() -> households.open(place.unit(), village, Came.MOVED_IN, facts("Mới"), on(8, 1)));

        assertThat(reached(Depth.BROADCAST)).isEqualTo(9);
    }
}
