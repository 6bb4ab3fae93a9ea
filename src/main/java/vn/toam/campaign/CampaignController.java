package vn.toam.campaign;

import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.BadRequest;
import vn.toam.unit.UnitService;

/** The campaigns of a year, and one of them as it happened. */
@Controller
@RequestMapping("/campaigns")
class CampaignController {

    /** Years that are offered, this one included. */
    private static final int YEARS = 5;

    private final CampaignReader reader;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    CampaignController(CampaignReader reader, UnitService units, Access access, Clock clock) {
        this.reader = reader;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        place(unit, year, model);
        int place = unit == null ? access.me().unit() : unit;
        model.addAttribute("campaigns", reader.ofYear(place, asked(year)));
        return "campaign/year";
    }

    @GetMapping("/{observance}")
    String campaign(
            @PathVariable String observance,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        place(unit, year, model);
        int place = unit == null ? access.me().unit() : unit;
        model.addAttribute("campaign", reader.campaign(observance, place, asked(year)));
        return "campaign/campaign";
    }

    private void place(@Nullable Integer unit, @Nullable Integer year, Model model) {
        int own = access.require(RECORD_READ).unit();
        LocalDate today = LocalDate.now(clock);
        Unit place = units.find(unit == null ? own : unit, today);
        model.addAttribute("place", place);
        model.addAttribute("year", asked(year));
        model.addAttribute("years", years(today.getYear()));
        model.addAttribute("above", units.ancestors(place.id(), today).reversed());
        model.addAttribute("below", units.children(place.id(), today));
    }

    private int asked(@Nullable Integer year) {
        int now = LocalDate.now(clock).getYear();
        if (year != null && (year < 2000 || year > now + 1)) {
            throw new BadRequest("year");
        }
        return year == null ? now : year;
    }

    private static List<Integer> years(int now) {
        return IntStream.range(0, YEARS).mapToObj(back -> now - back).toList();
    }
}
