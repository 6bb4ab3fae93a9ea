package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Posts;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.OtherConnection;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.shared.TwoWriters;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Villages on both sides of every number, day, place and right that they are held against, and one writer at a time. */
class VillageBoundariesTest extends ToamTest {

    @Autowired
    private VillageService service;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private VillageTables tables;

    @Autowired
    private VillageRules rules;

    @Autowired
    private Villages villages;

    @Autowired
    private Geographies geographies;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private int commune;
    private int sibling;
    private int province;
    private LocalDate start;

    @BeforeEach
    void communes() {
        TestGround.Ground ground = grounds.take();
        int ownCommunes = ground.communes().size() - 15; // other tests of order numbers take the first ones
        commune = ground.communes().get(ownCommunes);
        sibling = ground.communes().get(ownCommunes + 1);
        start = LocalDate.of(2026, 1, 5);
        province = geographies.province(commune);
    }

    private UUID add(int unit, String name, LocalDate from) {
        return Posts.at("REPORTER", unit).get(() -> service.add(unit, form(name, from)));
    }

    private static VillageForm form(String name, LocalDate from) {
        return new VillageForm("THON", name, Set.of(), "", "", "", "", null, from, "", null, 0);
    }

    private static VillageForm areas(String name, LocalDate from, Area area) {
        return new VillageForm("THON", name, Set.of(area), "", "", "", "", null, from, "", null, 0);
    }

    private static VillageChange.Basis basis(LocalDate on) {
        return new VillageChange.Basis(on, "12/QĐ-UBND", on);
    }

    private static VillageReshaping.Made made(String name) {
        return new VillageReshaping.Made("THON", name);
    }

    private void asKeeper(Runnable code) {
        Posts.at("REPORTER", commune).run(code);
    }

    private List<String> wrong(String head, String phone, Integer households) {
        return rules.heads(new VillageHeads(head, phone, "", "", households, 0)).stream()
                .map(Rejected.Problem::field)
                .toList();
    }

    @Test
    void namesPhonesAndHouseholdsHaveTheirLimits() {
        assertThat(wrong("a".repeat(200), "", null)).isEmpty();
        assertThat(wrong("a".repeat(201), "", null)).containsExactly("head");
        assertThat(wrong("", "", 0)).isEmpty();
        assertThat(wrong("", "", -1)).containsExactly("households");
        assertThat(wrong("", "", 100_000)).isEmpty();
        assertThat(wrong("", "", 100_001)).containsExactly("households");
        for (String phone : List.of("0912345678", "+84 912 345 678", "(024) 3825-1234", "1234567")) {
            assertThat(wrong("", phone, null)).as(phone).isEmpty();
        }
        for (String phone : List.of("123456", "hỏi bà Tư", "0".repeat(20))) {
            assertThat(wrong("", phone, null)).as(phone).containsExactly("headPhone");
        }
        assertThat(rules.heads(new VillageHeads("", "", "a".repeat(201), "x", null, 0)))
                .extracting(Rejected.Problem::field)
                .containsExactly("frontHead", "frontPhone");
    }

