package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toam.assignment.DutyStatistics;

/** The rates of published reports come out of their own figures. */
class BoxesTest {

    @Test
    void theGovernmentsReportOf2017() {
        DutyStatistics boxes = new DutyStatistics(14_068, 1_983, 5_640, 223, 14_068, 0, 0, 0, 0);
        assertThat(boxes.all()).isEqualTo(21_914);
        assertThat(boxes.done()).isEqualTo(16_051);
        assertThat(boxes.doneRate()).isEqualByComparingTo("98.63");
        assertThat(boxes.onTimeRate()).isEqualByComparingTo("86.44");
        assertThat(boxes.firstRate()).as("nothing was extended").isNull();
    }

    @Test
    void quangNamsReportOf2020() {
        DutyStatistics boxes = new DutyStatistics(585, 0, 67, 181, 585, 0, 0, 0, 0);
        assertThat(boxes.all()).isEqualTo(833);
        assertThat(boxes.doneRate()).isEqualByComparingTo("76.37");
    }

    @Test
    void nothingDueIsNoRateNeitherNoughtNorAHundred() {
        DutyStatistics boxes = new DutyStatistics(0, 0, 12, 0, 0, 0, 0, 3, 1);
        assertThat(boxes.doneRate()).isNull();
        assertThat(boxes.onTimeRate()).isNull();
        assertThat(boxes.all()).as("bodies that are asked are in no box").isEqualTo(12);
    }

    @Test
    void extensionsShowTheRateByTheDaysFirstGiven() {
        DutyStatistics boxes = new DutyStatistics(8, 1, 0, 1, 5, 3, 0, 0, 0);
        assertThat(boxes.onTimeRate()).isEqualByComparingTo("80.00");
        assertThat(boxes.firstRate()).isEqualByComparingTo("50.00");
    }
}
