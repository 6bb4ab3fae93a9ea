package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.household.BookGround.facts;
import static vn.toam.household.BookGround.member;
import static vn.toam.household.BookGround.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.As;
import vn.toam.household.BookGround.Place;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdFacts.Registration;
import vn.toam.household.HouseholdYears.InVillage;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestDue;
import vn.toam.shared.ToamTest;
import vn.toam.village.VillageChange;
import vn.toam.village.VillageReshaping;
import vn.toam.village.VillageService;

/** A frozen year stays what it was; villages that merge or pass on take their households along without moving a row. */
class HouseholdYearsTest extends ToamTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final LocalDate CUT_OFF = LocalDate.of(2025, 11, 30);

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdService service;

    @Autowired
    private MemberService members;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private HouseholdYears years;

    @Autowired
    private MarkService marks;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private VillageService villages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDue due;

    @Autowired
    private As as;

    private Place place;
    private UUID village;
    private UUID second;
    private final List<UUID> all = new ArrayList<>();

    @BeforeEach
    void aBookOfFive() {
        place = ground.place();
        village = ground.village(place);
        second = ground.village(place);
        for (int n = 0; n < 5; n++) {
            all.add(ground.household(
                    place, n < 3 ? village : second, facts("Chủ hộ mẫu " + n, new Counts(3, 1, 1, 0, 0)), FIRST));
        }
    }

    private void freeze() {
        place.keeps(() -> years.freeze(place.unit(), 2025, CUT_OFF));
        due.now(Freezing.KIND, Freezing.key(place.unit(), 2025, CUT_OFF));
    }

    private List<InVillage> frozen() {
        return place.kept(() -> years.villages(place.unit(), 2025));
    }

    private int households() {
        return frozen().stream().mapToInt(InVillage::households).sum();
    }

    private List<HouseholdYears.Difference> differences() {
        return place.kept(() -> years.differences(place.unit(), 2025));
    }

    private int count(int unit, LocalDate day) {
        return as.role("ministry").get(() -> book.count(unit, day));
    }

    private static Basis late(LocalDate on) {
        return new Basis(on, "Ghi sót");
    }

    @Test
    void theFrozenYearIsTheBookOfItsDay() {
        UUID family = all.getFirst();
        place.kept(() -> members.list(
                place.unit(),
                family,
                List.of(
                        member("A Mẫu", Sex.FEMALE, "1960-11-30", Relation.HEAD),
                        member("B Mẫu", Sex.MALE, "2009-12-01", Relation.CHILD)),
                new Basis(FIRST, "Lập danh sách")));
        place.keeps(() -> service.flag(
                place.unit(), all.get(1), Flag.POOR, "1/QĐ-UBND", null, new Basis(LocalDate.of(2025, 11, 30), "QĐ")));
        place.keeps(() -> service.flag(
                place.unit(), all.get(2), Flag.POOR, "2/QĐ-UBND", null, new Basis(LocalDate.of(2025, 12, 1), "QĐ")));
        place.keeps(() -> service.close(place.unit(), all.get(3), Went.EMPTY, late(LocalDate.of(2025, 12, 1))));
        place.keeps(() -> service.close(place.unit(), all.get(4), Went.EMPTY, late(CUT_OFF)));
        freeze();

        assertThat(households()).isEqualTo(4).isEqualTo(count(place.unit(), CUT_OFF));
        assertThat(place.kept(() -> years.frozen(place.unit(), 2025))
                        .orElseThrow()
                        .households())
                .isEqualTo(4);
        InVillage first = frozen().stream()
                .filter(each -> each.village().equals(village))
                .findFirst()
                .orElseThrow();
        assertThat(first.types()).containsExactly(2, 0, 1, 0, 0, 0, 0, 0);
        assertThat(first.flags().get(Flag.POOR.ordinal())).isEqualTo(1);
        assertThat(first.flags().get(Flag.CHILD.ordinal())).isEqualTo(3);
        assertThat(first.flags().get(Flag.ELDERLY.ordinal())).isEqualTo(1);
        assertThat(first.flags().get(Flag.ONE_PARENT.ordinal())).isEqualTo(1);
        assertThat(List.of(first.persons(), first.personsKnown())).containsExactly(8, 3);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aSplitInJuneLeavesLastYearUntouchedAndBalances() {
        freeze();
        place.kept(() -> service.split(
                place.unit(), all.getFirst(), Map.of(), facts("Con", new Counts(1, 0, 0, 0, 0)), village, on(6, 1)));
        LocalDate last = LocalDate.of(2026, 11, 1);
        Flows flows = place.kept(() -> book.flows(place.unit(), null, LocalDate.of(2025, 12, 1), last));

        assertThat(flows.balanced()).isTrue();
        assertThat(List.of(flows.opening(), flows.came(Came.SPLIT), flows.closing()))
                .containsExactly(5, 1, 6);
        assertThat(households()).isEqualTo(5);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aCorrectedPastIsADifferenceWithItsReason() {
        freeze();
        HouseholdFacts temporary = new HouseholdFacts(
                facts("Chủ hộ mẫu 0").head(),
                "Số 1",
                "",
                Registration.TEMPORARY,
                false,
                null,
                new Counts(3, 1, 1, 0, 0));
        HouseholdFacts away = new HouseholdFacts(
                facts("Chủ hộ mẫu 1").head(),
                "Số 1",
                "",
                Registration.PERMANENT,
                true,
                null,
                new Counts(3, 1, 1, 0, 0));
        place.keeps(() -> service.correct(place.unit(), all.get(0), 1, temporary, late(FIRST)));
        place.keeps(() -> service.correct(place.unit(), all.get(1), 1, away, on(3, 1)));
        place.keeps(() -> service.close(place.unit(), all.get(2), Went.MOVED_OUT, late(CUT_OFF)));
        UUID found = ground.household(place, second, facts("Sót"), CUT_OFF);

        assertThat(households()).isEqualTo(5);
        assertThat(frozen()).allSatisfy(each -> assertThat(each.temporary()).isZero());
        assertThat(differences())
                .extracting(HouseholdYears.Difference::household)
                .containsExactlyInAnyOrder(all.get(0), all.get(2), found);
        assertThat(differences()).allSatisfy(each -> assertThat(each.reasons()).isNotEmpty());
        HouseholdYears.Difference closed = difference(all.get(2));
        assertThat(closed.now()).isNull();
        assertThat(closed.reasons()).extracting(HouseholdEvent::what).containsExactly(What.CLOSE);
        assertThat(closed.reasons().getFirst().reason()).isEqualTo("Ghi sót");
        assertThat(difference(found).frozen()).isNull();
        assertThat(difference(all.get(0)).now()).matches(HouseholdYear::temporary);
    }

    private HouseholdYears.Difference difference(UUID id) {
        return differences().stream()
                .filter(each -> each.household().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aYearIsFrozenOnceWhateverIsStartedAgain() {
        freeze();
        ground.household(place, second, facts("Sót"), CUT_OFF);
        due.now(Freezing.KIND, Freezing.key(place.unit(), 2025, CUT_OFF));

        assertThat(households()).isEqualTo(5);
        assertThatThrownBy(() -> place.keeps(() -> years.freeze(place.unit(), 2025, CUT_OFF)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> place.keeps(() -> years.freeze(place.unit(), 2024, CUT_OFF)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void mergedVillagesPassTheirHouseholdsOnAndNoRowMoves() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        String before = stays();
        UUID both = as.role("admin")
                .get(() -> reshaping.merge(
                        province(),
                        List.of(village, second),
                        null,
                        new VillageReshaping.Made("THON", "Sổ hộ chung " + place.unit()),
                        new VillageChange.Basis(day, "9/NQ-HĐND", day)));

        assertThat(stays()).isEqualTo(before);
        assertThat(inVillages(day.minusDays(1))).containsEntry(village, 3).containsEntry(second, 2);
        assertThat(inVillages(day)).containsEntry(both, 5).doesNotContainKeys(village, second);
        assertThat(count(place.unit(), day)).isEqualTo(5);
        assertThat(place.kept(() -> book.list(place.unit(), BookGround.asked(both, ""), null))
                        .total())
                .isEqualTo(5);
        assertThat(place.kept(() -> book.view(place.unit(), all.get(4)))
                        .village()
                        .id())
                .isEqualTo(both);
        assertThat(place.kept(() -> book.flows(place.unit(), both, day, day.plusDays(9)))
                        .opening())
                .isEqualTo(5);
        for (UUID each : List.of(village, second)) {
            place.kept(() -> marks.tick(
                    place.unit(),
                    each,
                    new Mark.Ticks(
                            Mark.Service.LAW, Mark.Depth.VISITED, day, null, Mark.Mode.ONLY, Bits.of(List.of(1, 2)))));
        }
        assertThat(place.kept(() -> marks.reached(place.unit(), Mark.Service.LAW, Mark.Depth.VISITED, day)))
                .containsExactly(Map.entry(both, 4));
        place.keeps(() -> years.freeze(place.unit(), 2026, day));
        due.now(Freezing.KIND, Freezing.key(place.unit(), 2026, day));
        assertThat(place.kept(() -> years.villages(place.unit(), 2026)).stream().filter(v -> v.households() > 0))
                .singleElement()
                .satisfies(each -> assertThat(each.village()).isEqualTo(both));
    }

    @Test
    void aVillageThatPassesToAnotherCommuneTakesItsHouseholdsAlong() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        int there = count(place.other(), day);
        as.role("admin")
                .run(() -> reshaping.pass(
                        province(), second, place.other(), new VillageChange.Basis(day, "9/NQ-HĐND", day)));

        assertThat(count(place.unit(), day.minusDays(1))).isEqualTo(5);
        assertThat(count(place.unit(), day)).isEqualTo(3);
        assertThat(count(place.other(), day)).isEqualTo(there + 2);
        assertThatThrownBy(() -> place.kept(() -> book.view(place.unit(), all.get(4))))
                .isInstanceOf(vn.toam.shared.NotFound.class);
    }

    @Test
    void whatASplitVillageLeftStandsUnderItUntilEachHouseholdIsMoved() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        List<UUID> parts = as.role("admin")
                .get(() -> reshaping.split(
                        province(),
                        village,
                        false,
                        List.of(
                                new VillageReshaping.Made("THON", "Sổ hộ trên " + place.unit()),
                                new VillageReshaping.Made("THON", "Sổ hộ dưới " + place.unit())),
                        new VillageChange.Basis(day, "9/NQ-HĐND", day)));
        assertThat(inVillages(day)).containsEntry(village, 3).containsEntry(parts.getFirst(), 0);
        for (int n = 0; n < 3; n++) {
            UUID id = all.get(n);
            UUID to = parts.get(n % 2);
            place.keeps(() -> service.changeVillage(place.unit(), id, to, on(7, 1)));
        }

        assertThat(inVillages(day)).containsEntry(parts.getFirst(), 2).containsEntry(parts.getLast(), 1);
        assertThat(inVillages(day)).doesNotContainKey(village);
        assertThat(count(place.unit(), day)).isEqualTo(5);
    }

    @Test
    void aVillageWithABookIsNotTakenBack() {
        UUID empty = ground.village(place);
        for (UUID each : List.of(village, empty)) {
            UUID entered = as.role("admin")
                    .get(() -> villages.view(province(), each))
                    .changes()
                    .getFirst()
                    .id();
            Runnable undo = () -> as.role("admin").get(() -> reshaping.undo(province(), entered));
            if (each.equals(empty)) {
                undo.run();
            } else {
                assertThatThrownBy(undo::run).isInstanceOf(Rejected.class).hasMessageContaining("undo.used");
            }
        }
    }

    private Map<UUID, Integer> inVillages(LocalDate day) {
        return place.kept(() -> book.villages(place.unit(), day)).stream()
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.village().id(), HouseholdBook.InVillage::households));
    }

    private String stays() {
        return jdbc.sql(
                        "select string_agg(s::text, '; ' order by s.household, s.n) from household.stay s where s.household = any(?)")
                .param(all.toArray(UUID[]::new))
                .query(String.class)
                .single();
    }

    private int province() {
        return jdbc.sql("select province from village.village where id = ?")
                .param(village)
                .query(Integer.class)
                .single();
    }
}
