package vn.toam.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Conflict;
import vn.toam.shared.Failures;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/**
 * Every error in words: what happened, what to do next; as a page, and as JSON for other systems. What failed goes to the log, without what
 * was typed.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** SQL states of values that no column takes: signs, sizes, days, numbers. Whoever sent them is told; nothing failed. */
    private static final Set<String> VALUES =
            Set.of("22021", "22001", "22003", "22007", "22008", "22P02", "22P05", "2201X");

    /** Two wrote the same at the same time. */
    private static final String TWICE = "23505";

    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 409, 413, 422, 503);

    /** Of which other systems are told something else than people. */
    private static final Set<Integer> INTERFACE = Set.of(401, 404, 405, 406, 415);

    private final Words words;
    private final JsonMapper json;
    private final NearestPage nearest;

    ErrorPages(Words words, JsonMapper json, NearestPage nearest) {
        this.words = words;
        this.json = json;
        this.nearest = nearest;
    }

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    @Nullable
    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        return page(request, response, model, 404);
    }

    /** Who asks to read an address that takes forms alone is led to the page where its form stands. */
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    @Nullable
    String otherMethod(
            HttpRequestMethodNotSupportedException refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if ("GET".equals(request.getMethod()) && !request.getRequestURI().startsWith("/api/")) {
            return "redirect:" + nearest.above(request);
        }
        String[] taken = refused.getSupportedMethods();
        if (taken != null) {
            response.setHeader("Allow", String.join(", ", taken));
        }
        return page(request, response, model, 405);
    }

    @ExceptionHandler(NotAllowed.class)
    @Nullable
    String notAllowed(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        return page(request, response, model, 403);
    }

    @ExceptionHandler(Conflict.class)
    @Nullable
    String conflict(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        return page(request, response, model, 409);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @Nullable
    String tooLarge(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        return page(request, response, model, 413);
    }

    @ExceptionHandler(Rejected.class)
    @Nullable
    String rejected(Rejected rejected, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        model.addAttribute(Pages.PROBLEMS, rejected.problems());
        return page(request, response, model, 422);
    }

    @ExceptionHandler({
        BadRequest.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        HttpMessageNotReadableException.class,
        MultipartException.class
    })
    @Nullable
    String badRequest(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        return page(request, response, model, 400);
    }

    /** What the database refuses to keep is the sender's to mend; any other failure of the database stays one. */
    @ExceptionHandler(DataAccessException.class)
    @Nullable
    String database(DataAccessException failure, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        String state = state(failure);
        if (failure instanceof DataIntegrityViolationException && state.equals(TWICE)) {
            LOG.warn("two wrote the same at once: {}", Failures.said(failure));
            return page(request, response, model, 409);
        }
        if (VALUES.contains(state)) {
            LOG.warn("a value that no column takes: {}", Failures.said(failure));
            return page(request, response, model, 400);
        }
        throw failure;
    }

    /** What the container itself refuses (wrong method, CSRF, unforeseen failures). */
    @RequestMapping("/error")
    @Nullable
    String container(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        boolean failed = !(status instanceof Integer code) || code >= 500;
        if (failed && cause instanceof Throwable failure) {
            LOG.error(
                    "request failed: {} {}: {}",
                    request.getMethod(),
                    Failures.plain(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                    Failures.said(failure));
        }
        return page(request, response, model, status instanceof Integer code ? code : 404);
    }

    private static String state(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .findFirst()
                .orElse("");
    }

    private @Nullable String page(HttpServletRequest request, HttpServletResponse response, Model model, int status)
            throws IOException {
        response.setStatus(status);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        if (path.equals("/api") || path.startsWith("/api/")) {
            response.setContentType("application/json;charset=UTF-8");
            response.getOutputStream().write(json(request, response, status).getBytes(StandardCharsets.UTF_8));
            return null;
        }
        model.addAttribute("status", status);
        model.addAttribute("request", RequestIds.current());
        return "shared/error";
    }

    private String json(HttpServletRequest request, HttpServletResponse response, int status) {
        String asked = request.getHeader("Accept-Language");
        Locale language = asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
        String key = INTERFACE.contains(status)
                ? "shared.error.api." + status
                : "shared.error." + (TOLD.contains(status) ? status : 500);
        String message = words.get(language, key, String.valueOf(response.getHeader("Allow")));
        return json.writeValueAsString(Map.of(
                "status",
                status,
                "request",
                RequestIds.current(),
                "faults",
                List.of(Map.of("at", "", "message", message))));
    }
}
