package vn.toam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;

/**
 * What an account may do, and how far from the place where it holds the role.
 *
 * @param own permissions in that unit alone; for an agency's own matters in that agency alone
 * @param subtree permissions there and in every unit below
 * @param country permissions everywhere
 */
public record Role(
        String id,
        int version,
        Text name,
        List<Source> source,
        Set<Permission> own,
        Set<Permission> subtree,
        Set<Permission> country)
        implements Definition {

    public Role {
        source = source == null ? List.of() : List.copyOf(source);
        own = own == null ? Set.of() : Set.copyOf(own);
        subtree = subtree == null ? Set.of() : Set.copyOf(subtree);
        country = country == null ? Set.of() : Set.copyOf(country);
    }

    /** How far a permission holds. */
    public enum Reach {
        OWN,
        SUBTREE,
        COUNTRY
    }

    /** How far this role's permission goes; empty when it does not hold it. */
    public Optional<Reach> reach(Permission permission) {
        if (country.contains(permission)) {
            return Optional.of(Reach.COUNTRY);
        }
        if (subtree.contains(permission)) {
            return Optional.of(Reach.SUBTREE);
        }
        return own.contains(permission) ? Optional.of(Reach.OWN) : Optional.empty();
    }
}
