package vn.toam.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toam.definition.CriteriaSet;
import vn.toam.shared.Text;

/** When a household meets a set: points, areas, standards, the meeting – and nothing by default. */
class TitleRulesTest {

    private static final Set<String> DIFFICULT = Set.of("ESPECIALLY_DIFFICULT");

    /** The set of Phú Thọ, decision 22/2024: standards of 32, 42 and 26 points. */
    private static final CriteriaSet PHU_THO = set(
            CriteriaSet.Scoring.POINTS,
            List.of(standard("I", 32), standard("II", 42), standard("III", 26)),
            List.of(pass(List.of("ESPECIALLY_DIFFICULT"), 90, null), pass(List.of(), 95, null)),
            meeting(null, "0.9"));

    /** As of Decree 122/2018: 85 points, each standard at least half of its most; what each standard brings is made up. */
    private static final CriteriaSet OF_2018 = set(
            CriteriaSet.Scoring.POINTS,
            List.of(standard("I", 40), standard("II", 30), standard("III", 30)),
            List.of(pass(List.of(), 85, "0.5")),
            meeting("0.6", "0.6"));

    private static final CriteriaSet WITHOUT_POINTS = set(
            CriteriaSet.Scoring.NONE,
            List.of(new CriteriaSet.Standard("I", Text.of("I"), null, List.of(criterion("I.1"), criterion("I.2")))),
            List.of(pass(List.of(), null, null)),
            null);

    @Test
    void ninetyFourPointsPassOnlyInAnEspeciallyDifficultCommune() {
        assertThat(judge(PHU_THO, Set.of(), Map.of("I", 30, "II", 40, "III", 24), new Vote(100, 80, 80)))
                .containsExactly(Verdict.Kind.TOTAL);
        assertThat(judge(PHU_THO, DIFFICULT, Map.of("I", 30, "II", 38, "III", 23), new Vote(100, 80, 80)))
                .isEmpty();
        assertThat(judge(PHU_THO, Set.of(), Map.of("I", 31, "II", 40, "III", 24), new Vote(100, 80, 80)))
                .as("95 is enough")
                .isEmpty();
        assertThat(judge(PHU_THO, DIFFICULT, Map.of("I", 30, "II", 38, "III", 21), new Vote(100, 80, 80)))
                .as("89 is not")
                .containsExactly(Verdict.Kind.TOTAL);
    }

    @Test
    void lessThanNinetyPercentAgreeingFailsWhateverThePoints() {
        Map<String, Integer> full = Map.of("I", 32, "II", 42, "III", 26);
        assertThat(judge(PHU_THO, Set.of(), full, new Vote(1000, 1000, 899))).containsExactly(Verdict.Kind.AGREEMENT);
        assertThat(judge(PHU_THO, DIFFICULT, full, new Vote(1000, 1000, 899))).containsExactly(Verdict.Kind.AGREEMENT);
        assertThat(judge(PHU_THO, Set.of(), full, new Vote(1000, 1000, 900))).isEmpty();
    }

    @Test
    void aStandardBelowHalfOfItsMostFailsWithEnoughPointsInAll() {
        assertThat(judge(OF_2018, Set.of(), Map.of("I", 40, "II", 30, "III", 16), new Vote(100, 60, 36)))
                .as("86 points")
                .isEmpty();
        CriteriaSet uneven = set(
                CriteriaSet.Scoring.POINTS,
                List.of(standard("I", 90), standard("II", 10)),
                List.of(pass(List.of(), 85, "0.5")),
                meeting("0.6", "0.6"));
        assertThat(judge(uneven, Set.of(), Map.of("I", 82, "II", 4), new Vote(100, 60, 36)))
                .as("86 points, the second standard at 40 %")
                .containsExactly(Verdict.Kind.STANDARD);
        assertThat(judge(uneven, Set.of(), Map.of("I", 81, "II", 5), new Vote(100, 60, 36)))
                .as("exactly half")
                .isEmpty();
    }

    @Test
    void tooFewAtTheMeetingIsSaidBeforeWhoAgreed() {
        Map<String, Integer> full = Map.of("I", 40, "II", 30, "III", 30);
        assertThat(judge(OF_2018, Set.of(), full, new Vote(1000, 599, 599))).containsExactly(Verdict.Kind.ATTENDANCE);
        assertThat(judge(OF_2018, Set.of(), full, new Vote(1000, 600, 359))).containsExactly(Verdict.Kind.AGREEMENT);
        assertThat(judge(OF_2018, Set.of(), full, new Vote(1000, 600, 360))).isEmpty();
        assertThat(judge(OF_2018, Set.of(), full, new Vote(10, 0, 0))).containsExactly(Verdict.Kind.ATTENDANCE);
    }

