package vn.toam.analysis;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Published;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Figures that authorities published before, with source and what does not add up; beside what is collected here, never part of it. */
@Controller
@RequestMapping("/indicators/history")
class HistoryController {

    private final Catalog catalog;
    private final UnitService units;
    private final Access access;

    HistoryController(Catalog catalog, UnitService units, Access access) {
        this.catalog = catalog;
        this.units = units;
        this.access = access;
    }

    @GetMapping
    String list(Model model) {
        access.require(FIGURES_READ);
        model.addAttribute("tables", catalog.published());
        return "analysis/history";
    }

    @GetMapping("/{id}")
    String table(@PathVariable String id, Model model) {
        access.require(FIGURES_READ);
        Published table = catalog.get(Published.class, id);
        List<Text> places = table.returns().stream().map(this::place).toList();
        Map<String, Text> measures = catalog.codes("units").codes().stream()
                .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name));
        model.addAttribute("table", table);
        model.addAttribute("places", places);
        model.addAttribute("measures", measures);
        return "analysis/published";
    }

    /** The unit as it was at the end of the year. */
    private Text place(Published.Return one) {
        String code = one.code();
        return code == null
                ? units.find(UnitService.COUNTRY).fullName()
                : units.byCode(Level.valueOf(one.level()), code, LocalDate.of(one.year(), 12, 31))
                        .map(Unit::fullName)
                        .orElse(Text.of(code));
    }
}
