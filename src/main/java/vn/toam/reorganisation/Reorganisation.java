package vn.toam.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.VietnameseOrder;
import vn.toam.unit.MovesWithUnits;

/**
 * Who becomes what from which day: a merger, a split, a new name, the end of a tier.
 *
 * @param name what officials call it: "Sắp xếp 3 xã của huyện …"
 * @param on first day of the new units
 * @param act number of the resolution for every line that names none of its own
 * @param by who entered it
 * @param decidedBy who confirmed or undid it last; null while a draft
 * @param reason why it was undone; blank otherwise
 * @param moved what was told to follow when it was confirmed
 * @param lines how many lines it has
 * @param following records are still on their way, forwards or back
 * @param undoStoppedAt when undoing was given up because the new units had been used meanwhile; null: never
 */
public record Reorganisation(
        UUID id,
        String name,
        LocalDate on,
        String act,
        @Nullable LocalDate adopted,
        Status status,
        String by,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        List<MovesWithUnits.Moved> moved,
        int lines,
        boolean following,
        @Nullable Instant undoStoppedAt) {

    /** What the list can be sorted by. */
    public enum Column {
        NAME(Comparator.comparing(Reorganisation::name, VietnameseOrder.NAMES)),
        DAY(Comparator.comparing(Reorganisation::on)),
        MADE(Comparator.comparing(Reorganisation::at)),
        LINES(Comparator.comparingInt(Reorganisation::lines)),
        STATUS(Comparator.comparing(Reorganisation::status));

        private final transient Comparator<Reorganisation> order;

        Column(Comparator<Reorganisation> order) {
            this.order = order;
        }

        Comparator<Reorganisation> order() {
            return order;
        }
    }

    /** Where it stands. What is confirmed is undone at most once; a new attempt is a new draft. */
    public enum Status {
        DRAFT,
        CONFIRMED,
        UNDOING,
        UNDONE
    }

    /**
     * One line, as typed.
     *
     * @param row its number in the sheet or on the page, for messages
     * @param oldCode code on the day before
     * @param newCode code from that day on; blank: a district that ends while its communes pass on
     * @param newName without or with the type; blank when another line with the same code gives it
     * @param newType "xã", "phường" …; blank when the name begins with it
     * @param share "toàn bộ", "một phần", "phần còn lại"; blank: all of it
     * @param households how many moved, when known
     * @param parent code of the unit above; blank: the one above the old unit, or what it becomes
     * @param act the resolution, when it differs from the others'
     * @param clause its clause
     */
    public record Line(
            int row,
            String oldCode,
            String newCode,
            String newName,
            String newType,
            String share,
            String households,
            String parent,
            String act,
            String clause) {

        /** A line of cells in the order of {@link ReorganisationTable.Column}. */
        static Line of(int row, List<String> cells) {
            return new Line(
                    row,
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8));
        }

        /** True when nothing was typed in it. */
        public boolean blank() {
            return (oldCode + newCode + newName + newType + share + households + parent + act + clause).isBlank();
        }
    }

    /** What is being typed, dates as the browser sends them: shown again when something is wrong. */
    public record Draft(String name, String on, String act, String adopted, List<Line> lines) {

        Draft with(List<Line> read) {
            return new Draft(name, on, act, adopted, read);
        }
    }
}
