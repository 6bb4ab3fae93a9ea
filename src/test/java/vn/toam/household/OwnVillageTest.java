package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.household.BookGround.Place;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.ToamTest;
import vn.toam.village.VillageChange;
import vn.toam.village.VillageReshaping;

/** Who does what with whose part of the book: everybody who could ask × every action × the own village and another one. */
class OwnVillageTest extends ToamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private HouseholdService service;

    @Autowired
    private MemberService members;

    @Autowired
    private MarkService marks;

    @Autowired
    private HouseholdYears years;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private As as;

    /** Two villages of a commune with a household each. */
    private record Villages(Place place, UUID own, UUID other, UUID mine, UUID theirs) {}

    private Villages villages() {
        Place place = ground.place();
        UUID own = ground.village(place);
        UUID other = ground.village(place);
        return new Villages(
                place,
                own,
                other,
                ground.household(place, own, "Chủ Hộ Nhà Mình"),
                ground.household(place, other, "Chủ Hộ Bên Kia"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VILLAGE_HEAD", "COLLABORATOR"})
    void whoHasOneVillageSeesAndKeepsThatOneAlone(String role) {
        Villages v = villages();
        As.Somebody head = Posts.of(role, v.place().unit(), v.own());

        assertThat(refused(head, v, v.own(), v.mine())).containsExactly("freeze", "frozen", "differences");
        assertThat(refused(head, v, v.other(), v.theirs()))
                .containsExactlyElementsOf(acts(v, v.other(), v.theirs()).keySet());
    }

    @Test
    void everybodyElseDoesWhatTheirPostAllows() {
        Villages v = villages();
        int unit = v.place().unit();
        Set<String> all = acts(v, v.own(), v.mine()).keySet();
        Set<String> figures = Set.of("flows", "reached", "frozen");

        assertThat(refused(Posts.at("REPORTER", unit), v, v.own(), v.mine())).isEmpty();
        assertThat(refused(Posts.at("PLANNER", unit), v, v.own(), v.mine())).isEmpty();
        for (String reader : List.of("CHECKER", "LEADER")) {
            assertThat(refused(Posts.at(reader, unit), v, v.own(), v.mine()))
                    .as(reader)
                    .containsExactly("open", "close", "correct", "flag", "death", "tick", "list of marks", "freeze");
        }
        for (String above : List.of("PLANNER", "REVIEWER", "REPORTER", "CHECKER", "LEADER")) {
            assertThat(refused(Posts.at(above, v.place().province()), v, v.own(), v.mine()))
                    .as("%s of the province", above)
                    .containsExactlyElementsOf(
                            all.stream().filter(act -> !figures.contains(act)).toList());
        }
        assertThat(refused(Posts.at("MINISTRY", 1), v, v.own(), v.mine()))
                .containsExactlyElementsOf(
                        all.stream().filter(act -> !figures.contains(act)).toList());
        for (String none : List.of("MEMBER", "ADMIN")) {
            assertThat(refused(Posts.at(none, unit), v, v.own(), v.mine()))
                    .as(none)
                    .containsExactlyElementsOf(all);
        }
        assertThat(refused(Posts.at("REPORTER", v.place().other()), v, v.own(), v.mine()))
                .as("the officer of another commune")
                .containsExactlyElementsOf(all);
        assertThat(refused(Posts.at("VILLAGE_HEAD", unit), v, v.own(), v.mine()))
                .as("a head of no village")
                .containsExactlyElementsOf(all);
    }

    @Test
    void listsAndTotalsOfAVillageHeadAreOfTheOwnVillage() {
        Villages v = villages();
        As.Somebody head = Posts.of("VILLAGE_HEAD", v.place().unit(), v.own());

        assertThat(head.get(() -> book.villages(v.place().unit(), DAY)))
                .extracting(each -> each.village().id())
                .containsExactly(v.own());
        assertThat(head.get(() -> book.list(v.place().unit(), BookGround.asked(null, "chu ho"), null))
                        .items())
                .extracting(Household::id)
                .containsExactly(v.mine());
        assertThat(head.get(() -> book.list(v.place().unit(), BookGround.asked(v.other(), ""), null))
                        .items())
                .isEmpty();
    }

    @Test
    void whatTheVillageBecameIsTheOwnOneToo() {
        Villages v = villages();
        int province = java.util.Objects.requireNonNull(
                        v.place().kept(() -> book.places(v.place().unit(), DAY)).get(v.own()))
                .province();
        UUID both = as.role("admin")
                .get(() -> reshaping.merge(
                        province,
                        List.of(v.own(), v.other()),
                        null,
                        new VillageReshaping.Made("THON", "Gộp Của Trưởng"),
                        new VillageChange.Basis(LocalDate.of(2026, 2, 1), "9/NQ-HĐND", null)));
        As.Somebody head = Posts.of("VILLAGE_HEAD", v.place().unit(), v.own());

        assertThat(head.get(() -> book.villages(v.place().unit(), DAY)))
                .singleElement()
                .satisfies(each -> assertThat(each.village().id()).isEqualTo(both))
                .satisfies(each -> assertThat(each.households()).isEqualTo(2));
        assertThat(head.get(() ->
                        book.view(v.place().unit(), v.theirs()).household().id()))
                .isEqualTo(v.theirs());
    }

    /** Names of what is refused; nothing that is allowed stays in the database. */
    private List<String> refused(As.Somebody who, Villages v, UUID village, UUID household) {
        return acts(v, village, household).entrySet().stream()
                .filter(act -> who.get(() -> refuses(act.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private boolean refuses(Runnable act) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                act.run();
                return false;
            } catch (NotAllowed | NotFound refused) {
                return !String.valueOf(refused.getMessage()).contains("frozen year");
            } catch (vn.toam.shared.Rejected typed) {
                return false;
            }
        }));
    }

    private Map<String, Runnable> acts(Villages v, UUID village, UUID household) {
        int unit = v.place().unit();
        Basis basis = new Basis(DAY, "Theo biên bản");
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put("places", () -> assertThat(book.places(unit, DAY)).isNotEmpty());
        acts.put("flows", () -> book.flows(unit, null, DAY, DAY));
        acts.put(
                "list",
                () -> seen(book.list(unit, BookGround.asked(village, ""), null).items().stream()
                        .anyMatch(each -> each.id().equals(household))));
        acts.put("view", () -> book.view(unit, household));
        acts.put("open", () -> service.open(unit, village, Came.FOUND, BookGround.facts("Người Mới"), basis));
        acts.put("close", () -> service.close(unit, household, Went.EMPTY, basis));
        acts.put("correct", () -> service.correct(unit, household, 1, BookGround.facts("Tên Sửa"), basis));
        acts.put("flag", () -> service.flag(unit, household, Flag.POOR, "1/QĐ-UBND", null, basis));
        acts.put("death", () -> members.death(unit, household, UUID.randomUUID(), null, basis));
        acts.put("grid", () -> marks.grid(unit, village, Mark.Service.LAW, DAY));
        acts.put("reached", () -> marks.reached(unit, Mark.Service.LAW, Mark.Depth.ATTENDED, DAY));
        acts.put(
                "tick",
                () -> marks.tick(
                        unit,
                        village,
                        Map.of(village, Bits.of(List.of(1))),
                        new Mark.Ticks(
                                Mark.Service.LAW, Mark.Depth.ATTENDED, DAY, null, Mark.Mode.ONLY, Bits.of(List.of()))));
        acts.put("list of marks", () -> marks.list(unit, village, 2026));
        acts.put("freeze", () -> years.freeze(unit, 2026, DAY));
        acts.put("frozen", () -> years.frozen(unit, 2026));
        acts.put("differences", () -> years.differences(unit, 2026));
        if (!village.equals(v.own())) {
            acts.keySet().removeAll(Set.of("places", "flows", "reached"));
        }
        return acts;
    }

    private static void seen(boolean there) {
        if (!there) {
            throw new NotAllowed();
        }
    }
}
