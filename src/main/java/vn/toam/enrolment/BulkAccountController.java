package vn.toam.enrolment;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.shared.Rejected;

/** Accounts from a table: paste or file, look, make, hand out. */
@Controller
@RequestMapping("/accounts/bulk")
class BulkAccountController {

    private static final String TABLE = "\uFEFFMã đơn vị;Cơ quan;Chức danh;Tên đăng nhập;Vai trò;Thư điện tử\r\n";

    private final BulkAccounts bulk;
    private final Access access;

    BulkAccountController(BulkAccounts bulk, Access access) {
        this.bulk = bulk;
        this.access = access;
    }

    @GetMapping
    String page(Model model) {
        access.require(ACCOUNT_MANAGE);
        return page("", List.of(), model);
    }

    /** The head of the table, to be filled in a spreadsheet. */
    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table() {
        access.require(ACCOUNT_MANAGE);
        return Download.of("tai-khoan.csv", "text/csv;charset=UTF-8", TABLE.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String look(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean confirm,
            Model model)
            throws IOException {
        access.require(ACCOUNT_MANAGE);
        String table = text;
        try {
            if (file != null && !file.isEmpty()) {
                table = BulkTable.text(file.getBytes());
            }
            List<BulkAccounts.Row> rows = bulk.look(table);
            if (confirm && ready(rows)) {
                model.addAttribute("handed", bulk.make(table));
                model.addAttribute("until", bulk.until());
                return "enrolment/handed";
            }
            return page(table, rows, model);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(table, List.of(), model);
        }
    }

    private static boolean ready(List<BulkAccounts.Row> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.problems().isEmpty());
    }

    private static String page(String text, List<BulkAccounts.Row> rows, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("rows", rows);
        model.addAttribute("ready", ready(rows));
        return "enrolment/bulk";
    }
}
