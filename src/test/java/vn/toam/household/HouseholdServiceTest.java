package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.household.BookGround.FIRST;
import static vn.toam.household.BookGround.START;
import static vn.toam.household.BookGround.facts;
import static vn.toam.household.BookGround.member;
import static vn.toam.household.BookGround.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Posts;
import vn.toam.household.BookGround.Place;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** Households through a year: opened, moved, split, merged, closed; every one counted once, nothing lost. */
class HouseholdServiceTest extends ToamTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 1);

    @Autowired
    private BookGround ground;

    @Autowired
    private HouseholdService service;

    @Autowired
    private MemberService members;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private HouseholdRepository repository;

    @Autowired
    private JdbcClient jdbc;

    private Place place;
    private UUID village;
    private UUID second;

    @BeforeEach
    void aCommuneOfItsOwn() {
        place = ground.place();
        village = ground.village(place);
        second = ground.village(place);
    }

    @Test
    void aHouseholdHasTheNextNumberAndAnEvent() {
        UUID one = ground.household(place, village, "Nguyễn Thị Mẫu");
        UUID two = ground.household(place, village, "Nguyễn Thị Mẫu");
        UUID there = ground.household(place, second, "Trần Thị Thử");

        assertThat(List.of(at(one).no(), at(two).no(), at(there).no())).containsExactly(1, 2, 1);
        assertThat(at(two).code("00004-012")).isEqualTo("00004-012-0002");
        assertThat(view(one).history()).singleElement().satisfies(event -> {
            assertThat(event.what()).isEqualTo(What.OPEN);
            assertThat(event.on()).isEqualTo(START);
            assertThat(event.reason()).isEqualTo("Lập sổ");
            assertThat(event.who()).contains("REPORTER");
        });
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        UUID first = ground.household(place, village, "A Mẫu");
        UUID next = ground.household(place, village, "B Mẫu");
        place.keeps(() -> service.close(place.unit(), next, Went.MOVED_OUT, on(3, 1)));
        UUID third = ground.household(place, village, "C Mẫu");
        place.keeps(() -> service.reopen(place.unit(), next, village, on(4, 1)));
        place.keeps(() -> service.changeVillage(place.unit(), first, second, on(4, 2)));
        place.keeps(() -> service.changeVillage(place.unit(), first, village, on(4, 3)));

        assertThat(at(third).no()).isEqualTo(3);
        assertThat(at(next).no()).isEqualTo(4);
        assertThat(at(first).no()).isEqualTo(5);
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into household.stay (province, household, n, village, no, first, came)
                                values (?, ?, 9, ?, 2, '2026-05-01', 'FOUND')
                                """)
                        .params(at(first).province(), third, village)
                        .update())
                .hasMessageContaining("stay_");
    }

    @Test
    void everyPageSaysTheSameNumber() {
        List<UUID> all = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            all.add(ground.household(place, n % 2 == 0 ? village : second, "Chủ hộ mẫu " + n));
        }
        place.keeps(() -> service.close(place.unit(), all.get(0), Went.EMPTY, on(2, 1)));
        place.keeps(() -> service.merge(place.unit(), all.get(1), all.get(3), true, Map.of(), on(2, 2)));
        place.keeps(() -> service.changeVillage(place.unit(), all.get(2), second, on(2, 3)));
        LocalDate today = LocalDate.of(2026, 11, 1);

        assertThat(count(today)).isEqualTo(5);
        assertThat(place.kept(() -> book.list(place.unit(), BookGround.asked(null, ""), null))
                        .total())
                .isEqualTo(5);
        assertThat(place.kept(() -> book.list(place.unit(), BookGround.asked(null, ""), null))
                        .items())
                .hasSize(5);
        assertThat(place.kept(() -> book.list(place.unit(), BookGround.asked(null, "chu ho MAU"), null))
                        .total())
                .isEqualTo(5);
        assertThat(place.kept(() -> book.list(place.unit(), BookGround.asked(village, ""), null))
                        .items())
                .extracting(Household::id)
                .containsExactly(all.get(4), all.get(6));
        assertThat(place.kept(() -> book.flows(place.unit(), null, START, END)).closing())
                .isEqualTo(5);
    }

    @Test
    void openingAndWhatCameAndWentIsClosing() {
        List<UUID> all = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            all.add(ground.household(place, village, "Chủ hộ mẫu " + n));
        }
        place.keeps(() -> service.close(place.unit(), all.get(0), Went.MOVED_OUT, on(2, 1)));
        place.keeps(() -> service.merge(place.unit(), all.get(1), all.get(2), false, Map.of(), on(3, 1)));
        place.keeps(() -> service.changeVillage(place.unit(), all.get(3), second, on(4, 1)));
        place.kept(() -> service.split(place.unit(), all.get(4), Map.of(), facts("Con mẫu"), village, on(6, 1)));
        ground.household(place, village, facts("Mới mẫu"), LocalDate.of(2026, 7, 1));
        place.keeps(() -> service.reopen(place.unit(), all.get(0), second, on(8, 1)));

        Flows year = place.kept(() -> book.flows(place.unit(), village, START.plusDays(1), END));
        assertThat(year.balanced()).isTrue();
        assertThat(List.of(year.opening(), year.came(Came.FIRST_LIST), year.came(Came.SPLIT)))
                .containsExactly(6, 1, 1);
        assertThat(List.of(year.went(Went.MOVED_OUT), year.went(Went.MERGED), year.went(Went.VILLAGE_CHANGE)))
                .containsExactly(1, 1, 1);
        assertThat(year.closing()).isEqualTo(5);
        Flows commune = place.kept(() -> book.flows(place.unit(), null, START.plusDays(1), END));
        assertThat(commune.balanced()).isTrue();
        assertThat(commune.came(Came.VILLAGE_CHANGE)).isEqualTo(commune.went(Went.VILLAGE_CHANGE));
        assertThat(commune.closing()).isEqualTo(7);
        for (int month = 1; month < 11; month++) {
            LocalDate first = LocalDate.of(2026, month, 1);
            for (UUID each : List.of(village, second)) {
                Flows flows = place.kept(() -> book.flows(
                        place.unit(), each, first, first.plusMonths(1).minusDays(1)));
                assertThat(flows.balanced()).as("%s %s", month, flows).isTrue();
                Flows next = place.kept(() -> book.flows(place.unit(), each, first.plusMonths(1), first.plusMonths(1)));
                assertThat(next.opening()).isEqualTo(flows.closing());
            }
        }
    }

    @Test
    void aClosedHouseholdCountsUntilTheDayBefore() {
        UUID id = ground.household(place, village, "A Mẫu");
        place.keeps(() -> service.close(place.unit(), id, Went.MOVED_OUT, on(5, 10)));

        assertThat(count(START.minusDays(1))).isZero();
        assertThat(count(START)).isEqualTo(1);
        assertThat(count(LocalDate.of(2026, 5, 9))).isEqualTo(1);
        assertThat(count(LocalDate.of(2026, 5, 10))).isZero();
        refused("closed", () -> service.close(place.unit(), id, Went.EMPTY, on(6, 1)));
        refused("early", () -> service.reopen(place.unit(), id, village, on(5, 9)));
        place.keeps(() -> service.reopen(place.unit(), id, village, on(5, 10)));
        refused("open", () -> service.reopen(place.unit(), id, village, on(6, 1)));
        assertThat(count(LocalDate.of(2026, 5, 10))).isEqualTo(1);
    }

    @Test
    void splittingOffTheLastMemberIsRefused() {
        UUID id = ground.household(place, village, "A Mẫu");
        place.kept(() -> members.list(
                place.unit(),
                id,
                List.of(
                        member("A Mẫu", Sex.FEMALE, "1970-01-01", Relation.HEAD),
                        member("B Mẫu", Sex.MALE, "1995-01-01", Relation.CHILD),
                        member("C Mẫu", Sex.FEMALE, "1996-01-01", Relation.CHILD_IN_LAW)),
                FIRST));
        UUID head = who(id, "A Mẫu");
        UUID son = who(id, "B Mẫu");
        UUID wife = who(id, "C Mẫu");
        Map<UUID, Relation> all = Map.of(head, Relation.PARENT, son, Relation.HEAD, wife, Relation.SPOUSE);

        refused("split.last", () -> service.split(place.unit(), id, all, facts("x"), village, on(6, 1)));
        refused(
                "split.head",
                () -> service.split(place.unit(), id, Map.of(head, Relation.HEAD), facts("x"), village, on(6, 1)));
        refused("split.members", () -> service.split(place.unit(), id, Map.of(), facts("x"), village, on(6, 1)));
        refused(
                "oneHead",
                () -> service.split(
                        place.unit(),
                        id,
                        Map.of(son, Relation.CHILD, wife, Relation.SPOUSE),
                        facts("x"),
                        village,
                        on(6, 1)));
        UUID made = place.kept(() -> service.split(
                place.unit(), id, Map.of(son, Relation.HEAD, wife, Relation.SPOUSE), facts("x"), second, on(6, 1)));

        assertThat(at(made).facts().head().name()).isEqualTo("B Mẫu");
        assertThat(at(made).village()).isEqualTo(second);
        assertThat(open(id)).extracting(Member::name).containsExactly("A Mẫu");
        assertThat(open(made)).extracting(Member::name).containsExactly("B Mẫu", "C Mẫu");
        assertThat(last(id).other()).isEqualTo(made);
        assertThat(last(made).other()).isEqualTo(id);
    }

    @Test
    void whereOnlyNumbersAreKeptTheLastPersonCannotBeSplitOffEither() {
        Counts four = new Counts(4, 2, 1, 0, 0);
        UUID id = ground.household(place, village, facts("A Mẫu", four), START);
        HouseholdFacts all = facts("B Mẫu", four);

        refused("split.last", () -> service.split(place.unit(), id, Map.of(), all, village, on(6, 1)));
        UUID made = place.kept(() -> service.split(
                place.unit(), id, Map.of(), facts("B Mẫu", new Counts(3, 1, 1, 0, 0)), village, on(6, 1)));

        assertThat(at(id).facts().counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(at(made).facts().counts().persons()).isEqualTo(3);
        refused("split.last", () -> service.split(place.unit(), id, Map.of(), facts("C Mẫu"), village, on(7, 1)));
    }

    @Test
    void mergedHouseholdsKeepBothHistories() {
        UUID one = ground.household(place, village, "A Mẫu");
        UUID two = ground.household(place, village, "A Mẫu");
        UUID three = ground.household(place, second, "A Mẫu");
        place.keeps(() -> service.correct(place.unit(), one, 1, facts("A Mẫu Mới"), on(2, 1)));
        place.keeps(() -> service.merge(place.unit(), one, two, true, Map.of(), on(3, 1)));
        place.keeps(() -> service.merge(place.unit(), two, three, true, Map.of(), on(4, 1)));

        HouseholdBook.View view = view(three);
        assertThat(view.history().stream().filter(event -> event.household().equals(one)))
                .extracting(HouseholdEvent::what)
                .containsExactly(What.OPEN, What.CORRECT, What.MERGE);
        assertThat(view.history()).extracting(HouseholdEvent::household).contains(two, three);
        assertThat(view(one).mergedInto()).isEqualTo(two);
        assertThat(view(one).household().went()).isEqualTo(Went.DUPLICATE);
        refused("merged", () -> service.reopen(place.unit(), one, village, on(6, 1)));
        refused("closed", () -> service.merge(place.unit(), one, three, true, Map.of(), on(6, 1)));
        refused("merge.same", () -> service.merge(place.unit(), three, three, true, Map.of(), on(6, 1)));
    }

    @Test
    void whatWasPutRightStandsInTheHistoryWithWhatStoodBefore() {
        UUID id = ground.household(place, village, "A Mẫu");
        place.keeps(() -> service.correct(place.unit(), id, 1, facts("B Mẫu"), on(2, 1)));

        assertThat(at(id).facts().head().name()).isEqualTo("B Mẫu");
        assertThat(last(id).before()).containsExactly(Map.entry("headName", "A Mẫu"));
        assertThat(at(id).facts().with(last(id).before())).isEqualTo(facts("A Mẫu"));
        assertThatThrownBy(() -> place.keeps(() -> service.correct(place.unit(), id, 1, facts("C"), on(2, 2))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void withoutADayAReasonOrANameNothingIsSaved() {
        UUID id = ground.household(place, village, "A Mẫu");
        for (Basis basis : List.of(
                new Basis(null, "Lý do"),
                new Basis(LocalDate.of(2026, 2, 1), "  "),
                new Basis(LocalDate.of(2999, 1, 1), "Lý do"),
                new Basis(START.minusDays(1), "Lý do"))) {
            assertThatThrownBy(() -> place.keeps(() -> service.close(place.unit(), id, Went.EMPTY, basis)))
                    .isInstanceOf(Rejected.class);
        }
        for (String name : List.of("", "   ", "0", "123", "-")) {
            refused("name", () -> service.open(place.unit(), village, Came.FOUND, facts(name), on(2, 1)));
        }
        refused(
                "persons",
                () -> service.open(place.unit(), village, Came.FOUND, facts("A", new Counts(0, 0, 0, 0, 0)), on(2, 1)));
        refused(
                "within",
                () -> service.open(place.unit(), village, Came.FOUND, facts("A", new Counts(2, 3, 0, 0, 0)), on(2, 1)));
        refused(
                "ages",
                () -> service.open(place.unit(), village, Came.FOUND, facts("A", new Counts(2, 1, 1, 2, 0)), on(2, 1)));
        assertThat(count(END)).isEqualTo(1);
        assertThat(view(id).history()).hasSize(1);
    }

    @Test
    void onlyWhoKeepsTheBookOfTheCommuneWritesInIt() {
        UUID id = ground.household(place, village, "A Mẫu");
        for (var stranger : List.of(
                Posts.at("REPORTER", place.other()),
                Posts.at("REPORTER", place.province()),
                Posts.at("LEADER", place.unit()),
                Posts.at("MINISTRY", 1))) {
            assertThatThrownBy(() -> stranger.run(() -> service.close(place.unit(), id, Went.EMPTY, on(2, 1))))
                    .isInstanceOf(NotAllowed.class);
        }
        for (var above : List.of(Posts.at("REVIEWER", place.province()), Posts.at("MINISTRY", 1))) {
            assertThat((int) above.get(() -> book.count(place.unit(), END))).isEqualTo(1);
            assertThatThrownBy(() -> above.get(() -> book.list(place.unit(), BookGround.asked(null, ""), null)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> above.get(() -> book.view(place.unit(), id)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> Posts.at("REPORTER", place.other())
                        .run(() -> service.close(place.other(), id, Went.EMPTY, on(2, 1))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Posts.at("REPORTER", place.other()).get(() -> book.view(place.other(), id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void povertyIsByDecisionAndOneAtATime() {
        UUID id = ground.household(place, village, "A Mẫu");
        refused("flag.decision", () -> service.flag(place.unit(), id, Flag.POOR, " ", null, on(2, 1)));
        place.keeps(() -> service.flag(place.unit(), id, Flag.POOR, "12/QĐ-UBND", null, on(2, 1)));
        place.keeps(() -> service.flag(place.unit(), id, Flag.NEAR_POOR, "99/QĐ-UBND", null, on(10, 1)));
        place.keeps(() -> service.flag(place.unit(), id, Flag.DIFFICULTY, "", Flag.Cause.ILLNESS, on(3, 1)));
        place.keeps(() -> service.unflag(place.unit(), id, Flag.DIFFICULTY, on(4, 1)));
        refused("flag.none", () -> service.unflag(place.unit(), id, Flag.POLICY, on(4, 1)));

        assertThat(flagsOn(id, LocalDate.of(2026, 1, 31))).isEmpty();
        assertThat(flagsOn(id, LocalDate.of(2026, 2, 1))).containsExactly(Flag.POOR);
        assertThat(flagsOn(id, LocalDate.of(2026, 3, 31))).containsExactly(Flag.POOR, Flag.DIFFICULTY);
        assertThat(flagsOn(id, LocalDate.of(2026, 9, 30))).containsExactly(Flag.POOR);
        assertThat(flagsOn(id, LocalDate.of(2026, 10, 1))).containsExactly(Flag.NEAR_POOR);
    }

    private List<Flag> flagsOn(UUID id, LocalDate day) {
        return view(id).flags().stream()
                .filter(span -> span.on(day))
                .map(Flag.Span::flag)
                .toList();
    }

    private int count(LocalDate day) {
        return place.kept(() -> book.count(place.unit(), day));
    }

    private Household at(UUID id) {
        return repository.find(province(), id).orElseThrow();
    }

    private int province() {
        return jdbc.sql("select province from village.village where id = ?")
                .param(village)
                .query(Integer.class)
                .single();
    }

    private HouseholdBook.View view(UUID id) {
        return place.kept(() -> book.view(place.unit(), id));
    }

    private HouseholdEvent last(UUID id) {
        return repository.events(province(), List.of(id)).getLast();
    }

    private List<Member> open(UUID id) {
        return view(id).members().stream()
                .filter(member -> member.until().equals(LocalDate.MAX))
                .toList();
    }

    private UUID who(UUID id, String name) {
        return open(id).stream()
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

    private void refused(String problem, Supplier<?> code) {
        refused(problem, (Runnable) code::get);
    }
}
