package vn.toam.hostile;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the application with the inputs it takes, read from the application itself. */
final class Routes {

    /** Ends the visitor's session: nothing after it would be tried. */
    private static final Set<String> LEFT_OUT =
            Set.of("/sign-out", "/accounts/me/sessions/all", "/sign-in", "/sign-in/demo", "/setup", "/error");

    /**
     * One address.
     *
     * @param inputs names of parameters
     * @param files names of those that take a file
     * @param body true: takes JSON
     */
    record Route(String method, String pattern, List<String> inputs, List<String> files, boolean body) {}

    private Routes() {}

    static List<Route> all(Collection<RequestMappingHandlerMapping> mappings) {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    if (handler.getBeanType().getPackageName().startsWith("vn.toam") && !LEFT_OUT.contains(pattern)) {
                        String method = methods.isEmpty()
                                ? "GET"
                                : methods.iterator().next().name();
                        routes.add(route(method, pattern, handler.getMethod()));
                    }
                }
            });
        }
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    private static Route route(String method, String pattern, Method handler) {
        List<String> inputs = new ArrayList<>();
        List<String> files = new ArrayList<>();
        boolean body = false;
        for (Parameter parameter : handler.getParameters()) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            String name = named != null && !named.value().isEmpty() ? named.value() : parameter.getName();
            body |= parameter.isAnnotationPresent(RequestBody.class);
            if (parameter.getType() == MultipartFile.class) {
                files.add(name);
            } else if (named != null) {
                inputs.add(name);
            } else if (parameter.getType().isRecord() && !parameter.isAnnotationPresent(PathVariable.class)) {
                for (RecordComponent component : parameter.getType().getRecordComponents()) {
                    inputs.add(component.getName());
                }
            }
        }
        return new Route(method, pattern, inputs, files, body);
    }
}
