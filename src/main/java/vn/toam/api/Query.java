package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** What stands behind the question mark, as strict as a body: nothing that is not described, nothing said twice. */
final class Query {

    /** Told with any address: the language, and what a page sends beside its inputs. */
    private static final Set<String> EVERYWHERE = Set.of("lang", "_csrf");

    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    private Query() {}

    /** @param one what may be said once; @param many what may be said several times. @throws Rejected naming everything else */
    static void check(HttpServletRequest request, Set<String> one, Set<String> many) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>(one);
        known.addAll(many);
        request.getParameterMap().forEach((name, values) -> {
            if (EVERYWHERE.contains(name)) {
                return;
            }
            if (!known.contains(name)) {
                problems.add(new Problem("?" + name, "api.refused.unknown", List.of(name, String.join(", ", known))));
            } else if (one.contains(name) && values.length > 1) {
                problems.add(new Problem("?" + name, "api.refused.twice", List.of(name)));
            }
        });
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /** @throws Rejected when there is none, or one that no return can be of */
    static void years(List<Integer> years) {
        if (years.isEmpty() || years.stream().anyMatch(year -> year == null || year < FIRST || year > LAST)) {
            throw Rejected.field("?years", "api.refused.years", String.valueOf(FIRST), String.valueOf(LAST));
        }
    }
}
