package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.PlanStatus;

/** What may follow what: every pair of states, for elements and for plans. */
class StatesTest {

    @Test
    void anElementPassesToEveryOtherStateAndNeverToItsOwn() {
        for (ElementState from : ElementState.values()) {
            for (ElementState to : ElementState.values()) {
                assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(from != to);
            }
        }
    }

    @Test
    void aPlanIsIssuedOnceAndEndsOnce() {
        assertThat(PlanStatus.DRAFT.next()).isEqualTo(Set.of(PlanStatus.SUBMITTED, PlanStatus.ISSUED));
        assertThat(PlanStatus.SUBMITTED.next()).isEqualTo(Set.of(PlanStatus.DRAFT, PlanStatus.ISSUED));
        assertThat(PlanStatus.ISSUED.next()).isEqualTo(Set.of(PlanStatus.ENDED, PlanStatus.WITHDRAWN));
        assertThat(PlanStatus.ENDED.next()).isEmpty();
        assertThat(PlanStatus.WITHDRAWN.next()).isEmpty();
    }
}
