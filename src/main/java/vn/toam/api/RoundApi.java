package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.toam.collection.RoundReader;
import vn.toam.shared.Access;
import vn.toam.submission.OverviewView;

/** What is asked of a place in a year, and how much of it is there. */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundApi {

    private final RoundReader reader;
    private final Codes codes;
    private final Access access;

    RoundApi(RoundReader reader, Codes codes, Access access) {
        this.reader = reader;
        this.codes = codes;
        this.access = access;
    }

    /** A round with its completeness within the place. */
    record Asked(
            UUID id,
            String form,
            int year,
            LocalDate due,
            boolean open,
            int expected,
            int received,
            int onTime,
            int accepted) {}

    @GetMapping
    List<Asked> asked(
            @RequestParam int year, @RequestParam(defaultValue = "") String unit, HttpServletRequest request) {
        Query.check(request, Set.of("year", "unit"), Set.of());
        int place = unit.isEmpty() ? access.me().unit() : codes.unit(unit, LocalDate.of(year, 12, 1));
        return reader.overview(place, year).items().stream()
                .map(RoundApi::asked)
                .toList();
    }

    private static Asked asked(OverviewView.Item item) {
        return new Asked(
                item.round().id(),
                item.round().form(),
                item.round().year(),
                item.round().due(),
                item.round().open(),
                item.completeness().expected(),
                item.completeness().received(),
                item.completeness().onTime(),
                item.completeness().accepted());
    }
}
