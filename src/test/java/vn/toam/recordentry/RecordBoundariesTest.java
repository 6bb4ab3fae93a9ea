package vn.toam.recordentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.recordquery.FieldChoice;
import vn.toam.recordquery.RecordCounting;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RecordReader;
import vn.toam.recordquery.RecordRow;
import vn.toam.recordquery.RecordSearch;
import vn.toam.recordquery.RegisterReader;
import vn.toam.recordquery.RegisterSummary;
import vn.toam.register.RecordService;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** Records on both sides of every day, window, place and right that they are held against. */
class RecordBoundariesTest extends ToamTest {

    @Autowired
    private RecordService service;

    @Autowired
    private Records repository;

    @Autowired
    private RegisterReader reader;

    @Autowired
    private RecordReader records;

    @Autowired
    private RecordSearch search;

    @Autowired
    private RecordCounting counts;

    @Autowired
    private FormChoices choices;

    @Autowired
    private Registers registers;

    @Autowired
    private UnitService units;

    @Autowired
    private VillageService villages;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private Geographies geographies;

    @Autowired
    private TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private int commune;
    private int sibling;
    private int province;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        commune = ground.commune();
        sibling = ground.communes().get(1);
        province = ground.province();
    }

    private UUID make(int unit, String register, String... pairs) {
        Map<String, List<String>> typed = typed(pairs);
        return Posts.at("REPORTER", unit).get(() -> service.create(register, unit, null, UUID.randomUUID(), typed));
    }

    private static Map<String, List<String>> typed(String... pairs) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            typed.put(pairs[at], List.of(pairs[at + 1]));
        }
        return typed;
    }

    private UUID club(String name, LocalDate founded, String... more) {
        List<String> pairs = new ArrayList<>(List.of("name", name, "kind", "BLITZ", "founded", founded.toString()));
        pairs.addAll(List.of(more));
        return make(commune, "chess-club", pairs.toArray(String[]::new));
    }

    private UUID meeting(int unit, LocalDate day, String... more) {
        List<String> pairs = new ArrayList<>(List.of("title", "Giao hữu", "kind", "EVENING", "day", day.toString()));
        pairs.addAll(List.of(more));
        return make(unit, "chess-meeting", pairs.toArray(String[]::new));
    }

    private RegisterRecord kept(UUID id) {
        return repository.find(geographies.province(commune), id).orElseThrow();
    }

    private void asKeeper(Runnable code) {
        Posts.at("REPORTER", commune).run(code);
    }

    private void prove(UUID id) {
        asKeeper(() -> service.attach(commune, id, "a.txt", id.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<UUID> listed(String register, String... narrowed) {
        Map<String, String> asked = new HashMap<>(Map.of("unit", String.valueOf(commune)));
        for (int at = 0; at < narrowed.length; at += 2) {
            asked.put(narrowed[at], narrowed[at + 1]);
        }
        return Posts.at("REPORTER", commune)
                .get(() ->
                        Objects.requireNonNull(reader.list(register, RecordQuery.of(asked, commune))
                                        .slice())
                                .items()
                                .stream()
                                .map(row -> row.record().id())
                                .toList());
    }

    private RegisterSummary summary(String register) {
        return Posts.at("REPORTER", commune)
                .get(() -> reader.index(commune).registers().stream()
                        .filter(each -> each.register().id().equals(register))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aRecordIsDatedFourHundredDaysAheadAtMost() {
        assertThat(kept(meeting(commune, today.plusDays(400))).onDay()).isEqualTo(today.plusDays(400));
        assertThatThrownBy(() -> meeting(commune, today.plusDays(401)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ahead");
    }

    @Test
    void aRegisterIsKeptAtItsLevelsOnly() {
        meeting(province, today);
        assertThatThrownBy(
                        () -> make(province, "chess-club", "name", "Tỉnh", "kind", "SLOW", "founded", today.toString()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("level");
    }

    @Test
    void aFileIsMissedFromTheDayAfterItsThirtieth() {
        UUID inTime = club("Một", today.minusDays(30));
        UUID late = club("Hai", today.minusDays(31));
        UUID proven = club("Ba", today.minusDays(31));
        prove(proven);
        assertThat(listed("chess-club", "unproven", "true"))
                .containsExactly(late)
                .doesNotContain(inTime);
        assertThat(summary("chess-club").unproven()).isEqualTo(1);
        assertThat(listed("chess-match", "unproven", "true")).isEmpty();
    }

    @Test
    void aMeetingWithoutAResultIsOverdueFromItsEighthDay() {
        UUID waits = meeting(commune, today.minusDays(7));
        UUID late = meeting(commune, today.minusDays(8));
        UUID held = meeting(commune, today.minusDays(8));
        asKeeper(() -> service.move(commune, held, 1, "HELD", today.minusDays(8), ""));
        assertThat(listed("chess-meeting", "state", "overdue")).containsExactly(late);
        assertThat(listed("chess-meeting", "state", "OVERDUE")).containsExactly(late);
        assertThat(listed("chess-meeting", "state", "open")).containsExactlyInAnyOrder(waits, late);
        assertThat(listed("chess-meeting", "state", "HELD")).containsExactly(held);
        RegisterSummary summary = summary("chess-meeting");
        assertThat(List.of(summary.open(), summary.overdue())).containsExactly(2L, 1L);
    }

    @Test
    void aListIsNarrowedToTheFirstAndTheLastDayOfAYearAndOfAPeriod() {
        UUID before = club("Một", LocalDate.of(2024, 12, 31));
        UUID first = club("Hai", LocalDate.of(2025, 1, 1));
        UUID last = club("Ba", LocalDate.of(2025, 12, 31));
        UUID after = club("Bốn", LocalDate.of(2026, 1, 1));
        assertThat(listed("chess-club", "year", "2025")).containsExactly(last, first);
        assertThat(listed("chess-club", "from", "2025-01-01")).containsExactly(after, last, first);
        assertThat(listed("chess-club", "to", "2025-12-31")).containsExactly(last, first, before);
        assertThat(listed("chess-club", "from", "2025-01-02", "to", "2025-12-30"))
                .isEmpty();
        assertThat(summary("chess-club").year())
                .as("its leading day lies in this year")
                .isEqualTo(today.getYear() == 2026 ? 1 : 0);
    }

    @Test
    void aClubIsQuietFromTheDayAfterItsLastDayAndAMeetingToComeDoesNotWakeIt() {
        LocalDate founded = today.minusDays(62);
        UUID awake = club("Một", founded, "rhythm", "MONTHLY");
        UUID asleep = club("Hai", founded.minusDays(1), "rhythm", "MONTHLY");
        assertThat(listed("chess-club", "state", "ASLEEP"))
                .containsExactly(asleep)
                .doesNotContain(awake);
        meeting(commune, today.plusDays(1), "clubs", asleep.toString());
        assertThat(listed("chess-club", "state", "ASLEEP")).containsExactly(asleep);
        UUID last = meeting(commune, today.minusDays(62), "clubs", asleep.toString());
        assertThat(listed("chess-club", "state", "ASLEEP")).isEmpty();
        UUID other = meeting(commune, today.minusDays(70));
        asKeeper(() -> service.merge(commune, last, 1, commune, other));
        assertThat(listed("chess-club", "state", "ASLEEP"))
                .as("what was put into another stands for itself no longer")
                .containsExactly(asleep);
    }

    @Test
    void aStateHoldsFromItsFirstDayUntilTheDayBeforeTheNext() {
        UUID id = club("Một", LocalDate.of(2026, 1, 1), "closed_on", "2026-03-01");
        asKeeper(() -> service.move(commune, id, 1, "CLOSED", LocalDate.of(2026, 3, 1), ""));
        assertThat(standing(LocalDate.of(2025, 12, 31))).isZero();
        assertThat(standing(LocalDate.of(2026, 1, 1))).isEqualTo(1);
        assertThat(standing(LocalDate.of(2026, 2, 28))).isEqualTo(1);
        assertThat(standing(LocalDate.of(2026, 3, 1))).isZero();
        asKeeper(() -> service.undo(commune, id, 2));
        assertThat(standing(LocalDate.of(2026, 3, 1))).isEqualTo(1);
        Map<String, List<String>> earlier = typed("name", "Một", "kind", "BLITZ", "founded", "2025-12-31");
        asKeeper(() -> service.change(commune, id, 3, earlier, "Sửa ngày"));
        assertThat(standing(LocalDate.of(2025, 12, 31)))
                .as("the day was corrected")
                .isEqualTo(1);
        assertThat(standing(LocalDate.of(2025, 12, 30))).isZero();
    }

    private int standing(LocalDate day) {
        return counts.of(List.of(commune), Set.of("chess_clubs"), day.withDayOfYear(1), day)
                .getFirst()
                .figure()
                .intValueExact();
    }

    @Test
    void onlyTheLastChangeIsTakenBackAndTheMakingNever() {
        UUID id = club("Một", today);
        assertThatThrownBy(() -> asKeeper(() -> service.undo(commune, id, 1))).isInstanceOf(Conflict.class);
        Map<String, List<String>> other = typed("name", "Khác", "kind", "SLOW", "founded", today.toString());
        asKeeper(() -> service.change(commune, id, 1, other, ""));
        assertThatThrownBy(() -> asKeeper(() -> service.undo(commune, id, 1)))
                .as("somebody who did not see the change")
                .isInstanceOf(Conflict.class);
        asKeeper(() -> service.undo(commune, id, 2));
        assertThat(kept(id).values().text("name")).isEqualTo("Một");
        assertThatThrownBy(() -> asKeeper(() -> service.undo(commune, id, 3)))
                .as("taking back is not taken back")
                .isInstanceOf(Conflict.class);
    }

    @Test
    void recordsArePutTogetherOnlyWithinOneRegisterAndNeverWithThemselves() {
        UUID club = club("Một", today);
        UUID meeting = meeting(commune, today);
        assertThatThrownBy(() -> asKeeper(() -> service.merge(commune, club, 1, commune, club)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> asKeeper(() -> service.merge(commune, club, 1, commune, meeting)))
                .isInstanceOf(Rejected.class);
        UUID other = club("Hai", today);
        assertThatThrownBy(() -> asKeeper(() -> service.merge(commune, club, 2, commune, other)))
                .as("another version than the one that was seen")
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(
                        () -> Posts.at("REPORTER", sibling).run(() -> service.merge(commune, club, 1, commune, other)))
                .isInstanceOf(NotAllowed.class);
        prove(club);
        asKeeper(() -> service.merge(commune, club, 2, commune, other));
        assertThat(kept(other).files()).as("its files lie there").isEqualTo(1);
        assertThat(listed("chess-club")).containsExactly(other);
        assertThat(summary("chess-club").open()).isEqualTo(1);
        assertThat(standing(today)).isEqualTo(1);
        assertThatThrownBy(() -> asKeeper(() -> service.move(commune, club, 3, "PLAYING", today, "")))
                .as("it stands for itself no longer")
                .isInstanceOf(Conflict.class);
        assertThat(club("Một", today)).as("its key is free again").isNotEqualTo(club);
    }

    @Test
    void whatIsThereOnceInAUnitMayBeThereInAnother() {
        UUID here = club("Một", today);
        UUID there = make(sibling, "chess-club", "name", "Một", "kind", "BLITZ", "founded", today.toString());
        assertThat(there).isNotEqualTo(here);
        Map<String, List<String>> same = typed("name", "MỘT", "kind", "BLITZ", "founded", today.toString());
        asKeeper(() -> service.change(commune, here, 1, same, ""));
        UUID second = club("Hai", today);
        assertThatThrownBy(() -> asKeeper(() -> service.change(commune, second, 1, same, "")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("same");
    }

    @Test
    void aRecordRefersOnlyToRecordsOfTheRegisterThatItsFieldNames() {
        UUID club = club("Một", today);
        UUID first = meeting(commune, today, "clubs", club.toString());
        assertThatThrownBy(() -> meeting(commune, today, "clubs", first.toString()))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(
                        () -> meeting(commune, today, "clubs", UUID.randomUUID().toString()))
                .isInstanceOf(Rejected.class);
        asKeeper(() -> service.change(
                commune, first, 1, typed("title", "Giao hữu", "kind", "EVENING", "day", today.toString()), ""));
        assertThat(repository.referring(geographies.province(commune), club, 10))
                .as("a change names it no longer")
                .isEmpty();
    }

    @Test
    void aVillageThatARecordNamesLiesInItsCommune() {
        UUID here = village(commune);
        UUID there = village(sibling);
        assertThat(kept(award(here)).village()).isEqualTo(here);
        assertThatThrownBy(() -> award(there)).isInstanceOf(Rejected.class).hasMessageContaining("choice");
        assertThatThrownBy(() -> award(UUID.randomUUID())).isInstanceOf(Rejected.class);
    }

    private UUID village(int unit) {
        VillageForm form = new VillageForm("THON", "Ranh giới", Set.of(), "", "", "", "", null, null, "", null, 0);
        return Posts.at("REPORTER", unit).get(() -> villages.add(unit, form));
    }

    private UUID award(UUID village) {
        return make(
                commune,
                "award",
                "recipient_kind",
                "PERSON",
                "recipient",
                "Người mẫu " + village,
                "award",
                "GIAY_KHEN",
                "reason",
                "GOOD_DEED",
                "proposed",
                today.toString(),
                "village",
                village.toString());
    }

    @Test
    void anAgencyThatARecordNamesExists() {
        int office = agencies.peoplesCommittee(commune, today).id();
        assertThat(event(office)).isNotNull();
        assertThatThrownBy(() -> event(999_999_999))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("organiser");
    }

    private UUID event(int organiser) {
        return make(
                commune,
                "event",
                "title",
                "Ngày hội",
                "kind",
                "TRAINING",
                "from",
                today.toString(),
                "organiser",
                String.valueOf(organiser),
                "attendance",
                "SHEET",
                "attended",
                "12");
    }

    @Test
    void aFileIsTakenFromItsOwnRecordOnly() {
        UUID one = club("Một", today);
        UUID other = club("Hai", today);
        prove(one);
        UUID file = repository.files(geographies.province(commune), one).getFirst();
        assertThatThrownBy(() -> asKeeper(() -> service.detach(commune, other, file)))
                .isInstanceOf(NotFound.class);
        assertThat(kept(other).files()).isZero();
        asKeeper(() -> service.detach(commune, one, file));
        assertThat(kept(one).files()).isZero();
    }

    @Test
    void namesOfPeopleAreForTheKeeperAloneAndProofForThoseAboveToo() {
        UUID id = club("Một", today, "trainer", "Thầy Mẫu");
        prove(id);
        UUID file = repository.files(geographies.province(commune), id).getFirst();
        Posts.at("REPORTER", commune).run(() -> {
            assertThat(records.find("chess-club", commune, id).files()).hasSize(1);
            assertThat(records.file("chess-club", commune, id, file).name()).isEqualTo("a.txt");
        });
        Posts.at("REPORTER", province).run(() -> {
            assertThat(records.find("chess-club", commune, id).people()).isFalse();
            assertThat(records.content("chess-club", commune, id, file)).isNotEmpty();
        });
        assertThatThrownBy(
                        () -> Posts.at("REPORTER", sibling).run(() -> records.content("chess-club", commune, id, file)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Posts.at("REPORTER", sibling).run(() -> records.find("chess-club", commune, id)))
                .isInstanceOf(NotAllowed.class);
        assertThat(found("REPORTER", commune, "thay mau")).hasSize(1);
        assertThat(found("REPORTER", province, "thay mau")).isEmpty();
        assertThat(found("REPORTER", province, "một")).isNotEmpty();
        assertThat(found("REPORTER", sibling, "một")).isEmpty();
    }

    private List<RecordSearch.Found> found(String role, int unit, String words) {
        return Posts.at(role, unit).get(() -> search.search(SearchWords.of(words), 5));
    }

    @Test
    void tenAlikeAreOfferedForPuttingTogetherAndNeverTheRecordItself() {
        UUID itself = club("Tượng 0", today);
        for (int at = 1; at <= 11; at++) {
            club("Tượng " + at, today);
        }
        List<RecordRow> alike =
                Posts.at("REPORTER", commune).get(() -> reader.alike("chess-club", commune, itself, "tuong"));
        assertThat(alike).hasSize(10).noneMatch(row -> row.record().id().equals(itself));
        assertThat(Posts.at("REPORTER", commune).get(() -> reader.alike("chess-club", commune, itself, " ")))
                .isEmpty();
        assertThatThrownBy(() ->
                        Posts.at("REPORTER", province).run(() -> reader.alike("chess-club", commune, itself, "tuong")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aRecordIsFoundAtItsOwnUnitOnly() {
        UUID id = club("Một", today);
        assertThatThrownBy(() ->
                        Posts.at("REPORTER", sibling).run(() -> service.move(sibling, id, 1, "PLAYING", today, "")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> asKeeper(() -> records.find("chess-meeting", commune, id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void everyLineThatACountFillsIsNamedAndNoOther() {
        assertThat(counts.lines()).contains("chess_clubs", "chess_games").doesNotContainNull();
        assertThat(counts.of(List.of(commune), Set.of("no_such_line"), today, today))
                .isEmpty();
    }

    @Test
    void aReferenceIsOfferedFromTheWholeProvinceToTheProvinceAndOnlyFromItselfToACommune() {
        UUID here = club("Một", today);
        UUID there = make(sibling, "chess-club", "name", "Hai", "kind", "BLITZ", "founded", today.toString());
        assertThat(offered(province, "")).contains(here.toString(), there.toString());
        assertThat(offered(commune, "")).contains(here.toString()).doesNotContain(there.toString());
        assertThat(offered(commune, "mot")).containsExactly(here.toString());
        assertThat(offered(commune, "khong co")).isEmpty();
    }

    private List<String> offered(int unit, String words) {
        Map<String, List<String>> typed = Map.of(FormChoices.FIND + "clubs", List.of(words));
        return Posts.at("REPORTER", unit)
                .get(() -> choices
                        .of(registers.get("chess-meeting", unit), units.find(unit, today), typed)
                        .getOrDefault("clubs", List.of())
                        .stream()
                        .map(FieldChoice::value)
                        .toList());
    }
}
