package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As;
import vn.toam.geography.Level;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Villages through time: begun, renamed, merged, split, ended, and all of it taken back. */
class VillagesTest extends ToamTest {

    @Autowired
    private Villages villages;

    @Autowired
    private VillageService service;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private Geographies geographies;

    @Autowired
    private UnitService units;

    @Autowired
    private UsedVillages used;

    @Autowired
    private TestGround ground;

    @Autowired
    private As as;

    private int commune;
    private int other;
    private int province;
    private LocalDate start;

    @BeforeEach
    void aCommuneOfItsOwn() {
        TestGround.Ground taken = ground.take();
        int at = taken.year() % 7;
        commune = taken.communes().get(at);
        other = taken.communes().get(at + 1);
        province = geographies.province(commune);
        start = LocalDate.of(taken.year(), 1, 1);
        for (int unit : List.of(commune, other)) {
            villages.of(unit, start).forEach(made -> asAdmin(() -> service.end(province, made.id(), basis(start))));
        }
    }

    @Test
    void aVillageBeginsOnItsFirstDay() {
        UUID id = add("THON", "Hoà  Bình", start);

        assertThat(villages.of(commune, start.minusDays(1)))
                .extracting(Village::id)
                .doesNotContain(id);
        Village village = villages.of(commune, start).stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(village.fullName().vi()).isEqualTo("Thôn Hòa Bình");
        assertThat(village.fullName().en()).isEqualTo("Village Hòa Bình");
        assertThat(village.unit()).isEqualTo(commune);
    }

