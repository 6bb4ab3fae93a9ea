package vn.toam.shared;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says after a redirect what was done. */
public final class Flash {

    private Flash() {}

    /** The next page shows {@code said} once, as a toast. */
    public static void say(RedirectAttributes redirect, Text said) {
        redirect.addFlashAttribute(Pages.NOTICE, said);
    }
}
