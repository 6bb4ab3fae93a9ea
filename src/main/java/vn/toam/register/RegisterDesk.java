package vn.toam.register;

import java.util.Optional;
import vn.toam.shared.Text;

/** A page of another module on which records of a register are worked with or shown together; the register leads there. */
public interface RegisterDesk {

    /** Id of the register. */
    String register();

    /** What the link says. */
    Text name();

    /** Where the page of a place is. */
    String path(int unit);

    /** Where a single record has a page of its own besides that of the register. */
    Optional<String> path(RegisterRecord record);
}
