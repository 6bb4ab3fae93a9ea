package vn.toam.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.FieldType;
import vn.toam.round.Round;
import vn.toam.submission.Action;
import vn.toam.submission.Submission;
import vn.toam.submission.TypedReturn;

/** Fills and sends returns as the officers of the units do. */
@Component
public class Officers {

    private final CollectionService collection;
    private final SubmissionRepository submissions;
    private final Catalog catalog;

    Officers(CollectionService collection, SubmissionRepository submissions, Catalog catalog) {
        this.collection = collection;
        this.submissions = submissions;
        this.catalog = catalog;
    }

    /** The officer of a unit. */
    public static Somebody of(int unit) {
        return Posts.at("REPORTER", unit);
    }

    /** Every line of a round's form: 0 but where {@code figures} says otherwise. */
    public Map<String, String> lines(Round round, Map<String, String> figures) {
        Map<String, String> typed = new HashMap<>();
        catalog.form(round.form()).fields().stream()
                .filter(field -> field.type() != FieldType.TEXT)
                .forEach(field -> typed.put(field.id(), "0"));
        typed.putAll(figures);
        return typed;
    }

    /** A commune's whole form that breaks no check, with so many cases of violence. */
    Map<String, String> whole(Round round, int cases) {
        Map<String, String> figures = new HashMap<>(Map.of("households_total", "1.500", "households_couple", "1.500"));
        List.of("dv_households", "dv_cases", "dv_cases_physical", "victims", "victims_female")
                .forEach(field -> figures.put(field, String.valueOf(cases)));
        return lines(round, figures);
    }

    /** Saves over what stands there. */
    public void save(Round round, Somebody by, int unit, Map<String, String> typed, Map<String, String> notes) {
        int version = find(round, unit).version();
        TypedReturn all = new TypedReturn(typed, notes, typed);
        by.run(() -> collection.save(
                round.id(), unit, version, all, UUID.randomUUID().toString()));
    }

    /** Passes what is saved on by one step. */
    public Action submit(Round round, Somebody by, int unit) {
        int version = find(round, unit).version();
        return by.get(() ->
                collection.submit(round.id(), unit, version, UUID.randomUUID().toString()));
    }

    /** {@link #whole}, sent by the unit. */
    void sent(Round round, int unit, int cases) {
        save(round, of(unit), unit, whole(round, cases), Map.of());
        submit(round, of(unit), unit);
    }

    Submission find(Round round, int unit) {
        return submissions.find(round.id(), unit).orElseThrow();
    }
}
