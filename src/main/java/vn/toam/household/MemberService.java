package vn.toam.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.household.HouseholdDesk.Told;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdFacts.Counts;
import vn.toam.household.HouseholdFacts.Head;
import vn.toam.household.Member.Relation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * Who lives in a household. Members may be kept or only their number; either way an open household has exactly one head, and a head who goes
 * or dies is succeeded before anything is saved.
 */
@Service
public class MemberService {

    /**
     * Who heads a household after another.
     *
     * @param head where no members are kept
     * @param relations where they are: what each who stays is to the new head, exactly one of them
     */
    public record Successor(@Nullable Head head, Map<UUID, Relation> relations) {

        public Successor {
            relations = Map.copyOf(relations);
        }
    }

    private final HouseholdDesk desk;
    private final HouseholdRepository repository;
    private final HouseholdChangeRepository writing;

    MemberService(HouseholdDesk desk, HouseholdRepository repository, HouseholdChangeRepository writing) {
        this.desk = desk;
        this.repository = repository;
        this.writing = writing;
    }

    /** Lists everybody who lives in a household, one of them its head, in place of their numbers or of a list that was wrong. */
    @Transactional
    public List<Household> list(int unit, UUID id, List<MemberForm> everybody, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        HouseholdRules.members(everybody, on);
        List<Member> before = desk.members(household);
        end(household, before, on, Member.Went.CORRECTED);
        Member.Came came = before.isEmpty() ? Member.Came.LISTED : Member.Came.CORRECTED;
        everybody.forEach(form -> writing.addMember(household.province(), id, form, on, came));
        Head head = Head.of(head(desk.members(household)));
        save(household, household.facts().headed(head).counted(Counts.UNKNOWN), What.CORRECT, basis, Told.NOTHING);
        return elsewhere(household);
    }

    /**
     * Somebody moves in.
     *
     * @return other households of the province where somebody of that name and birth lives too: both places are to be named
     */
    @Transactional
    public List<Household> moveIn(int unit, UUID id, MemberForm who, Basis basis) {
        come(unit, id, who, Member.Came.IN, What.MOVE_IN, basis);
        return elsewhere(desk.open(unit, id));
    }

    /** A child is born; the day of the event is its day of birth. */
    @Transactional
    public void birth(int unit, UUID id, MemberForm child, Basis basis) {
        desk.mayKeep(unit);
        MemberForm born = new MemberForm(
                child.name(), child.sex(), basis.on(), child.birthYear(), child.relation(), child.ethnic());
        come(unit, id, born, Member.Came.BIRTH, What.BIRTH, basis);
    }

    private void come(int unit, UUID id, MemberForm who, Member.Came came, What what, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        List<Problem> problems = new ArrayList<>();
        HouseholdRules.member(who, on, problems);
        if (who.relation() == Relation.HEAD) {
            problems.add(HouseholdRules.problem("relation", "secondHead"));
        }
        HouseholdRules.none(problems);
        boolean listed = !desk.members(household).isEmpty();
        if (listed) {
            writing.addMember(household.province(), id, who, on, came);
        }
        save(
                household,
                household.facts().counted(counts(household, who, on, listed, 1)),
                what,
                basis,
                named(who.name()));
    }

    /** Somebody moves out. See {@link #death}. */
    @Transactional
    public void moveOut(int unit, UUID id, UUID member, @Nullable Successor successor, Basis basis) {
        go(unit, id, member, Member.Went.OUT, What.MOVE_OUT, successor, basis);
    }

    /**
     * Somebody died.
     *
     * @param successor who heads the household then, where it was the head
     * @throws Rejected when a head has no successor, or nobody would be left: then the household is closed
     */
    @Transactional
    public void death(int unit, UUID id, UUID member, @Nullable Successor successor, Basis basis) {
        go(unit, id, member, Member.Went.DEATH, What.DEATH, successor, basis);
    }

    private void go(
            int unit, UUID id, UUID member, Member.Went went, What what, @Nullable Successor successor, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        List<Member> members = desk.members(household);
        Member goes = members.stream()
                .filter(each -> each.id().equals(member))
                .findFirst()
                .orElseThrow(() -> Rejected.field("member", "household.problem.member"));
        if (members.size() == 1) {
            throw Rejected.because("household.problem.last");
        }
        notBefore(goes, on);
        HouseholdFacts now = household.facts();
        if (goes.relation() == Relation.HEAD) {
            if (successor == null) {
                throw Rejected.field("successor", "household.problem.successor");
            }
            end(household, List.of(goes), on, went);
            now = now.headed(relate(
                    household, members.stream().filter(each -> each != goes).toList(), successor, on));
        } else {
            end(household, List.of(goes), on, went);
        }
        save(household, now, what, basis, named(goes.name()));
    }

