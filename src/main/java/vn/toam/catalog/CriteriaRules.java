package vn.toam.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.CriteriaSet;

/** What must hold within a set of criteria. */
final class CriteriaRules {

    private final CatalogRules rules;
    private final CriteriaSet set;

    CriteriaRules(CatalogRules rules, CriteriaSet set) {
        this.rules = rules;
        this.set = set;
    }

    /** @throws BadDefinition for the first thing that is wrong */
    void check() {
        if ((set.model() != null) != (set.title() == CriteriaSet.Title.MODEL)) {
            throw rules.wrong("model", "a set of a MODEL names the model, others do not");
        }
        Integer to = set.valid().to();
        if (to != null && to < set.valid().from()) {
            throw rules.wrong("valid.to", "lies before valid.from");
        }
        rules.once(
                "standard",
                set.standards().stream().map(CriteriaSet.Standard::id).toList());
        rules.once("criterion", set.criteria().map(CriteriaSet.Criterion::id).toList());
        set.standards().forEach(this::standard);
        if (set.pass().isEmpty() || !set.pass().getLast().areas().isEmpty()) {
            throw rules.wrong("pass", "the last way to pass has no areas: it is for all others");
        }
        set.pass().forEach(this::pass);
        CriteriaSet.Meeting meeting = set.meeting();
        if (meeting != null) {
            share("meeting.agree", meeting.agree());
            share("meeting.attendance", meeting.attendance());
        }
    }

    private void standard(CriteriaSet.Standard standard) {
        boolean points = set.scoring() == CriteriaSet.Scoring.POINTS;
        if (points != (standard.max() != null)) {
            throw rules.wrong("standard " + standard.id() + ".max", "points are given where scoring is POINTS");
        }
        BigDecimal given = BigDecimal.ZERO;
        for (CriteriaSet.Criterion criterion : standard.criteria()) {
            if (points != (criterion.max() != null)) {
                throw rules.wrong("criterion " + criterion.id() + ".max", "points are given where scoring is POINTS");
            }
            given = criterion.max() == null ? given : given.add(criterion.max());
        }
        if (standard.max() != null && given.compareTo(standard.max()) > 0) {
            throw rules.wrong(
                    "standard " + standard.id(),
                    "its criteria bring " + given + " points, more than " + standard.max());
        }
    }

    private void pass(CriteriaSet.Pass way) {
        if ((way.total() != null) != (set.scoring() == CriteriaSet.Scoring.POINTS)) {
            throw rules.wrong("pass.total", "least points are given where scoring is POINTS");
        }
        share("pass.standardShare", way.standardShare());
    }

    private void share(String place, @Nullable BigDecimal share) {
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw rules.wrong(place, "a share lies between 0 and 1");
        }
    }
}
