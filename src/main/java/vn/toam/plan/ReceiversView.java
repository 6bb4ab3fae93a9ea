package vn.toam.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.agency.Agency;
import vn.toam.geography.Unit;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Receiver;

/**
 * Who receives what, before a draft is issued.
 *
 * @param standing the standing agency, which gets what the plan gives to nobody
 * @param tasks in the order of the paper
 * @param receivers by the name in the paper
 * @param unread elements nobody has looked at: they will not be in force
 * @param year whose duties are opened with the plan
 * @param ended the plan's unit when it no longer exists, with who carries it on
 * @param asked the name for which an agency is being looked for; null when none
 * @param words what is looked for, {@code found} what was found
 */
public record ReceiversView(
        Plan plan,
        String standing,
        List<Task> tasks,
        Map<String, Receiver> receivers,
        int unread,
        int year,
        @Nullable Ended ended,
        @Nullable String asked,
        String words,
        List<Agency> found) {

    /**
     * A task with who is bound by it.
     *
     * @param bound everybody named, {@code opens} how many duties it opens this year
     */
    public record Task(Element element, List<Binding> bound, int opens) {

        /** The rhythm and the day by which it is answered for. */
        public Frequency frequency() {
            return bound.getFirst().frequency();
        }

        public @Nullable String due() {
            return bound.getFirst().due();
        }
    }

    /** The plan's unit has ended: its last form, the units that carry it on, and the one chosen. */
    public record Ended(
            Unit unit, List<Unit> successors, @Nullable Integer chosen) {}

    /** The names for which nobody is found, with how many tasks wait for each; most first. */
    public List<Map.Entry<Receiver, Long>> unresolved() {
        return receivers.values().stream()
                .filter(r -> !r.known())
                .map(r -> Map.entry(r, tasksOf(r)))
                .sorted(Map.Entry.<Receiver, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** Tasks for which nobody answers yet. */
    public List<Task> waiting() {
        return tasks.stream()
                .filter(t -> t.bound().stream()
                        .filter(Binding::answers)
                        .noneMatch(b -> receiver(b).known()))
                .toList();
    }

    /** Tasks of which at least one name that has to answer is not known. */
    public long open() {
        return tasks.stream()
                .filter(t -> t.bound().stream()
                        .anyMatch(b -> b.answers() && !receiver(b).known()))
                .count();
    }

    /** How many duties will be opened. */
    public int opens() {
        return tasks.stream().mapToInt(Task::opens).sum();
    }

    /** How many agencies get some. */
    public long agencies() {
        return tasks.stream()
                .flatMap(t -> t.bound().stream())
                .filter(Binding::answers)
                .flatMap(b -> receiver(b).agencies().stream())
                .map(Agency::id)
                .distinct()
                .count();
    }

    /** Who is meant by the name of a binding. */
    public Receiver receiver(Binding binding) {
        Receiver known = receivers.get(binding.label());
        return known == null ? new Receiver(binding.label(), Receiver.How.UNKNOWN, List.of(), List.of()) : known;
    }

    private long tasksOf(Receiver receiver) {
        return tasks.stream()
                .filter(t -> t.bound().stream()
                        .anyMatch(b -> b.answers() && b.label().equals(receiver.label())))
                .count();
    }
}
