package vn.toam.plancontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.shared.Text;

/** Who is bound to what, and by when: the rules alone. */
class BindingsTest {

    private static final MonthDay REPORT = MonthDay.of(12, 15);

    private final List<Element> elements = new ArrayList<>();

    private UUID add(ElementKind kind, String ref, @Nullable UUID parent, Item item) {
        UUID id = UUID.randomUUID();
        elements.add(new Element(
                id,
                new UUID(0, 0),
                kind,
                ref,
                parent,
                elements.size(),
                ElementState.ACCEPTED,
                item,
                null,
                null,
                1,
                null,
                0,
                null,
                Instant.EPOCH));
        return id;
    }

    private static Item.Work work(String text, Map<Role, List<String>> agencies) {
        return new Item.Work(Text.of(text), agencies, Frequency.STANDING, null, null, null);
    }

    private List<Binding> bindings() {
        return new Bindings(elements, "Sở Văn hóa", 2021, 2030).all();
    }

    @Test
    void aTaskThatNamesNobodyGoesToTheStandingAgency() {
        add(ElementKind.TASK, "1", null, work("Tuyên truyền", Map.of()));
        assertThat(bindings()).singleElement().satisfies(b -> {
            assertThat(b.label()).isEqualTo("Sở Văn hóa");
            assertThat(b.role()).isEqualTo(Role.LEAD);
        });
    }

    @Test
    void aDutyGoesToTheAgencyItStandsUnderAskedOrOrdered() {
        UUID front = add(
                ElementKind.AGENCY,
                "",
                null,
                new Item.Body(Text.of("Mặt trận"), Set.of(Role.REQUESTED), List.of(), null));
        add(ElementKind.DUTY, "", front, work("Vận động hội viên", Map.of()));
        assertThat(bindings())
                .singleElement()
                .satisfies(b -> assertThat(b.role()).isEqualTo(Role.REQUESTED));
    }

    @Test
    void partnersAnswerOnlyWhenNobodyLeads() {
        add(ElementKind.TASK, "1", null, work("A", Map.of(Role.LEAD, List.of("X"), Role.COORDINATE, List.of("Y"))));
        add(ElementKind.TASK, "2", null, work("B", Map.of(Role.COORDINATE, List.of("X", "Y"))));
        assertThat(bindings()).extracting(Binding::answers).containsExactly(true, false, true, true);
    }

    @Test
    void anAgencyNamedTwiceKeepsTheWeightierPart() {
        add(ElementKind.TASK, "1", null, work("A", Map.of(Role.LEAD, List.of("X"), Role.ADVISE, List.of("X"))));
        assertThat(bindings())
                .singleElement()
                .satisfies(b -> assertThat(b.role()).isEqualTo(Role.LEAD));
    }

    @Test
    void aReportAndTheDutyThatSaysItAreOneThing() {
        UUID agency =
                add(ElementKind.AGENCY, "V.7", null, new Item.Body(Text.of("UBND các xã"), Set.of(), List.of(), null));
        add(ElementKind.DUTY, "V.7.5", agency, work("Báo cáo trước 01/12", Map.of()));
        add(
                ElementKind.DEADLINE,
                "V.7.5",
                null,
                new Item.Due(Text.of("Báo cáo năm"), "annual_report", "12-01", "UBND các xã", List.of()));
        assertThat(bindings()).singleElement().satisfies(b -> {
            assertThat(b.kind()).isEqualTo(DutyKind.REPORT);
            assertThat(b.due()).isEqualTo("12-01");
            assertThat(b.frequency()).isEqualTo(Frequency.YEARLY);
        });
    }

    @Test
    void aPlanOfOnesOwnIsRecognised() {
        UUID agency = add(ElementKind.AGENCY, "", null, new Item.Body(Text.of("Các sở"), Set.of(), List.of(), null));
        add(ElementKind.DUTY, "", agency, work("Xây dựng và thực hiện kế hoạch theo chức năng", Map.of()));
        add(ElementKind.DUTY, "", agency, work("Tuyên truyền pháp luật", Map.of()));
        assertThat(bindings()).extracting(Binding::kind).containsExactly(DutyKind.OWN_PLAN, DutyKind.TASK);
    }

    @ParameterizedTest
    @CsvSource({
        "review_5y, 2021, 2030, 2025",
        "final_10y, 2021, 2030, 2030",
        "review_5y, 2022, 2030, 2026",
        "final_10y, 2022, 2030, 2030",
        "review_5y, 2022, 2022, 2022",
        "midterm_review, 2021, 2025, 2023"
    })
    void reviewsNeverFallAfterThePlan(String kind, int from, int to, int year) {
        assertThat(new Bindings(List.of(), "", from, to).reviewYear(kind)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TASK, STANDING, -, 2024, 2024-12-15",
                "TASK, YEARLY, 06-28, 2024, 2024-06-28",
                "TASK, ONCE, -, 2030, 2030-12-31",
                "TASK, ONCE, 2025-11, 2025, 2025-11-30",
                "TASK, ONCE, 2025-11-20, 2025, 2025-11-20",
                "REPORT, YEARLY, 12-01, 2026, 2026-12-01",
                "REVIEW, ONCE, -, 2025, 2025-12-31"
            })
    void workIsDueOnItsOwnDayElseByTheReport(
            DutyKind kind, Frequency frequency, @Nullable String due, int year, LocalDate day) {
        assertThat(Bindings.due(kind, frequency, due, year, REPORT)).isEqualTo(day);
    }
}
