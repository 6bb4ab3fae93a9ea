package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Check;
import vn.toam.shared.ToamTest;

/** Registers at the size of the country: records as the engine itself would have kept them. */
class NationalRecordsTest extends ToamTest {

    @Autowired
    Catalog catalog;

    @Autowired
    RecordNames names;

    @Autowired
    Clock clock;

    private List<MadeUpRecords.Template> all() throws Exception {
        return new MadeUpRecords(catalog, names, LocalDate.now(clock)).all();
    }

    @Test
    void aCommuneHasTwoHundredRecordsAYear() throws Exception {
        assertThat(all()).hasSize(2_000);
        assertThat(all().stream().map(MadeUpRecords.Template::id))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void noTwoAreTheSameAndEachKeepsTheRulesOfItsRegister() throws Exception {
        assertThat(all().stream()
                        .filter(each -> each.same() != null)
                        .map(each -> each.register().id() + " " + each.same()))
                .doesNotHaveDuplicates();
        assertThat(all()).allSatisfy(each -> {
            Values values = Values.of(each.data());
            assertThat(RecordRules.broken(each.register(), values, Check.Kind.HARD))
                    .isEmpty();
            String state = each.spans().getLast().state();
            assertThat(RecordRules.missing(
                            each.register(),
                            each.register().states().state(state).orElseThrow(),
                            values))
                    .isEmpty();
        });
    }

    @Test
    void theyLieWithinTenYearsAndNoneInTheFuture() throws Exception {
        LocalDate today = LocalDate.now(clock);
        assertThat(all()).allSatisfy(each -> {
            assertThat(each.day()).isBeforeOrEqualTo(today);
            assertThat(each.spans().stream().map(MadeUpRecords.Span::first)).isSorted();
            assertThat(each.spans().getLast().first()).isBeforeOrEqualTo(today);
        });
        assertThat(all().stream()
                        .filter(each -> each.day().getYear() == today.getYear() - 5)
                        .count())
                .isBetween(150L, 250L);
    }
}
