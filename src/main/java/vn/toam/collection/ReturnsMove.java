package vn.toam.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.geography.Share;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.submission.Action;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.unit.MovesWithUnits;

/**
 * Returns of open rounds that ask in the new borders pass to the units that follow: added up where units merge whole; where a unit was
 * split, what counted of it goes on counting with the one that took its remainder until that one's own return is accepted. So no sum above
 * changes and nothing is lost: the former returns stay readable. Rounds in the borders of before stay as they are.
 */
@Component
@Order(1)
class ReturnsMove implements MovesWithUnits {

    private final ReturnsRepository returns;
    private final SubmissionRepository submissions;
    private final Counting counting;
    private final Catalog catalog;
    private final Words words;
    private final Clock clock;

    ReturnsMove(
            ReturnsRepository returns,
            SubmissionRepository submissions,
            Counting counting,
            Catalog catalog,
            Words words,
            Clock clock) {
        this.returns = returns;
        this.submissions = submissions;
        this.counting = counting;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    /** What one form asks for one period. */
    private record Asked(
            String form, int year, int part, @Nullable UUID occasion) {

        static Asked of(ReturnsRepository.Row row) {
            return new Asked(row.submission().form(), row.submission().year(), row.part(), row.occasion());
        }
    }

    @Override
    public String records() {
        return "returns";
    }

    @Override
    public Text name() {
        return words.text("collection.moved.name");
    }

    @Override
    public Estimate estimate(Moves moves) {
        List<ReturnsRepository.Told> all = new ArrayList<>();
        Map<Integer, Integer> records = new TreeMap<>();
        moves.byProvince().forEach((province, here) -> {
            List<ReturnsRepository.Told> told = returns.told(province, here);
            all.addAll(told);
            records.put(
                    province,
                    told.stream()
                            .filter(each -> each.kind().moves())
                            .mapToInt(ReturnsRepository.Told::count)
                            .sum());
        });
        Map<Integer, String> names = moves.names();
        List<Moved> moved = new ArrayList<>();
        for (ReturnsRepository.Kind kind : ReturnsRepository.Kind.values()) {
            List<ReturnsRepository.Told> these =
                    all.stream().filter(each -> each.kind() == kind).toList();
            if (!these.isEmpty()) {
                moved.add(told(kind, these, names));
            }
        }
        return new Estimate(records, moved);
    }

    private Moved told(ReturnsRepository.Kind kind, List<ReturnsRepository.Told> these, Map<Integer, String> names) {
        List<Text> named = these.stream()
                .flatMap(each -> each.named().stream())
                .sorted(ReturnsRepository.NEWEST)
                .limit(Moved.NAMED)
                .map(each -> words.text(
                        "collection.moved.item",
                        names.getOrDefault(each.unit(), ""),
                        String.valueOf(each.year()),
                        catalog.form(each.form(), each.formVersion()).name().vi()))
                .toList();
        int count = these.stream().mapToInt(ReturnsRepository.Told::count).sum();
        return new Moved(words.text("collection.moved." + kind.key(), count), named, kind.look());
    }

    /** All returns of units that became each other at once, so that no figure of theirs is half. */
    @Override
    public int follow(Moves moves, int limit) {
        Moves some = moves.some(returns.waiting(moves), limit);
        List<ReturnsRepository.Row> rows = returns.of(some);
        Map<Integer, String> names = some.names();
        rows.stream()
                .collect(Collectors.groupingBy(Asked::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(each -> around(each, some, () -> pass(some, each, names)));
        return rows.size();
    }

    /** All sums above follow what happens to the returns of one period. */
    private void around(List<ReturnsRepository.Row> rows, Moves moves, Runnable change) {
        Submission first = rows.getFirst().submission();
        Set<Integer> concerned = new TreeSet<>(moves.made());
        rows.forEach(row -> concerned.add(row.submission().unit()));
        counting.around(first.province(), first.year(), concerned, change);
    }

    private void pass(Moves moves, List<ReturnsRepository.Row> rows, Map<Integer, String> names) {
        Map<Integer, ReturnsRepository.Row> byUnit = new HashMap<>();
        rows.forEach(row -> byUnit.put(row.submission().unit(), row));
        Map<Integer, Integer> heirs = moves.mainHeirs();
        Instant now = clock.instant();
        rows.forEach(row -> {
            Submission old = row.submission();
            returns.pass(moves.id(), old);
            String heir = names.getOrDefault(heirs.getOrDefault(old.unit(), 0), "");
            step(
                    moves,
                    old,
                    now,
                    words.text("collection.moved.to", moves.on(), heir).vi());
        });
        moves.byHeir().forEach((heir, changes) -> {
            List<Change> known =
                    changes.stream().filter(c -> byUnit.containsKey(c.from())).toList();
            if (!known.isEmpty()) {
                make(moves, heir, known, changes, byUnit, names, now);
            }
        });
    }

    private void make(
            Moves moves,
            int heir,
            List<Change> known,
            List<Change> all,
            Map<Integer, ReturnsRepository.Row> byUnit,
            Map<Integer, String> names,
            Instant now) {
        Map<String, Submission> whole = new LinkedHashMap<>();
        Map<String, Submission> rest = new LinkedHashMap<>();
        for (Change change : known) {
            Submission old = Objects.requireNonNull(byUnit.get(change.from())).submission();
            String name = names.getOrDefault(change.from(), "");
            if (change.share() == Share.FULL) {
                whole.put(name, old);
            } else if (change.share() == Share.REMAINDER && old.counted()) {
                rest.put(name, old);
            }
        }
        ReturnsRepository.Row model =
                Objects.requireNonNull(byUnit.get(known.getFirst().from()));
        Form form = catalog.form(model.submission().form(), model.formVersion());
        boolean incomplete = all.size() > whole.size();
        boolean carried = known.stream()
                .anyMatch(change ->
                        Objects.requireNonNull(byUnit.get(change.from())).partial());
        UUID id = returns.make(moves.id(), sum(heir, model, form, whole, rest.values(), incomplete || carried), now);
        Submission made = submissions.lock(model.submission().province(), id).orElseThrow();
        List<String> said = new ArrayList<>();
        if (!whole.isEmpty()) {
            said.add(words.text("collection.moved.sum", String.join(", ", whole.keySet()))
                    .vi());
        }
        if (!rest.isEmpty()) {
            said.add(words.text("collection.moved.counting", String.join(", ", rest.keySet()))
                    .vi());
        }
        if (!said.isEmpty()) {
            step(moves, made, now, String.join(" ", said));
        }
    }

    private void step(Moves moves, Submission submission, Instant now, String remark) {
        By by = moves.by();
        submissions.addStep(
                submission,
                new Step(
                        now,
                        by.account(),
                        by.name(),
                        Action.REORGANISE,
                        remark,
                        submission.version(),
                        submission.figures()),
                moves.id().toString());
    }

    /** The return of a new unit. @param incomplete true: parts of units went into it too, or units whose return is not there */
    static ReturnsRepository.Made sum(
            int unit,
            ReturnsRepository.Row model,
            Form form,
            Map<String, Submission> whole,
            Collection<Submission> rest,
            boolean incomplete) {
        Collection<Submission> all = whole.values();
        boolean accepted = !incomplete && all.stream().allMatch(each -> each.status() == SubmissionStatus.ACCEPTED);
        List<Map<String, BigDecimal>> counting = Stream.concat(all.stream(), rest.stream())
                .map(Submission::accepted)
                .filter(Objects::nonNull)
                .toList();
        Instant sent = all.stream()
                .map(Submission::sentAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ReturnsRepository.Made(
                unit,
                model.submission(),
                model.part(),
                accepted ? SubmissionStatus.ACCEPTED : SubmissionStatus.DRAFT,
                add(form, all.stream().map(Submission::figures).toList()),
                texts(whole, Submission::notes, "; "),
                texts(whole, Submission::narrative, "\n"),
                !incomplete && all.stream().allMatch(Submission::nilReturn),
                accepted ? sent : null,
                counting.isEmpty() ? null : add(form, counting),
                incomplete || counting.size() < all.size());
    }

    /** Figures by field added up; a yes of one is a yes of all. */
    private static Map<String, BigDecimal> add(Form form, Collection<? extends @Nullable Map<String, BigDecimal>> all) {
        Set<String> yesNo = form.fields().stream()
                .filter(field -> field.type() == FieldType.YES_NO)
                .map(Field::id)
                .collect(Collectors.toSet());
        Map<String, BigDecimal> sum = new TreeMap<>();
        for (Map<String, BigDecimal> figures : all) {
            Objects.requireNonNullElse(figures, Map.<String, BigDecimal>of())
                    .forEach((field, figure) ->
                            sum.merge(field, figure, yesNo.contains(field) ? BigDecimal::max : BigDecimal::add));
        }
        return sum;
    }

    /** Texts by field, each after the name of its unit. */
    private static Map<String, String> texts(
            Map<String, Submission> whole, Function<Submission, Map<String, String>> of, String between) {
        Map<String, String> texts = new TreeMap<>();
        whole.forEach((name, submission) -> of.apply(submission).forEach((field, text) -> {
            if (!text.isBlank()) {
                texts.merge(field, name + ": " + text, (one, other) -> one + between + other);
            }
        }));
        return texts;
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        int touched = returns.touched(moves.id(), moves.made());
        return touched == 0 ? List.of() : List.of(words.text("collection.moved.obstacle", touched));
    }

    @Override
    public int undo(Moves moves, int limit) {
        Moves some = moves.some(returns.passed(moves), limit);
        List<Submission> concerned = returns.concerned(some);
        int province = concerned.isEmpty() ? 0 : concerned.getFirst().province();
        int[] back = {0};
        Runnable all = () -> back[0] = returns.takeBack(some.id(), province, concerned);
        Map<Integer, List<Integer>> years = concerned.stream()
                .collect(Collectors.groupingBy(
                        Submission::year, Collectors.mapping(Submission::unit, Collectors.toList())));
        for (Map.Entry<Integer, List<Integer>> each : years.entrySet()) {
            Runnable inner = all;
            List<Integer> distinct = each.getValue().stream().distinct().toList();
            all = () -> counting.around(province, each.getKey(), distinct, inner);
        }
        if (!concerned.isEmpty()) {
            all.run();
        }
        return back[0];
    }
}
