package vn.toam.output;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.letter.WordLetter;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.sheet.Table;

/** The circular's own table: on a page, as a paper and as a workbook. */
@Controller
@RequestMapping("/output/official")
class OfficialTableController {

    private final OfficialTableService tables;
    private final Access access;

    OfficialTableController(OfficialTableService tables, Access access) {
        this.tables = tables;
        this.access = access;
    }

    @GetMapping
    String table(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        OfficialTable table = tables.of(unit == null ? access.me().unit() : unit, year);
        model.addAttribute("table", table);
        model.addAttribute("grid", OfficialLayout.grid(table));
        return "output/official";
    }

    @GetMapping("/table.{kind:docx|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String kind, @RequestParam int unit, @RequestParam int year) {
        OfficialTable table = tables.of(unit, year);
        Table sheet = OfficialLayout.sheet(table);
        return kind.equals("xlsx")
                ? Table.workbook(java.util.List.of(sheet))
                : Download.of(
                        sheet.title() + ".docx",
                        FileKind.DOCX.mediaType(),
                        WordLetter.write(OfficialLayout.letter(table)));
    }
}
