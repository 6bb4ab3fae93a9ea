package vn.toam.mapping;

import java.util.List;
import java.util.Optional;
import vn.toam.mapping.RecordColumn.Option;

/** What the cells of a column are chosen from: a closed list ({@link OptionNames}), or things that are named in ways of their own. */
public interface ColumnChoices {

    /** Those that may be meant; one: it is. */
    List<Option> find(String said);

    /** What may be suggested for something unclear, the likeliest first. */
    List<Option> near(String said);

    /** The one that is kept as this. */
    Optional<Option> option(String code);
}
