package vn.toam.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Paper;
import vn.toam.plancontent.Plan;

/**
 * The page on which a draft is checked.
 *
 * @param lines the paper with its coloured passages; empty when the draft has no paper
 * @param groups elements by kind, in the order in which they are checked
 * @param mayEdit the account asking may change it as it stands
 * @param edit the element whose form is open; {@code split} the one that is being split
 * @param open elements nobody has looked at, {@code certain} of them without doubt, {@code all} of them all
 */
public record ReviewView(
        Plan plan,
        List<Paper.Line> lines,
        Map<ElementKind, List<Element>> groups,
        Catalog catalog,
        boolean mayEdit,
        @Nullable UUID edit,
        @Nullable UUID split,
        int open,
        int certain,
        int all) {}
