package vn.toam.shared;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What an account may do somewhere. Each module declares its own as constants ({@link ModulePermissions}); roles (catalog/roles) are sets
 * of these, {@link Access} decides where they hold.
 *
 * @param name as roles name it and notices keep it; never changed once used
 */
public record Permission(String name) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Permission {}

    @Override
    public String toString() {
        return name;
    }
}
