package vn.toam.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.SecondServer;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.geography.Level;
import vn.toam.notice.Notices;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Two servers remind at the same moment: each unit is told once. */
class ToldOnceTest extends ToamTest {

    @Autowired
    private Reminders reminders;

    @Autowired
    private Notices notices;

    @Autowired
    private RoundService rounds;

    @Autowired
    private UnitService units;

    @Autowired
    private Access access;

    @Autowired
    private As as;

    @Test
    void whoeverIsRemindedByTwoServersAtOnceIsToldOnce() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 1);
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        Somebody planner = as.role("planner.bn");
        Somebody officer = as.role("reporter.tanyen");
        Round round = planner.get(() -> rounds.open("family-plan-commune", 2077, province, ""));
        int before = officer.get(() -> notices.unread());
        Reminders others = SecondServer.bean(Reminders.class);

        List<Integer> told = SecondServer.together(List.of(
                () -> planner.get(() -> reminders.remind(round.id(), province, null)),
                () -> planner.get(() -> others.remind(round.id(), province, null)),
                () -> planner.get(() -> reminders.remind(round.id(), province, null)),
                () -> planner.get(() -> others.remind(round.id(), province, null))));

        assertThat(told.stream().mapToInt(each -> each).sum())
                .isEqualTo(units.idsBelow(province, Level.COMMUNE, day).size());
        assertThat(officer.get(() -> notices.unread())).isEqualTo(before + 1);
        assertThat(officer.get(() -> SecondServer.bean(Notices.class).unread()))
                .as("and sees it on either")
                .isEqualTo(before + 1);
    }
}
