package vn.toam.definition;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;

/**
 * What an account may do, and how far from the place where it holds the role. Who asks about a role asks for its permissions or its other
 * properties, never for its id. What is open to every account ({@link vn.toam.shared.ModulePermissions#openToAll}) stands in no role.
 *
 * @param name the post that usually holds it
 * @param does what its holder does, as accounts show it
 * @param levels kinds of unit where it may be held; empty: all
 * @param own permissions in that unit alone; for an agency's own matters in that agency alone
 * @param subtree permissions there and in every unit below
 * @param country permissions everywhere; such a role is held at the country alone
 * @param setUp true for the one role that whoever sets the installation up is given
 * @param weeklyDigest true: its holders are written to once a week instead of daily
 */
public record Role(
        String id,
        int version,
        Text name,
        Text does,
        List<Source> source,
        List<String> levels,
        List<Permission> own,
        List<Permission> subtree,
        List<Permission> country,
        boolean setUp,
        boolean weeklyDigest)
        implements Definition {

    public Role {
        source = source == null ? List.of() : List.copyOf(source);
        levels = levels == null ? List.of() : List.copyOf(levels);
        own = own == null ? List.of() : List.copyOf(own);
        subtree = subtree == null ? List.of() : List.copyOf(subtree);
        country = country == null ? List.of() : List.copyOf(country);
    }

    /** How far a permission holds. */
    public enum Reach {
        /** The unit itself; for an agency's own matters that agency alone. */
        OWN,
        /** The unit and everything below it, units that were merged into these included; every agency there. */
        SUBTREE,
        /** Everywhere. */
        COUNTRY
    }

    /** True when it may be held at a unit of that level. */
    public boolean heldAt(String level) {
        return levels.isEmpty() || levels.contains(level);
    }

    /** True when it reaches further than the place where it is held. */
    public boolean national() {
        return !country.isEmpty();
    }

    /** What it names. */
    public List<Permission> permissions() {
        return Stream.of(own, subtree, country).flatMap(List::stream).toList();
    }

    /** How far this role's permission goes; null when it does not hold it. */
    public @Nullable Reach reach(Permission permission) {
        if (country.contains(permission)) {
            return Reach.COUNTRY;
        }
        if (subtree.contains(permission)) {
            return Reach.SUBTREE;
        }
        return own.contains(permission) ? Reach.OWN : null;
    }
}
