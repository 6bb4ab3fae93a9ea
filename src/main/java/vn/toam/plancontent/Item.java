package vn.toam.plancontent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/** The fields of an element, one record per kind. All are plain values that survive a round trip through JSON. */
public sealed interface Item {

    /** The words people know it by. */
    Text text();

    /** The same item with other words. */
    Item withText(Text text);

    /**
     * A day as kept (--DD every month, MM-DD every year, several of these joined by commas, yyyy-MM-dd once) as people write it (DD, DD/MM, DD/MM/yyyy); blank for none,
     * MM/yyyy for a month, unchanged when it is only a year.
     */
    static String day(@Nullable String kept) {
        if (kept == null) {
            return "";
        }
        if (kept.indexOf(',') > 0) {
            return Stream.of(kept.split(",")).map(Item::day).collect(Collectors.joining(", "));
        }
        if (kept.startsWith("--")) {
            return kept.substring(2);
        }
        String[] parts = kept.split("-");
        if (kept.matches("\\d{2}-\\d{2}")) {
            return parts[1] + "/" + parts[0];
        }
        if (kept.matches("\\d{4}-\\d{2}")) {
            return parts[1] + "/" + parts[0];
        }
        return kept.matches("\\d{4}-\\d{2}-\\d{2}") ? parts[2] + "/" + parts[1] + "/" + parts[0] : kept;
    }

    /** A heading of the paper, or a group of tasks. */
    record Heading(Text text) implements Item {
        @Override
        public Item withText(Text to) {
            return new Heading(to);
        }
    }

    /** An aim without number; {@code kind} PURPOSE, REQUIREMENT or GENERAL (code list {@code objective-kinds}). */
    record Aim(Text text, String kind) implements Item {
        @Override
        public Item withText(Text to) {
            return new Aim(to, kind);
        }
    }

    /** How a target is scored when its words count something else than its indicator. */
    record Score(Comparison comparator, BigDecimal value) {}

    /**
     * An aim with a number.
     *
     * @param indicator id in the catalog; null = nothing counts it yet
     * @param value in {@code unit}; for a change: percent of the year before
     * @param valueTo upper end of a range
     * @param unit {@code percent}, {@code times}, {@code count} or {@code rate}
     * @param population whom it is about, as written
     * @param by year to reach it by; null: the end of the plan
     * @param yearly must hold in every year
     * @param keepAndImprove may not fall below the year before
     * @param betterThanParent must also be better than the average of the unit above
     */
    record Goal(
            Text text,
            @Nullable String indicator,
            Comparison comparator,
            BigDecimal value,
            @Nullable BigDecimal valueTo,
            String unit,
            @Nullable String population,
            @Nullable Integer by,
            boolean yearly,
            boolean keepAndImprove,
            boolean betterThanParent,
            @Nullable Score score)
            implements Item {
        @Override
        public Item withText(Text to) {
            return new Goal(
                    to,
                    indicator,
                    comparator,
                    value,
                    valueTo,
                    unit,
                    population,
                    by,
                    yearly,
                    keepAndImprove,
                    betterThanParent,
                    score);
        }
    }

    /** An aim with a direction and no number. */
    record Trend(Text text, @Nullable String indicator, Direction direction) implements Item {
        @Override
        public Item withText(Text to) {
            return new Trend(to, indicator, direction);
        }
    }

    /**
     * A task, or one item of an agency's duties.
     *
     * @param agencies names as written, by part taken; empty: the agency it stands under, or the standing agency
     * @param due MM-DD of every year, or a date; null when the text gives none
     * @param evidence code of {@code evidence-kinds}
     * @param level code of {@code levels} that carries it out, if one is named
     */
    record Work(
            Text text,
            Map<Role, List<String>> agencies,
            Frequency frequency,
            @Nullable String due,
            @Nullable String evidence,
            @Nullable String level)
            implements Item {
        public Work {
            agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
            frequency = frequency == null ? Frequency.STANDING : frequency;
        }

        @Override
        public Item withText(Text to) {
            return new Work(to, agencies, frequency, due, evidence, level);
        }

        /** The same task with another rhythm and day. */
        public Work dueOn(Frequency other, @Nullable String day) {
            return new Work(text, agencies, other, day, evidence, level);
        }
    }

    /** An agency or a collective of agencies that takes part; {@code via}: the agency under whose duty it is named. */
    record Body(
            Text text,
            Set<Role> roles,
            List<String> aliases,
            @Nullable String via) implements Item {
        public Body {
            roles = roles == null ? Set.of() : Set.copyOf(roles);
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
        }

        @Override
        public Item withText(Text to) {
            return new Body(to, roles, aliases, via);
        }
    }

    /** A report or review that falls due; {@code kind} a code of {@code deadline-kinds}, {@code date} MM-DD or a date. */
    record Due(
            Text text,
            String kind,
            @Nullable String date,
            @Nullable String who,
            List<String> to) implements Item {
        public Due {
            to = to == null ? List.of() : List.copyOf(to);
        }

        @Override
        public Item withText(Text words) {
            return new Due(words, kind, date, who, to);
        }
    }

    /** A commemorative day or month, MM-DD to MM-DD; {@code observance} its id in the catalog. */
    record Occasion(
            Text text,
            @Nullable String observance,
            @Nullable String from,
            @Nullable String to) implements Item {
        @Override
        public Item withText(Text words) {
            return new Occasion(words, observance, from, to);
        }
    }

    /** A source of money, a code of {@code budget-sources}. */
    record Money(Text text, String code) implements Item {
        @Override
        public Item withText(Text to) {
            return new Money(to, code);
        }
    }

    /** A programme, strategy or regulation the plan calls for; {@code national}: number of the national paper; its parts, if it has any. */
    record Programme(Text text, boolean issued, @Nullable String national, List<Text> parts) implements Item {
        public Programme {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        @Override
        public Item withText(Text to) {
            return new Programme(to, issued, national, parts);
        }
    }

    /** A paper the plan names; {@code basis}: in the opening legal basis. */
    record Cited(
            Text text,
            String type,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate date,
            boolean basis,
            boolean replaces)
            implements Item {
        @Override
        public Item withText(Text to) {
            return new Cited(to, type, number, issuer, date, basis, replaces);
        }
    }

    /** One line of "Nơi nhận". */
    record Line(Text text) implements Item {
        @Override
        public Item withText(Text to) {
            return new Line(to);
        }
    }
}
