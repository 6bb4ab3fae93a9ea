package vn.toam.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toam.letter.Letter;
import vn.toam.letter.Series;

/**
 * Everything that one programme reports for one year, without any layout. Word, workbook and page are drawn from the same instance, so a
 * figure cannot differ between them.
 *
 * @param slug short name of the programme for file names, ASCII: {@code tan-yen}
 * @param year the year reported
 * @param letterhead who issues it, where, when
 * @param subject what it is about, after the word "Báo cáo": {@code kết quả … năm 2024}
 * @param plan the programme as it is quoted in a sentence: {@code Kế hoạch số 100/KH-UBND ngày 13/4/2022 …}
 * @param basis legal basis, one document a line, without closing punctuation
 * @param overview general assessment
 * @param groups results by task group, in the plan's order
 * @param scores the plan's targets with what was reached
 * @param chart the key target as a picture, or null when there is nothing to draw
 * @param figures figures that were collected, in the order of their form
 * @param received how many of the units that owe figures have theirs accepted
 * @param obstacles what agencies reported to stand in the way of a task, oldest first
 * @param kept what registers keep of the year
 * @param difficulties the officer's own words on difficulties
 * @param proposals what is asked of higher levels
 * @param directions what next year is for
 * @param recipients who gets it, without dash and punctuation; the file copy comes last
 * @param signature who signs
 * @param sources the accepted submissions that the figures come from, and those still missing
 * @param demo true: figures are make-believe, and every page says so
 */
public record Report(
        String slug,
        int year,
        Letter.Letterhead letterhead,
        String subject,
        String plan,
        List<String> basis,
        Prose overview,
        List<TaskGroup> groups,
        List<Score> scores,
        @Nullable Series chart,
        List<Figure> figures,
        Received received,
        List<Progress> obstacles,
        Kept kept,
        Prose difficulties,
        Prose proposals,
        Prose directions,
        List<String> recipients,
        Letter.Signature signature,
        List<Source> sources,
        boolean demo) {

    /** The day the figures stand for, so that a file does not change from one making to the next. */
    LocalDate day() {
        return Optional.ofNullable(letterhead.date()).orElse(received.on());
    }

    /** Name of the file to download: {@code BC-cong-tac-gia-dinh-tan-yen-2024.docx}. */
    public String fileName(String extension) {
        return "BC-cong-tac-gia-dinh-%s-%d.%s".formatted(slug, year, extension);
    }

    /**
     * What registers keep of the year, each entry a sentence.
     *
     * @param campaigns one for each commemorative day of which anything was entered
     * @param difficulties one for each difficulty, those that most units met first
     */
    public record Kept(List<String> campaigns, List<String> difficulties) {

        static final Kept NOTHING = new Kept(List.of(), List.of());
    }

    /**
     * A passage that an officer writes.
     *
     * @param section where it stands; {@link Passage} knows the names
     * @param text paragraphs separated by line ends; blank when nothing was written yet
     * @param version counts its changes, 0 before the first
     */
    public record Prose(String section, String text, int version) {}

    /**
     * What was done under one group of tasks.
     *
     * @param title the group's title without number
     * @param prose the officer's own words on it
     * @param results progress that agencies reported, oldest first
     */
    public record TaskGroup(String title, Prose prose, List<Progress> results) {}

    /**
     * One progress entry of one task.
     *
     * @param task what was to be done
     * @param agency who reports
     * @param state how far it is, in words
     * @param text what was done or stands in the way, in the agency's words; blank when it said nothing or many are told in one line
     * @param date when it was reported
     */
    public record Progress(String task, String agency, String state, String text, LocalDate date) {}

    /** How a target stands. */
    public enum Standing {
        MET,
        ON_COURSE,
        BEHIND,
        PROVISIONAL,
        NO_DATA;

        /** Style of its badge on the page. */
        public String badge() {
            return switch (this) {
                case MET -> "met";
                case ON_COURSE -> "course";
                case BEHIND -> "behind";
                case PROVISIONAL, NO_DATA -> "";
            };
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A target and what was reached.
     *
     * @param target what the plan wants, in its words
     * @param wanted comparator and value: {@code ≥ 80 %}
     * @param unit unit of the values: {@code %}, {@code vụ}
     * @param value reached this year, null without data
     * @param lastYear reached last year, null without data
     * @param standing the verdict
     * @param why the verdict's reason in a sentence
     * @param received units whose figures are accepted
     * @param expected units that owe figures
     * @param typed nobody collects it: somebody typed it, {@code why} says who and from what
     */
    public record Score(
            String target,
            String wanted,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lastYear,
            Standing standing,
            String why,
            int received,
            int expected,
            boolean typed) {}

    /**
     * A collected figure of the whole area.
     *
     * @param value sum of what was accepted this year, null when nobody reported it
     * @param lastYear the same of last year
     * @param change this year less last year, over the units that reported in both; null when there is none: a unit that is late this
     *     year must not look like a fall
     * @param received units whose figure is in {@code value}
     */
    public record Figure(
            String group,
            String label,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal change,
            int received,
            int expected) {

        /** The same in another group. */
        Figure under(String other) {
            return new Figure(other, label, unit, value, lastYear, change, received, expected);
        }
    }

    /**
     * Units whose figures are accepted, of those that owe them, on a day.
     *
     * @param remarks sentences on years in which the place had other borders
     */
    public record Received(int units, int expected, LocalDate on, List<String> remarks) {}

    /**
     * Where figures come from: one unit's submission of one form.
     *
     * @param unit the unit that owes it
     * @param form form's name
     * @param state its state in words
     * @param accepted day on which it was accepted, null when it is not
     * @param address page of the submission inside this system, for those who may open it
     */
    public record Source(
            String unit,
            String form,
            String state,
            @Nullable LocalDate accepted,
            String address) {}
}
