package vn.toam.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error as a page in words: what happened, what to do next. Details go to the log only. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class})
    String notFound(HttpServletResponse response, Model model) {
        return page(response, model, 404);
    }

    @ExceptionHandler(NotAllowed.class)
    String notAllowed(HttpServletResponse response, Model model) {
        return page(response, model, 403);
    }

    @ExceptionHandler(Conflict.class)
    String conflict(HttpServletResponse response, Model model) {
        return page(response, model, 409);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(HttpServletResponse response, Model model) {
        return page(response, model, 413);
    }

    @ExceptionHandler(Rejected.class)
    String rejected(Rejected rejected, HttpServletResponse response, Model model) {
        model.addAttribute(Pages.PROBLEMS, rejected.problems());
        return page(response, model, 422);
    }

    @ExceptionHandler(org.springframework.web.bind.ServletRequestBindingException.class)
    String badRequest(HttpServletResponse response, Model model) {
        return page(response, model, 400);
    }

    @ExceptionHandler(org.springframework.web.method.annotation.MethodArgumentTypeMismatchException.class)
    String badAddress(HttpServletResponse response, Model model) {
        return page(response, model, 404);
    }

    /** What the container itself refuses (wrong method, CSRF, unforeseen failures). */
    @RequestMapping("/error")
    String container(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object status = request.getAttribute("jakarta.servlet.error.status_code");
        Object cause = request.getAttribute("jakarta.servlet.error.exception");
        if (cause instanceof Throwable failure) {
            LOG.error("request failed: {}", request.getAttribute("jakarta.servlet.error.request_uri"), failure);
        }
        return page(response, model, status instanceof Integer code ? code : 500);
    }

    private static String page(HttpServletResponse response, Model model, int status) {
        response.setStatus(status);
        model.addAttribute("status", status);
        return "shared/error";
    }
}
