package vn.toam.recordentry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

/** Where a table is sent into a register from, and the empty table to fill in. */
@Controller
@RequestMapping("/registers/{register}/import")
class RegisterImportController {

    private final RegisterImports targets;
    private final ImportService imports;
    private final ImportTemplate template;

    RegisterImportController(RegisterImports targets, ImportService imports, ImportTemplate template) {
        this.targets = targets;
        this.imports = imports;
        this.template = template;
    }

    @GetMapping
    String home(@PathVariable String register, @RequestParam int unit, Model model) {
        RegisterTarget target = targets.find(register, unit);
        model.addAttribute("register", target.register());
        model.addAttribute("unit", target.unit());
        model.addAttribute("columns", template.guide(target));
        model.addAttribute("recent", imports.recent(RegisterImports.KIND, RegisterImports.key(register, unit)));
        return "register/import";
    }

    /** The empty table of a unit. */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String register, @RequestParam int unit) {
        return template.of(targets.find(register, unit));
    }

    @PostMapping
    String receive(
            @PathVariable String register,
            @RequestParam int unit,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Path copy = Files.createTempFile("toam-import-", ".tmp");
        try {
            String name = file == null ? null : file.getOriginalFilename();
            if (file == null || name == null || name.isBlank()) {
                throw Rejected.field("file", "register.import.noFile");
            }
            file.transferTo(copy);
            ImportService.Received received =
                    imports.receive(RegisterImports.KIND, RegisterImports.key(register, unit), name, copy);
            ImportController.await(received.work());
            return "redirect:" + ImportPlace.IMPORTS + received.id();
        } catch (Rejected rejected) {
            Files.deleteIfExists(copy);
            model.addAttribute("problems", rejected.problems());
            return home(register, unit, model);
        }
    }
}
