package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.household.BookGround.FIRST;
import static vn.toam.household.BookGround.START;
import static vn.toam.household.BookGround.facts;
import static vn.toam.household.BookGround.member;
import static vn.toam.household.BookGround.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.household.BookGround.Place;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdFacts.Head;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;
import vn.toam.household.MemberService.Successor;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** An open household has one head, whoever comes, goes or dies. */
class MemberServiceTest extends ToamTest {

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdService households;

    @Autowired
    private MemberService members;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private JdbcClient jdbc;

    private Place place;
    private UUID village;
    private UUID id;

    @BeforeEach
    void aFamilyOfThree() {
        place = ground.place();
        village = ground.village(place);
        id = ground.household(place, village, "Nguyễn Thị Mẫu");
        place.kept(() -> members.list(
                place.unit(),
                id,
                List.of(
                        member("Nguyễn Văn Mẫu", Sex.MALE, "1960-05-01", Relation.HEAD),
                        member("Trần Thị Mẫu", Sex.FEMALE, "1962-06-02", Relation.SPOUSE),
                        member("Nguyễn Văn Con", Sex.MALE, "1990-07-03", Relation.CHILD)),
                FIRST));
    }

    @Test
    void theHeadOfTheListHeadsTheHousehold() {
        assertThat(view().household().facts().head()).isEqualTo(new Head("Nguyễn Văn Mẫu", Sex.MALE, 1960));
        assertThat(type(LocalDate.of(2026, 6, 1))).isEqualTo(HouseholdType.F2);
    }

    @Test
    void aListHasOneHead() {
        MemberForm head = member("A", Sex.MALE, "1960-05-01", Relation.HEAD);
        for (List<MemberForm> wrong :
                List.of(List.<MemberForm>of(), List.of(head, head), List.of(head.as(Relation.CHILD)))) {
            refused("oneHead", () -> members.list(place.unit(), id, wrong, on(2, 1)));
        }
        refused("secondHead", () -> members.moveIn(place.unit(), id, head, on(2, 1)));
        assertThatThrownBy(() ->
                        jdbc.sql("""
                                insert into household.member (province, household, name, sex, birth_year, relation, first, came)
                                values (?, ?, 'B', 'MALE', 1970, 'HEAD', '2026-02-01', 'IN')
                                """).params(view().household().province(), id).update())
                .hasMessageContaining("relation");
        assertThat(heads()).isEqualTo(1);
    }

    @Test
    void aHeadWhoDiesOrLeavesIsSucceededBeforeAnythingIsSaved() {
        UUID head = who("Nguyễn Văn Mẫu");
        UUID wife = who("Trần Thị Mẫu");
        UUID son = who("Nguyễn Văn Con");
        refused("successor", () -> members.death(place.unit(), id, head, null, on(3, 1)));
        refused("successor", () -> members.moveOut(place.unit(), id, head, null, on(3, 1)));
        refused(
                "relations",
                () -> members.death(
                        place.unit(), id, head, new Successor(null, Map.of(wife, Relation.HEAD)), on(3, 1)));
        refused(
                "oneHead",
                () -> members.death(
                        place.unit(),
                        id,
                        head,
                        new Successor(null, Map.of(wife, Relation.SPOUSE, son, Relation.CHILD)),
                        on(3, 1)));
        assertThat(heads()).isEqualTo(1);
        place.keeps(() -> members.death(
                place.unit(),
                id,
                head,
                new Successor(null, Map.of(wife, Relation.HEAD, son, Relation.CHILD)),
                on(3, 1)));

        assertThat(heads()).isEqualTo(1);
        assertThat(view().household().facts().head().name()).isEqualTo("Trần Thị Mẫu");
        assertThat(type(LocalDate.of(2026, 2, 28))).isEqualTo(HouseholdType.F2);
        assertThat(type(LocalDate.of(2026, 3, 1))).isEqualTo(HouseholdType.F3);
        assertThat(view().history().getLast().what()).isEqualTo(What.DEATH);
        assertThat(view().history().getLast().before()).containsEntry("headName", "Nguyễn Văn Mẫu");
    }

    @Test
    void anotherHeadLeavesTheFamilyWhatItIs() {
        Map<UUID, Relation> relations = Map.of(
                who("Nguyễn Văn Mẫu"),
                Relation.PARENT,
                who("Trần Thị Mẫu"),
                Relation.PARENT,
                who("Nguyễn Văn Con"),
                Relation.HEAD);
        place.keeps(() -> members.changeHead(place.unit(), id, new Successor(null, relations), on(4, 1)));

        assertThat(heads()).isEqualTo(1);
        assertThat(view().household().facts().head().name()).isEqualTo("Nguyễn Văn Con");
        assertThat(type(LocalDate.of(2026, 4, 1))).isEqualTo(HouseholdType.F2);
    }

