package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.shared.ToamTest;

class ReferenceDataTest extends ToamTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReferenceLoader loader;

    @ParameterizedTest
    @CsvSource({
        "PROVINCE, 2025-06-30, 63",
        "DISTRICT, 2025-06-30, 696",
        "COMMUNE, 2025-06-30, 10035",
        "PROVINCE, 2025-07-01, 34",
        "DISTRICT, 2025-07-01, 0",
        "COMMUNE, 2025-07-01, 3321",
        "COMMUNE, 2026-04-30, 3321"
    })
    void theCountryHasTheOfficialNumberOfUnitsOnEachDate(String level, String date, int count) {
        assertThat(count(
                        "from unit.lineage where ancestor = 1 and level = '%s' and valid_from <= '%s' and valid_to > '%s'"
                                .formatted(level, date, date)))
                .isEqualTo(count);
    }

    @Test
    void everyCommuneOfBeforeHasSuccessorsOrGoesOn() {
        assertThat(
                        count("from unit.succession s join unit.unit u on u.id = s.to_unit where u.level = 'COMMUNE'")
                                + count(
                                        "from unit.unit where level = 'COMMUNE' and valid_from = '-infinity' and valid_to = 'infinity'"))
                .isEqualTo(10_571);
        assertThat(count("from unit.unit u where valid_to = '2025-07-01' and level in ('PROVINCE', 'COMMUNE')"
                        + " and not exists (select 1 from unit.succession s where s.from_unit = u.id)"))
                .isZero();
    }

    @Test
    void everyUnitHasExactlyOnePeoplesCommittee() {
        assertThat(count("from unit.unit u where level in ('PROVINCE', 'DISTRICT', 'COMMUNE')"
                        + " and 1 <> (select count(*) from agency.agency a where a.unit = u.id and a.kind = 'UBND')"))
                .isZero();
    }

    @Test
    void aSecondStartLoadsNothingAgain() throws Exception {
        int before = count("from agency.agency");
        loader.load();
        assertThat(count("from agency.agency")).isEqualTo(before);
        assertThat(count("from unit.loaded")).isOne();
    }

    @Test
    void newerFilesAreLoadedOverTheOldOnesWithoutLosingWhatWasChangedHere() throws Exception {
        int agencies = count("from agency.agency");
        int lineage = count("from unit.lineage");
        int names = count("from unit.unit_name");
        jdbc.sql("update agency.agency set valid_to = '2026-05-01' where id = 101102")
                .update();
        jdbc.sql("update unit.loaded set content = 'older'").update();
        loader.load();
        assertThat(count("from agency.agency")).isEqualTo(agencies);
        assertThat(count("from unit.lineage")).isEqualTo(lineage);
        assertThat(count("from unit.unit_name")).isEqualTo(names);
        assertThat(count("from agency.agency where id = 101102 and valid_to = '2026-05-01'"))
                .isEqualTo(count("from agency.agency where id = 101102"));
        jdbc.sql("delete from unit.loaded where content = 'older'").update();
        jdbc.sql("update agency.agency set valid_to = 'infinity' where id = 101102")
                .update();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) " + from).query(Integer.class).single();
    }
}
