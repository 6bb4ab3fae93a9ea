package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** The demonstration's records, counted by hand in their files. */
class DemoRecordsTest extends ToamTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalog catalog;

    @Autowired
    List<Counts> counts;

    @Autowired
    UnitService units;

    @Autowired
    DemoRecords demo;

    @Test
    void everyRegisterOfTheCountryHasRecordsToLookAt() {
        Set<String> shown = Set.copyOf(jdbc.sql("select distinct register from register.record where demo")
                .query(String.class)
                .list());
        assertThat(catalog.all(Register.class).stream().map(Register::id).filter(id -> !id.startsWith("chess-")))
                .isSubsetOf(shown);
    }

    @Test
    void everyRecordSaysWhatItsStateAsksFor() {
        Set<String> wanting = new TreeSet<>();
        jdbc.sql("select register, state, data::text from register.record where demo")
                .query(row -> {
                    Register register = catalog.get(Register.class, row.getString("register"));
                    var state = register.states().state(row.getString("state")).orElseThrow();
                    RecordRules.missing(register, state, Values.of(row.getString("data")))
                            .forEach(problem -> wanting.add(register.id() + " " + state.id() + " " + problem.field()));
                });
        assertThat(wanting).isEmpty();
    }

    @Test
    void aSecondStartAddsNothing() throws Exception {
        int before = number();
        demo.run(new org.springframework.boot.DefaultApplicationArguments());
        assertThat(number()).isEqualTo(before);
    }

    private int number() {
        return jdbc.sql("select count(*) from register.record where demo")
                .query(Integer.class)
                .single();
    }

    @Test
    void theLinesOfOneCommuneAreWhatItsFileSays() {
        LocalDate today = LocalDate.now(Numbers.ZONE);
        int commune = units.byCode(Level.COMMUNE, "03325", today).orElseThrow().id();
        Set<String> lines = Set.of(
                "sustainable_family_clubs",
                "dv_prevention_groups",
                "trusted_addresses",
                "dv_models",
                "dv_clubs",
                "dv_clubs_trained",
                "schools_total",
                "collaborators",
                "family_staff");
        Map<String, Integer> counted = counts.stream()
                .flatMap(each -> each.of(List.of(commune), lines, today.minusDays(364), today).stream())
                .collect(Collectors.toMap(
                        Counts.Counted::line, each -> each.figure().intValueExact()));
        assertThat(counted)
                .containsEntry("sustainable_family_clubs", 1)
                .containsEntry("dv_prevention_groups", 1)
                .containsEntry("trusted_addresses", 2)
                .containsEntry("dv_models", 1)
                .containsEntry("dv_clubs", 1)
                .containsEntry("dv_clubs_trained", 1)
                .containsEntry("schools_total", 2)
                .containsEntry("collaborators", 2)
                .containsEntry("family_staff", 1);
    }
}
