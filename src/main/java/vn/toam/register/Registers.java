package vn.toam.register;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Register;

/** The registers that a unit keeps: those of the country, with the fields and registers that its province added. */
@Component
class Registers {

    private final Catalog catalog;

    Registers(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Every register, in the order of shapes and files. */
    List<Register> all() {
        return catalog.all(Register.class);
    }

    /** The newest version. @throws vn.toam.shared.NotFound when there is none */
    Register get(String id) {
        return catalog.get(Register.class, id);
    }
}
