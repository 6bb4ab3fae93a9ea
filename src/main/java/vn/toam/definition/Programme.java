package vn.toam.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A real plan as structured data: what it must reach, who does what, by when. Facts of the plan in our own words; {@code ref} everywhere
 * is the place in the plan's text (section, number, bullet). Nothing the text does not say is filled in: it is null.
 *
 * @param demoYear the year a demonstration of this plan shows
 * @param objectives purposes, requirements and general aims
 * @param targets aims with a number
 * @param trends aims with a direction but no number
 * @param agencies who takes part, with the duties listed under each
 * @param programmes other programmes it carries or calls for
 * @param regulation the interagency regulation it asks for, if any
 */
public record Programme(
        String id,
        int version,
        Text name,
        List<Source> source,
        int demoYear,
        Header header,
        Reporting reporting,
        List<Citation> citations,
        List<Objective> objectives,
        List<Target> targets,
        List<Trend> trends,
        List<TaskGroup> taskGroups,
        List<Agency> agencies,
        List<Deadline> deadlines,
        List<Occasion> observances,
        List<Money> budget,
        List<Named> programmes,
        @Nullable Regulation regulation)
        implements Definition {

    public Programme {
        source = source == null ? List.of() : List.copyOf(source);
        citations = citations == null ? List.of() : List.copyOf(citations);
        objectives = objectives == null ? List.of() : List.copyOf(objectives);
        targets = targets == null ? List.of() : List.copyOf(targets);
        trends = trends == null ? List.of() : List.copyOf(trends);
        taskGroups = taskGroups == null ? List.of() : List.copyOf(taskGroups);
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        observances = observances == null ? List.of() : List.copyOf(observances);
        budget = budget == null ? List.of() : List.copyOf(budget);
        programmes = programmes == null ? List.of() : List.copyOf(programmes);
    }

    /**
     * Every task with who takes part: tasks of the groups, then duties of the agencies. Where the plan names nobody but coordinating
     * agencies, a duty is assigned to its agency and a task to the standing agency.
     */
    public List<Assignment> assignments() {
        Stream<Assignment> tasks = taskGroups.stream()
                .flatMap(group -> group.tasks().stream())
                .map(task -> assignment(task, header.standingAgency().name()));
        Stream<Assignment> duties = agencies.stream()
                .flatMap(agency -> agency.duties().stream().map(duty -> assignment(duty, agency.name())));
        return Stream.concat(tasks, duties).toList();
    }

    private static Assignment assignment(Task task, String holder) {
        Map<AgencyRole, List<String>> parties = new EnumMap<>(AgencyRole.class);
        parties.putAll(task.agencies());
        if (Set.of(AgencyRole.COORDINATE).containsAll(parties.keySet())) {
            parties.put(AgencyRole.ASSIGNED, List.of(holder));
        }
        return new Assignment(task, parties);
    }

    /** What an agency does in a task. */
    public enum AgencyRole {
        LEAD,
        COORDINATE,
        ADVISE,
        /** Asked, not ordered: the Fatherland Front and mass organisations. */
        REQUESTED,
        ASSIGNED
    }

    /** How a value binds; the last two are changes on the year before, all others levels. */
    public enum Comparator {
        EQ,
        GE,
        GT,
        LE,
        LT,
        DECREASE_BY,
        INCREASE_BY
    }

    /** How often a task or target comes round. */
    public enum Frequency {
        ONCE,
        YEARLY,
        STANDING
    }

    /**
     * The identity of the plan document.
     *
     * @param datePartial month and day when the year is not known
     * @param periodFrom first year, {@code periodTo} last year
     * @param recipients lines of the distribution list
     */
    public record Header(
            String issuer,
            UnitCode unit,
            String docType,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable MonthDay datePartial,
            String title,
            @Nullable Integer periodFrom,
            @Nullable Integer periodTo,
            @Nullable Signer signer,
            StandingAgency standingAgency,
            List<String> recipients) {

        public Header {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
        }
    }

    /** An administrative unit by level (code list {@code levels}) and the statistics code of the plan's time. */
    public record UnitCode(String level, String code) {}

    /** Who signed, with the lines above the name. */
    public record Signer(String title, String name) {}

    /** Who carries the plan day by day; {@code inferred} when the text does not name it and the law does. */
    public record StandingAgency(String name, boolean inferred) {}

    /** The calendar and forms that feed the plan's figures. */
    public record Reporting(String calendar, List<String> forms) {}

    /** A document the plan names, by number or by name; {@code basis} = in its opening legal basis. */
    public record Citation(
            String type,
            @Nullable String number,
            @Nullable String name,
            @Nullable String issuer,
            @Nullable LocalDate date,
            boolean basis) {}

    /** A purpose, requirement or general aim ({@code kind}: code list {@code objective-kinds}). */
    public record Objective(String ref, String kind, String vi, String en) {
        public Text text() {
            return new Text(vi, en);
        }
    }

    /**
     * An aim with a number, as written.
     *
     * @param indicator what measures it
     * @param population whom it is about, in the plan's words
     * @param by year to reach it; null = every year or the whole period
     * @param betterThanParent also to be better than the average of the unit above
     * @param keepAndImprove also not to fall below last year
     * @param score how it is measured when that differs from how it is written
     */
    public record Target(
            String ref,
            String vi,
            String en,
            String indicator,
            Comparator comparator,
            BigDecimal value,
            String unit,
            String population,
            @Nullable Integer by,
            @Nullable Frequency frequency,
            boolean betterThanParent,
            boolean keepAndImprove,
            @Nullable Score score) {
        public Text text() {
            return new Text(vi, en);
        }

        /** The measure to hold the indicator against. */
        public Score measure() {
            return score == null ? new Score(comparator, value, unit) : score;
        }
    }

    /** A comparator with its value and unit (code list {@code units}). */
    public record Score(Comparator comparator, BigDecimal value, String unit) {}

    /** An aim with a direction and no number. */
    public record Trend(String ref, String vi, String en, String indicator, Direction direction) {

        /** Where the figure should go. */
        public enum Direction {
            DECREASE,
            INCREASE
        }

        public Text text() {
            return new Text(vi, en);
        }
    }

    /** A numbered group of tasks under its heading. */
    public record TaskGroup(String ref, String vi, String en, List<Task> tasks) {
        public TaskGroup {
            tasks = tasks == null ? List.of() : List.copyOf(tasks);
        }

        public Text text() {
            return new Text(vi, en);
        }
    }

    /**
     * A task, or a duty under an agency.
     *
     * @param agencies who is named in it, by role; names as in {@link Agency}
     * @param level who carries it out when not the issuing level (code list {@code levels})
     * @param evidence what shows that it is done (code list {@code evidence-kinds})
     */
    public record Task(
            String ref,
            String vi,
            String en,
            Map<AgencyRole, List<String>> agencies,
            @Nullable String level,
            Frequency frequency,
            String evidence) {

        public Task {
            agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
            frequency = frequency == null ? Frequency.STANDING : frequency;
        }

        public Text text() {
            return new Text(vi, en);
        }
    }

    /** A task with everybody who takes part, defaults filled in. */
    public record Assignment(Task task, Map<AgencyRole, List<String>> agencies) {
        public Assignment {
            agencies = Collections.unmodifiableMap(agencies);
        }
    }

    /** An agency by the name the plan uses; {@code via} the agency under whose duty it is named. */
    public record Agency(
            String ref,
            String name,
            List<String> aliases,
            List<AgencyRole> roles,
            @Nullable String via,
            List<Task> duties) {
        public Agency {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            roles = roles == null ? List.of() : List.copyOf(roles);
            duties = duties == null ? List.of() : List.copyOf(duties);
        }
    }

    /** A report or review that falls due ({@code kind}: code list {@code deadline-kinds}); {@code date} null when the plan sets none. */
    public record Deadline(
            String ref, String kind, @Nullable MonthDay date, String who, List<String> to) {
        public Deadline {
            to = to == null ? List.of() : List.copyOf(to);
        }
    }

    /** An {@link Observance} the plan celebrates, by id. */
    public record Occasion(String ref, String id) {}

    /** A source of money (code list {@code budget-sources}). */
    public record Money(String ref, String code) {}

    /**
     * Another programme, strategy or scheme the plan carries or calls for.
     *
     * @param status whether it had been issued when the plan was (code list {@code programme-status})
     * @param national number of the national document behind it, when known
     */
    public record Named(
            String ref, String status, Text name, @Nullable String national) {}

    /** The interagency regulation with its parts. */
    public record Regulation(String ref, String vi, String en, List<Part> parts) {
        public Text text() {
            return new Text(vi, en);
        }

        /** One part (code list {@code coordination-parts}). */
        public record Part(String code, String vi, String en) {}
    }
}
