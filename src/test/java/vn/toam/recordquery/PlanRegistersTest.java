package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Counts;
import vn.toam.register.RecordService;
import vn.toam.register.Records;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** The registers of the plans, kept by a commune for a year and counted by hand. */
class PlanRegistersTest extends ToamTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Autowired
    RecordService service;

    @Autowired
    Records repository;

    @Autowired
    AgencyService agencies;

    @Autowired
    VillageService villages;

    @Autowired
    RecordCounting counts;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    private int commune;
    private int province;
    private UUID village;
    private final Map<UUID, Map<String, List<String>>> said = new HashMap<>();

    @BeforeEach
    void ground() {
        commune = grounds.take().commune();
        province = geographies.province(commune);
        village = Posts.at("REPORTER", commune).get(() -> villages.add(commune, village("Thử nghiệm")));
    }

    private static VillageForm village(String name) {
        return new VillageForm("THON", name, Set.of(), "", "", "", "", null, null, "", null, 0);
    }

    private String office() {
        return String.valueOf(agencies.peoplesCommittee(commune, LocalDate.now(vn.toam.shared.Numbers.ZONE))
                .id());
    }

    private UUID make(String register, String... pairs) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            boolean agency = List.of("organiser", "provider").contains(pairs[at]);
            typed.put(pairs[at], List.of((agency ? office() : pairs[at + 1]).split(";")));
        }
        UUID id = Posts.at("REPORTER", commune)
                .get(() -> service.create(register, commune, null, UUID.randomUUID(), typed));
        said.put(id, typed);
        return id;
    }

    private void move(UUID id, String day, String... states) {
        for (String state : states) {
            int version = repository.find(province, id).orElseThrow().version();
            Posts.at("REPORTER", commune)
                    .run(() -> service.move(
                            commune, id, version, state, LocalDate.parse(day), said.getOrDefault(id, Map.of()), ""));
        }
    }

    private void prove(UUID id) {
        Posts.at("REPORTER", commune)
                .run(() -> service.attach(commune, id, "minh-chung.txt", "Biên bản".getBytes(StandardCharsets.UTF_8)));
    }

    private UUID club(String name, String kind) {
        UUID club = make(
                "community-group",
                "name",
                name,
                "class",
                "CLUB",
                "kind",
                kind,
                "village",
                village.toString(),
                "founded",
                "2024-01-01",
                "rhythm",
                "MONTHLY");
        move(club, "2024-02-01", "ACTIVE");
        return club;
    }

    private UUID event(String kind, String day, String attended, String... more) {
        String[] pairs = {
            "title",
            kind + day,
            "kind",
            kind,
            "from",
            day,
            "organiser",
            "1",
            "attendance",
            "SHEET",
            "attended",
            attended
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(pairs), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        UUID event = make("event", all);
        move(event, day, "HELD");
        return event;
    }

    private Map<String, Counts.Counted> counted(String... lines) {
        return counts.of(List.of(commune), Set.of(lines), FIRST, LAST).stream()
                .collect(Collectors.toMap(Counts.Counted::line, each -> each));
    }

    private Map<String, Integer> figures(String... lines) {
        return counted(lines).values().stream()
                .collect(Collectors.toMap(
                        Counts.Counted::line, each -> each.figure().intValueExact()));
    }

    @Test
    void aClubThatDoesNotMeetStandsButIsNoLongerActive() {
        UUID meets = club("Một", "SUSTAINABLE_FAMILY");
        club("Hai", "SUSTAINABLE_FAMILY");
        event("CLUB_MEETING", "2026-10-15", "25", "groups", meets.toString());
        assertThat(figures("sustainable_family_clubs", "clubs_active", "club_meetings", "attendances"))
                .isEqualTo(Map.of(
                        "sustainable_family_clubs", 2, "clubs_active", 1, "club_meetings", 1, "attendances", 25));
    }

    @Test
    void modelsOfBothStandardsAreSplit() {
        for (String standard : List.of("MINISTRY", "LOCAL", "LOCAL")) {
            UUID model = make(
                    "dv-model", "name", "Mô hình " + UUID.randomUUID(), "standard", standard, "founded", "2024-01-01");
            move(model, "2024-02-01", "ACTIVE");
        }
        make("dv-model", "name", "Chưa hoạt động", "standard", "MINISTRY", "founded", "2024-01-01");
        assertThat(figures("dv_models", "dv_models_ministry"))
                .isEqualTo(Map.of("dv_models", 3, "dv_models_ministry", 1));
    }

    @Test
    void aTrainingCountsWhoSignedAndWhichClubsCameWhenItIsProven() {
        UUID club = club("Một", "DV_PREVENTION");
        UUID other = club("Hai", "SUSTAINABLE_FAMILY");
        UUID first = worker("Cán bộ 1", "STAFF", "1", "culture");
        UUID second = worker("Cán bộ 2", "STAFF", "1", "culture");
        UUID collaborator = worker("Cộng tác viên", "COLLABORATOR", "0", "village");
        UUID training = event(
                "TRAINING",
                "2026-05-10",
                "30",
                "groups",
                club + ";" + other,
                "sheet.0.person",
                "Cán bộ 1",
                "sheet.0.worker",
                first.toString(),
                "sheet.1.person",
                "Cộng tác viên",
                "sheet.1.worker",
                collaborator.toString());
        String[] lines = {
            "family_staff",
            "family_staff_trained",
            "collaborators",
            "villages_with_collaborator",
            "trainings",
            "training_attendances",
            "dv_clubs",
            "dv_clubs_trained"
        };
        assertThat(figures(lines)).containsEntry("family_staff_trained", 0).containsEntry("dv_clubs_trained", 0);
        prove(training);
        UUID again =
                event("TRAINING", "2026-06-10", "12", "sheet.0.person", "Cán bộ 1", "sheet.0.worker", first.toString());
        prove(again);
        assertThat(second).isNotNull();
        assertThat(figures(lines))
                .isEqualTo(Map.of(
                        "family_staff",
                        2,
                        "family_staff_trained",
                        1,
                        "collaborators",
                        1,
                        "villages_with_collaborator",
                        1,
                        "trainings",
                        2,
                        "training_attendances",
                        42,
                        "dv_clubs",
                        1,
                        "dv_clubs_trained",
                        1));
    }

    private UUID worker(String name, String role, String culture, String what) {
        return make(
                "family-worker",
                "person",
                name,
                "sex",
                "FEMALE",
                "role",
                role,
                "culture",
                culture,
                "appointed",
                "2024-01-01",
                "village",
                what.equals("village") ? village.toString() : "");
    }

    @Test
    void twoFindingsOneInTimeAndTheInspectionClosesWhenBothAreVerified() {
        UUID inspection = make(
                "inspection",
                "kind",
                "CHECK",
                "subject",
                "Trường",
                "from",
                "2026-03-01",
                "minutes.number",
                "01/BB",
                "findings.0.text",
                "Thiếu sổ",
                "findings.0.recommendation",
                "Lập sổ",
                "findings.0.responsible",
                "Trường",
                "findings.0.due",
                "2026-04-01",
                "findings.0.remedied",
                "2026-04-01",
                "findings.0.outcome",
                "REMEDIED",
                "findings.0.verified",
                "2026-04-20",
                "findings.1.text",
                "Thiếu kế hoạch",
                "findings.1.recommendation",
                "Lập kế hoạch",
                "findings.1.responsible",
                "Trường",
                "findings.1.due",
                "2026-04-01");
        move(inspection, "2026-03-02", "UNDER_WAY", "CONCLUDED");
        assertThatThrownBy(() -> move(inspection, "2026-04-20", "CLOSED")).isInstanceOf(Rejected.class);
        assertThat(figures("inspections", "findings", "findings_remedied_in_time"))
                .isEqualTo(Map.of("inspections", 1, "findings", 2, "findings_remedied_in_time", 1));
    }

    @Test
    void aSchoolThatSaysYesWithoutProofIsToldApart() {
        for (String name : List.of("Một", "Hai", "Ba")) {
            UUID school = make("school", "name", name, "level", "THCS", "from", "2000-01-01");
            UUID year = make(
                    "school-year",
                    "school",
                    school.toString(),
                    "year",
                    "2025–2026",
                    "reported",
                    "2026-05-01",
                    "outside_class",
                    name.equals("Ba") ? "0" : "1");
            if (name.equals("Một")) {
                prove(year);
            }
        }
        Map<String, Counts.Counted> said = counted("schools_total", "schools_teaching_family");
        assertThat(said.get("schools_total").figure()).isEqualByComparingTo("3");
        assertThat(said.get("schools_teaching_family").figure()).isEqualByComparingTo("1");
        assertThat(said.get("schools_teaching_family").unproven()).isEqualTo(1);
    }

    @Test
    void addressesAreCountedOnceListedAndHotlinesWhileTheyAreOpen() {
        UUID address = make(
                "trusted-address",
                "kind",
                "INDIVIDUAL",
                "holder",
                "Nhà văn hóa",
                "address",
                "Xóm 1",
                "village",
                village.toString(),
                "notified",
                "2026-01-01",
                "listed",
                "2026-01-10",
                "public",
                "1");
        make(
                "trusted-address",
                "kind",
                "COLLECTIVE",
                "holder",
                "Trạm y tế",
                "address",
                "Xóm 2",
                "village",
                village.toString(),
                "notified",
                "2026-01-01",
                "public",
                "0");
        move(address, "2026-01-10", "LISTED");
        make(
                "help-point",
                "kind",
                "HOTLINE",
                "name",
                "Trực ban",
                "number",
                "111",
                "scope",
                String.valueOf(commune),
                "public",
                "1",
                "since",
                "2026-01-01",
                "checked",
                "2026-01-01");
        assertThat(figures("trusted_addresses", "hotlines")).isEqualTo(Map.of("trusted_addresses", 1, "hotlines", 1));
    }

    @Test
    void whatAFamilyWasGivenAndWhoGaveIsAddedUp() {
        for (String amount : List.of("20000000", "30000000")) {
            UUID credit = make(
                    "family-support",
                    "mode",
                    "COUNT",
                    "kind",
                    "POLICY_CREDIT",
                    "for_child",
                    "0",
                    "provider",
                    "1",
                    "date",
                    "2026-06-30",
                    "households",
                    "4",
                    "amount",
                    amount,
                    "household",
                    "Kỳ " + amount);
            move(credit, "2026-07-01", "GRANTED");
        }
        make(
                "family-support",
                "mode",
                "LIST",
                "kind",
                "POLICY_CREDIT",
                "for_child",
                "0",
                "provider",
                "1",
                "date",
                "2026-07-30",
                "households",
                "1",
                "household",
                "Chưa được vay");
        for (String day : List.of("2026-02-01", "2026-03-01")) {
            UUID gift = make(
                    "donation",
                    "donor",
                    "Công ty",
                    "kind",
                    "ORG",
                    "form",
                    "MONEY",
                    "value",
                    "5000000",
                    "date",
                    day,
                    "purpose",
                    "Ngày hội");
            move(gift, day, "RECEIVED");
        }
        assertThat(figures("families_credit", "families_credit_amount", "donors", "donated_value"))
                .isEqualTo(Map.of(
                        "families_credit",
                        8,
                        "families_credit_amount",
                        50_000_000,
                        "donors",
                        1,
                        "donated_value",
                        10_000_000));
    }

    @Test
    void proposalsAreCountedAsFarAsTheyCame() {
        String[] found = {
            "reviewed",
            "12/2020/QĐ-UBND",
            "found",
            "2026-02-01",
            "finding",
            "Không còn cấp huyện",
            "class",
            "AREA_ABOLISHED"
        };
        make("policy-review", with(found, "provision", "Điều 1"));
        UUID sent = make(
                "policy-review",
                with(found, "provision", "Điều 2", "proposal", "AMEND", "sent_to", "Sở", "sent_on", "2026-03-01"));
        move(sent, "2026-03-01", "PROPOSED", "SENT");
        UUID accepted = make(
                "policy-review",
                with(
                        found,
                        "provision",
                        "Điều 3",
                        "proposal",
                        "REPEAL",
                        "sent_to",
                        "Sở",
                        "sent_on",
                        "2026-03-01",
                        "answered_on",
                        "2026-04-01",
                        "outcome",
                        "PARTLY"));
        move(accepted, "2026-04-01", "PROPOSED", "SENT", "ANSWERED");
        assertThat(figures("provisions_reviewed", "proposals_sent", "proposals_accepted"))
                .isEqualTo(Map.of("provisions_reviewed", 3, "proposals_sent", 2, "proposals_accepted", 1));
    }

    private static String[] with(String[] some, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
