package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toam.definition.Check;
import vn.toam.definition.CodeList;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.shared.Text;

/** The registers of the product; the chess club of the engine's tests is none. */
class RegistersTest {

    private static final Catalog CATALOG = read();

    @Test
    void everyRegisterThatThePlansNameIsThere() {
        assertThat(registers())
                .extracting(Register::id)
                .containsExactlyInAnyOrder(
                        "community-group",
                        "trusted-address",
                        "dv-model",
                        "help-point",
                        "dv-facility",
                        "family-worker",
                        "event",
                        "campaign",
                        "media-product",
                        "policy-review",
                        "inspection",
                        "difficulty",
                        "harmful-information",
                        "complaint",
                        "data-request",
                        "budget-line",
                        "donation",
                        "award",
                        "family-support",
                        "public-service",
                        "research-cooperation",
                        "coordination-regulation",
                        "school",
                        "school-year");
    }

    static Stream<Register> registers() {
        return CATALOG.all(Register.class).stream()
                .filter(register -> !register.id().startsWith("chess-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void aRecordCanBeNamedDatedMovedAndDoneWith(Register register) {
        assertThat(register.title()).hasSizeBetween(2, 4);
        assertThat(register.field(register.title().getFirst()).orElseThrow().optional())
                .isFalse();
        assertThat(register.field(register.date()).orElseThrow().type()).isEqualTo(RecordField.Type.DATE);
        assertThat(register.states().states()).anyMatch(Lifecycle.State::closed);
        assertThat(open(register)).as("ends that open states can come to").allMatch(state -> reaches(register, state));
        assertThat(register.counts()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void everyStateThatIsMovedToSaysWhatItsButtonDoes(Register register) {
        Set<String> moved = new HashSet<>();
        register.states().moves().values().forEach(moved::addAll);
        assertThat(register.states().states())
                .filteredOn(state -> moved.contains(state.id()))
                .allMatch(state -> state.verb() != null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void everyWordIsThereInBothLanguagesAndTheyDiffer(Register register) {
        List<Text> words = new ArrayList<>(List.of(register.name()));
        Stream.concat(register.fields().stream(), register.tables().stream().flatMap(table -> table.fields().stream()))
                .forEach(field -> {
                    words.add(field.name());
                    field.values().forEach(value -> words.add(value.name()));
                    if (field.help() != null) {
                        words.add(field.help());
                    }
                });
        register.tables().forEach(table -> words.add(table.name()));
        register.states().states().forEach(state -> words.add(state.name()));
        register.states().derived().forEach(derived -> words.add(derived.name()));
        register.checks().forEach(check -> words.add(check.message()));
        register.counts().forEach(count -> words.add(count.name()));
        assertThat(words).allSatisfy(word -> assertThat(word.vi()).isNotBlank().isNotEqualTo(word.en()));
        assertThat(words).allMatch(word -> !word.en().isBlank());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void whoReadsOpenRecordsReadsNobodysName(Register register) {
        boolean names = Stream.concat(
                        register.fields().stream(),
                        register.tables().stream().flatMap(table -> table.fields().stream()))
                .anyMatch(field -> field.type() == RecordField.Type.PERSON || field.personal());
        assertThat(names && register.sensitivity() == Register.Sensitivity.OPEN).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void everyPersonIsMarkedPersonalAndOnlyRequiredFieldsAreAskedAtOnce(Register register) {
        assertThat(Stream.concat(
                        register.fields().stream(),
                        register.tables().stream().flatMap(table -> table.fields().stream())))
                .filteredOn(field -> field.type() == RecordField.Type.PERSON)
                .allMatch(RecordField::personal);
        assertThat(register.states().states())
                .flatExtracting(Lifecycle.State::requires)
                .as("a field that a state asks for may be empty before")
                .allMatch(place -> register.field(place).orElseThrow().optional());
        assertThat(register.fields().stream().filter(field -> !field.optional()))
                .hasSizeLessThanOrEqualTo(9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void aBeginningIsNotAfterItsEnd(Register register) {
        if (register.field("from").isPresent() && register.field("to").isPresent()) {
            assertThat(register.checks())
                    .anyMatch(check -> check.holds().fields().containsAll(Set.of("from", "to")));
        }
    }

    @Test
    void theLinesOfSectionOneAreCounted() {
        Map<String, String> lines = new HashMap<>();
        CATALOG.all(Register.class)
                .forEach(register -> register.counts().stream()
                        .map(RecordCount::line)
                        .filter(Objects::nonNull)
                        .forEach(line -> lines.put(line, register.id())));
        assertThat(lines)
                .containsEntry("sustainable_family_clubs", "community-group")
                .containsEntry("dv_clubs", "community-group")
                .containsEntry("dv_prevention_groups", "community-group")
                .containsEntry("clubs_active", "community-group")
                .containsEntry("dv_clubs_trained", "event")
                .containsEntry("trusted_addresses", "trusted-address")
                .containsEntry("dv_models", "dv-model")
                .containsEntry("dv_models_ministry", "dv-model")
                .containsEntry("hotlines", "help-point")
                .containsEntry("dv_facilities", "dv-facility")
                .containsEntry("family_staff", "family-worker")
                .containsEntry("family_staff_trained", "event")
                .containsEntry("collaborators", "family-worker")
                .containsEntry("villages_with_collaborator", "family-worker")
                .containsEntry("communication_sessions", "event")
                .containsEntry("trainings", "event")
                .containsEntry("training_attendances", "event")
                .containsEntry("attendances", "event")
                .containsEntry("exchanges", "event")
                .containsEntry("club_meetings", "event")
                .containsEntry("committee_meetings", "event")
                .containsEntry("provisions_reviewed", "policy-review")
                .containsEntry("proposals_sent", "policy-review")
                .containsEntry("proposals_accepted", "policy-review")
                .containsEntry("inspections", "inspection")
                .containsEntry("findings", "inspection")
                .containsEntry("findings_remedied_in_time", "inspection")
                .containsEntry("budget_allotted", "budget-line")
                .containsEntry("budget_spent", "budget-line")
                .containsEntry("donors", "donation")
                .containsEntry("donated_value", "donation")
                .containsEntry("families_credit", "family-support")
                .containsEntry("families_credit_amount", "family-support")
                .containsEntry("children_placed_in_jobs", "family-support")
                .containsEntry("children_in_training", "family-support")
                .containsEntry("schools_total", "school")
                .containsEntry("schools_teaching_family", "school-year");
    }

    @Test
    void peopleReachedByChannelsAreNeverAddedUp() {
        assertThat(CATALOG.get(Register.class, "media-product").counts())
                .noneMatch(count -> "reach".equals(count.field()));
    }

    @Test
    void everyCommemorativeDayCanBeACampaign() {
        assertThat(CATALOG.get(Register.class, "campaign")
                        .field("observance")
                        .orElseThrow()
                        .values())
                .extracting(CodeList.Code::code)
                .containsAll(CATALOG.observances().stream()
                        .map(day -> day.id().toUpperCase(Locale.ROOT).replace('-', '_'))
                        .toList());
    }

    @Test
    void wholesAreCountedBySoundConditionsOnTheirParts() {
        Register models = CATALOG.get(Register.class, "dv-model");
        assertThat(models.count("ministry").orElseThrow().states())
                .isEqualTo(models.count("active").orElseThrow().states());
        Register inspection = CATALOG.get(Register.class, "inspection");
        assertThat(inspection.count("in_time").orElseThrow().states())
                .isEqualTo(inspection.count("findings").orElseThrow().states());
        assertThat(inspection.states().state("CLOSED").orElseThrow().requires())
                .containsExactly("findings.outcome", "findings.verified");
    }

    /** Circular 121/2017: 5 million below 700 households, 1 million more for each full 200 above. */
    @Test
    void theLeastSupportOfAResidentialAreaGrowsWithItsHouseholds() {
        Check floor = CATALOG.get(Register.class, "budget-line").checks().stream()
                .filter(check -> check.id().equals("area_floor"))
                .findFirst()
                .orElseThrow();
        assertThat(floor.kind()).isEqualTo(Check.Kind.SOFT);
        int[][] leasts = {{1, 5}, {699, 5}, {700, 5}, {899, 5}, {900, 6}, {1099, 6}, {1100, 7}, {2900, 16}};
        for (int[] least : leasts) {
            assertThat(judged(floor, least[0], least[1] * 1_000_000))
                    .as("%d households", least[0])
                    .isTrue();
            assertThat(judged(floor, least[0], least[1] * 1_000_000 - 1))
                    .as("%d households", least[0])
                    .isFalse();
        }
        assertThat(floor.judge(field -> field.equals("allotted") ? BigDecimal.ONE : null, any -> null))
                .as("money for anything else is not held against it")
                .isNull();
    }

    private static Boolean judged(Check floor, int households, int allotted) {
        return floor.judge(
                field -> BigDecimal.valueOf(field.equals("area_households") ? households : allotted), any -> null);
    }

    /** Bắc Giang 2019 (§5.6 case 15): the rows of the circular make the total, singles standing with "other". */
    @Test
    void linesInTheRowsOfTheCircularAddUpToItsTotal() {
        Map<String, Integer> figures = Map.of(
                "households_total", 450_051,
                "households_two_generation", 233_342,
                "households_mother_children", 40_000,
                "households_father_children", 7_116,
                "households_three_generation", 108_512,
                "households_couple", 42_114,
                "households_single", 10_000,
                "households_other", 8_967);
        Map<String, Integer> rows = new HashMap<>();
        for (Field line : CATALOG.form("dv-family-commune").fields()) {
            if (line.official() != null && figures.containsKey(line.id())) {
                rows.merge(line.official().row(), figures.get(line.id()), Integer::sum);
            }
        }
        assertThat(rows)
                .containsEntry("I.1", 47_116)
                .containsEntry("I.2", 42_114)
                .containsEntry("I.3", 233_342)
                .containsEntry("I.4", 108_512)
                .containsEntry("I.5", 18_967);
        assertThat(rows.remove("I"))
                .isEqualTo(rows.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void linesThatAreOursAloneStandInNoRow() {
        Form form = CATALOG.form("dv-family-commune");
        assertThat(form.fields())
                .filteredOn(line -> line.official() == null)
                .extracting(Field::line)
                .containsExactly(
                        "P1", "P2.6", "P2.7", "P3", "V1", "V2.2", "V2.3", "V2.4", "M1.1", "M1.6", "M1.7", "M1.8", "N1");
    }

    @Test
    void aSecondVersionAsksForEverythingOfTheFirstAndNothingMoreThatMustBeFilled() {
        for (String id : List.of("dv-family-commune", "family-plan-commune")) {
            Form first = CATALOG.form(id, 1);
            Form second = CATALOG.form(id, 2);
            for (Field line : first.fields()) {
                Field now = second.field(line.id()).orElseThrow();
                assertThat(List.of(now.line(), now.type(), now.optional()))
                        .as(line.id())
                        .isEqualTo(List.of(line.line(), line.type(), line.optional()));
                assertThat(now.kind()).isEqualTo(line.kind());
                assertThat(now.unit()).isEqualTo(line.unit());
            }
            assertThat(second.fields())
                    .filteredOn(line -> first.field(line.id()).isEmpty())
                    .isNotEmpty()
                    .allMatch(Field::optional);
            assertThat(second.checks()).containsAll(first.checks());
        }
    }

    private static Stream<String> open(Register register) {
        return register.states().states().stream()
                .filter(state -> !state.closed())
                .map(Lifecycle.State::id);
    }

    private static boolean reaches(Register register, String from) {
        Set<String> seen = new HashSet<>(Set.of(from));
        List<String> next = new ArrayList<>(seen);
        while (!next.isEmpty()) {
            for (Lifecycle.State state : register.states().next(next.removeFirst())) {
                if (state.closed()) {
                    return true;
                }
                if (seen.add(state.id())) {
                    next.add(state.id());
                }
            }
        }
        return false;
    }

    private static Catalog read() {
        try {
            return Catalogs.standard();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
