package vn.toam.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a file leaves out: every record component that is not marked {@link Nullable} must have a value, and no text that must be
 * there may be blank. So the records themselves say what is required, once.
 */
final class MissingParts {

    private MissingParts() {}

    /** The places, such as {@code sections[0].fields[2].line}, where something required is missing. */
    static List<String> of(Record definition) {
        List<String> missing = new ArrayList<>();
        collect(definition, "", missing);
        return missing;
    }

    private static void collect(Object value, String place, List<String> missing) {
        switch (value) {
            case Record inner -> {
                for (RecordComponent component : inner.getClass().getRecordComponents()) {
                    component(inner, component, place, missing);
                }
            }
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    collect(item, place + "[" + index++ + "]", missing);
                }
            }
            case String text -> {
                if (text.isBlank()) {
                    missing.add(place);
                }
            }
            default -> {}
        }
    }

    private static void component(Record owner, RecordComponent component, String place, List<String> missing) {
        String here = place.isEmpty() ? component.getName() : place + "." + component.getName();
        Object value = read(owner, component);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value != null) {
            collect(value, here, missing);
        } else if (!optional) {
            missing.add(here);
        }
    }

    private static @Nullable Object read(Record owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
