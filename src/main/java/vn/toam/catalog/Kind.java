package vn.toam.catalog;

import java.util.Arrays;
import java.util.Optional;
import vn.toam.definition.Calendar;
import vn.toam.definition.CodeList;
import vn.toam.definition.CriteriaSet;
import vn.toam.definition.Definition;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.definition.Instrument;
import vn.toam.definition.Observance;
import vn.toam.definition.Programme;
import vn.toam.definition.Published;
import vn.toam.definition.Register;
import vn.toam.definition.Role;
import vn.toam.definition.WorkYear;

/** The kinds of definition, each with its folder. */
enum Kind {
    CODES("catalog/codes/", CodeList.class),
    FORMS("catalog/forms/", Form.class),
    INDICATORS("catalog/indicators/", Indicator.class),
    CALENDARS("catalog/calendars/", Calendar.class),
    WORKDAYS("catalog/workdays/", WorkYear.class),
    OBSERVANCES("catalog/observances/", Observance.class),
    TITLES("catalog/titles/", CriteriaSet.class),
    ROLES("catalog/roles/", Role.class),
    REGISTERS("catalog/registers/", Register.class),
    INSTRUMENTS("catalog/instruments/", Instrument.class),
    PROGRAMMES("programmes/", Programme.class),
    HISTORY("history/", Published.class);

    private final String folder;
    private final Class<? extends Definition> type;

    Kind(String folder, Class<? extends Definition> type) {
        this.folder = folder;
        this.type = type;
    }

    String folder() {
        return folder;
    }

    Class<? extends Definition> type() {
        return type;
    }

    /** The kind that a file belongs to, by the folder it lies in. */
    static Optional<Kind> of(String file) {
        String folder = "/" + file.substring(0, file.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(kind -> folder.endsWith("/" + kind.folder))
                .findFirst();
    }
}
