package vn.toam.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;
import vn.toam.household.HouseholdDesk.Told;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.Member.Relation;
import vn.toam.shared.Conflict;
import vn.toam.shared.Rejected;
import vn.toam.village.Village;

/**
 * Households of a commune as its officers keep them: begun, moved, parted, put together, closed, opened again, put right. Every verb is one
 * transaction and one event in the history of each household that it concerns.
 */
@Service
public class HouseholdService {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Set<Came> BEGINS = EnumSet.of(Came.FIRST_LIST, Came.MOVED_IN, Came.FOUND);
    private static final Set<Went> CLOSES = EnumSet.of(Went.MOVED_OUT, Went.EMPTY, Went.DIED_OUT);

    private final HouseholdDesk desk;
    private final HouseholdRepository repository;
    private final HouseholdChangeRepository writing;
    private final HouseholdYears years;

    HouseholdService(
            HouseholdDesk desk,
            HouseholdRepository repository,
            HouseholdChangeRepository writing,
            HouseholdYears years) {
        this.desk = desk;
        this.repository = repository;
        this.writing = writing;
        this.years = years;
    }

    /**
     * Opens a household in a village; it gets the next number.
     *
     * @param came from the first list, moved in, or found later
     */
    @Transactional
    public UUID open(int unit, UUID village, Came came, HouseholdFacts facts, Basis basis) {
        desk.mayKeep(unit, village);
        if (!BEGINS.contains(came)) {
            throw Rejected.field("came", "household.problem.came");
        }
        LocalDate on = HouseholdRules.on(basis, EARLIEST, desk.today());
        HouseholdRules.facts(facts, on);
        Village here = desk.village(unit, village);
        UUID id = writing.id();
        writing.add(here.province(), id, facts, false);
        begin(here.province(), id, village, on, came);
        desk.note(household(here.province(), id), What.OPEN, basis, Told.of("came", came.name()));
        years.expect(unit);
        return id;
    }

    /**
     * Closes a household: from that day on it is not there any more.
     *
     * @param went moved out of the commune, found empty, or nobody is left alive
     */
    @Transactional
    public void close(int unit, UUID id, Went went, Basis basis) {
        Household household = desk.open(unit, id);
        if (!CLOSES.contains(went)) {
            throw Rejected.field("went", "household.problem.went");
        }
        LocalDate on = desk.on(basis, household);
        endMembers(household, on, went == Went.DIED_OUT ? Member.Went.DEATH : Member.Went.CLOSED);
        writing.end(household.province(), id, on, went);
        desk.note(household, What.CLOSE, basis, Told.of("went", went.name()));
    }

    /** Opens a household again that was closed, in a village of the commune, under a new number; its members are back with it. */
    @Transactional
    public void reopen(int unit, UUID id, UUID village, Basis basis) {
        Household household = desk.held(unit, List.of(id)).getFirst();
        if (household.open()) {
            throw Rejected.because("household.problem.open");
        }
        if (repository.mergedInto(household.province(), id).isPresent()) {
            throw Rejected.because("household.problem.merged");
        }
        LocalDate on = HouseholdRules.on(basis, household.until(), desk.today());
        desk.village(unit, village);
        Set<UUID> back = Set.copyOf(writing.closedMembers(household.province(), id, household.until()));
        begin(household.province(), id, village, on, Came.REOPENED);
        repository.members(household.province(), List.of(id)).stream()
                .filter(member -> back.contains(member.id()))
                .forEach(member ->
                        writing.addMember(household.province(), id, MemberForm.of(member), on, Member.Came.CORRECTED));
        desk.note(household(household.province(), id), What.REOPEN, basis, Told.NOTHING);
    }

    /** A household moves to another village of the commune: it stays the same and gets a number there. */
    @Transactional
    public void changeVillage(int unit, UUID id, UUID village, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        desk.village(unit, village);
        if (village.equals(household.village())) {
            throw Rejected.field("village", "household.problem.village.same");
        }
        writing.end(household.province(), id, on, Went.VILLAGE_CHANGE);
        begin(household.province(), id, village, on, Came.VILLAGE_CHANGE);
        desk.note(household, What.VILLAGE_CHANGE, basis, Told.of("no", String.valueOf(household.no())));
    }

