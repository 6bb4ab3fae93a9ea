package vn.toam.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.unit.OldVillages;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/** Merging, splitting and undoing, on the real database; each test takes its changes back. */
class ReorganisationTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private UnitService units;

    @Autowired
    private OldVillages oldVillages;

    @Autowired
    private Successions successions;

    @Autowired
    private Geographies geographies;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Words words;

    @Test
    void threeCommunesBecomeOneAndTheirVillagesFollow() {
        rolledBack(() -> {
            int village = oldVillages.add(commune("07339").id(), "Thôn thử sắp xếp", ON.minusMonths(1));
            UUID id = draft(merge());
            reorganisations.confirm(id);

            Unit made = units.byCode(Level.COMMUNE, "07339", ON).orElseThrow();
            assertThat(made.fullName().vi()).isEqualTo("Xã Cao Thượng Mới");
            assertThat(units.ancestors(made.id(), ON)).extracting(Unit::code).containsExactly("24", "");
            assertThat(successions.predecessors(made.id()))
                    .hasSize(3)
                    .allMatch(link -> link.share() == Share.FULL && link.on().equals(ON));
            assertThat(units.find(village, ON).parent()).isEqualTo(made.id());
            assertThat(units.isWithin(village, made.id(), ON)).isTrue();
            assertThat(units.isWithin(village, 1, ON)).isTrue();
            assertThat(units.find(village, ON.minusDays(1)).parent()).isNotEqualTo(made.id());
            assertThat(agencies.peoplesCommittee(made.id(), ON).fullName().vi())
                    .isEqualTo("Ủy ban nhân dân xã Cao Thượng Mới");
            assertThat(units.byCode(Level.COMMUNE, "07339", ON.minusDays(1))
                            .orElseThrow()
                            .id())
                    .isNotEqualTo(made.id());
        });
    }

    @Test
    void undoingRestoresEveryRow() {
        rolledBack(() -> {
            oldVillages.add(commune("07339").id(), "Thôn thử hoàn tác", ON.minusMonths(1));
            String before = fingerprint();
            UUID id = draft(merge());
            reorganisations.confirm(id);
            assertThat(fingerprint()).isNotEqualTo(before);

            assertThat(reorganisations.obstacles(id)).isEmpty();
            reorganisations.undo(id, "Nghị quyết bị thu hồi");

            assertThat(fingerprint()).isEqualTo(before);
            assertThat(reorganisations.find(id).status()).isEqualTo(Reorganisation.Status.UNDONE);
        });
    }

    @Test
    void aDraftIsReadChangedAndThrownAwayByThoseAloneWhoMayDoWhatItDoes() {
        Somebody own = Posts.at(
                "ADMIN", java.util.Objects.requireNonNull(commune("07339").parent()));
        Somebody other = Posts.at("ADMIN", 1031);
        rolledBack(() -> {
            UUID id = own.get(() -> draft(merge()));

            assertThatThrownBy(() -> other.get(() -> reorganisations.find(id))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> other.get(() -> reorganisations.lines(id))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> other.get(() -> reorganisations.preview(id)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> other.run(() -> reorganisations.discard(id)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> other.get(() -> reorganisations.save(id, "Của tôi", ON, "", null, List.of())))
                    .isInstanceOf(NotAllowed.class);
            assertThat(other.get(() -> reorganisations.list(Reorganisation.Column.MADE, true, 1))
                            .items())
                    .extracting(Reorganisation::id)
                    .doesNotContain(id);
            assertThat(own.get(() -> reorganisations.list(Reorganisation.Column.MADE, true, 1))
                            .items())
                    .extracting(Reorganisation::id)
                    .contains(id);
            own.run(() -> reorganisations.discard(id));
        });
    }

    @Test
    void aPreviewChangesNothing() {
        rolledBack(() -> {
            UUID id = draft(merge());
            String before = fingerprint();
            ReorganisationService.Preview preview = reorganisations.preview(id);

            assertThat(preview.becoming()).hasSize(1);
            assertThat(preview.becoming().getFirst().from()).hasSize(3);
            assertThat(fingerprint()).isEqualTo(before);
        });
    }

    @Test
    void onlyTheLastReorganisationCanBeUndoneAndOnlyWhileNothingWasAdded() {
        rolledBack(() -> {
            UUID id = draft(merge());
            reorganisations.confirm(id);
            oldVillages.add(
                    units.byCode(Level.COMMUNE, "07339", ON).orElseThrow().id(), "Thôn mới lập", ON);

            assertThat(reorganisations.obstacles(id))
                    .extracting(text -> text.vi())
                    .anyMatch(t -> t.contains("thôn"));
            assertThatThrownBy(() -> reorganisations.undo(id, "Nghị quyết bị thu hồi"))
                    .isInstanceOf(Rejected.class);
        });
    }

    @Test
    void everyWrongCellIsNamedByRowAndColumn() {
        List<Line> lines = List.of(
                line(2, "99999", "07339", "Xã X", ""),
                line(3, "07339", "07339", "", "một nửa"),
                line(4, "07351", "", "", ""),
                line(5, "07375", "0737x", "Xã Z", ""),
                new Line(6, "07399", "07399", "Nhã", "huyện", "", "nhiều", "", "", ""));
        ADMIN.run(() -> assertThatThrownBy(() -> reorganisations.save(null, "Thử lỗi", ON, "1/NQ", null, lines))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    List<String> said = rejected.problems().stream()
                            .map(p -> words.get(Locale.of("vi"), p.key(), written(p.arguments())))
                            .toList();
                    assertThat(said)
                            .anyMatch(s -> s.startsWith("Dòng 2, cột “Mã cũ”") && s.contains("99999"))
                            .anyMatch(s -> s.startsWith("Dòng 3, cột “Phần chuyển sang”") && s.contains("một nửa"))
                            .anyMatch(s -> s.startsWith("Dòng 4, cột “Mã mới”"))
                            .anyMatch(s -> s.startsWith("Dòng 5, cột “Mã mới”") && s.contains("0737x"))
                            .anyMatch(s -> s.startsWith("Dòng 6, cột “Loại”") && s.contains("huyện"))
                            .anyMatch(s -> s.startsWith("Dòng 6, cột “Số hộ chuyển”"));
                }));
    }

    @Test
    void aSplitUnitNeedsExactlyOneRemainder() {
        ADMIN.run(() -> assertThatThrownBy(() -> reorganisations.save(
                        null,
                        "Thử chia",
                        ON,
                        "",
                        null,
                        List.of(
                                line(1, "07339", "07339", "Xã A", "một phần"),
                                line(2, "07339", "07340", "Xã B", "một phần"))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::key)
                                .contains("reorganisation.problem.remainder")));
    }

    @Test
    void aTableIsReadFromCsvByItsHeadings() {
        String csv = "\uFEFFSắp xếp xã\r\nTên mới;Mã cũ;MÃ MỚI;Phan\r\n\"Xã \"\"A\"\"\";07339;07340;toàn bộ\r\n";
        List<Line> lines = ReorganisationTable.read(csv.getBytes(StandardCharsets.UTF_8));
        assertThat(lines).containsExactly(new Line(3, "07339", "07340", "Xã \"A\"", "", "toàn bộ", "", "", "", ""));
        assertThatThrownBy(() -> ReorganisationTable.read("a;b\n1;2".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aTableIsReadFromAWorkbookAndDroppedZerosAreUnderstood() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Mã cũ");
            sheet.getRow(0).createCell(1).setCellValue("Mã mới");
            sheet.getRow(0).createCell(2).setCellValue("Tên mới");
            sheet.createRow(1).createCell(0).setCellValue(7339);
            sheet.getRow(1).createCell(1).setCellValue("07339");
            sheet.getRow(1).createCell(2).setCellValue("Xã Tân Yên");
            workbook.write(out);
        }
        List<Line> lines = ReorganisationTable.read(out.toByteArray());
        assertThat(lines).containsExactly(new Line(2, "7339", "07339", "Xã Tân Yên", "", "", "", "", "", ""));
        rolledBack(() -> assertThat(reorganisations
                        .preview(draft(lines))
                        .becoming()
                        .getFirst()
                        .kept())
                .isTrue());
        byte[] broken = "PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ReorganisationTable.read(broken)).isInstanceOf(Rejected.class);
    }

    @Test
    void aCommuneMayNotReorganiseItself() {
        Somebody local = Posts.at("ADMIN", commune("07339").id());
        local.run(() -> assertThatThrownBy(() -> reorganisations.save(null, "Tự sắp xếp", ON, "", null, merge()))
                .isInstanceOf(NotAllowed.class));
    }

    /** The whole reform of 2025, entered as one table, gives the units and links that the law gives. */
    @Test
    void theReformOf2025RunAsAnOperationGivesThe3321() {
        rolledBack(() -> {
            List<String> unitsThen = state();
            List<String> linksThen = links();
            List<Line> lines = reform();
            assertThat(lines.stream().filter(l -> l.newCode().length() == 5)).hasSize(10_571);
            jdbc.sql("delete from unit.succession").update();
            asOf30June2025();
            assertThat(jdbc.sql(
                                    "select count(*) from unit.unit where level = 'COMMUNE' and valid_from < :day and valid_to > :day")
                            .param("day", Geography.REFORM)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(10_035);

            UUID id = reorganisations.save(
                    null, "Sắp xếp năm 2025", Geography.REFORM, "", LocalDate.of(2025, 6, 16), lines);
            reorganisations.confirm(id);

            List<String> unitsNow = state();
            assertThat(unitsNow.stream().filter(u -> u.startsWith("COMMUNE"))).hasSize(3_321);
            assertThat(unitsNow).isEqualTo(unitsThen);
            assertThat(links()).isEqualTo(linksThen);
        });
    }

    private List<Line> reform() {
        List<Line> lines = new ArrayList<>();
        jdbc.sql("""
                        select old.code, coalesce(new.code, '') as new_code, coalesce(new.full_name, '') as name, x.share, coalesce(x.act, ''), x.clause
                        from (select from_unit, to_unit, share, act, clause from unit.succession
                              union all
                              select id, id, 'FULL', null, '' from unit.unit
                              where level = 'COMMUNE' and valid_from < date '2025-07-01' and valid_to > date '2025-07-01'
                              union all
                              select id, null, 'FULL', null, '' from unit.unit d
                              where level = 'DISTRICT' and valid_to = date '2025-07-01'
                                and not exists (select 1 from unit.succession s where s.from_unit = d.id)) x
                        join unit.unit_name old on old.unit = x.from_unit and old.valid_from < date '2025-07-01' and old.valid_to >= date '2025-07-01'
                        left join unit.unit_name new on new.unit = x.to_unit and new.valid_from <= date '2025-07-01' and new.valid_to > date '2025-07-01'
                        order by length(old.code), old.code, new.code
                        """).query(row -> {
            lines.add(new Line(
                    lines.size() + 2,
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    "",
                    row.getString(4),
                    "",
                    "",
                    row.getString(5),
                    row.getString(6)));
        });
        return lines;
    }

    /** Makes the tree what it was before the reform; the units formed then are put where no date finds them. */
    private void asOf30June2025() {
        for (String table : List.of("unit.unit_name", "unit.unit_parent", "unit.lineage", "agency.agency")) {
            jdbc.sql("""
                            update %s x set valid_from = date '1900-01-01' + (extract(epoch from greatest(x.valid_from, '2025-01-01')) / 86400)::int - 20000,
                                valid_to = date '1900-01-02' + (extract(epoch from greatest(x.valid_from, '2025-01-01')) / 86400)::int - 20000
                            from unit.unit u where u.id = x.unit and u.valid_from = date '2025-07-01'
                            """.formatted(table)).update();
        }
        jdbc.sql(
                        "update unit.unit set valid_from = date '1900-01-01', valid_to = date '1900-01-02' where valid_from = date '2025-07-01'")
                .update();
        for (String table : List.of("unit_name", "unit_parent", "lineage")) {
            jdbc.sql("delete from unit." + table + " where valid_from >= date '2025-07-01'")
                    .update();
            jdbc.sql("update unit." + table + " x set valid_to = 'infinity' from unit.unit u where u.id = x.unit"
                            + " and x.valid_to = date '2025-07-01' and u.valid_to >= date '2025-07-01'")
                    .update();
        }
        jdbc.sql("update unit.unit set valid_to = 'infinity' where valid_to = date '2025-07-01'")
                .update();
        geographies.changed();
    }

    /** Every unit of 1/7/2025 with name, type and all that is above it. */
    private List<String> state() {
        return jdbc.sql("""
                        select u.level || ' ' || n.code || ' ' || n.full_name || ' ' || u.province || ' in '
                            || string_agg(l.depth || ':' || over.code, ',' order by l.depth)
                        from unit.unit u
                        join unit.unit_name n on n.unit = u.id and n.valid_from <= date '2025-07-01' and n.valid_to > date '2025-07-01'
                        join unit.lineage l on l.unit = u.id and l.valid_from <= date '2025-07-01' and l.valid_to > date '2025-07-01'
                        join unit.unit_name over on over.unit = l.ancestor and over.valid_from <= date '2025-07-01' and over.valid_to > date '2025-07-01'
                        where u.valid_from <= date '2025-07-01' and u.valid_to > date '2025-07-01' and u.level <> 'VILLAGE'
                        group by u.id, u.level, n.code, n.full_name, u.province
                        """).query(String.class).list().stream().sorted().toList();
    }

    private List<String> links() {
        return jdbc.sql("""
                        select s.from_unit || ' ' || n.code || ' ' || s.share || ' ' || s.on_date || ' ' || coalesce(s.act, '') || ' ' || s.clause
                        from unit.succession s
                        join unit.unit_name n on n.unit = s.to_unit and n.valid_from <= date '2025-07-01' and n.valid_to > date '2025-07-01'

                        """).query(String.class).list().stream().sorted().toList();
    }

    /** Everything that the tree holds of the province, as one hash. */
    private String fingerprint() {
        return jdbc.sql("""
                        with mine as (select id from unit.unit where province = 24)
                        select md5(string_agg(line, '|' order by line)) from (
                            select u::text from unit.unit u where id in (select id from mine)
                            union all select n::text from unit.unit_name n where unit in (select id from mine)
                            union all select p::text from unit.unit_parent p where unit in (select id from mine)
                            union all select l::text from unit.lineage l where unit in (select id from mine)
                            union all select a::text from agency.agency a where unit in (select id from mine)
                            union all select s::text from unit.succession s where from_unit in (select id from mine)) x(line)
                        """).query(String.class).single();
    }

    private List<Line> merge() {
        return List.of(
                line(1, "07339", "07339", "Xã Cao Thượng Mới", ""),
                line(2, neighbours().get(0), "07339", "", "toàn bộ"),
                line(3, neighbours().get(1), "07339", "", "Toàn bộ"));
    }

    /** Two more communes of the same province. */
    private List<String> neighbours() {
        return units.communesBelow(commune("07339").parent(), ON.minusDays(1)).stream()
                .map(Unit::code)
                .filter(code -> !code.equals("07339"))
                .sorted()
                .limit(2)
                .toList();
    }

    private UUID draft(List<Line> lines) {
        return reorganisations.save(null, "Nhập ba xã", ON, "999/NQ-UBTVQH16", ON.minusMonths(1), lines);
    }

    private static Line line(int row, String old, String now, String name, String share) {
        return new Line(row, old, now, name, "", share, "", "", "", "");
    }

    private Unit commune(String code) {
        return units.byCode(Level.COMMUNE, code, ON.minusDays(1)).orElseThrow();
    }

    private static Object[] written(List<Object> arguments) {
        return arguments.stream().map(String::valueOf).toArray();
    }

    private void rolledBack(Runnable code) {
        Consumer<org.springframework.transaction.TransactionStatus> work = status -> {
            status.setRollbackOnly();
            ADMIN.run(code);
        };
        transaction.executeWithoutResult(work);
    }
}