    @Test
    void theLastPersonDoesNotLeaveTheHouseholdIsClosed() {
        place.keeps(() -> members.moveOut(place.unit(), id, who("Trần Thị Mẫu"), null, on(3, 1)));
        place.keeps(() -> members.moveOut(place.unit(), id, who("Nguyễn Văn Con"), null, on(3, 2)));
        UUID last = who("Nguyễn Văn Mẫu");
        refused("last", () -> members.death(place.unit(), id, last, null, on(4, 1)));
        place.keeps(() -> households.close(place.unit(), id, Went.DIED_OUT, on(4, 1)));

        assertThat(heads()).isZero();
        assertThat(view().household().went()).isEqualTo(Went.DIED_OUT);
    }

    @Test
    void membersAreBackWithAHouseholdThatIsOpenedAgain() {
        place.keeps(() -> households.close(place.unit(), id, Went.MOVED_OUT, on(4, 1)));
        assertThat(heads()).isZero();
        place.keeps(() -> households.reopen(place.unit(), id, village, on(5, 1)));

        assertThat(heads()).isEqualTo(1);
        assertThat(type(LocalDate.of(2026, 5, 1))).isEqualTo(HouseholdType.F2);
    }

    @Test
    void aChildIsBornOnTheDayOfItsBirth() {
        MemberForm child = new MemberForm("Nguyễn Thị Cháu", Sex.FEMALE, null, 2026, Relation.GRANDCHILD, null);
        place.keeps(() -> members.birth(place.unit(), id, child, on(9, 9)));

        Member born = view().members().stream()
                .filter(member -> member.name().equals("Nguyễn Thị Cháu"))
                .findFirst()
                .orElseThrow();
        assertThat(born.birth()).isEqualTo(LocalDate.of(2026, 9, 9)).isEqualTo(born.first());
        assertThat(type(LocalDate.of(2026, 9, 9))).isEqualTo(HouseholdType.F5);
    }

    @Test
    void somebodyWhoLivesElsewhereTooIsNamedWithThatPlace() {
        UUID other = ground.household(place, village, "B Mẫu");
        place.kept(() -> members.list(
                place.unit(), other, List.of(member("B Mẫu", Sex.MALE, "1970-01-01", Relation.HEAD)), FIRST));

        assertThat(place.kept(() -> members.moveIn(
                        place.unit(),
                        other,
                        member("NGUYEN VAN CON", Sex.MALE, "1990-07-03", Relation.CHILD),
                        on(3, 1))))
                .extracting(Household::id)
                .containsExactly(id);
        assertThat(place.kept(() -> members.moveIn(
                        place.unit(),
                        other,
                        member("Trần Thị Mẫu", Sex.FEMALE, "1962-06-03", Relation.OTHER),
                        on(3, 2))))
                .extracting(Household::id)
                .containsExactly(id);
    }

    @Test
    void whereOnlyNumbersAreKeptTheyGoOnAndTheTypeIsAskedAgain() {
        UUID counted = ground.household(place, village, facts("C Mẫu", new Counts(3, 2, 1, 1, 0)), START);
        place.keeps(() -> members.birth(
                place.unit(),
                counted,
                new MemberForm("Cháu", Sex.FEMALE, null, null, Relation.GRANDCHILD, null),
                on(2, 1)));
        assertThat(counts(counted)).isEqualTo(new Counts(4, 3, 2, 1, 0));
        MemberForm old = new MemberForm("Ông", Sex.MALE, null, 1940, Relation.PARENT, null);
        place.keeps(() -> members.fewer(place.unit(), counted, true, old, false, null, on(3, 1)));
        assertThat(counts(counted)).isEqualTo(new Counts(3, 3, 2, 0, 0));
        MemberForm head = new MemberForm("C Mẫu", Sex.FEMALE, null, 1970, Relation.HEAD, null);
        refused("successor", () -> members.fewer(place.unit(), counted, true, head, true, null, on(4, 1)));
        place.keeps(() ->
                members.fewer(place.unit(), counted, true, head, true, new Head("D Mẫu", Sex.FEMALE, 1990), on(4, 1)));

        assertThat(counts(counted)).isEqualTo(new Counts(2, 2, 2, 0, 0));
        assertThat(place.kept(() -> book.view(place.unit(), counted))
                        .household()
                        .facts()
                        .head()
                        .name())
                .isEqualTo("D Mẫu");
    }

    private Counts counts(UUID household) {
        return place.kept(() -> book.view(place.unit(), household))
                .household()
                .facts()
                .counts();
    }

    private HouseholdBook.View view() {
        return place.kept(() -> book.view(place.unit(), id));
    }

    private HouseholdType type(LocalDate day) {
        return HouseholdType.of(view().members(), day, HouseholdType.OneParentChild.ANY_AGE);
    }

    private long heads() {
        return view().members().stream()
                .filter(member -> member.until().equals(LocalDate.MAX))
                .filter(member -> member.relation() == Relation.HEAD)
                .count();
    }

    private UUID who(String name) {
        return view().members().stream()
                .filter(member -> member.until().equals(LocalDate.MAX))
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void refused(String problem, Runnable code) {
        assertThatThrownBy(() -> place.keeps(code))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::key)
                                .contains("household.problem." + problem));
    }
}
