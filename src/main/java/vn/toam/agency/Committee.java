package vn.toam.agency;

import java.time.LocalDate;
import java.util.UUID;
import vn.toam.geography.Validity;
import vn.toam.shared.Subject;

/**
 * A steering committee (Ban Chỉ đạo) of a unit.
 *
 * @param decision number of the decision that set it up
 * @param decidedOn day of that decision
 */
public record Committee(UUID id, int unit, String name, String decision, LocalDate decidedOn, Validity validity)
        implements Subject {}
