package vn.toam.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.assignment.DutyCounts;
import vn.toam.definition.Observance;
import vn.toam.geography.Unit;
import vn.toam.recordquery.ReferringRecords.Picture;
import vn.toam.shared.Text;

/**
 * One commemorative day or month in a year at a place, as it happened.
 *
 * @param units how many units kept a record of it by state, such as PLANNED or DONE
 * @param events null: figures of events may not be read here
 * @param told the paragraphs that units wrote of it, the newest first
 */
public record Campaign(
        Summary summary,
        List<Task> tasks,
        Map<Text, Integer> units,
        @Nullable List<Events> events,
        @Nullable List<Channel> channels,
        List<Told> told,
        List<Picture> pictures) {

    /**
     * What is known of it at a glance.
     *
     * @param told how many of {@code expected} communes said anything about it
     * @param held how many records say that it is under way or done
     */
    public record Summary(
            Observance observance,
            int year,
            Unit place,
            LocalDate from,
            LocalDate to,
            int told,
            int expected,
            int planned,
            int held,
            int cancelled) {

        public String path() {
            return "/campaigns/" + observance.id() + "?unit=" + place.id() + "&year=" + year;
        }
    }

    /** Who does what for it by a plan in force. */
    public record Task(UUID plan, Text planName, UUID element, String ref, Text text, String who, DutyCounts tally) {}

    /**
     * Events of one kind.
     *
     * @param unproven how many of those held should have a file by now and have none
     * @param attended visits of those held; null: nobody said
     */
    public record Events(
            Text kind,
            int planned,
            int held,
            int cancelled,
            int unproven,
            @Nullable BigDecimal attended) {}

    /**
     * Products of one channel.
     *
     * @param reach the largest that one product says; never a sum: channels and pieces reach the same people
     */
    public record Channel(
            Text kind,
            int planned,
            int issued,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal runs,
            @Nullable BigDecimal reach) {}

    /** What one unit says of it. @param result blank: nothing yet */
    public record Told(
            String path,
            Text unit,
            String name,
            String theme,
            LocalDate from,
            LocalDate to,
            Text state,
            String result,
            int files) {}

    /** Nothing at all is known of it. */
    public boolean isEmpty() {
        return units.isEmpty() && (events == null || events.isEmpty()) && (channels == null || channels.isEmpty());
    }
}
