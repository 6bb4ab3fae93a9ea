package vn.toam.shared;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says after a redirect what was done. */
public final class Flash {

    /** Under this name the page gets what is said. */
    public static final String NOTICE = "notice";

    private Flash() {}

    /** The next page shows {@code said} once, as a toast. */
    public static void say(RedirectAttributes redirect, Text said) {
        redirect.addFlashAttribute(NOTICE, said);
    }
}
