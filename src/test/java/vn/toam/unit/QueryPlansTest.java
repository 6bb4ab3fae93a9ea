package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.shared.ToamTest;

/** The questions that other modules ask on every request are answered from indexes. */
class QueryPlansTest extends ToamTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select unit from unit.lineage where ancestor = 1011 and level = 'COMMUNE' and valid_from <= '2025-06-30' and valid_to > '2025-06-30' | lineage_below
            select 1 from unit.lineage where unit = 207339 and ancestor = 1 and valid_from <= '2026-01-01' and valid_to > '2026-01-01' | lineage_pkey
            select unit from unit.unit_name where code = '07339' | unit_name_code
            select to_unit from unit.succession where from_unit = 100001 | succession_pkey
            select from_unit from unit.succession where to_unit = 207339 | succession_to
            select unit from unit.unit_parent where parent = 10216 and valid_to > '2025-06-30' | unit_parent_children
            select id from unit.agency where unit = 207339 | agency_unit
            """)
    void theIndexIsUsed(String sql, String index) {
        assertThat(plan(sql)).contains(index);
    }

    @Test
    void aNameIsFoundThroughItsTrigrams() {
        assertThat(plan("select unit from unit.unit_name where search like '%tan yen%'"))
                .contains("unit_name_search");
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }
}