    /**
     * Puts right what was written of a household.
     *
     * @param version of the row that was shown
     * @param basis since when it has been so
     * @throws Conflict when somebody else changed it meanwhile
     */
    @Transactional
    public void correct(int unit, UUID id, int version, HouseholdFacts facts, Basis basis) {
        Household household = desk.held(unit, List.of(id)).getFirst();
        if (household.version() != version) {
            throw new Conflict("household " + id);
        }
        LocalDate on = HouseholdRules.on(basis, EARLIEST, desk.today());
        HouseholdRules.facts(facts, on);
        if (!facts.head().equals(household.facts().head())
                && !desk.members(household).isEmpty()) {
            throw Rejected.field("headName", "household.problem.headOfMembers");
        }
        change(household, facts, What.CORRECT, basis, Told.NOTHING);
    }

    /**
     * Splits a household: some of its members begin another one.
     *
     * @param leaving members that go, with what they are to their new head, exactly one of them; empty where no members are kept
     * @param facts of the new household; where members go, its head is the one of them
     * @param village where it lives
     * @throws Rejected when nobody would be left, or the head would go
     */
    @Transactional
    public UUID split(int unit, UUID id, Map<UUID, Relation> leaving, HouseholdFacts facts, UUID village, Basis basis) {
        Household old = desk.open(unit, id);
        LocalDate on = desk.on(basis, old);
        desk.village(unit, village);
        List<Member> members = desk.members(old);
        List<Member> going =
                members.stream().filter(each -> leaving.containsKey(each.id())).toList();
        if (going.size() != leaving.size() || going.isEmpty() != members.isEmpty()) {
            throw Rejected.field("members", "household.problem.split.members");
        }
        Counts rest = rest(old, members, going, facts);
        List<MemberForm> forms = going.stream()
                .map(each -> MemberForm.of(each).as(Objects.requireNonNull(leaving.get(each.id()))))
                .toList();
        if (!forms.isEmpty()) {
            HouseholdRules.members(forms, on);
        }
        HouseholdFacts made =
                forms.isEmpty() ? facts : facts.headed(head(forms)).counted(Counts.UNKNOWN);
        HouseholdRules.facts(made, on);
        UUID id2 = writing.id();
        writing.add(old.province(), id2, made, old.demo());
        begin(old.province(), id2, village, on, Came.SPLIT);
        writing.endMembers(old.province(), leaving.keySet(), on, Member.Went.SPLIT);
        forms.forEach(form -> writing.addMember(old.province(), id2, form, on, Member.Came.SPLIT));
        change(old, old.facts().counted(rest), What.SPLIT, basis, Told.with(id2));
        desk.note(household(old.province(), id2), What.SPLIT, basis, Told.with(id));
        return id2;
    }

    private static HouseholdFacts.Head head(List<MemberForm> members) {
        MemberForm head = members.stream()
                .filter(each -> each.relation() == Relation.HEAD)
                .findFirst()
                .orElseThrow();
        return new HouseholdFacts.Head(head.name(), head.sex(), head.year());
    }

    /** What is known of how many are left. @throws Rejected when nobody would be */
    private static Counts rest(Household old, List<Member> members, List<Member> going, HouseholdFacts made) {
        Counts counts = old.facts().counts();
        Integer persons = counts.persons();
        Integer away = made.counts().persons();
        boolean all = members.isEmpty()
                ? persons != null && (persons == 1 || away != null && away >= persons)
                : going.size() == members.size();
        if (all) {
            throw Rejected.field("members", "household.problem.split.last");
        }
        if (going.stream().anyMatch(each -> each.relation() == Relation.HEAD)) {
            throw Rejected.field("members", "household.problem.split.head");
        }
        return members.isEmpty() ? counts.minus(made.counts()) : Counts.UNKNOWN;
    }

