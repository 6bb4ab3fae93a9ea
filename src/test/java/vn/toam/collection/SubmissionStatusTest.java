package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole workflow, every cell of the table. */
class SubmissionStatusTest {

    @Test
    void everyActionFromEveryStatusLeadsWhereTheTableSaysOrNowhere() {
        List<String> table = new ArrayList<>();
        for (SubmissionStatus from : SubmissionStatus.values()) {
            for (Action action : Action.values()) {
                table.add(from + " " + action + " → "
                        + from.after(action).map(Enum::name).orElse("–"));
            }
        }
        assertThat(table)
                .containsExactly(
                        "DRAFT SUBMIT → SUBMITTED",
                        "DRAFT RECALL → –",
                        "DRAFT ACCEPT → –",
                        "DRAFT RETURN → –",
                        "DRAFT AMEND → –",
                        "SUBMITTED SUBMIT → –",
                        "SUBMITTED RECALL → DRAFT",
                        "SUBMITTED ACCEPT → ACCEPTED",
                        "SUBMITTED RETURN → RETURNED",
                        "SUBMITTED AMEND → –",
                        "RETURNED SUBMIT → SUBMITTED",
                        "RETURNED RECALL → –",
                        "RETURNED ACCEPT → –",
                        "RETURNED RETURN → –",
                        "RETURNED AMEND → –",
                        "ACCEPTED SUBMIT → –",
                        "ACCEPTED RECALL → –",
                        "ACCEPTED ACCEPT → –",
                        "ACCEPTED RETURN → RETURNED",
                        "ACCEPTED AMEND → DRAFT");
    }

    @Test
    void figuresAreTypedOnlyInADraftOrWhatWasReturned() {
        assertThat(SubmissionStatus.values())
                .filteredOn(SubmissionStatus::editable)
                .containsExactly(SubmissionStatus.DRAFT, SubmissionStatus.RETURNED);
    }
}
