package vn.toam.plancontent;

import java.util.List;

/** The kinds of elements and the record that holds the fields of each. */
public enum ElementKind {
    SECTION(Item.Heading.class),
    OBJECTIVE(Item.Aim.class),
    TARGET(Item.Goal.class),
    TREND(Item.Trend.class),
    TASK_GROUP(Item.Heading.class),
    TASK(Item.Work.class),
    AGENCY(Item.Body.class),
    DUTY(Item.Work.class),
    DEADLINE(Item.Due.class),
    OBSERVANCE(Item.Occasion.class),
    BUDGET(Item.Money.class),
    PROGRAMME(Item.Programme.class),
    CITATION(Item.Cited.class),
    RECIPIENT(Item.Line.class);

    /** The order in which people check them: what binds comes first. */
    public static final List<ElementKind> REVIEW_ORDER = List.of(
            TARGET,
            TREND,
            OBJECTIVE,
            TASK_GROUP,
            TASK,
            AGENCY,
            DUTY,
            DEADLINE,
            OBSERVANCE,
            PROGRAMME,
            BUDGET,
            CITATION,
            SECTION,
            RECIPIENT);

    private final Class<? extends Item> item;

    ElementKind(Class<? extends Item> item) {
        this.item = item;
    }

    /** The record that holds its fields. */
    public Class<? extends Item> item() {
        return item;
    }

    /** The name of its CSS class and of its message keys: lower case with a dash. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