    /**
     * Puts a household into another: it is closed, both histories stay, and it is found through the other.
     *
     * @param duplicate true: both were the same one; false: two that live together from that day on
     * @param relations what members who come along are to the head they come to
     */
    @Transactional
    public void merge(int unit, UUID from, UUID into, boolean duplicate, Map<UUID, Relation> relations, Basis basis) {
        desk.mayKeep(unit);
        List<Household> both = desk.held(unit, List.of(from, into));
        if (from.equals(into)) {
            throw Rejected.field("into", "household.problem.merge.same");
        }
        Household gone = HouseholdDesk.open(both.getFirst());
        Household stays = HouseholdDesk.open(both.getLast());
        LocalDate on = HouseholdRules.on(
                basis, gone.first().isAfter(stays.first()) ? gone.first() : stays.first(), desk.today());
        List<Member> members = desk.members(gone);
        boolean listed = !desk.members(stays).isEmpty();
        if (!duplicate && listed && members.isEmpty()) {
            throw Rejected.field("from", "household.problem.merge.list");
        }
        if (!duplicate && listed) {
            come(members, stays, relations, on);
        }
        endMembers(gone, on, duplicate ? Member.Went.CORRECTED : Member.Went.MERGE);
        writing.end(gone.province(), from, on, duplicate ? Went.DUPLICATE : Went.MERGED);
        writing.alias(gone.province(), from, into, on);
        Counts together = listed
                ? stays.facts().counts()
                : members.isEmpty() ? stays.facts().counts().plus(gone.facts().counts()) : Counts.UNKNOWN;
        HouseholdFacts now = duplicate ? stays.facts() : stays.facts().counted(together);
        desk.note(gone, What.MERGE, basis, Told.with(into));
        change(stays, now, What.MERGE, basis, Told.with(from));
    }

    private void come(List<Member> members, Household into, Map<UUID, Relation> relations, LocalDate on) {
        for (Member member : members) {
            Relation relation = relations.get(member.id());
            if (relation == null || relation == Relation.HEAD) {
                throw Rejected.field("relation", "household.problem.merge.relation", member.name());
            }
            writing.addMember(into.province(), into.id(), MemberForm.of(member).as(relation), on, Member.Came.MERGE);
        }
    }

    private void endMembers(Household household, LocalDate on, Member.Went went) {
        Set<UUID> ids = desk.members(household).stream().map(Member::id).collect(Collectors.toSet());
        writing.endMembers(household.province(), ids, on, went);
    }

    private void begin(int province, UUID id, UUID village, LocalDate on, Came came) {
        writing.begin(province, id, village, writing.nextNo(province, village), on, came);
    }

    private void change(Household household, HouseholdFacts now, What what, Basis basis, Told told) {
        writing.change(household.province(), household.id(), now);
        desk.note(household, what, basis, told.before(household.facts().before(now)));
    }

    private Household household(int province, UUID id) {
        return repository.find(province, id).orElseThrow();
    }

    /** Says or ends what a household is by a list or a decision. @param cause of difficulty alone; null: none */
    @Transactional
    public void flag(int unit, UUID id, Flag flag, String decision, Flag.@Nullable Cause cause, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = HouseholdRules.on(basis, EARLIEST, desk.today());
        HouseholdRules.none(new ArrayList<>(flag.problems(decision.strip(), cause)));
        Set<Flag> ends = EnumSet.allOf(Flag.class).stream().filter(flag::ends).collect(Collectors.toSet());
        writing.endFlags(household.province(), id, ends, on);
        Flag.Span span = new Flag.Span(id, flag, on, flag.until(on), decision.strip(), cause);
        if (!writing.flag(household.province(), span)) {
            throw Rejected.field("on", "household.problem.flag.twice", on);
        }
        desk.note(household, What.FLAG, basis, Told.of("flag", flag.name()));
    }

    /** A flag holds no longer from a day on. @throws Rejected when it does not hold then */
    @Transactional
    public void unflag(int unit, UUID id, Flag flag, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = HouseholdRules.on(basis, EARLIEST, desk.today());
        if (writing.endFlags(household.province(), id, Set.of(flag), on) == 0) {
            throw Rejected.field("flag", "household.problem.flag.none", on);
        }
        desk.note(household, What.FLAG, basis, Told.of("ended", flag.name()));
    }
}
