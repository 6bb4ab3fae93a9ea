package vn.toam.agency;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.toam.unit.ReferenceFiles;

/** What kinds of agency units have, and which follows which; every unit gets its own from them. */
@Configuration(proxyBeanMethods = false)
class AgencyFiles {

    @Bean
    @Order(1)
    ReferenceFiles agencyReferenceFiles() {
        return new ReferenceFiles(
                "agency",
                Map.of(
                        "agency_kind.csv",
                        "level text, no smallint, kind text, body text, sector text, name text, short_name text, name_en text,"
                                + " valid_from date, valid_to date, only_units text, aliases text",
                        "agency_kind_succession.csv",
                        "from_level text, from_no smallint, to_level text, to_no smallint, duty text, duty_en text",
                        "agency_identifier.csv",
                        "agency integer, code text, valid_from date, valid_to date, verified boolean"),
                List.of("agency.agency"));
    }
}
