package vn.toam.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;
import vn.toam.target.Bound;
import vn.toam.target.Sentence;

/**
 * How an indicator of a place stands in a year.
 *
 * @param chart all years with what is asked; null: too few figures
 * @param change on the year before, or why it is not said; null: there is no figure of it
 * @param run for how many years in a row it moves this way; null: for fewer than two
 * @param rank place among the units of the same unit above; null: no figure of enough units, or the reader may not see the others
 * @param of how many of them have one that may be ranked
 * @param among the unit above
 * @param bounds targets that bind the place in the year, strictest first
 */
public record Standing(
        @Nullable Chart chart,
        @Nullable Sentence change,
        @Nullable Sentence run,
        @Nullable Integer rank,
        int of,
        @Nullable Text among,
        List<Bound> bounds) {}
