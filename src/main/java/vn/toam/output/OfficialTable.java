package vn.toam.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Unit;

/**
 * The table that a circular prints, filled from accepted returns: its rows and no others.
 *
 * @param years years in which the place was asked, newest first
 * @param day the day that its figures stand for
 * @param notes what the reader must know, printed under it
 */
public record OfficialTable(
        Unit place, int year, List<Integer> years, LocalDate day, List<Row> rows, List<String> notes, boolean demo) {

    /**
     * A row.
     *
     * @param unit blank: it is a heading
     * @param value of all its lines together; null: of one of them at least nobody reported a figure
     * @param missing lines of which nobody reported a figure, as the form calls them
     * @param lines how many lines stand in it
     * @param received units whose figure is in every line
     */
    public record Row(
            String number,
            String name,
            String unit,
            @Nullable BigDecimal value,
            List<String> missing,
            int lines,
            int received,
            int expected) {

        public boolean heading() {
            return lines == 0;
        }

        /** Nobody reported anything of it. */
        boolean silent() {
            return missing.size() == lines;
        }
    }

    /** Its address. */
    public String address() {
        return "/output/official?unit=" + place.id() + "&year=" + year;
    }

    /** The address of a file. */
    public String file(FileKind kind) {
        return "/output/official/table." + kind.extension() + "?unit=" + place.id() + "&year=" + year;
    }
}
