package vn.toam.api;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.shared.NotFound;
import vn.toam.unit.UnitService;

/** Units by statistics code: {@code VN}, two digits a province, three a district, five a commune. Codes mean different units in different years. */
@Component
class Codes {

    static final String COUNTRY = "VN";

    private final UnitService units;

    Codes(UnitService units) {
        this.units = units;
    }

    /** @throws NotFound when no unit had the code on that day */
    int unit(String code, LocalDate day) {
        if (code.equals(COUNTRY)) {
            return UnitService.COUNTRY;
        }
        Level level = switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            case 5 -> Level.COMMUNE;
            default -> throw new NotFound("unit " + code);
        };
        return units.idByCode(level, code, day).orElseThrow(() -> new NotFound("unit " + code));
    }
}
