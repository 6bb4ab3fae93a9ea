package vn.toam.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Every refusal in words, in the language asked for (Accept-Language), with the place it concerns. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    /** One thing wrong: the line or input, and what would be right. */
    record Fault(String at, String message) {}

    /** All of them. */
    record Refused(int status, List<Fault> faults) {}

    private final Words words;

    ApiErrors(Words words) {
        this.words = words;
    }

    @ExceptionHandler(Rejected.class)
    ResponseEntity<Refused> rejected(Rejected rejected, WebRequest request) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, faults(rejected.problems(), language(request)));
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<Refused> notAllowed(WebRequest request) {
        return answer(HttpStatus.FORBIDDEN, request);
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<Refused> notFound(WebRequest request) {
        return answer(HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler(Conflict.class)
    ResponseEntity<Refused> conflict(WebRequest request) {
        return answer(HttpStatus.CONFLICT, request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, ServletRequestBindingException.class})
    ResponseEntity<Refused> unreadable(WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<Refused> missing(MissingServletRequestParameterException missing, WebRequest request) {
        return bad("?" + missing.getParameterName(), request, "api.refused.missing", missing.getParameterName());
    }

    @ExceptionHandler(MissingRequestHeaderException.class)
    ResponseEntity<Refused> missing(MissingRequestHeaderException missing, WebRequest request) {
        return bad(missing.getHeaderName(), request, "api.refused.missing", missing.getHeaderName());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Refused> otherType(MethodArgumentTypeMismatchException other, WebRequest request) {
        String said = other.getValue() instanceof Object[] several
                ? String.join(",", Arrays.stream(several).map(String::valueOf).toList())
                : String.valueOf(other.getValue());
        return bad("?" + other.getName(), request, "api.refused.value", other.getName(), said);
    }

    @ExceptionHandler(JsonBody.Unreadable.class)
    ResponseEntity<Refused> noJson(JsonBody.Unreadable body, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, faults(List.of(body.problem()), language(request)));
    }

    private ResponseEntity<Refused> bad(String at, WebRequest request, String key, Object... arguments) {
        return answer(HttpStatus.BAD_REQUEST, List.of(new Fault(at, words.get(language(request), key, arguments))));
    }

    private List<Fault> faults(List<Rejected.Problem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new Fault(
                        at(problem),
                        words.get(
                                locale,
                                problem.key(),
                                problem.arguments().stream()
                                        .map(argument -> argument instanceof Text text ? text.in(locale) : argument)
                                        .toArray())))
                .toList();
    }

    /** Where in the body: {@code /figures/line}, {@code /notes/line}. */
    private static String at(Rejected.Problem problem) {
        String field = problem.field();
        return field.startsWith("f_")
                ? "/figures" + JsonBody.at(field.substring(2))
                : field.startsWith("n_")
                        ? "/notes" + JsonBody.at(field.substring(2))
                        : field.matches("[a-z][a-z0-9_]*") ? "/" + field : field;
    }

    /** English when the other system asks for it first, else Vietnamese. */
    private static Locale language(WebRequest request) {
        String asked = request.getHeader("Accept-Language");
        return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
    }

    ResponseEntity<Refused> answer(HttpStatus status, WebRequest request) {
        return answer(status, List.of(new Fault("", words.get(language(request), "api.refused." + status.value()))));
    }

    private static ResponseEntity<Refused> answer(HttpStatus status, List<Fault> faults) {
        return ResponseEntity.status(status).body(new Refused(status.value(), faults));
    }
}
