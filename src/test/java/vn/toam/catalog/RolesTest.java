package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.shared.Permission;

/** What the catalogue says of a role is what the gate does. */
class RolesTest {

    private final Catalog catalog = CatalogReader.read(CatalogConfiguration.files());

    RolesTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(vn.toam.access.Role.class)
    void theCatalogueAndTheGateAgree(vn.toam.access.Role gate) {
        Role role = catalog.role(gate.name());
        for (Permission permission : Permission.values()) {
            assertThat(role.reach(permission).map(Enum::name))
                    .as("%s %s", gate, permission)
                    .isEqualTo(Optional.ofNullable(gate.reach(permission)).map(Enum::name));
        }
    }
}