    /**
     * Somebody moved out of a household of which only the number of persons is kept, or died.
     *
     * @param who sex and birth say which numbers change; of the head: known already
     * @param headed true: it was the head, and {@code successor} heads it then
     */
    @Transactional
    public void fewer(
            int unit, UUID id, boolean died, MemberForm who, boolean headed, @Nullable Head successor, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        if (!desk.members(household).isEmpty()) {
            throw Rejected.field("member", "household.problem.member");
        }
        if (Objects.equals(household.facts().counts().persons(), 1)) {
            throw Rejected.because("household.problem.last");
        }
        if (headed && successor == null) {
            throw Rejected.field("successor", "household.problem.successor");
        }
        HouseholdFacts now = household.facts().counted(counts(household, who, on, false, -1));
        HouseholdFacts headedNow = headed && successor != null ? now.headed(successor) : now;
        HouseholdRules.facts(headedNow, on);
        save(household, headedNow, died ? What.DEATH : What.MOVE_OUT, basis, named(who.name()));
    }

    /** Another one heads the household; the one before stays in it. */
    @Transactional
    public void changeHead(int unit, UUID id, Successor successor, Basis basis) {
        Household household = desk.open(unit, id);
        LocalDate on = desk.on(basis, household);
        List<Member> members = desk.members(household);
        Head head = successor.head();
        if (members.isEmpty()) {
            if (head == null) {
                throw Rejected.field("successor", "household.problem.successor");
            }
        } else {
            head = relate(household, members, successor, on);
        }
        HouseholdFacts now = household.facts().headed(head);
        HouseholdRules.facts(now, on);
        save(
                household,
                now,
                What.HEAD_CHANGE,
                basis,
                named(household.facts().head().name()));
    }

    /** Says again what everybody who stays is to the new head. */
    private Head relate(Household household, List<Member> staying, Successor successor, LocalDate on) {
        List<UUID> ids = staying.stream().map(Member::id).toList();
        if (!successor.relations().keySet().equals(new HashSet<>(ids))) {
            throw Rejected.field("relation", "household.problem.relations");
        }
        List<MemberForm> forms = staying.stream()
                .map(each -> MemberForm.of(each)
                        .as(Objects.requireNonNull(successor.relations().get(each.id()))))
                .toList();
        HouseholdRules.members(forms, on);
        staying.forEach(each -> notBefore(each, on));
        end(household, staying, on, Member.Went.CORRECTED);
        forms.forEach(form -> writing.addMember(household.province(), household.id(), form, on, Member.Came.CORRECTED));
        return Head.of(head(desk.members(household)));
    }

    private static void notBefore(Member member, LocalDate on) {
        if (on.isBefore(member.first())) {
            throw Rejected.field("on", "household.problem.early", member.first());
        }
    }

    private static Member head(List<Member> members) {
        return members.stream()
                .filter(each -> each.relation() == Relation.HEAD)
                .findFirst()
                .orElseThrow();
    }

    private static Counts counts(Household household, MemberForm who, LocalDate on, boolean listed, int by) {
        Integer year = who.year();
        if (listed) {
            return Counts.UNKNOWN;
        }
        int age = year == null ? -1 : Member.age(who.birth(), year, on);
        return household.facts().counts().changed(by, who.sex() == Member.Sex.FEMALE, age >= 0 && age < 16, age >= 60);
    }

    private void end(Household household, List<Member> members, LocalDate on, Member.Went went) {
        writing.endMembers(
                household.province(), members.stream().map(Member::id).toList(), on, went);
    }

    private static Told named(String name) {
        return Told.of("person", name);
    }

    private void save(Household household, HouseholdFacts now, What what, Basis basis, Told told) {
        writing.change(household.province(), household.id(), now);
        desk.note(household, what, basis, told.before(household.facts().before(now)));
    }

    private List<Household> elsewhere(Household household) {
        return desk.members(household).stream()
                .flatMap(member -> repository.elsewhere(household.province(), member).stream())
                .distinct()
                .map(other -> repository.find(household.province(), other).orElseThrow())
                .toList();
    }
}
