package vn.toam.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.toam.Toam;

/** The module graph: no cycle, nobody reaches past the dependencies it declares. */
class ModulesTest {

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(Toam.class).verify();
    }
}
