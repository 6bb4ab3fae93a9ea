package vn.toam.householdimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.household.Bits;
import vn.toam.household.Household;
import vn.toam.household.HouseholdBook;
import vn.toam.household.HouseholdLists;
import vn.toam.household.Mark;
import vn.toam.household.MarkService;
import vn.toam.imports.Import;
import vn.toam.imports.ImportService;
import vn.toam.imports.ImportView;
import vn.toam.mapping.Entry;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** The list that a commune keeps comes into its book: doubles, further sheets, missing years, repeated numbers; and goes again as one. */
class HouseholdImportTest extends ToamTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String PERSONS = "Thôn;Hộ số;Họ và tên;Quan hệ với chủ hộ;Giới tính;Ngày sinh;Địa chỉ;Số CCCD";
    private static final String HOUSEHOLDS = "Thôn;Số hộ;Họ tên chủ hộ;Năm sinh;Địa chỉ;Số nhân khẩu";

    @Autowired
    private ImportService imports;

    @Autowired
    private HouseholdBook book;

    @Autowired
    private HouseholdLists lists;

    @Autowired
    private MarkService marks;

    @Autowired
    private VillageService villages;

    @Autowired
    private TestGround grounds;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private Clock clock;

    private int unit;
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void ground() {
        unit = grounds.take().communes().get(1);
        first = village("Nhập Một " + unit);
        second = village("Nhập Hai " + unit);
    }

    private UUID village(String name) {
        return as.role("admin")
                .get(() -> villages.add(
                        unit,
                        new VillageForm(
                                "THON", name, Set.of(), "", "", "", "", null, START.minusMonths(3), "", null, 0)));
    }

    private <T> T kept(Supplier<T> what) {
        return Posts.at("REPORTER", unit).get(what);
    }

    private static void done(Future<?> work) {
        try {
            work.get(120, TimeUnit.SECONDS);
        } catch (Exception cause) {
            throw new AssertionError(cause);
        }
    }

    /** Received, its columns taken as they are proposed. */
    private UUID sent(String... lines) {
        UUID id = kept(() -> {
            try {
                Path file = Files.createTempFile("household", ".test");
                Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
                ImportService.Received received =
                        imports.receive(HouseholdImports.KIND, String.valueOf(unit), "so-a0.csv", file);
                done(received.work());
                return received.id();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        });
        if (view(id).made().status() == Import.Status.MAPPING) {
            kept(() -> {
                done(imports.map(id, Objects.requireNonNull(view(id).mapping()), Set.of()));
                return true;
            });
        }
        return id;
    }

    private ImportView view(UUID id) {
        return kept(() -> imports.view(id, "", null, 1, false));
    }

    private Map<String, Entry.Status> statuses(UUID id) {
        return view(id).slice().items().stream()
                .collect(Collectors.toMap(
                        each -> each.row() + " " + each.name(),
                        Entry::status,
                        (one, other) -> other,
                        java.util.TreeMap::new));
    }

    private UUID saved(String... lines) {
        UUID id = sent(lines);
        kept(() -> {
            done(imports.confirm(id, Map.of()));
            return true;
        });
        assertThat(view(id).made().status()).isEqualTo(Import.Status.DONE);
        return id;
    }

    private Map<String, Household> households() {
        return kept(() -> lists.open(unit)).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        each -> each.facts().head().name(),
                        each -> each,
                        (one, other) -> other,
                        java.util.TreeMap::new));
    }

    private String one() {
        return "Nhập Một " + unit;
    }

    @Test
    void aListOfPersonsBecomesHouseholdsWithWhatIsKnownOfThem() {
        saved(
                PERSONS,
                one() + ";12;Nguyễn Thị Mẫu;Chủ hộ;Nữ;15/03/1960;Số 3;001060000001",
                ";;Trần Văn Chồng;Chồng;Nam;1958;;0",
                ";;Trần Thị Con;Con;Nữ;2015;;001060000001",
                one() + ";12.1;Trần Văn Cặp Hai;Con;Nam;1990;;",
                one() + ";12.2;Lê Thị Dâu;Chủ hộ;Nữ;1992;;",
                one() + ";13;Phạm Thiếu Năm;Chủ hộ;Nam;;Số 4;0",
                one() + ";13;Phạm Thị Em;Em;Nữ;;;0");

        Map<String, Household> kept = households();
        assertThat(kept).containsOnlyKeys("Nguyễn Thị Mẫu", "Phạm Thiếu Năm");
        Household mau = Objects.requireNonNull(kept.get("Nguyễn Thị Mẫu"));
        assertThat(mau.no()).isEqualTo(12);
        assertThat(mau.facts().head().birthYear()).isEqualTo(1960);
        assertThat(mau.facts().counts().persons()).isEqualTo(5);
        assertThat(mau.facts().counts().female()).isEqualTo(3);
        assertThat(mau.facts().counts().under16()).isEqualTo(1);
        assertThat(mau.facts().counts().over60()).isEqualTo(2);
        Household pham = Objects.requireNonNull(kept.get("Phạm Thiếu Năm"));
        assertThat(pham.facts().counts().persons()).isEqualTo(2);
        assertThat(pham.facts().counts().under16()).as("a year is missing").isNull();
        assertThat(pham.facts().head().birthYear()).isNull();
    }

    @Test
    void whatIsDoubtfulOrWrongIsSaidAndNeverSaved() {
        saved(
                HOUSEHOLDS,
                one() + ";1;Nguyễn Văn Một;1970;Số 1;4",
                one() + ";2;Trần Thị Hai;;Số 2;3",
                one() + ";3;Lê Văn Ba;1980;Số 3;2");
        UUID id = sent(
                HOUSEHOLDS,
                one() + ";1;Nguyễn Văn Một;1970;Số 1;4", // the same
                one() + ";3;Lê Văn Ba;1980;Số 3;5", // changed
                one() + ";9;Trần Thị Hai;1975;Số 9;3", // the same name, one year missing
                one() + ";3;Người Khác Hẳn;1990;Số 8;1", // its number, another head
                one() + ";77;Nguyễn Văn Một;1999;Số 7;1", // the same name, another year
                one() + ";20;Đôi Thứ Nhất;1960;;2",
                one() + ";20;Đôi Thứ Hai;1961;;2",
                one() + ";100.1;Phiếu Thứ Hai;1971;;2",
                one() + ";21;Sinh Năm Nào;khoảng 40 tuổi;;2",
                one() + ";22;Nhiều Người;1950;;500");

        assertThat(statuses(id))
                .containsEntry("2 Nguyễn Văn Một", Entry.Status.SAME)
                .containsEntry("3 Lê Văn Ba", Entry.Status.CHANGED)
                .containsEntry("4 Trần Thị Hai", Entry.Status.DOUBTFUL)
                .containsEntry("5 Người Khác Hẳn", Entry.Status.DOUBTFUL)
                .containsEntry("6 Nguyễn Văn Một", Entry.Status.NEW)
                .containsEntry("7 Đôi Thứ Nhất", Entry.Status.NEW)
                .containsEntry("8 Đôi Thứ Hai", Entry.Status.WRONG)
                .containsEntry("9 Phiếu Thứ Hai", Entry.Status.WRONG)
                .containsEntry("10 Sinh Năm Nào", Entry.Status.WRONG)
                .containsEntry("11 Nhiều Người", Entry.Status.WRONG);
        assertThat(households()).hasSize(3);
    }

    @Test
    void aListNeverChangesAHeadAndBlankClearsNothing() {
        saved(HOUSEHOLDS, one() + ";5;Nguyễn Thị Chủ;1970;Số 5;4");
        saved(HOUSEHOLDS, one() + ";50;nguyễn thị chủ;1970;;6");

        Household kept = Objects.requireNonNull(households().get("Nguyễn Thị Chủ"));
        assertThat(kept.no()).isEqualTo(5);
        assertThat(kept.facts().address()).isEqualTo("Số 5");
        assertThat(kept.facts().counts().persons()).isEqualTo(6);
    }

    @Test
    void twoThousandHouseholdsComeInAndGoAsOne() {
        int others = kept(() -> book.count(unit, LocalDate.now(clock)));
        List<String> rows = new ArrayList<>(List.of(PERSONS));
        for (int no = 1; no <= 1000; no++) {
            for (String village : List.of(one(), "Nhập Hai " + unit)) {
                rows.add("%s;%d;Hộ Mẫu Số %s%d;Chủ hộ;Nữ;%s;Xóm %d;%s"
                        .formatted(
                                village,
                                no,
                                village.contains("Một") ? "a" : "b",
                                no,
                                no % 10 == 0 ? "" : "19" + (50 + no % 40),
                                no % 7,
                                no % 5 == 0 ? "0" : "012345678901"));
                rows.add(";;Con Mẫu;Con;Nam;2015;;0");
                if (no % 50 == 0) {
                    rows.add("%s;%d.1;Cặp Hai Mẫu;Con;Nam;1990;;".formatted(village, no));
                }
            }
        }
        UUID id = saved(rows.toArray(String[]::new));

        LocalDate day = LocalDate.now(clock);
        assertThat(kept(() -> book.count(unit, day)) - others).isEqualTo(2000);
        Map<String, Household> kept = households();
        assertThat(Objects.requireNonNull(kept.get("Hộ Mẫu Số a50"))
                        .facts()
                        .counts()
                        .persons())
                .isEqualTo(3);
        assertThat(Objects.requireNonNull(kept.get("Hộ Mẫu Số b777")).no()).isEqualTo(777);

        kept(() -> marks.tick(
                unit,
                first,
                new Mark.Ticks(
                        Mark.Service.LAW, Mark.Depth.VISITED, day, null, Mark.Mode.ONLY, Bits.of(List.of(1, 2)))));
        UUID again = sent(rows.toArray(String[]::new));
        assertThat(view(again).counts().getOrDefault(Entry.Status.SAME, 0)).isEqualTo(2000);

        kept(() -> {
            done(imports.undo(id));
            return true;
        });
        assertThat(kept(() -> book.count(unit, day)) - others)
                .as("two of them were ticked since")
                .isEqualTo(2);
    }

    @Test
    void whoKeepsOneVillageBringsInThatOneAlone() {
        assertThat(mvc.get().uri("/units/" + unit + "/households/import").with(Posts.request("REPORTER", unit)))
                .bodyText()
                .contains("100.1", "Quan hệ với chủ hộ");
        assertThat(Posts.of("VILLAGE_HEAD", unit, second).get(() -> lists.villages(unit)))
                .extracting(each -> each.id())
                .containsExactly(second);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Posts.at("CHECKER", unit).get(() -> lists.villages(unit)))
                .isInstanceOf(NotAllowed.class);
    }
}
