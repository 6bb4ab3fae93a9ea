package vn.toam.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;

/**
 * A member as typed.
 *
 * @param birth null: only the year is known
 * @param birthYear used where there is no day
 * @param ethnic code; null: not known
 */
public record MemberForm(
        String name,
        Sex sex,
        @Nullable LocalDate birth,
        @Nullable Integer birthYear,
        Relation relation,
        @Nullable String ethnic) {

    public MemberForm {
        name = name.strip().replaceAll("\\s+", " ");
    }

    @Nullable
    Integer year() {
        return birth == null ? birthYear : (Integer) birth.getYear();
    }

    MemberForm as(Relation other) {
        return new MemberForm(name, sex, birth, birthYear, other, ethnic);
    }

    static MemberForm of(Member member) {
        return new MemberForm(
                member.name(), member.sex(), member.birth(), member.birthYear(), member.relation(), member.ethnic());
    }
}