    @Test
    void villagesOfTwoCommunesOrOneAloneAreNotMerged() {
        UUID one = add(commune, "Ranh một", start);
        UUID two = add(commune, "Ranh hai", start);
        UUID far = add(sibling, "Ranh xa", start);
        LocalDate on = start.plusDays(1);
        Posts.at("ADMIN", UnitService.COUNTRY).run(() -> {
            for (List<UUID> these : List.of(List.of(one), List.of(one, one), List.of(one, far))) {
                assertThatThrownBy(() -> reshaping.merge(province, these, null, made("Chung"), basis(on)))
                        .isInstanceOf(Rejected.class);
            }
            assertThatThrownBy(() -> reshaping.merge(province, List.of(one, two), far, made("Chung"), basis(on)))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> reshaping.merge(
                            province, List.of(one, two), null, made("Chung"), new VillageChange.Basis(on, "", null)))
                    .isInstanceOf(Rejected.class);
        });
        assertThatThrownBy(() ->
                        asKeeper(() -> reshaping.merge(province, List.of(far, one), far, made("Chung"), basis(on))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aMergedVillageLiesInTheAreasOfAllAndOneThatGoesOnInItsOwn() {
        Area[] all = Area.values();
        UUID one = Posts.at("REPORTER", commune).get(() -> service.add(commune, areas("Vùng một", start, all[0])));
        UUID two = Posts.at("REPORTER", commune).get(() -> service.add(commune, areas("Vùng hai", start, all[1])));
        LocalDate on = start.plusDays(1);
        UUID made = Posts.at("REPORTER", commune)
                .get(() -> reshaping.merge(province, List.of(one, two), null, made("Vùng chung"), basis(on)));
        assertThat(villages.find(province, made, on).areas()).containsExactlyInAnyOrder(all[0], all[1]);
        UUID three = Posts.at("REPORTER", commune).get(() -> service.add(commune, areas("Vùng ba", start, all[1])));
        UUID four = Posts.at("REPORTER", commune).get(() -> service.add(commune, areas("Vùng bốn", start, all[0])));
        asKeeper(() -> reshaping.merge(province, List.of(three, four), three, made("Vùng còn"), basis(on)));
        assertThat(villages.find(province, three, on).areas()).containsExactly(all[1]);
        assertThat(villages.find(province, three, on).fullName().vi()).isEqualTo("Thôn Vùng còn");
    }

    @Test
    void aVillageIsSplitFromTheDayAfterItBegan() {
        UUID id = add(commune, "Tách", start);
        asKeeper(() -> {
            assertThatThrownBy(() -> reshaping.split(province, id, true, List.of(), basis(start.plusDays(1))))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() ->
                            reshaping.split(province, id, false, List.of(made("Tách 1")), basis(start.plusDays(1))))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> reshaping.split(province, id, true, List.of(made("Tách 1")), basis(start)))
                    .isInstanceOf(Rejected.class);
            assertThat(reshaping.split(province, id, true, List.of(made("Tách 1")), basis(start.plusDays(1))))
                    .hasSize(1);
            assertThatThrownBy(() -> reshaping.split(
                            province, id, false, List.of(made("Tách 2"), made("Tách 2")), basis(start.plusDays(2))))
                    .as("two of one name")
                    .isInstanceOf(Rejected.class);
        });
    }

