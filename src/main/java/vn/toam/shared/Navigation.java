package vn.toam.shared;

import java.util.Set;

/**
 * An entry of the main navigation: a bean, declared by the controller that answers there.
 *
 * @param position where it stands among the others: ten, twenty …
 * @param path where it leads
 * @param key message key of its label
 * @param permissions who sees it: whoever holds one of them
 */
public record Navigation(int position, String path, String key, Set<Permission> permissions) {

    public Navigation(int position, String path, String key, Permission... any) {
        this(position, path, key, Set.of(any));
    }
}
