package vn.toam.reader;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;
import vn.toam.language.Evidence;
import vn.toam.language.Quantities.Unit;
import vn.toam.language.QuarterDays;
import vn.toam.language.Vi;

/**
 * A plan as read from its text: a draft for a person to check, every item with its {@link Evidence}.
 *
 * <p>Dates are ISO strings because plans often give only a part: a day {@code 2025-12-16}, a month {@code 2025-11}, a year
 * {@code 2030}, every year {@code 12-01}, every month {@code --20}. A date the text does not say is null, never guessed.
 *
 * @param header who issued what, when, about what, for which period
 * @param citations documents the plan names, its legal basis first, each once
 * @param sections the outline, two levels
 * @param generalObjectives the general aims in the plan's words
 * @param targets aims with a number that binds somebody
 * @param trends aims with a direction but no number ("reduce step by step"), and zero aims ("let none occur")
 * @param taskGroups numbered groups of tasks and solutions
 * @param annex tasks in tables behind the signature
 * @param agencies who takes part and in which roles
 * @param duties the items under each agency in the implementation part
 * @param deadlines reports and reviews that fall due
 * @param events commemorative days and months
 * @param budgetSources where the money comes from
 * @param programmes programmes, strategies and schemes the plan calls for by name
 * @param recipients the lines of "Nơi nhận"
 * @param signature who signed
 * @param nonTargets phrases with a number that the reader looked at and left out of the targets
 * @param kind what kind of document the text looks like; when that is no plan, nothing found in it is sure
 * @param warnings what the user should know about the whole reading
 */
