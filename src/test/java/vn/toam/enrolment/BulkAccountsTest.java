package vn.toam.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.signin.SignInService;
import vn.toam.unit.UnitService;

/** Ninety-nine accounts from a table. */
class BulkAccountsTest extends ToamTest {

    @Autowired
    private BulkAccounts bulk;

    @Autowired
    private SignInService signIn;

    @Autowired
    private UnitService units;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    @Autowired
    private MockMvcTester mvc;

    private final As.Somebody admin = Posts.at("ADMIN", UnitService.COUNTRY);

    @Test
    void aTableOfCommunesBecomesAccountsAndAPrintableSheetOnce() {
        StringBuilder table = new StringBuilder("Mã đơn vị\tCơ quan\tChức danh\tTên đăng nhập\tVai trò\tThư điện tử\n");
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> codes = communes(20);
        for (String code : codes) {
            table.append(Integer.parseInt(code))
                    .append('\t')
                    .append(committee(code))
                    .append("\tCông chức Văn hóa – Xã hội\t")
                    .append(mark)
                    .append('.')
                    .append(code)
                    .append("\tREPORTER\t\n");
        }
        String text = table.toString();

        assertThat(admin.get(() -> bulk.look(text)))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row.problems()).isEmpty());
        List<BulkAccounts.Handed> handed = admin.get(() -> bulk.make(text));

        assertThat(handed).hasSize(20).extracting(BulkAccounts.Handed::password).doesNotHaveDuplicates();
        BulkAccounts.Handed one = handed.getFirst();
        assertThat(signIn.signIn(one.username(), one.password(), mark)
                        .orElseThrow()
                        .mustChange())
                .isTrue();
        assertThat(jdbc.sql("select password from access.account where username = ?")
                        .param(one.username())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$")
                .doesNotContain(one.password());
        assertThatThrownBy(() -> admin.get(() -> bulk.make(text))).isInstanceOf(Rejected.class);
    }

    @Test
    void everyWrongRowSaysWhatIsWrongAndThenNoneIsMade() {
        String code = communes(1).getFirst();
        String good = code + ";" + committee(code) + ";Công chức;u."
                + UUID.randomUUID().toString().substring(0, 8) + ";REPORTER;";
        String text = String.join(
                "\n",
                good,
                good,
                "99999;x;Công chức;ab1;REPORTER;",
                code + ";Cơ quan không có;Công chức;ab2;REPORTER;",
                code + ";" + committee(code) + ";;ab3;REPORTER;",
                code + ";" + committee(code) + ";Công chức;Có Dấu;REPORTER;",
                code + ";" + committee(code) + ";Công chức;ab5;Trưởng phòng;",
                code + ";" + committee(code) + ";Công chức;ab6;ADMIN;",
                code + ";" + committee(code) + ";Công chức;ab7;REPORTER;khong-phai-thu");

        List<BulkAccounts.Row> rows = admin.get(() -> bulk.look(text));

        assertThat(rows.getFirst().problems()).isEmpty();
        assertThat(rows.subList(1, 9))
                .allSatisfy(row -> assertThat(row.problems()).isNotEmpty());
        assertThatThrownBy(() -> admin.get(() -> bulk.make(text))).isInstanceOf(Rejected.class);
        assertThat(accounts(rows.getFirst().username())).isZero();
        As.Somebody elsewhere = Posts.at("ADMIN", 1011);
        assertThat(elsewhere.get(() -> bulk.look(good)).getFirst().problems())
                .extracting(Rejected.Problem::key)
                .contains("access.bulk.reach");
    }

    @Test
    void anExcelFileIsReadAndRubbishIsRefusedInWords() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Mã đơn vị");
            sheet.createRow(1).createCell(0).setCellValue(7339);
            sheet.getRow(1).createCell(4).setCellValue("REPORTER");
            book.write(out);
            assertThat(BulkTable.rows(BulkTable.text(out.toByteArray())))
                    .containsExactly(List.of("7339", "", "", "", "REPORTER", ""));
        }
        assertThatThrownBy(() -> BulkTable.text(new byte[] {'P', 'K', 3, 4, 0})).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> BulkTable.rows("1;a\n".repeat(501))).isInstanceOf(Rejected.class);
        assertThat(mvc.post().uri("/accounts/bulk").param("text", "").with(as.request("admin")))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa có dòng nào");
    }

    private List<String> communes(int most) {
        java.time.LocalDate today = java.time.LocalDate.now(java.time.Clock.systemDefaultZone());
        int province = units.byCode(Level.PROVINCE, "31", today).orElseThrow().id();
        return units.idsBelow(province, Level.COMMUNE, today).stream()
                .limit(most)
                .map(id -> units.find(id, today).code())
                .toList();
    }

    private String committee(String code) {
        java.time.LocalDate today = java.time.LocalDate.now(java.time.Clock.systemDefaultZone());
        int unit = units.byCode(Level.COMMUNE, code, today).orElseThrow().id();
        return agencies.peoplesCommittee(unit, today).fullName().vi();
    }

    private int accounts(String username) {
        return jdbc.sql("select count(*) from access.account where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }
}
