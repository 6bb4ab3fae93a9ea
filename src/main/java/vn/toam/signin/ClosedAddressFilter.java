package vn.toam.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.toam.web.PlainPage;

/** Sign-ins from an address that guessed too often are refused before they cost a session or a statement: a flood of them slows nobody else. */
final class ClosedAddressFilter extends OncePerRequestFilter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAGE = PlainPage.html(
            "Chưa đăng nhập được",
            "Từ địa chỉ mạng này đã có quá nhiều lần đăng nhập sai. Mật khẩu của bạn chưa được xem xét. Hãy thử lại sau 15 phút.",
            "There were too many failed sign-ins from this network address. Your password was not looked at. "
                    + "Please try again in 15 minutes.");

    private final Guesses guesses;
    private final Clock clock;

    ClosedAddressFilter(Guesses guesses, Clock clock) {
        this.guesses = guesses;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant end = guesses.closedUntil(request.getRemoteAddr());
        if (end == null) {
            chain.doFilter(request, response);
        } else {
            long seconds = Duration.between(clock.instant(), end).toSeconds() + 1;
            PlainPage.write(response, TOO_MANY_REQUESTS, seconds, PAGE);
        }
    }
}