    @Test
    void aVillageEndsOnTheDayThatItsDecisionNames() {
        UUID id = add("THON", "Tan", start);
        LocalDate on = start.plusMonths(6);
        asAdmin(() -> service.end(province, id, basis(on)));

        assertThat(ids(on.minusDays(1))).contains(id);
        assertThat(ids(on)).doesNotContain(id);
        assertThat(villages.became(province, id, on.minusDays(1)))
                .extracting(v -> v.village().id())
                .containsExactly(id);
        assertThat(villages.became(province, id, on)).isEmpty();
        assertThat(villages.became(province, id, start.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> asAdmin(() -> service.end(province, id, basis(on.plusDays(1)))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("notOpen");
    }

    @Test
    void itCannotEndOnTheDayThatItBegins() {
        UUID id = add("THON", "Chóng", start);

        assertThatThrownBy(() -> asAdmin(() -> service.end(province, id, basis(start))))
                .isInstanceOf(Rejected.class);
        asAdmin(() -> service.end(province, id, basis(start.plusDays(1))));
        assertThat(ids(start)).contains(id);
    }

    @Test
    void twoThatReadTheSameAreOne() {
        add("THON", "Hoà Bình", start);
        for (String again : List.of("Hòa Bình", "HÒA BÌNH", "thôn Hoà Bình", "Hòa\u00a0Bình")) {
            assertThatThrownBy(() -> add("THON", again, start.plusYears(1)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("village.problem.name.taken");
        }
        add("XOM", "Hòa Bình", start);
        add("THON", "Hoa Bình", start);
    }

    @Test
    void aNameIsFreeFromTheDayItsVillageEnded() {
        UUID id = add("THON", "Cũ", start);
        LocalDate on = start.plusMonths(3);
        asAdmin(() -> service.end(province, id, basis(on)));

        assertThatThrownBy(() -> add("THON", "Cũ", on.minusDays(1))).isInstanceOf(Rejected.class);
        assertThat(add("THON", "Cũ", on)).isNotEqualTo(id);
    }

    @Test
    void anOrderNumberIsNeverGivenTwice() {
        int before = villages.of(commune, start.minusDays(1)).stream()
                .mapToInt(Village::no)
                .max()
                .orElse(0);
        UUID first = add("THON", "Một", start);
        UUID second = add("THON", "Hai", start);
        VillageChange entered =
                asAdminGet(() -> service.view(province, second)).changes().getFirst();
        asAdmin(() -> reshaping.undo(province, entered.id()));
        UUID third = add("THON", "Ba", start);

        assertThat(number(first)).isEqualTo(before + 1);
        assertThat(ids(start)).doesNotContain(second);
        assertThat(number(third)).isEqualTo(before + 3);
        assertThat(villages.find(province, third, start).code("00004")).isEqualTo("00004-%03d".formatted(before + 3));
    }

    @Test
    void anotherNameFromADayLeavesThePastAsItWas() {
        UUID id = add("THON", "Xưa", start);
        LocalDate on = start.plusMonths(2);
        asAdmin(() -> service.change(province, id, form("TO_DAN_PHO", "Nay", on, version(id))));

        assertThat(name(id, on.minusDays(1))).isEqualTo("Thôn Xưa");
        assertThat(name(id, on)).isEqualTo("Tổ dân phố Nay");
        assertThat(villages.find(province, id, on).no())
                .isEqualTo(villages.find(province, id, start).no());
        asAdmin(() -> service.change(province, id, form("TO_DAN_PHO", "Nay Mai", null, version(id))));
        assertThat(name(id, on)).isEqualTo("Tổ dân phố Nay Mai");
        assertThat(name(id, on.minusDays(1))).isEqualTo("Thôn Xưa");
    }

    @Test
    void whoSavesLastIsToldThatSomebodyElseDid() {
        UUID id = add("THON", "Hai người", start);
        int seen = version(id);
        asAdmin(() -> service.change(province, id, form("THON", "Hai người", null, seen)));

        assertThatThrownBy(() -> asAdmin(() -> service.change(province, id, form("THON", "Khác", null, seen))))
                .isInstanceOf(Conflict.class);
        assertThat(name(id, start)).isEqualTo("Thôn Hai người");
    }

    @Test
    void mergedVillagesAreFoundInTheNewOne() {
        UUID one = add("THON", "Đông", start);
        UUID two = add("THON", "Tây", start);
        LocalDate on = start.plusYears(1);
        UUID made = asAdminGet(() -> reshaping.merge(
                province, List.of(one, two), null, new VillageReshaping.Made("THON", "Đông Tây"), basis(on)));

        assertThat(ids(on.minusDays(1))).contains(one, two).doesNotContain(made);
        assertThat(ids(on)).contains(made).doesNotContain(one, two);
        assertThat(villages.became(province, one, on))
                .containsExactly(new VillageSuccessor(villages.find(province, made, on), true));
        assertThat(asAdminGet(() -> service.view(province, made)).came()).hasSize(2);
    }

    @Test
    void oneOfThemMayGoOnUnderItsNameOrAnother() {
        UUID stays = add("THON", "Ở", start);
        UUID goes = add("THON", "Đi", start);
        UUID goesToo = add("THON", "Đi nữa", start);
        LocalDate on = start.plusYears(1);
        asAdmin(() -> reshaping.merge(
                province, List.of(stays, goes), stays, new VillageReshaping.Made("THON", "Ở"), basis(on)));
        asAdmin(() -> reshaping.merge(
                province,
                List.of(stays, goesToo),
                stays,
                new VillageReshaping.Made("THON", "Ở Lại"),
                basis(on.plusYears(1))));

        assertThat(name(stays, on)).isEqualTo("Thôn Ở");
        assertThat(name(stays, on.plusYears(1))).isEqualTo("Thôn Ở Lại");
        assertThat(villages.became(province, goes, on.plusYears(2)))
                .extracting(each -> each.village().id())
                .containsExactly(stays);
    }

    @Test
    void aSplitVillageBecameEachOfItsPartsInPart() {
        UUID old = add("BAN", "Lớn", start);
        LocalDate on = start.plusYears(1);
        List<UUID> parts = asAdminGet(() -> reshaping.split(
                province,
                old,
                false,
                List.of(new VillageReshaping.Made("BAN", "Lớn 1"), new VillageReshaping.Made("BAN", "Lớn 2")),
                basis(on)));

        assertThat(villages.became(province, old, on))
                .extracting(each -> each.village().id())
                .containsExactlyInAnyOrderElementsOf(parts);
        assertThat(villages.became(province, old, on)).noneMatch(VillageSuccessor::whole);
        List<UUID> again = asAdminGet(() -> reshaping.split(
                province,
                parts.getFirst(),
                true,
                List.of(new VillageReshaping.Made("BAN", "Lớn 3")),
                basis(on.plusYears(1))));
        assertThat(ids(on.plusYears(1))).contains(parts.getFirst(), again.getFirst());
    }

    @Test
    void aMergerAndASplitAreTakenBackWholeAndInTurn() {
        UUID one = add("THON", "Trên", start);
        UUID two = add("THON", "Dưới", start);
        LocalDate on = start.plusYears(1);
        UUID made = asAdminGet(() -> reshaping.merge(
                province, List.of(one, two), null, new VillageReshaping.Made("THON", "Chung"), basis(on)));
        List<UUID> parts = asAdminGet(() -> reshaping.split(
                province, made, true, List.of(new VillageReshaping.Made("THON", "Riêng")), basis(on.plusYears(1))));
        UUID merger = changeOf(one, VillageChange.What.MERGED);
        UUID split = changeOf(parts.getFirst(), VillageChange.What.SPLIT);

        assertThatThrownBy(() -> asAdmin(() -> reshaping.undo(province, merger)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("undo.later");
        asAdmin(() -> reshaping.undo(province, split));
        asAdmin(() -> reshaping.undo(province, merger));

        assertThat(ids(on.plusYears(2))).contains(one, two).doesNotContain(made).doesNotContainAnyElementsOf(parts);
        assertThat(villages.became(province, one, on.plusYears(2)))
                .extracting(each -> each.village().id())
                .containsExactly(one);
        assertThatThrownBy(() -> asAdmin(() -> reshaping.undo(province, merger)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whatWasEnteredUnderAVillageKeepsItsEntry() {
        UUID id = add("THON", "Có sổ", start);
        UUID entry = changeOf(id, VillageChange.What.ADDED);
        used.mark(id);

        assertThatThrownBy(() -> asAdmin(() -> reshaping.undo(province, entry)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("undo.used");
    }

    @Test
    void aVillagePassesToAnotherCommuneWithANumberThere() {
        UUID id = add("THON", "Ranh giới", start);
        LocalDate on = start.plusYears(1);
        asAdmin(() -> reshaping.pass(province, id, other, basis(on)));

        assertThat(ids(on)).doesNotContain(id);
        assertThat(villages.of(other, on)).extracting(Village::id).contains(id);
        assertThat(villages.of(other, on.minusDays(1))).extracting(Village::id).doesNotContain(id);
        assertThat(villages.became(province, id, on).getFirst().village().unit())
                .isEqualTo(other);
        asAdmin(() -> reshaping.undo(province, changeOf(id, VillageChange.What.PASSED)));
        assertThat(ids(on)).contains(id);
    }

    @Test
    void aTypedNameIsOneSeveralOrNone() {
        add("THON", "Hòa Bình", start);
        add("TO_DAN_PHO", "1", start);
        add("THON", "1", start);
        add("THON", "Bình Hòa", start);
        add("THON", "Bình Hoa", start);

        assertThat(found("Hoà Bình")).containsExactly("Thôn Hòa Bình");
        assertThat(found("thôn hoa binh")).containsExactly("Thôn Hòa Bình");
        assertThat(villages.find(commune, "hoa binh", start).exact()).isFalse();
        assertThat(villages.find(commune, "THÔN HOÀ BÌNH", start).exact()).isTrue();
        assertThat(found("TDP số 01")).containsExactly("Tổ dân phố 1");
        assertThat(found("1")).containsExactlyInAnyOrder("Thôn 1", "Tổ dân phố 1");
        assertThat(found("binh hoa")).containsExactlyInAnyOrder("Thôn Bình Hòa", "Thôn Bình Hoa");
        assertThat(found("Bình Hòa")).containsExactly("Thôn Bình Hòa");
        assertThat(villages.find(commune, "Bản Hòa Bình", start).exact()).isFalse();
        assertThat(found("Thiên Đường")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("thôn")).isEmpty();
        assertThat(villages.find(commune, "Bình Hoa", start.minusDays(1)).none())
                .isTrue();
    }

    @Test
    void theCommuneMustExistOnItsFirstDay() {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        commune = units.idByCode(Level.COMMUNE, "07306", reform).orElseThrow();

        assertThatThrownBy(() -> add("THON", "Sớm", reform.minusDays(1)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("noCommune");
        add("THON", "Đúng ngày", reform);
    }

    @Test
    void onlyTheCommuneAndItsAdministratorsWrite() {
        for (String stranger : List.of("reporter.hp", "ministry", "leader.hp")) {
            assertThatThrownBy(() -> as.role(stranger).run(() -> service.add(commune, form("THON", "Lạ", start, 0))))
                    .as(stranger)
                    .isInstanceOf(NotAllowed.class);
        }
    }

    private List<String> found(String typed) {
        return villages.find(commune, typed, start).villages().stream()
                .map(village -> village.fullName().vi())
                .toList();
    }

    private UUID changeOf(UUID village, VillageChange.What what) {
        return asAdminGet(() -> service.view(province, village)).changes().stream()
                .filter(change -> change.what() == what)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UUID> ids(LocalDate day) {
        return villages.of(commune, day).stream().map(Village::id).toList();
    }

    private int number(UUID id) {
        return villages.find(province, id, start).no();
    }

    private String name(UUID id, LocalDate day) {
        return villages.find(province, id, day).fullName().vi();
    }

    private int version(UUID id) {
        return asAdminGet(() -> service.heads(province, id)).version();
    }

    private UUID add(String kind, String name, LocalDate from) {
        return asAdminGet(() -> service.add(commune, form(kind, name, from, 0)));
    }

    private static VillageForm form(String kind, String name, LocalDate from, int version) {
        return new VillageForm(kind, name, Set.of(), "", "", "", "", null, from, "", null, version);
    }

    private static VillageChange.Basis basis(LocalDate on) {
        return new VillageChange.Basis(on, "12/QĐ-UBND", on.minusDays(10));
    }

    private void asAdmin(Runnable code) {
        as.role("admin").run(code);
    }

    private <T> T asAdminGet(java.util.function.Supplier<T> code) {
        return as.role("admin").get(code);
    }
}
