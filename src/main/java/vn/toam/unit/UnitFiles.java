package vn.toam.unit;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The register of administrative units. */
@Configuration(proxyBeanMethods = false)
class UnitFiles {

    @Bean
    @Order(0)
    ReferenceFiles unitReferenceFiles() {
        return new ReferenceFiles(
                "unit",
                Map.of(
                        "unit_type.csv",
                        "type text, vi text, en text, en_first boolean, urban boolean",
                        "act.csv",
                        "number text, adopted date",
                        "unit_spell.csv.gz",
                        "unit integer, level text, province smallint, parent integer, code text, alt_code text, type text, name text,"
                                + " valid_from date, valid_to date, act text",
                        "succession.csv.gz",
                        "from_unit integer, to_unit integer, share text, on_date date, act text, clause text",
                        "clause.csv.gz",
                        "unit integer, act text, clause text, text text"),
                List.of("unit.unit", "unit.unit_name", "unit.unit_parent", "unit.lineage"));
    }
}
