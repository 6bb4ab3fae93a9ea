package vn.toam.output;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a circular leaves open about its own table.
 *
 * @param rows lines that stand in another row than their form says, such as {@code households_single: I.3}
 */
@ConfigurationProperties("toam.official")
record OfficialSettings(@DefaultValue Map<String, String> rows) {}
