package vn.toam.title;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.CriteriaSet;

/** Judges a household by a set of criteria. Nothing passes by default: what was not said stays open. */
public final class TitleRules {

    static final String MEETING = "meeting";

    private final CriteriaSet set;
    private final Appraisal appraisal;
    private final List<Verdict.Ground> against = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private TitleRules(CriteriaSet set, Appraisal appraisal) {
        this.set = set;
        this.appraisal = appraisal;
    }

    public static Verdict judge(CriteriaSet set, Appraisal appraisal) {
        TitleRules rules = new TitleRules(set, appraisal);
        if (set.scoring() == CriteriaSet.Scoring.POINTS) {
            rules.points();
        } else {
            rules.criteria();
        }
        rules.meeting();
        return new Verdict(rules.against, rules.open);
    }

    private void criteria() {
        if (!set.complete()) {
            open.add(set.id());
        }
        set.criteria().forEach(criterion -> {
            Boolean met = appraisal.met().get(criterion.id());
            if (met == null) {
                open.add(criterion.id());
            } else if (!met) {
                against(Verdict.Kind.CRITERION, criterion.id());
            }
        });
    }

    private void points() {
        CriteriaSet.Pass way = set.passOf(appraisal.areas()).orElseThrow();
        BigDecimal total = BigDecimal.ZERO;
        for (CriteriaSet.Standard standard : set.standards()) {
            BigDecimal reached = points(standard);
            if (reached == null) {
                continue;
            }
            total = total.add(reached);
            BigDecimal share = way.standardShare();
            BigDecimal most = standard.max();
            if (share != null && most != null && reached.compareTo(share.multiply(most)) < 0) {
                against(Verdict.Kind.STANDARD, standard.id());
            }
        }
        BigDecimal least = way.total();
        if (open.isEmpty() && least != null && total.compareTo(least) < 0) {
            against(Verdict.Kind.TOTAL, set.id());
        }
    }

    /** Null where points are missing: they are noted as open. */
    private @Nullable BigDecimal points(CriteriaSet.Standard standard) {
        BigDecimal whole = appraisal.points().get(standard.id());
        if (whole != null) {
            return within(standard.id(), whole, standard.max());
        }
        if (standard.criteria().isEmpty()) {
            open.add(standard.id());
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        int before = open.size();
        for (CriteriaSet.Criterion criterion : standard.criteria()) {
            BigDecimal points = appraisal.points().get(criterion.id());
            if (points == null) {
                open.add(criterion.id());
            } else {
                sum = sum.add(within(criterion.id(), points, criterion.max()));
            }
        }
        return open.size() == before ? sum : null;
    }

    private static BigDecimal within(String id, BigDecimal points, @Nullable BigDecimal most) {
        if (points.signum() < 0 || most != null && points.compareTo(most) > 0) {
            throw new IllegalArgumentException(id + ": " + points + " points, at most " + most);
        }
        return points;
    }

    private void meeting() {
        CriteriaSet.Meeting meeting = set.meeting();
        Vote vote = appraisal.vote();
        if (meeting == null) {
            return;
        }
        if (vote == null) {
            open.add(MEETING);
        } else if (!vote.quorate(meeting)) {
            against(Verdict.Kind.ATTENDANCE, MEETING);
        } else if (!vote.agrees(meeting)) {
            against(Verdict.Kind.AGREEMENT, MEETING);
        }
    }

    private void against(Verdict.Kind kind, String of) {
        against.add(new Verdict.Ground(kind, of));
    }
}
