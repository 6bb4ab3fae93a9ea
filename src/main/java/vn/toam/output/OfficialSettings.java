package vn.toam.output;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a circular leaves open about its own table.
 *
 * @param rows lines that stand in another row than their form says, such as {@code households_single: I.3}
 * @param insideModels whether clubs, groups, addresses and hotlines of a model of the ministry's standard count among the independent ones too
 */
@ConfigurationProperties("toam.official")
record OfficialSettings(
        @DefaultValue Map<String, String> rows,
        @DefaultValue("INCLUDED") Inside insideModels) {

    /** What is part of a model by the ministry's standard. */
    enum Inside {
        INCLUDED,
        EXCLUDED
    }
}
