package vn.toam.register;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;
import static vn.toam.register.RegisterPermissions.RECORD_READ;

import org.springframework.stereotype.Component;
import vn.toam.definition.Register;
import vn.toam.definition.Register.Sensitivity;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;

/** Who may read which records, and who is shown the names in them: what the sensitivity of a register means. */
@Component
public class ReadingRights {

    private final Access access;

    ReadingRights(Access access) {
        this.access = access;
    }

    /** @throws vn.toam.shared.NotAllowed unless the record may be read */
    public void require(Register register, RegisterRecord record) {
        switch (register.sensitivity()) {
            case OPEN -> access.require(RECORD_READ);
            case INTERNAL, PERSONAL -> access.require(RECORD_READ, record);
            case SENSITIVE -> access.require(RECORD_KEEP, record);
        }
    }

    /** The same without a refusal. */
    public boolean reads(Register register, RegisterRecord record) {
        return switch (register.sensitivity()) {
            case OPEN -> access.me().may(RECORD_READ);
            case INTERNAL, PERSONAL -> access.allows(RECORD_READ, record);
            case SENSITIVE -> access.allows(RECORD_KEEP, record);
        };
    }

    /** @throws vn.toam.shared.NotAllowed unless at least figures of the register may be read at a place */
    public void requireFigures(Register register, int place) {
        if (register.sensitivity() == Sensitivity.OPEN) {
            access.require(RECORD_READ);
        } else {
            access.require(RECORD_READ, Subject.of(place));
        }
    }

    /** At least figures of the register may be read at a place. */
    public boolean figures(Register register, int place) {
        return access.me().may(RECORD_READ)
                && (register.sensitivity() == Sensitivity.OPEN || access.allows(RECORD_READ, Subject.of(place)));
    }

    /** Whoever reads may enter and change there. */
    public boolean keeps(Subject subject) {
        return access.allows(RECORD_KEEP, subject);
    }

    /** Names of people in a record are shown. */
    public boolean people(Register register, Subject subject) {
        return switch (register.sensitivity()) {
            case OPEN, INTERNAL -> true;
            case PERSONAL, SENSITIVE -> keeps(subject);
        };
    }

    /** The agency that whoever reads acts for. */
    public int agency() {
        return access.me().agency();
    }
}
