package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.household.HouseholdType.OneParentChild;
import vn.toam.household.Member.Relation;
import vn.toam.household.Member.Sex;

/** Types are told by generations and pairs, on a day, whoever is the head. */
class HouseholdTypeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    /** "HEAD f70, CHILD m45": relation, sex, age on the day. */
    private static List<Member> family(String written) {
        return Arrays.stream(written.split(", *"))
                .map(each -> each.split(" "))
                .map(each -> member(
                        Relation.valueOf(each[0]),
                        each[1].charAt(0) == 'f' ? Sex.FEMALE : Sex.MALE,
                        Integer.parseInt(each[1].substring(1)),
                        LocalDate.MAX))
                .toList();
    }

    private static Member member(Relation relation, Sex sex, int age, LocalDate until) {
        LocalDate birth = DAY.minusYears(age);
        return new Member(
                UUID.randomUUID(),
                new UUID(0, 1),
                "Người mẫu",
                sex,
                birth,
                birth.getYear(),
                relation,
                null,
                birth,
                until);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD m40 | F7",
                "HEAD f90 | F7",
                "HEAD m40, SPOUSE f38 | F6",
                "HEAD f40, SPOUSE m38 | F6",
                "HEAD m40, SPOUSE f38, OTHER f20 | F8",
                "HEAD m40, SPOUSE f38, SIBLING m30 | F8",
                "HEAD m40, OTHER m41 | F8",
                "HEAD m40, OTHER_RELATIVE f41 | F8",
                "HEAD m20, SIBLING f18 | F8",
                "HEAD m20, SIBLING f18, SIBLING f9 | F8",
                "HEAD m40, SPOUSE f38, CHILD m10 | F2",
                "HEAD m70, SPOUSE f68, CHILD m40, CHILD_IN_LAW f38 | F2",
                "HEAD m40, SPOUSE f38, CHILD m10, OTHER f20 | F2",
                "HEAD m30, PARENT m60, PARENT f58 | F2",
                "HEAD m30, SPOUSE f29, PARENT m60, PARENT f58 | F2",
                "HEAD m9, PARENT m40, PARENT f38, SIBLING f7 | F2",
                "HEAD f40, CHILD m10 | F3",
                "HEAD m45, PARENT f70 | F3",
                "HEAD m45, SPOUSE f44, PARENT f70 | F3",
                "HEAD f70, CHILD m45, CHILD_IN_LAW f44 | F3",
                "HEAD f40, SIBLING f38, CHILD m10 | F3",
                "HEAD m20, SIBLING f18, PARENT f44 | F3",
                "HEAD m40, CHILD m10 | F4",
                "HEAD f30, PARENT m60 | F4",
                "HEAD m40, SPOUSE f38, CHILD m15, PARENT f70 | F5",
                "HEAD m70, CHILD m45, GRANDCHILD m10 | F5",
                "HEAD m70, SPOUSE f69, CHILD_IN_LAW f40, GRANDCHILD m10 | F5",
                "HEAD m20, PARENT m45, GRANDPARENT f70 | F5",
                "HEAD m25, GRANDPARENT f80, CHILD m2 | F5",
                "HEAD f70, GRANDCHILD m10 | F8",
                "HEAD m70, SPOUSE f70, GRANDCHILD m10, GRANDCHILD f8 | F8",
                "HEAD m19, GRANDPARENT f75 | F8",
                "HEAD f70, CHILD_IN_LAW f40 | F8",
                "HEAD m70, SPOUSE f68, CHILD_IN_LAW f40 | F8",
            })
    void aFamilyHasAType(String family, HouseholdType type) {
        assertThat(HouseholdType.of(family(family), DAY, OneParentChild.ANY_AGE))
                .isEqualTo(type);
    }

    /** The same people, each row told from another head. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD f70, CHILD m45 | HEAD m45, PARENT f70",
                "HEAD m40, SPOUSE f38, CHILD m10 | HEAD m10, PARENT m40, PARENT f38",
                "HEAD f38, SPOUSE m40, CHILD m10 | HEAD m40, SPOUSE f38, CHILD m10",
                "HEAD f70, CHILD m45, CHILD_IN_LAW f44 | HEAD m45, SPOUSE f44, PARENT f70",
                "HEAD m70, SPOUSE f69, CHILD m45, CHILD_IN_LAW f44 | HEAD f44, SPOUSE m45, PARENT m70, PARENT f69",
                "HEAD f75, GRANDCHILD m19 | HEAD m19, GRANDPARENT f75",
                "HEAD f70, CHILD m45, GRANDCHILD m9 | HEAD m45, PARENT f70, CHILD m9",
                "HEAD f70, CHILD m45, GRANDCHILD m9 | HEAD m9, PARENT m45, GRANDPARENT f70",
                "HEAD f40, SIBLING f38, CHILD m10 | HEAD m10, PARENT f40, OTHER_RELATIVE f38",
                "HEAD m20, SIBLING f18 | HEAD f18, SIBLING m20",
                "HEAD f44, CHILD m20, CHILD f12 | HEAD m20, SIBLING f12, PARENT f44"
            })
    void whoIsTheHeadChangesNothing(String one, String other) {
        for (OneParentChild rule : OneParentChild.values()) {
            assertThat(HouseholdType.of(family(one), DAY, rule)).isEqualTo(HouseholdType.of(family(other), DAY, rule));
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD f44, CHILD m17 | F3",
                "HEAD f44, CHILD m18 | F8",
                "HEAD f44, CHILD m30, CHILD f17 | F3",
                "HEAD m45, PARENT f70 | F8",
                "HEAD m44, CHILD m17 | F4",
                "HEAD m44, SPOUSE f44, CHILD m30 | F2",
                "HEAD f70, CHILD m45, GRANDCHILD m9 | F5"
            })
    void aParentAloneWithGrownChildrenCountsWhereItIsSetSo(String family, HouseholdType type) {
        assertThat(HouseholdType.of(family(family), DAY, OneParentChild.UNDER_18))
                .isEqualTo(type);
    }

    @Test
    void theDeadAreNoMembersFromTheDayOn() {
        List<Member> couple = List.of(
                member(Relation.HEAD, Sex.FEMALE, 70, LocalDate.MAX), member(Relation.SPOUSE, Sex.MALE, 72, DAY));

        assertThat(HouseholdType.of(couple, DAY.minusDays(1), OneParentChild.ANY_AGE))
                .isEqualTo(HouseholdType.F6);
        assertThat(HouseholdType.of(couple, DAY, OneParentChild.ANY_AGE)).isEqualTo(HouseholdType.F7);
    }

    @ParameterizedTest(name = "born {0}, age {2} on {1}")
    @CsvSource({
        "2010-11-30,2026-11-30,16,false",
        "2010-12-01,2026-11-30,15,true",
        "2008-02-29,2026-02-28,17,false",
        "2008-02-29,2024-02-28,15,true",
        "2008-02-29,2024-02-29,16,false",
        "2026-11-30,2026-11-30,0,true"
    })
    void agesAreThoseOfTheCutOffDay(LocalDate birth, LocalDate day, int age, boolean child) {
        Member member = new Member(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Người mẫu",
                Sex.MALE,
                birth,
                birth.getYear(),
                Relation.CHILD,
                null,
                birth,
                LocalDate.MAX);
        assertThat(member.age(day)).isEqualTo(age);
        assertThat(member.child(day)).isEqualTo(child);
    }

    @Test
    void sixtyIsElderlyOnTheBirthdayAndWithAYearAloneInThatYear() {
        Member exact = member(Relation.HEAD, Sex.MALE, 60, LocalDate.MAX);
        assertThat(exact.elderly(DAY)).isTrue();
        assertThat(exact.elderly(DAY.minusDays(1))).isFalse();
        assertThat(Member.age(null, 1966, DAY)).isEqualTo(60);
        assertThat(Member.age(null, 1967, DAY)).isEqualTo(59);
    }
}
