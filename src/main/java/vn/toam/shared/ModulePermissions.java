package vn.toam.shared;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What may be allowed in one module: a component whose public constants are its permissions. A permission declared nowhere does not exist. */
public interface ModulePermissions {

    /** What every signed-in account may do in the whole country; roles do not name it. */
    default Set<Permission> openToAll() {
        return Set.of();
    }

    /** The constants of this class, in their order. */
    default Set<Permission> all() {
        Set<Permission> all = new LinkedHashSet<>();
        for (Field constant : getClass().getFields()) {
            if (constant.getType() == Permission.class) {
                try {
                    all.add((Permission) constant.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(constant + " cannot be read: the class must be public", e);
                }
            }
        }
        return Collections.unmodifiableSet(all);
    }
}
