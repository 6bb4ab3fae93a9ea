package vn.toam.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.toam.shared.Busy;
import vn.toam.shared.Failures;

/**
 * The outermost filter: when the database does not answer, whoever asks is told so within seconds, by an answer that needs no database:
 * neither session nor language.
 */
final class Unavailable extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private static final int AGAIN = 10;
    private static final String PAGE = PlainPage.html(
            "Tạm thời chưa phục vụ được",
            "Hệ thống đang quá tải hoặc cơ sở dữ liệu chưa trả lời. Việc vừa làm chưa được lưu. Hãy thử lại sau ít phút.",
            "The system is overloaded or its database does not answer. What you just did was not saved. "
                    + "Please try again in a few minutes.");
    private static final String JSON =
            "{\"status\":503,\"faults\":[{\"at\":\"\",\"message\":\"Tạm thời chưa phục vụ được. Not available at the moment.\"}]}";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Timing.STARTED, System.nanoTime());
        Visitors.come();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!is(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.error("the database does not answer: {}", Failures.said(failure));
            answer(request, response);
        } finally {
            Visitors.go();
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** True when the cause lies in reaching the database or in waiting for it, not in what was asked. */
    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof Busy
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof QueryTimeoutException
                        || cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && (sql.getSQLState().startsWith("08")
                                        || sql.getSQLState().startsWith("57")
                                        || sql.getSQLState().startsWith("53")));
    }

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        if (api) {
            PlainPage.write(response, status, AGAIN, "application/json;charset=UTF-8", JSON);
        } else {
            PlainPage.write(response, status, AGAIN, PAGE);
        }
    }
}
