package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.shared.ToamTest;

/** The administrator's list: as a workbook, with the places to choose from; one role taken away leaves the others. */
@Transactional
class AccountListTest extends ToamTest {

    private static final int CITY = 1031;
    private static final int TAN_YEN = 107339;
    private static final int FIRST = 10733901;
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Autowired
    private AccountService accounts;

    @Autowired
    private AccountPlaces places;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Test
    void theListIsTakenAwayAsAWorkbookWithRolesAndState() throws Exception {
        UUID planner = as.id("planner.hp");
        as.role("admin").run(() -> accounts.setActive(planner, false));
        AccountRow row = as.role("admin").get(() -> accounts.find(planner));
        byte[] bytes = mvc.perform(
                        get("/accounts/accounts.xlsx").param("q", "hp").with(as.request("admin.hp")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<List<String>> rows = StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .map(AccountListTest::cells)
                    .toList();
            assertThat(rows)
                    .filteredOn(cells -> cells.contains("planner.hp"))
                    .containsExactly(List.of(
                            row.account().name().vi(),
                            "planner.hp",
                            row.agency(),
                            row.place(),
                            row.roles().getFirst().vi(),
                            "",
                            "đã ngừng"));
            assertThat(rows)
                    .filteredOn(cells -> cells.contains("leader.hp"))
                    .allSatisfy(cells -> assertThat(cells).doesNotContain("đã ngừng"));
        }
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, 7)
                .mapToObj(i -> row.getCell(i) == null ? "" : row.getCell(i).toString())
                .toList();
    }

    @Test
    void accountsAreMadeForTheOwnPlaceAndThoseBelowIt() {
        As.Somebody city = as.role("admin.hp");

        assertThat(city.get(() -> places.find(""))).extracting(Choice::unit).containsExactly(CITY);
        assertThat(city.get(() -> places.find("Điện Biên"))).isEmpty();
        assertThat(as.role("admin").get(() -> places.find("Điện Biên"))).isNotEmpty();
    }

    @Test
    void takingOneRoleAwayLeavesTheSameRoleElsewhereAndOtherRolesThere() {
        As.Somebody admin = as.role("admin");
        List<Integer> there =
                agencies.agenciesOf(CITY, DAY).stream().map(Agency::id).toList();
        Grant taken = new Grant("REPORTER", CITY, there.get(0));
        UUID id = made(taken);
        UUID other = made(taken);
        List<Grant> kept = List.of(
                new Grant("REPORTER", TAN_YEN, FIRST),
                new Grant("REPORTER", CITY, there.get(1)),
                new Grant("REVIEWER", CITY, there.get(0)));
        kept.forEach(grant -> admin.run(() -> accounts.grant(id, grant.role(), grant.unit(), grant.agency())));

        admin.run(() -> accounts.revoke(id, taken.role(), taken.unit(), taken.agency()));

        assertThat(admin.get(() -> accounts.find(id)).account().grants()).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(admin.get(() -> accounts.find(other)).account().grants()).containsExactly(taken);
    }

    private UUID made(Grant grant) {
        String username = "t." + UUID.randomUUID().toString().substring(0, 13);
        AccountForm form = new AccountForm(username, "Thử", "", grant.unit(), grant.agency(), grant.role());
        return as.role("admin").get(() -> accounts.create(form)).id();
    }

    @Test
    void aPasswordFromTheAdministratorIsForOneUse() {
        As.Somebody admin = as.role("admin.hp");
        UUID reporter = as.id("reporter.hp");
        admin.run(() -> accounts.resetPassword(reporter));

        assertThat(admin.get(() -> accounts.find(reporter)).account().mustChange())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"132,true", "133,false"})
    void anAddressForLettersHasAtMost200Characters(int domain, boolean shaped) {
        String address = "a".repeat(64) + "@" + "b".repeat(domain) + ".vn";

        assertThat(Addresses.shaped(address)).isEqualTo(shaped);
    }

    @ParameterizedTest
    @CsvSource({"'',true", "a@b.vn,true", "a@b,false", "a b@c.vn,false", "@b.vn,false", "a@b.vn;c@d.vn,false"})
    void anAddressForLettersIsOneAddressOrNone(String address, boolean shaped) {
        assertThat(Addresses.shaped(address)).isEqualTo(shaped);
    }
}
