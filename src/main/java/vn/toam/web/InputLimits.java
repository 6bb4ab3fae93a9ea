package vn.toam.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Rejected;

/**
 * What every page refuses before it looks: signs that no text holds, page numbers, years and days that cannot be meant, texts longer than
 * any page takes. One place, so that no page has to think of it.
 */
final class InputLimits implements HandlerInterceptor {

    static final int LONGEST = 25_000;
    static final int REMARK = 2_000;

    /** Short by their nature, wherever they are typed. */
    private static final Set<String> REMARKS =
            Set.of("remark", "reason", "proof", "question", "answer", "q", "name", "title", "number", "code", "key");

    /** A whole plan, or a table, may be pasted here; each reader has a limit of its own. */
    private static final Pattern PASTED = Pattern.compile("/plans|/accounts/bulk|/units/\\d+/villages/table");

    private static final Set<String> PASTES = Set.of("text", "kept");

    private static final int PAGES = 100_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern DAY = Pattern.compile("([+-]?\\d{4,})-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            text(name);
            for (String value : values) {
                text(value);
                meant(name, value);
                length(name, value, request.getRequestURI());
            }
        });
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                text(String.valueOf(value));
                meant(String.valueOf(name), String.valueOf(value));
            });
        }
        return true;
    }

    /** Line breaks and tabs are text; other control characters and halves of characters are not. */
    private static void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            boolean half = Character.isSurrogate(sign)
                    && !(Character.isHighSurrogate(sign)
                            && i + 1 < value.length()
                            && Character.isLowSurrogate(value.charAt(i + 1)));
            if (half || sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
                throw new BadRequest("sign " + (int) sign);
            }
            if (Character.isHighSurrogate(sign)) {
                i++;
            }
        }
    }

    private static void meant(String name, String value) {
        String typed = value.strip();
        Matcher day = DAY.matcher(typed);
        if (day.matches()) {
            within(day.group(1), FIRST_YEAR, LAST_YEAR, "day");
        } else if (name.equals("page") && WHOLE.matcher(typed).matches()) {
            within(typed, 0, PAGES, "page");
        } else if (name.equals("year") && WHOLE.matcher(typed).matches()) {
            if (!typed.equals("0")) {
                within(typed, FIRST_YEAR, LAST_YEAR, "year");
            }
        }
    }

    private static void within(String number, int from, int to, String what) {
        if (number.length() > 15 || Long.parseLong(number) < from || Long.parseLong(number) > to) {
            throw new BadRequest(what);
        }
    }

    private static void length(String name, String value, String path) {
        int limit = REMARKS.contains(name) || path.endsWith("/urge") ? REMARK : LONGEST;
        if (value.length() > limit && !(PASTED.matcher(path).matches() && PASTES.contains(name))) {
            throw Rejected.field(name, "shared.problem.long", value.length(), limit);
        }
    }
}