    @Test
    void aVillagePassesOnlyToAnotherCommuneOfItsProvinceAndByWhoMayWriteInBoth() {
        UUID id = add(commune, "Chuyển", start);
        LocalDate on = start.plusDays(1);
        int elsewhere = grounds.take().commune();
        assertThatThrownBy(() -> asKeeper(() -> reshaping.pass(province, id, sibling, basis(on))))
                .isInstanceOf(NotAllowed.class);
        Posts.at("ADMIN", UnitService.COUNTRY).run(() -> {
            assertThatThrownBy(() -> reshaping.pass(province, id, commune, basis(on)))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> reshaping.pass(province, id, elsewhere, basis(on)))
                    .isInstanceOf(Rejected.class);
            UUID same = service.add(sibling, form("Chuyển", start));
            assertThatThrownBy(() -> reshaping.pass(province, id, sibling, basis(on)))
                    .as("its name is taken there")
                    .isInstanceOf(Rejected.class);
            service.end(province, same, basis(on));
            reshaping.pass(province, id, sibling, basis(on));
        });
        assertThat(villages.find(province, id, on).unit()).isEqualTo(sibling);
        assertThat(villages.find(province, id, start).unit()).isEqualTo(commune);
    }

    @Test
    void aVillageHasEndedFromItsLastDayOnAndIsListedAsItIsToday() {
        UUID ended = add(commune, "Đã hết", start);
        UUID ending = add(commune, "Sắp hết", start);
        UUID renamed = add(commune, "Tên cũ", start);
        asKeeper(() -> {
            service.end(province, ended, new VillageChange.Basis(today, "1/QĐ", null));
            service.end(province, ending, new VillageChange.Basis(today.plusDays(1), "1/QĐ", null));
            int version = service.heads(province, renamed).version();
            service.change(
                    province,
                    renamed,
                    new VillageForm(
                            "THON", "Tên mới", Set.of(), "", "", "", "", null, today.plusDays(1), "", null, version));
            List<VillageRow> rows = service.list(commune);
            assertThat(row(rows, ended).ended()).isTrue();
            assertThat(row(rows, ending).ended()).isFalse();
            assertThat(row(rows, renamed).village().name()).isEqualTo("Tên cũ");
            assertThat(service.find(province, renamed).name()).isEqualTo("Tên cũ");
        });
        assertThat(villages.find(province, renamed, today.plusDays(1)).name()).isEqualTo("Tên mới");
        assertThat(villages.find(province, renamed, start.minusYears(1)).name())
                .as("its nearest day")
                .isEqualTo("Tên cũ");
        assertThatThrownBy(() -> villages.find(province, UUID.randomUUID(), today))
                .isInstanceOf(NotFound.class);
    }

    private static VillageRow row(List<VillageRow> rows, UUID id) {
        return rows.stream()
                .filter(row -> row.village().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameIsTakenByWhatBeginsLaterToo() {
        add(commune, "Mai sau", today.plusMonths(2));
        assertThatThrownBy(() -> add(commune, "Mai sau", start)).isInstanceOf(Rejected.class);
        assertThat(add(sibling, "Mai sau", start)).isNotNull();
    }

    @Test
    void fiftyChangesAreShownTheNewestFirst() {
        List<UUID> added = new ArrayList<>();
        for (int at = 1; at <= 51; at++) {
            added.add(add(commune, "Đổi " + at, start));
        }
        List<VillageChange> changes = Posts.at("REPORTER", commune).get(() -> service.changes(commune));
        assertThat(changes)
                .hasSize(50)
                .isSortedAccordingTo((one, two) -> two.at().compareTo(one.at()));
        VillageChange first = Posts.at("REPORTER", commune)
                .get(() -> service.view(province, added.getFirst()).changes().getFirst());
        assertThat(changes).extracting(VillageChange::id).doesNotContain(first.id());
        assertThatThrownBy(() -> Posts.at("REPORTER", sibling).run(() -> service.changes(commune)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Posts.at("REPORTER", sibling).run(() -> reshaping.undo(province, first.id())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aTableHoldsAThousandVillagesAtMost() {
        assertThat(tables.read(table(1_000))).hasSize(1_000);
        assertThatThrownBy(() -> tables.read(table(1_001)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("village.table.many");
    }

    private static byte[] table(int rows) {
        return ("Tên thôn;Trưởng thôn\n"
                        + IntStream.rangeClosed(1, rows)
                                .mapToObj(row -> "Thôn số " + row + ";Mẫu\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void oneWritesInACommuneAtATime() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(free(commune)).isTrue();
            add(commune, "Khóa", start);
            assertThat(free(commune)).isFalse();
            assertThat(free(sibling)).as("another commune goes on").isTrue();
        });
        UUID id = add(commune, "Khóa", start);
        int version = Posts.at("REPORTER", commune)
                .get(() -> service.heads(province, id))
                .version();
        for (Runnable act : Arrays.<Runnable>asList(
                () -> service.end(province, id, basis(start.plusDays(1))),
                () -> reshaping.split(province, id, true, List.of(made("Khóa 2")), basis(start.plusDays(1))),
                () -> service.change(
                        province,
                        id,
                        new VillageForm("THON", "Khóa", Set.of(), "", "", "", "", 7, null, "", null, version)))) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                asKeeper(act);
                assertThat(free(commune)).isFalse();
            });
        }
    }

    private boolean free(int unit) {
        return OtherConnection.ask(
                database, "select pg_try_advisory_xact_lock(hashtext('village.unit'), " + unit + ")");
    }

    @Test
    void ofTwoWhoEnterOneVillageAtOnceTheSecondIsToldThatItIsThere() {
        assertThatThrownBy(() -> TwoWriters.second(
                        database,
                        transaction,
                        () -> add(commune, "Cùng lúc", start),
                        () -> add(commune, "Cùng lúc", start)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("name.taken");
    }
}
