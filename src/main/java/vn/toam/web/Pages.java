package vn.toam.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Me;
import vn.toam.shared.Navigation;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Page;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;
import vn.toam.shared.Speech;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/**
 * Turns a view name into a page: {@code plan/list} is the template {@code src/main/jte/plan/list.jte}. The model's entries are the
 * template's parameters; {@link Page} is added here. Model entry {@code problems} (from a {@link Rejected}) makes the answer a 422.
 */
@Component
class Pages implements ViewResolver, Ordered {

    static final String PROBLEMS = "problems";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.toam.page");
    private final Words words;
    private final ObjectProvider<Access> access;
    private final ObjectProvider<Navigation> navigation;
    private final ObjectProvider<Announcement> announcements;
    private final Settings settings;
    private final Loading loading;
    private final Clock clock;

    Pages(
            Words words,
            ObjectProvider<Access> access,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<Announcement> announcements,
            Settings settings,
            Loading loading,
            Clock clock) {
        this.words = words;
        this.access = access;
        this.navigation = navigation;
        this.announcements = announcements;
        this.settings = settings;
        this.loading = loading;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return engine.hasTemplate(name + ".jte") ? new Html(name) : null;
    }

    /** A template as Spring's view; it must name its content type, or Spring looks for another. */
    private final class Html implements View {

        private final String name;

        Html(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Pages.this.render(name, model, request, response);
        }
    }

    @SuppressWarnings("unchecked")
    private void render(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
        List<Rejected.Problem> problems = (List<Rejected.Problem>) parameters.getOrDefault(PROBLEMS, List.of());
        if (!problems.isEmpty() && response.getStatus() == 200) {
            response.setStatus(422);
        }
        parameters.put("page", page(request, (Text) parameters.get(Flash.NOTICE), problems));
        StringOutput output = new StringOutput(16_384);
        engine.render(name + ".jte", parameters, output);
        byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        Timing.tell(request, response);
        response.getOutputStream().write(bytes);
    }

    private Page page(HttpServletRequest request, @Nullable Text notice, List<Rejected.Problem> problems) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Me me = signedIn();
        return new Page(
                new Speech(words, RequestContextUtils.getLocale(request)),
                me,
                entries(),
                me != null && request.getAttribute(Page.UNREAD) instanceof IntSupplier unread ? unread.getAsInt() : 0,
                request.getRequestURI(),
                address(request),
                token == null ? "" : token.getToken(),
                notice,
                settings.demo(),
                loading.percent(),
                me == null ? List.of() : announced(),
                problems,
                LocalDate.now(clock));
    }

    /** Where this page can be asked for again: its own address, or for the answer to a form the page that held the form. */
    private static String address(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            String query = request.getQueryString();
            return request.getRequestURI() + (query == null ? "" : "?" + query);
        }
        try {
            String asked = request.getHeader("Referer");
            URI from = asked == null ? URI.create("/") : new URI(asked);
            String path = from.getRawPath() == null || !from.getRawPath().matches("/(?!/).*") ? "/" : from.getRawPath();
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (URISyntaxException noAddress) {
            return "/";
        }
    }

    private List<Navigation> entries() {
        return navigation.stream()
                .sorted(Comparator.comparingInt(Navigation::position))
                .toList();
    }

    private List<Text> announced() {
        return announcements.stream()
                .flatMap(announcement -> announcement.now().stream())
                .toList();
    }

    private @Nullable Me signedIn() {
        try {
            return access.getObject().me();
        } catch (NotAllowed nobody) {
            return null;
        }
    }
}
