package vn.toam.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.household.Household.Came;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdFacts.Head;
import vn.toam.household.HouseholdFacts.Registration;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** Communes with villages of a test's own, and whoever keeps their book. */
@Component
class BookGround {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final Basis FIRST = new Basis(START, "Lập sổ");

    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final TestGround grounds;
    private final VillageService villages;
    private final HouseholdService service;
    private final As as;

    BookGround(TestGround grounds, VillageService villages, HouseholdService service, As as) {
        this.grounds = grounds;
        this.villages = villages;
        this.service = service;
        this.as = as;
    }

    /** A commune that nobody else asks about. */
    record Place(int province, int unit, int other) {

        void keeps(Runnable code) {
            Posts.at("REPORTER", unit).run(code);
        }

        <T> T kept(Supplier<T> code) {
            return Posts.at("REPORTER", unit).get(code);
        }
    }

    Place place() {
        TestGround.Ground taken = grounds.take();
        List<Integer> communes = taken.communes();
        return new Place(taken.province(), communes.getFirst(), communes.get(communes.size() / 2));
    }

    UUID village(Place place) {
        return village(place.unit());
    }

    UUID village(int unit) {
        String name = "Sổ hộ " + VILLAGES.incrementAndGet();
        return as.role("admin")
                .get(() -> villages.add(
                        unit,
                        new VillageForm(
                                "THON", name, Set.of(), "", "", "", "", null, START.minusMonths(3), "", null, 0)));
    }

    UUID household(Place place, UUID village, String head) {
        return household(place, village, facts(head), START);
    }

    UUID household(Place place, UUID village, HouseholdFacts facts, LocalDate on) {
        return place.kept(() -> service.open(place.unit(), village, Came.FIRST_LIST, facts, new Basis(on, "Lập sổ")));
    }

    static HouseholdBook.Asked asked(@Nullable UUID village, String q) {
        return new HouseholdBook.Asked(village, q, null, null, false);
    }

    static HouseholdFacts facts(String head) {
        return facts(head, Counts.UNKNOWN);
    }

    static HouseholdFacts facts(String head, Counts counts) {
        return new HouseholdFacts(
                new Head(head, Sex.FEMALE, 1970), "Số 1", "", Registration.PERMANENT, false, null, counts);
    }

    static MemberForm member(String name, Sex sex, String birth, Relation relation) {
        return new MemberForm(name, sex, LocalDate.parse(birth), null, relation, null);
    }

    static Basis on(int month, int day) {
        return new Basis(LocalDate.of(2026, month, day), "Theo báo cáo của trưởng thôn");
    }
}
