package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.ReorganisationService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Villages pass to the successor commune with the reorganisation, and back with its undoing. Each test takes its changes back. */
class VillagesMoveTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final int PROVINCE = 24;
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private VillageService service;

    @Autowired
    private VillageReshaping reshaping;

    @Autowired
    private Villages villages;

    @Autowired
    private UnitService units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void villagesOfMergedCommunesAreFoundInTheSuccessorWithNumbersOfTheirOwn() {
        rolledBack(() -> {
            UUID here = add(commune("07339"), "Gần");
            UUID there = add(commune("07351"), "Xa");
            UUID ended = add(commune("07351"), "Đã thôi");
            end(ended, ON.minusDays(1));
            confirm(merge());
            int made = commune("07339", ON);

            List<Village> after = villages.of(made, ON);
            assertThat(after).extracting(Village::id).contains(here, there).doesNotContain(ended);
            assertThat(after).extracting(Village::no).doesNotHaveDuplicates().isSorted();
            assertThat(villages.of(made, ON.minusDays(1))).isEmpty();
            assertThat(villages.of(commune("07351", ON.minusDays(1)), ON.minusDays(1)))
                    .extracting(Village::id)
                    .contains(there);
            assertThat(villages.became(PROVINCE, there, ON).getFirst().village().unit())
                    .isEqualTo(made);
            assertThat(service.view(PROVINCE, there).periods()).hasSize(2);
        });
    }

    @Test
    void aVillageThatBeginsAfterTheReorganisationFollowsToo() {
        rolledBack(() -> {
            UUID later = add(commune("07351"), "Sắp lập", ON.plusMonths(1));
            confirm(merge());
            int made = commune("07339", ON);

            assertThat(villages.of(made, ON)).extracting(Village::id).doesNotContain(later);
            assertThat(villages.of(made, ON.plusMonths(1)))
                    .extracting(Village::id)
                    .contains(later);
        });
    }

    @Test
    void undoingPutsEveryRowBack() {
        rolledBack(() -> {
            add(commune("07339"), "Gần");
            add(commune("07351"), "Xa");
            String before = fingerprint();
            UUID id = confirm(merge());
            assertThat(fingerprint()).isNotEqualTo(before);

            reorganisations.undo(id, "Nghị quyết bị thu hồi");
            assertThat(fingerprint()).isEqualTo(before);
        });
    }

    @Test
    void whatWasEnteredInTheSuccessorKeepsTheReorganisationUntilItIsTakenBack() {
        rolledBack(() -> {
            add(commune("07339"), "Gần");
            UUID id = confirm(merge());
            UUID added = service.add(commune("07339", ON), form("Mới", ON));

            assertThat(reorganisations.obstacles(id)).anyMatch(text -> text.vi().contains("thôn, tổ dân phố"));
            reshaping.undo(
                    PROVINCE, service.view(PROVINCE, added).changes().getFirst().id());
            assertThat(reorganisations.obstacles(id)).isEmpty();
            reorganisations.undo(id, "Nghị quyết bị thu hồi");
            assertThat(villages.named(PROVINCE, List.of(added), ON)).isEmpty();
        });
    }

    @Test
    void theVillagesOfADividedCommuneFollowWhatRemainedAndSomebodyIsAskedToLook() {
        rolledBack(() -> {
            UUID village = add(commune("07339"), "Giữa");
            UUID id = draft(List.of(
                    line(1, "07339", "07339", "Xã Phần Còn Lại", "phần còn lại"),
                    line(2, "07339", "07340", "Xã Một Phần", "một phần")));
            assertThat(reorganisations.preview(id).moved())
                    .anyMatch(moved -> moved.attention() && moved.what().vi().contains("xem lại từng thôn"));
            reorganisations.confirm(id);

            assertThat(villages.of(commune("07339", ON), ON))
                    .extracting(Village::id)
                    .contains(village);
            int part = commune("07340", ON);
            reshaping.pass(PROVINCE, village, part, new VillageChange.Basis(ON.plusDays(1), "5/QĐ-UBND", null));
            assertThat(villages.of(part, ON.plusDays(1)))
                    .extracting(Village::id)
                    .contains(village);
        });
    }

    private List<Line> merge() {
        return List.of(line(1, "07339", "07339", "Xã Gộp Thôn", ""), line(2, "07351", "07339", "", "toàn bộ"));
    }

    private UUID draft(List<Line> lines) {
        return reorganisations.save(null, "Nhập hai xã", ON, "998/NQ-UBTVQH16", ON.minusMonths(1), lines);
    }

    private UUID confirm(List<Line> lines) {
        UUID id = draft(lines);
        reorganisations.confirm(id);
        return id;
    }

    private static Line line(int row, String old, String now, String name, String share) {
        return new Line(row, old, now, name, "", share, "", "", "", "");
    }

    private int commune(String code) {
        return commune(code, ON.minusDays(1));
    }

    private int commune(String code, LocalDate day) {
        return units.byCode(Level.COMMUNE, code, day).map(Unit::id).orElseThrow();
    }

    private UUID add(int commune, String name) {
        return add(commune, name, ON.minusMonths(2));
    }

    private UUID add(int commune, String name, LocalDate from) {
        return service.add(commune, form(name, from));
    }

    private void end(UUID village, LocalDate on) {
        service.end(PROVINCE, village, new VillageChange.Basis(on, "4/QĐ-UBND", null));
    }

    private static VillageForm form(String name, LocalDate from) {
        return new VillageForm("THON", name, Set.of(), "", "", "", "", null, from, "", null, 0);
    }

    private String fingerprint() {
        return jdbc.sql("""
                        select md5(string_agg(line, '|' order by line)) from (
                            select p::text from village.period p where province = 24
                            union all select v::text from village.village v where province = 24
                            union all select c::text from village.change c where province = 24) x(line)
                        """).query(String.class).single();
    }

    private void rolledBack(Runnable code) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            ADMIN.run(code);
        });
    }
}
