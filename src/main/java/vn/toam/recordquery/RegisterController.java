package vn.toam.recordquery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.catalog.Catalog;
import vn.toam.register.RegisterDesk;
import vn.toam.register.RegisterPermissions;
import vn.toam.register.RelatedRecords;
import vn.toam.shared.Access;
import vn.toam.shared.Navigation;
import vn.toam.sheet.Table;

/** The registers of a place, and the records of one of them. */
@Controller
@RequestMapping("/registers")
class RegisterController {

    private final RegisterReader reader;
    private final RelatedRecords related;
    private final ObjectProvider<RegisterDesk> desks;
    private final RecordTableFile file;
    private final Catalog catalog;
    private final Access access;

    RegisterController(
            RegisterReader reader,
            RelatedRecords related,
            ObjectProvider<RegisterDesk> desks,
            RecordTableFile file,
            Catalog catalog,
            Access access) {
        this.reader = reader;
        this.related = related;
        this.desks = desks;
        this.file = file;
        this.catalog = catalog;
        this.access = access;
    }

    @Bean
    static Navigation registersNavigation() {
        return new Navigation(35, "/registers", "shared.nav.registers", RegisterPermissions.RECORD_READ);
    }

    @GetMapping
    String registers(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "") String about,
            Model model) {
        model.addAttribute("index", reader.index(unit));
        model.addAttribute("about", related.thing(about).orElse(null));
        return "register/registers";
    }

    @GetMapping("/{register}")
    String list(@PathVariable String register, @RequestParam Map<String, String> all, Model model) {
        RecordQuery query = RecordQuery.of(all, access.me().unit());
        String counted = query.count().isEmpty() || query.count().contains(".")
                ? register
                : reader.counted(register, query.unit(), query.count());
        if (!counted.equals(register)) {
            return "redirect:"
                    + through(query, register)
                            .order("/registers/" + counted)
                            .address()
                            .replaceAll("&$", "");
        }
        model.addAttribute("list", reader.list(register, query));
        model.addAttribute("catalog", catalog);
        model.addAttribute(
                "desk",
                desks.orderedStream()
                        .filter(desk -> desk.register().equals(register))
                        .findFirst()
                        .orElse(null));
        return "register/list";
    }

    /** The same count, of the records that it counts in another register. */
    private static RecordQuery through(RecordQuery query, String register) {
        return new RecordQuery(
                query.unit(),
                "",
                "",
                Map.of(),
                null,
                query.from(),
                query.to(),
                register + "." + query.count(),
                false,
                query.sort(),
                query.down(),
                "");
    }

    /** The same as a workbook, the whole list in its order. */
    @GetMapping("/{register}/list.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String register, @RequestParam Map<String, String> all) {
        RecordQuery query = RecordQuery.of(all, access.me().unit());
        return Table.workbook(List.of(file.of(reader.whole(register, query))));
    }
}
