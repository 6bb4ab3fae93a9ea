package vn.toam.ownregister;

import static vn.toam.register.RegisterPermissions.REGISTER_DEFINE;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Registers of a unit's own: the list, the page that makes one, the same from a table or from text. */
@Controller
@RequestMapping("/registers/own")
class OwnRegisterController {

    private final OwnRegisterService registers;
    private final UnitService units;
    private final Access access;
    private final Words words;

    OwnRegisterController(OwnRegisterService registers, UnitService units, Access access, Words words) {
        this.registers = registers;
        this.units = units;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Integer unit, Model model) {
        int place = unit == null ? access.me().unit() : unit;
        model.addAttribute("registers", registers.list(place));
        model.addAttribute("extendable", registers.extendable());
        model.addAttribute("unit", units.find(place));
        return "ownregister/list";
    }

    /** @param extended the register of the country that fields are added to; blank: a new register */
    @GetMapping("/new")
    String make(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "") String extended,
            Model model) {
        int place = unit == null ? access.me().unit() : unit;
        access.require(REGISTER_DEFINE, Subject.of(place));
        RegisterSheet sheet = extended.isBlank()
                ? RegisterSheet.empty(
                        words.text("ownregister.first.name").vi(),
                        words.text("ownregister.first.date").vi())
                : RegisterSheet.fields(extended);
        return sheet(place, sheet, null, model);
    }

    @PostMapping("/new")
    String create(
            @RequestParam int unit,
            @RequestParam(defaultValue = "save") String verb,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile table,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        access.require(REGISTER_DEFINE, Subject.of(unit));
        RegisterSheet sheet = RegisterSheet.read(typed);
        return answer(unit, sheet, null, verb, table, () -> registers.create(unit, sheet), model, redirect);
    }

    @GetMapping("/{id}/{version}")
    String change(@PathVariable String id, @PathVariable int version, Model model) {
        OwnRegister own = registers.find(id, version);
        return sheet(own.unit(), RegisterSheet.of(own), own, model);
    }

    @PostMapping("/{id}/{version}")
    String change(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(defaultValue = "save") String verb,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile table,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        OwnRegister own = registers.find(id, version);
        RegisterSheet sheet = RegisterSheet.read(typed);
        try {
            return answer(
                    own.unit(), sheet, own, verb, table, () -> registers.change(id, version, sheet), model, redirect);
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute(
                    "problems", List.of(new Rejected.Problem("", "ownregister.problem.conflict", List.of())));
            return sheet(own.unit(), sheet, own, model);
        }
    }

    /** A register as text in the shape of the catalog's files: a new one. */
    @PostMapping("/text")
    String write(
            @RequestParam int unit,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            return saved(registers.write(unit, null, 0, text), redirect);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return list(unit, model);
        }
    }

    private String answer(
            int unit,
            RegisterSheet sheet,
            @Nullable OwnRegister own,
            String verb,
            @Nullable MultipartFile table,
            Supplier<OwnRegister> save,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        try {
            return switch (verb) {
                case "more" -> sheet(unit, sheet.longer(), own, model);
                case "table" -> sheet(unit, sheet.with(rows(table)), own, model);
                default -> saved(save.get(), redirect);
            };
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return sheet(unit, sheet, own, model);
        }
    }

    private static List<RegisterSheet.Row> rows(@Nullable MultipartFile table) throws IOException {
        if (table == null || table.isEmpty()) {
            throw Rejected.field("table", "ownregister.problem.table");
        }
        Path copy = Files.createTempFile("toam-register", "");
        try {
            table.transferTo(copy);
            return FieldTable.read(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private String saved(OwnRegister own, RedirectAttributes redirect) {
        Flash.say(redirect, words.text("ownregister.said.saved"));
        return "redirect:/registers/own?unit=" + own.unit();
    }

    private String sheet(int unit, RegisterSheet sheet, @Nullable OwnRegister own, Model model) {
        model.addAttribute("unit", units.find(unit));
        model.addAttribute("sheet", sheet);
        model.addAttribute("own", own);
        model.addAttribute("levels", registers.levels(unit));
        model.addAttribute("counts", registers.counts());
        model.addAttribute(
                "extended",
                registers.extendable().stream()
                        .filter(register -> register.id().equals(sheet.extended()))
                        .findFirst()
                        .orElse(null));
        return "ownregister/sheet";
    }
}