public record PlanDraft(
        Header header,
        List<Citation> citations,
        List<Section> sections,
        List<Passage> generalObjectives,
        List<Target> targets,
        List<Trend> trends,
        List<TaskGroup> taskGroups,
        Annex annex,
        List<Agency> agencies,
        List<Duties> duties,
        List<Deadline> deadlines,
        List<Event> events,
        List<Budget> budgetSources,
        List<Passage> programmes,
        List<Passage> recipients,
        Signature signature,
        List<Passage> nonTargets,
        Recognition kind,
        List<Note> warnings) {

    /** A value with the place it was read from; both null when the text does not say it. */
    public record Field(@Nullable String value, @Nullable Evidence evidence) {
        /** A field that the text does not give. */
        public static final Field NONE = new Field(null, null);
    }

    /** A piece of the plan's own text. */
    public record Passage(String text, Evidence evidence) {}

    /** The identity of the document; {@code datePartial} is month and day when the year is not in the text. */
    public record Header(
            Field issuer,
            Field docType,
            Field number,
            Field date,
            Field datePartial,
            Field title,
            Field periodFrom,
            Field periodTo) {}

    /**
     * A document the plan names: by number, or by name only when {@code number} is null.
     *
     * @param raw the number as written when the spelling differs from {@code number}
     * @param basis stands in the opening legal basis
     * @param subject what it is about, in the words behind number, date and issuer ("quy định chi tiết …")
     * @param footnote named in a footnote
     * @param nested named inside the title of another cited document
     * @param relation {@code REPLACES} when the plan or its decision replaces this document
     */
    public record Citation(
            @Nullable String type,
            @Nullable String number,
            @Nullable String raw,
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String date,
            @Nullable String subject,
            boolean basis,
            boolean nested,
            boolean footnote,
            @Nullable String relation,
            Evidence evidence) {

        /** The same document by its full name. */
        Citation named(String kind, String fullName, Evidence place) {
            return new Citation(
                    kind, number, raw, fullName, issuer, date, subject, basis, nested, footnote, relation, place);
        }
    }

    /** A heading with its number as written ("I", "2", "1.1") and the headings below it. */
    public record Section(@Nullable String no, String title, List<Section> children, Evidence evidence) {}

    /** How a value binds. {@code DECREASE_BY} and {@code INCREASE_BY} are changes, all others are levels. */
    public enum Comparator {
        EQ,
        GE,
        GT,
        LE,
        LT,
        DECREASE_BY,
        INCREASE_BY
    }

    /**
     * A number that binds somebody.
     *
     * @param valueTo upper end of a range ("60–70%"), else null
     * @param unitText the unit in words for counts and rates; scale and currency as written for money ("triệu USD")
     * @param per denominator of a rate, for instance 100000
     * @param bound GE or GT when a change itself has one ("up by more than 3%")
     * @param population whom or what it is about, as written
     * @param by year to reach it by
     * @param frequency {@code yearly}, {@code quarterly}, {@code monthly}, {@code weekly}, {@code daily} or null
     * @param frequencyInherited the frequency stands in the lead-in, not in the sentence
     * @param baseline the value it starts from ("from 23 … down to 18")
     * @param scope words before a colon that limit the target
     * @param where heading number when it stands outside the objectives part
     */
    public record Target(
            String text,
            BigDecimal value,
            @Nullable BigDecimal valueTo,
            Unit unit,
            @Nullable String unitText,
            @Nullable BigDecimal per,
            Comparator comparator,
            @Nullable Comparator bound,
            @Nullable String population,
            @Nullable Integer by,
            boolean fromYearOn,
            @Nullable String frequency,
            boolean frequencyInherited,
            @Nullable BigDecimal baseline,
            boolean approx,
            @Nullable String scope,
            @Nullable String where,
            Evidence evidence) {}

    /** An aim with a direction ({@code UP}, {@code DOWN}, {@code NONE} for "let none occur") and no number. */
    public record Trend(String text, String direction, Evidence evidence) {}

    /**
     * A group of tasks.
     *
     * @param no path of heading numbers, for instance {@code III.2}
     * @param byAgency the heading names who has to do the tasks
     * @param leafCount number of deepest items, when tasks have items of their own
     */
    public record TaskGroup(
            @Nullable String no, String title, boolean byAgency, List<Task> tasks, int leafCount, Evidence evidence) {}

    /**
     * One task.
     *
     * @param schedule the text of its own time line ("Thời gian thực hiện: …")
     * @param agencies whom its own lines or columns charge ("Cơ quan chủ trì: …"), as written
     * @param product what has to come out ("Sản phẩm: …")
     */
    public record Task(
            String text,
            @Nullable String schedule,
            Map<Role, List<String>> agencies,
            @Nullable String product,
            Evidence evidence) {}

    /** Tasks in tables of the annexes that the body does not say, and what falls due there. */
    public record Annex(List<TaskGroup> groups, List<Deadline> deadlines) {}

    /** Part an agency takes. REQUESTED bodies are asked, not ordered ("Đề nghị"). */
    public enum Role {
        LEAD,
        COORDINATE,
        ADVISE,
        ASSIGNED,
        REQUESTED
    }

    /** An agency as written, with its other spellings in this text. */
    public record Agency(String name, Set<Role> roles, List<String> aliases, Evidence evidence) {}

    /** The items under one agency heading. */
    public record Duties(List<String> agencies, List<Passage> items, Evidence evidence) {}

    /**
     * Something that falls due.
     *
     * @param kind {@code annual_report}, {@code half_year_report}, {@code quarterly_report}, {@code monthly_report}, {@code review_5y},
     *     {@code final_10y}, {@code preliminary_review}, {@code midterm_review}, {@code final_review} or {@code other}
     * @param date a day, a month {@code 2026-09}, a quarter {@code 2026-Q3}, a length after an event {@code P15D}, or null
     * @param dateFrom first day, month or quarter of a window
     * @param dateTo its last
     * @param after the event that the limit counts from, as written
     * @param frequency how often: {@code daily}, {@code weekly}, {@code monthly}, {@code quarterly}, {@code half_yearly}, {@code yearly},
     *     {@code semester}, {@code on_request}, or null for once
     * @param what {@code report}, {@code review} or {@code task}
     */
    public record Deadline(
            String kind,
            @Nullable String date,
            @Nullable String dateFrom,
            @Nullable String dateTo,
            @Nullable String after,
            @Nullable String who,
            @Nullable String to,
            @Nullable String frequency,
            @Nullable String what,
            String text,
            Evidence evidence) {

        /** The last day: that of the month, quarter or window; {@code MM-DD} without a year, null when it depends on an event; several joined by commas. */
        public @Nullable String lastDay() {
            String last = dateTo == null ? date : dateTo;
            if (last == null && "quarterly".equals(frequency)) {
                return QuarterDays.of(text);
            }
            if (last == null || last.startsWith("P")) {
                return null;
            }
            int quarter = last.indexOf('Q');
            int month = quarter >= 0
                    ? 3 * (last.charAt(quarter + 1) - '0')
                    : last.matches("(?:\\d{4}-)?\\d{2}") ? Integer.parseInt(last.substring(last.length() - 2)) : 0;
            if (month == 0) {
                return last;
            }
            boolean before = Vi.strip(Vi.fold(text)).matches("(?s).*truoc (?:thang|quy).*");
            Month end = Month.of(month).minus(before ? quarter >= 0 ? 3 : 1 : 0);
            String year = last.length() > 4 ? last.substring(0, 4) : "";
            if (year.isEmpty()) {
                return "%02d-%02d".formatted(end.getValue(), end.minLength());
            }
            int inYear = Integer.parseInt(year) - (end.getValue() > month ? 1 : 0);
            return YearMonth.of(inYear, end).atEndOfMonth().toString();
        }
    }

    /** A commemorative day ({@code 06-28}), month ({@code 06}) or window ({@code dateFrom}..{@code dateTo}). */
    public record Event(
            String name,
            @Nullable String date,
            @Nullable String dateFrom,
            @Nullable String dateTo,
            Evidence evidence) {}

    /** A source of money: {@code STATE_BUDGET}, {@code INTEGRATED}, {@code SOCIALIZED}, {@code DONOR} or {@code OTHER_LEGAL}. */
    public record Budget(String code, String text, Evidence evidence) {}

    /** The person who signed and the lines above the name, joined by {@code " / "}. */
    public record Signature(Field signer, Field title) {}
}
