package vn.toam.village;

import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;

/** Villages from a table: paste or file, look, say what is doubtful, save. */
@Controller
@RequestMapping("/units/{unit:\\d+}/villages/table")
class VillageTableController {

    private static final String HEAD =
            "\uFEFFTên thôn, tổ dân phố;Trưởng thôn, tổ trưởng;Điện thoại;Trưởng ban công tác Mặt trận;Điện thoại;Số hộ;Khu vực\r\n";

    private final VillagePages pages;
    private final VillageTables tables;
    private final VillageImport imports;
    private final VillageKinds kinds;
    private final Access access;
    private final Words words;

    VillageTableController(
            VillagePages pages,
            VillageTables tables,
            VillageImport imports,
            VillageKinds kinds,
            Access access,
            Words words) {
        this.pages = pages;
        this.tables = tables;
        this.imports = imports;
        this.kinds = kinds;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    String page(@PathVariable int unit, Model model) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        Unit commune = pages.commune(unit, model);
        LocalDate first = commune.validity().first();
        return page("", new VillageImport.Given("", List.of(), "", first, Map.of()), List.of(), model);
    }

    /** The head of the table, to be filled in a spreadsheet. */
    @GetMapping("/mau.csv")
    ResponseEntity<byte[]> head(@PathVariable int unit) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        return Download.of("thon-to-dan-pho.csv", "text/csv;charset=UTF-8", HEAD.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String look(
            @PathVariable int unit,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam Map<String, String> all,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        pages.commune(unit, model);
        VillageImport.Given given = new VillageImport.Given(fileName, List.of(), kind, from, choices(all));
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (file != null && !file.isEmpty()) {
                bytes = file.getBytes();
                fileName = String.valueOf(file.getOriginalFilename()).strip();
            }
            List<VillageTable.Line> lines = !kept.isEmpty() ? VillageTable.unpack(kept) : tables.read(bytes);
            given = new VillageImport.Given(shortened(fileName), lines, kind, from, given.choices());
            if (confirm) {
                int saved = imports.save(unit, given);
                Flash.say(redirect, words.text("village.done.imported", saved));
                return "redirect:/units/" + unit + "/villages";
            }
            return page(text, given, imports.look(unit, given), model);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(text, given, given.lines().isEmpty() ? List.of() : imports.look(unit, given), model);
        }
    }

    private static String shortened(String name) {
        return name.substring(Math.max(0, name.length() - 200));
    }

    private static Map<Integer, String> choices(Map<String, String> all) {
        Map<Integer, String> choices = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.matches("row\\d{1,4}")) {
                choices.put(Integer.valueOf(name.substring(3)), value);
            }
        });
        return choices;
    }

    private String page(String text, VillageImport.Given given, List<VillageImportRow> rows, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("given", given);
        model.addAttribute("kept", VillageTable.pack(given.lines()));
        model.addAttribute("rows", rows);
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("ready", !rows.isEmpty() && rows.stream().allMatch(VillageImportRow::ready));
        return "village/table";
    }
}
