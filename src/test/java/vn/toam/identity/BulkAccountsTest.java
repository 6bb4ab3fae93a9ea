package vn.toam.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestMail;
import vn.toam.shared.ToamTest;
import vn.toam.unit.AgencyService;
import vn.toam.unit.Level;
import vn.toam.unit.UnitService;

/** Ninety-nine accounts from a table, and a new password by link. */
class BulkAccountsTest extends ToamTest {

    @Autowired
    private BulkAccounts bulk;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private Addresses addresses;

    @Autowired
    private SignInService signIn;

    @Autowired
    private TestAccounts accounts;

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

    private final As.Somebody admin = Posts.at(Role.ADMIN, UnitService.COUNTRY);

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
        assertThat(jdbc.sql("select password from identity.account where username = ?")
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
        As.Somebody elsewhere = Posts.at(Role.ADMIN, 1011);
        assertThat(elsewhere.get(() -> bulk.look(good)).getFirst().problems())
                .extracting(Rejected.Problem::key)
                .contains("identity.bulk.reach");
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

    @Test
    void aForgottenPasswordIsSetAnewByALinkThatWorksOnceAndIsKeptAsAHash() throws Exception {
        Account account = accounts.make("bốn mùa hoa nở");
        String email = account.username() + "@tinh.gov.vn";
        new As.Somebody(SignedIn.of(account)).run(() -> addresses.change(account.id(), email));

        links.ask(account.username(), "links-" + account.id());
        links.ask("nobody.at.all", "links-" + account.id());

        long limit = System.nanoTime() + 20_000_000_000L;
        while (TestMail.to(email).isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(TestMail.to(email).getFirst().getFrom()).isNotEmpty();
        String letter = String.valueOf(TestMail.to(email).getFirst().getContent());
        Matcher link = Pattern.compile("token=([A-Za-z0-9_-]{43})")
                .matcher(letter.replaceAll("=\\R", "").replace("=3D", "="));
        assertThat(link.find()).as(letter).isTrue();
        String token = link.group(1);
        assertThatThrownBy(() -> links.use(token, "ngắn", "ngắn")).isInstanceOf(Rejected.class);
        links.use(token, "xuân hạ thu đông", "xuân hạ thu đông");

        assertThat(signIn.signIn(account.username(), "xuân hạ thu đông", email)).isPresent();
        assertThatThrownBy(() -> links.use(token, "đông thu hạ xuân", "đông thu hạ xuân"))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/sign-in/reset").param("token", token))
                .hasStatusOk()
                .bodyText()
                .contains("đã được dùng");
    }

    @Test
    void aLinkHandedOverEndsByItselfAndNobodyMakesOneBeyondHisReach() {
        Account account = accounts.make("bốn mùa hoa nở");
        String link = admin.get(() -> links.make(account.id())).orElseThrow();
        assertThat(link).startsWith("http://127.0.0.1:8080/sign-in/reset?token=");
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(links.account(token).id()).isEqualTo(account.id());

        jdbc.sql("update identity.reset set expires_at = now() - interval '1 minute' where account = ?")
                .param(account.id())
                .update();
        assertThatThrownBy(() -> links.use(token, "xuân hạ thu đông", "xuân hạ thu đông"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Posts.at(Role.ADMIN, 1031).get(() -> links.make(account.id())))
                .isInstanceOf(vn.toam.shared.NotAllowed.class);
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
        return jdbc.sql("select count(*) from identity.account where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }
}
