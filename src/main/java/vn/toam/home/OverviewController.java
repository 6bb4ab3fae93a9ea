package vn.toam.home;

import static vn.toam.unit.UnitPermissions.UNIT_READ;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import vn.toam.shared.Navigation;

/** The page of each role's own work. On it stands what is new since the day of the visit before, which the browser keeps. */
@Controller
class OverviewController {

    /** Day of this visit and of the one before, as {@code 2026-11-30.2026-11-27}; says nothing about the account. */
    private static final String VISITS = "visits";

    private static final Duration KEPT = Duration.ofDays(365);

    private final OverviewReader reader;
    private final Clock clock;

    OverviewController(OverviewReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Bean
    static Navigation overviewNavigation() {
        return new Navigation(10, "/overview", "shared.nav.overview", UNIT_READ);
    }

    @GetMapping("/overview")
    String overview(
            @CookieValue(name = VISITS, defaultValue = "") String visits,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = day(visits, 0);
        LocalDate before = today.equals(last) ? day(visits, 11) : last;
        model.addAttribute("view", reader.mine(before));
        String kept = today + (before == null ? "" : "." + before);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(VISITS, kept)
                        .path("/overview")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        return "home/overview";
    }

    private static @Nullable LocalDate day(String visits, int from) {
        String part = visits.length() >= from + 10 ? visits.substring(from, from + 10) : "";
        return part.matches("20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])") ? LocalDate.parse(part) : null;
    }
}
