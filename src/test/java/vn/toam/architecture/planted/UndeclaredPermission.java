package vn.toam.architecture.planted;

import vn.toam.shared.Access;
import vn.toam.shared.Permission;

/** Asks for a permission that no module declares. */
public class UndeclaredPermission {
    public void doIt(Access access) {
        access.require(new Permission("DO_IT"));
    }
}