    @Test
    void whatNobodySaidIsOpenAndNothingPassesByDefault() {
        Verdict nothing = TitleRules.judge(PHU_THO, new Appraisal(Set.of(), Map.of(), Map.of(), null));
        assertThat(nothing.meets()).isFalse();
        assertThat(nothing.open()).containsExactly("I", "II", "III", TitleRules.MEETING);
        assertThat(nothing.against()).as("nor does it fail").isEmpty();

        Verdict half = TitleRules.judge(WITHOUT_POINTS, new Appraisal(Set.of(), Map.of("I.1", true), Map.of(), null));
        assertThat(half.meets()).isFalse();
        assertThat(half.open()).containsExactly("I.2");
        assertThat(TitleRules.judge(
                                WITHOUT_POINTS,
                                new Appraisal(Set.of(), Map.of("I.1", true, "I.2", true), Map.of(), null))
                        .meets())
                .isTrue();
        assertThat(TitleRules.judge(
                                WITHOUT_POINTS,
                                new Appraisal(Set.of(), Map.of("I.1", true, "I.2", false), Map.of(), null))
                        .against())
                .containsExactly(new Verdict.Ground(Verdict.Kind.CRITERION, "I.2"));
    }

    @Test
    void aFrameWithoutCriteriaIsMetByNobody() {
        CriteriaSet frame = set(
                CriteriaSet.Scoring.NONE,
                List.of(new CriteriaSet.Standard("I", Text.of("I"), null, List.of())),
                List.of(pass(List.of(), null, null)),
                null);
        assertThat(frame.complete()).isFalse();
        assertThat(TitleRules.judge(frame, new Appraisal(Set.of(), Map.of(), Map.of(), null))
                        .meets())
                .isFalse();
    }

    @Test
    void morePointsThanThereAreAreRefused() {
        Appraisal much = new Appraisal(Set.of(), Map.of(), Map.of("I", new BigDecimal("32.5")), null);
        assertThatThrownBy(() -> TitleRules.judge(PHU_THO, much)).hasMessageContaining("at most 32");
        assertThatThrownBy(() -> new Vote(10, 11, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vote(10, 5, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Verdict.Kind> judge(CriteriaSet set, Set<String> areas, Map<String, Integer> points, Vote vote) {
        Map<String, BigDecimal> exact = points.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> BigDecimal.valueOf(entry.getValue())));
        Verdict verdict = TitleRules.judge(set, new Appraisal(areas, Map.of(), exact, vote));
        assertThat(verdict.open()).isEmpty();
        return verdict.against().stream().map(Verdict.Ground::kind).collect(Collectors.toSet());
    }

    static CriteriaSet set(
            CriteriaSet.Scoring scoring,
            List<CriteriaSet.Standard> standards,
            List<CriteriaSet.Pass> pass,
            CriteriaSet.@Nullable Meeting meeting) {
        return new CriteriaSet(
                "test",
                1,
                Text.of("Thử"),
                List.of(),
                CriteriaSet.Title.FAMILY,
                null,
                new CriteriaSet.Valid(null, LocalDate.EPOCH.getYear(), null),
                scoring,
                standards,
                pass,
                meeting,
                10,
                10,
                MonthDay.of(11, 25));
    }

    static CriteriaSet.Standard standard(String id, int max) {
        return new CriteriaSet.Standard(id, Text.of(id), BigDecimal.valueOf(max), List.of());
    }

    private static CriteriaSet.Criterion criterion(String id) {
        return new CriteriaSet.Criterion(id, Text.of(id), null, null);
    }

    private static CriteriaSet.Pass pass(List<String> areas, @Nullable Integer total, @Nullable String share) {
        return new CriteriaSet.Pass(
                areas, total == null ? null : BigDecimal.valueOf(total), share == null ? null : new BigDecimal(share));
    }

    static CriteriaSet.Meeting meeting(@Nullable String attendance, String agree) {
        return new CriteriaSet.Meeting(
                attendance == null ? null : new BigDecimal(attendance),
                new BigDecimal(agree),
                CriteriaSet.Base.PRESENT);
    }
}
