package vn.toam.indicator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An indicator on the map. */
@Controller
class MapController {

    private final MapReader maps;

    MapController(MapReader maps) {
        this.maps = maps;
    }

    @GetMapping("/indicators/map")
    String map(
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("view", maps.map(indicator, unit, year));
        return "indicator/map";
    }
}
