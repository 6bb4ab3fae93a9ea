package vn.toam.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The page nearest above an address that only takes forms. The answer to a form stands at such an address: loading it again, changing its
 * language, or a bookmark of it asks for what is no page.
 */
@Component
class NearestPage {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    NearestPage(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Its address with what was asked of the other. */
    String above(HttpServletRequest request) {
        String query = request.getQueryString();
        return above(request.getRequestURI()) + (query == null ? "" : "?" + query);
    }

    private String above(String address) {
        String path = address;
        while (path.lastIndexOf('/') > 0) {
            path = path.substring(0, path.lastIndexOf('/'));
            PathContainer parsed = PathContainer.parsePath(path);
            if (mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .filter(NearestPage::reads)
                    .flatMap(info -> info.getPathPatternsCondition() == null
                            ? java.util.stream.Stream.<PathPattern>empty()
                            : info.getPathPatternsCondition().getPatterns().stream())
                    .anyMatch(pattern -> isPage(pattern, parsed))) {
                return path;
            }
        }
        return "/";
    }

    private static boolean reads(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.GET) && info.getParamsCondition().isEmpty();
    }

    /** A word where an id belongs is no page. */
    private static boolean isPage(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match != null
                && match.getUriVariables().entrySet().stream()
                        .allMatch(variable -> !variable.getKey().equals("id")
                                || variable.getValue().chars().anyMatch(Character::isDigit)
                                || pattern.getPatternString().startsWith("/indicators"));
    }
}
