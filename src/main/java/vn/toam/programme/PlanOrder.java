package vn.toam.programme;

import java.util.Comparator;
import java.util.List;
import vn.toam.assignment.PlanCard;
import vn.toam.shared.VietnameseOrder;

/** What the list of plans can be sorted by; what is equal stands as usual: drafts first, then the latest period. */
public enum PlanOrder {
    USUAL,
    NAME,
    ISSUER,
    OVERDUE,
    DONE;

    public List<PlanCard> sort(List<PlanCard> cards, boolean down) {
        if (this == USUAL) {
            return down ? cards.reversed() : cards;
        }
        Comparator<PlanCard> order = switch (this) {
            case NAME -> Comparator.comparing(card -> card.plan().name().vi(), VietnameseOrder.NAMES);
            case ISSUER -> Comparator.comparing(PlanOrder::issuer, VietnameseOrder.NAMES);
            case OVERDUE -> Comparator.comparingInt(card -> card.figures().overdue());
            default -> Comparator.comparingDouble(PlanOrder::done);
        };
        return cards.stream().sorted(down ? order.reversed() : order).toList();
    }

    private static String issuer(PlanCard card) {
        String issuer = card.plan().document().issuer();
        return issuer == null ? "" : issuer;
    }

    private static double done(PlanCard card) {
        PlanCard.Figures figures = card.figures();
        return figures.duties() == 0 ? -1 : (double) figures.done() / figures.duties();
    }
}
