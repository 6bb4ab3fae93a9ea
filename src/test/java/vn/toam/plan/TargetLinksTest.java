package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.drafting.PlanUploads;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.target.ScorecardService;
import vn.toam.target.TargetStatus;

/** A percentage is never judged by a count: not when it is linked by hand, and not when such a link is there already. */
@Transactional
class TargetLinksTest extends ToamTest {

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private ReviewService review;

    @Autowired
    private ScorecardService scorecards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Test
    void linkingAPercentageToACountByHandIsRefusedWithTheReason() {
        UUID plan = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(ReceiversTest.PLAN), true));
        Element target = as.role("planner.db").get(() -> plans.elements(plan)).stream()
                .filter(e -> e.kind() == ElementKind.TARGET)
                .findFirst()
                .orElseThrow();
        Item.Goal goal = (Item.Goal) target.item();
        Item.Goal wrong = new Item.Goal(
                goal.text(),
                "child-marriages",
                goal.comparator(),
                goal.value(),
                null,
                goal.unit(),
                null,
                null,
                false,
                false,
                false,
                null);
        assertThatThrownBy(() -> as.role("planner.db").run(() -> review.edit(target.id(), target.version(), wrong)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.problems()).singleElement().satisfies(p -> {
                            assertThat(p.field()).isEqualTo("indicator");
                            assertThat(p.key()).isEqualTo("plan.item.unitsDiffer");
                        }));
    }

    @Test
    void aLinkThatIsThereAlreadyIsADoubtAndNoVerdict() throws Exception {
        UUID target = jdbc.sql("""
                        update plan.target set indicator = 'child-marriages'
                        where id = (select id from plan.target where unit = 'percent' and score_value is null
                            and comparator not in ('DECREASE_BY', 'INCREASE_BY') order by id limit 1) returning id""").query(UUID.class).single();
        UUID of = jdbc.sql("select plan from plan.target where id = ?")
                .param(target)
                .query(UUID.class)
                .single();
        Plan plan = as.role("ministry").get(() -> plans.get(of));
        assertThat(as.role("ministry").get(() -> plans.targets(plan.id())))
                .filteredOn(t -> t.id().equals(target))
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.indicator()).isNull();
                    assertThat(t.doubted()).isEqualTo("child-marriages");
                });
        assertThat(as.role("ministry").get(() -> scorecards.lines(plan.id(), plan.unit(), 2024)))
                .filteredOn(line -> line.target().id().equals(target))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.verdict().status()).isEqualTo(TargetStatus.NO_DATA);
                    assertThat(line.value()).isNull();
                });
        mvc.perform(get("/plans/" + plan.id()).with(as.request("ministry")))
                .andExpect(content().string(Matchers.containsString("khác đơn vị với chỉ tiêu")));
    }
}
