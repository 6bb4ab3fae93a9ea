package vn.toam.householdimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.toam.imports.ImportController;
import vn.toam.imports.ImportService;
import vn.toam.mapping.ImportPlace;
import vn.toam.shared.Rejected;

/** Where a list is sent into the book of a commune from. */
@Controller
@RequestMapping("/units/{unit:\\d+}/households/import")
class HouseholdImportController {

    private final HouseholdImports targets;
    private final HouseholdColumns columns;
    private final ImportService imports;

    HouseholdImportController(HouseholdImports targets, HouseholdColumns columns, ImportService imports) {
        this.targets = targets;
        this.columns = columns;
        this.imports = imports;
    }

    @GetMapping
    String home(@PathVariable int unit, Model model) {
        String key = String.valueOf(unit);
        model.addAttribute("unit", targets.find(key).unit());
        model.addAttribute("columns", columns.all());
        model.addAttribute("recent", imports.recent(HouseholdImports.KIND, key));
        return "householdimport/import";
    }

    @PostMapping
    String receive(@PathVariable int unit, @RequestParam(required = false) @Nullable MultipartFile file, Model model)
            throws IOException {
        Path copy = Files.createTempFile("toam-import-", ".tmp");
        try {
            String name = file == null ? null : file.getOriginalFilename();
            if (file == null || name == null || name.isBlank()) {
                throw Rejected.field("file", "householdimport.noFile");
            }
            file.transferTo(copy);
            ImportService.Received received = imports.receive(HouseholdImports.KIND, String.valueOf(unit), name, copy);
            ImportController.await(received.work());
            return "redirect:" + ImportPlace.IMPORTS + received.id();
        } catch (Rejected rejected) {
            Files.deleteIfExists(copy);
            model.addAttribute("problems", rejected.problems());
            return home(unit, model);
        }
    }
}
