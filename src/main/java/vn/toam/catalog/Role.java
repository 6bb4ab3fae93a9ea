package vn.toam.catalog;

import java.util.List;
import java.util.Set;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;

/** What an account may do and how far. */
public record Role(String id, int version, Text name, List<Source> source, Reach reach, Set<Permission> permissions)
        implements Definition {

    public Role {
        source = source == null ? List.of() : List.copyOf(source);
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    /** Where the permissions hold. */
    public enum Reach {
        /** In the unit (and for the agency) of the account. */
        OWN,
        /** There and in every unit below. */
        SUBTREE,
        /** Everywhere. */
        COUNTRY
    }
}
