package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.ToamTest;

/**
 * Deny by default: nobody who is not signed in gets anything out of a service, whatever the page forgot. What answers all the same is
 * listed below with its reason; a new public method that answers nobody fails here until it asks {@code Access}.
 */
class NobodyTest extends ToamTest {

    /** Modules whose reads are facts of public law (units, agencies) or the ground of access itself. */
    private static final Set<String> OPEN_MODULES = Set.of("unit", "agency", "audit", "document");

    /** Methods for other modules only, called behind a check; no page calls them. */
    private static final Set<String> BEHIND_A_CHECK = Set.of(
            "CollectionFigures.factsForRollUp",
            "CollectionFigures.geographies",
            "CollectionFigures.geography",
            "CollectionFigures.states",
            "CollectionFigures.withFacts",
            "CollectionFigures.within",
            "CollectionFigures.years",
            "RoundService.makeUp",
            "RoundService.openDue",
            "RoundService.stillOpen",
            "IndicatorService.below",
            "IndicatorService.family",
            "IndicatorService.forms",
            "IndicatorService.parted",
            "IndicatorService.pastInside",
            "IndicatorService.valuesIn");

    private static final Set<Object> EMPTY = Set.of(List.of(), Map.of(), Optional.empty(), false);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aServiceAnswersNobodyWhoIsNotSignedIn() {
        SecurityContextHolder.clearContext();
        Set<String> answering = new TreeSet<>();
        Set<String> asked = new LinkedHashSet<>();
        for (Object service : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(service);
            if (!guarded(type)) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (asked(method)) {
                    String name = type.getSimpleName() + "." + method.getName();
                    asked.add(name);
                    if (answers(service, method)) {
                        answering.add(name);
                    }
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(answering).isEmpty();
    }

    /** A service whose every method must ask who is asking. */
    static boolean guarded(Class<?> service) {
        return service.getPackageName().startsWith("vn.toam")
                && Modifier.isPublic(service.getModifiers())
                && !OPEN_MODULES.contains(module(service));
    }

    /** A method that pages call. */
    static boolean asked(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !BEHIND_A_CHECK.contains(method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }

    private static String module(Class<?> type) {
        return type.getPackageName().substring("vn.toam.".length());
    }

    /** True when the call gives something back; a refusal of any kind is no answer. Nothing stays in the database. */
    private boolean answers(Object service, Method method) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                Object answer = method.invoke(
                        service,
                        Arrays.stream(method.getParameterTypes())
                                .map(NobodyTest::something)
                                .toArray());
                return answer != null && !EMPTY.contains(answer);
            } catch (InvocationTargetException refused) {
                return false;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static Object something(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "x";
        }
        if (type == UUID.class) {
            return new UUID(0, 1);
        }
        return type == List.class ? List.of() : type == LocalDate.class ? LocalDate.of(2024, 6, 30) : null;
    }
}
