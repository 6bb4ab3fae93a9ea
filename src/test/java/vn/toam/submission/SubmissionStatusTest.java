package vn.toam.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.submission.SubmissionPermissions.FORM_APPROVE;
import static vn.toam.submission.SubmissionPermissions.FORM_CHECK;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole workflow: every action from every status. */
class SubmissionStatusTest {

    /** What leads on; everything that is not named here must lead nowhere. */
    private static final Map<SubmissionStatus, String> TABLE = Map.of(
            SubmissionStatus.DRAFT,
            "ASK_APPROVAL→APPROVING ASK_CHECK→CHECKING PROXY→DRAFT SUBMIT→SUBMITTED",
            SubmissionStatus.CHECKING,
            "ASK_APPROVAL→APPROVING DECLINE→DRAFT RECALL→DRAFT SUBMIT→SUBMITTED",
            SubmissionStatus.APPROVING,
            "DECLINE→DRAFT RECALL→DRAFT SUBMIT→SUBMITTED",
            SubmissionStatus.SUBMITTED,
            "ACCEPT→ACCEPTED ANSWER→SUBMITTED ASK→SUBMITTED RECALL→DRAFT RETURN→RETURNED",
            SubmissionStatus.RETURNED,
            "ASK_APPROVAL→APPROVING ASK_CHECK→CHECKING PROXY→RETURNED SUBMIT→SUBMITTED",
            SubmissionStatus.ACCEPTED,
            "AMEND→DRAFT ANSWER→ACCEPTED ASK→ACCEPTED RETURN→RETURNED");

    @Test
    void everyActionFromEveryStatusLeadsWhereTheTableSaysOrNowhere() {
        for (SubmissionStatus from : SubmissionStatus.values()) {
            Map<String, SubmissionStatus> next = new TreeMap<>();
            for (Action action : Action.values()) {
                from.after(action).ifPresent(to -> next.put(action.name(), to));
            }
            assertThat(next.entrySet().stream()
                            .map(each -> each.getKey() + "→" + each.getValue())
                            .collect(Collectors.joining(" ")))
                    .as("from %s", from)
                    .isEqualTo(TABLE.getOrDefault(from, ""));
        }
    }

    @Test
    void whatCannotBeDoneNowIsSaidInBothLanguages() throws IOException {
        for (String file : List.of("/messages/collection.properties", "/messages/collection_en.properties")) {
            Properties words = new Properties();
            try (var in = new java.io.InputStreamReader(
                    SubmissionStatusTest.class.getResourceAsStream(file), java.nio.charset.StandardCharsets.UTF_8)) {
                words.load(in);
            }
            for (SubmissionStatus from : SubmissionStatus.values()) {
                Arrays.stream(Action.values())
                        .filter(action -> from.after(action).isEmpty() && action != Action.REORGANISE)
                        .forEach(action -> assertThat(words)
                                .as(file.toLowerCase(Locale.ROOT))
                                .containsKey("collection.problem." + action + "." + from));
            }
        }
    }

    @Test
    void figuresAreTypedOnlyInADraftOrWhatWasReturned() {
        assertThat(SubmissionStatus.values())
                .filteredOn(SubmissionStatus::editable)
                .containsExactly(SubmissionStatus.DRAFT, SubmissionStatus.RETURNED);
    }

    @Test
    void insideTheUnitIsWhatWaitsForCheckOrApproval() {
        assertThat(SubmissionStatus.values())
                .filteredOn(SubmissionStatus::inside)
                .containsExactly(SubmissionStatus.CHECKING, SubmissionStatus.APPROVING);
    }

    @Test
    void theUnitsOwnSettingSaysThroughWhoseHandsAReturnGoes() {
        assertThat(way(false, false)).containsExactly(Action.SUBMIT);
        assertThat(way(true, false)).containsExactly(Action.ASK_CHECK, Action.SUBMIT);
        assertThat(way(false, true)).containsExactly(Action.ASK_APPROVAL, Action.SUBMIT);
        assertThat(way(true, true)).containsExactly(Action.ASK_CHECK, Action.ASK_APPROVAL, Action.SUBMIT);
        assertThat(ReturnRoute.asks(SubmissionStatus.CHECKING)).isEqualTo(FORM_CHECK);
        assertThat(ReturnRoute.asks(SubmissionStatus.APPROVING)).isEqualTo(FORM_APPROVE);
    }

    private static List<Action> way(boolean checks, boolean approves) {
        ReturnRoute route = new ReturnRoute(checks, approves);
        List<Action> way = new java.util.ArrayList<>();
        SubmissionStatus status = SubmissionStatus.DRAFT;
        while (status != SubmissionStatus.SUBMITTED) {
            way.add(route.forward(status));
            status = status.after(way.getLast()).orElseThrow();
        }
        return way;
    }
}
