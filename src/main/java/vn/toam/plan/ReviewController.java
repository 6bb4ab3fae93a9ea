package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.catalog.Catalog;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.ItemForm;
import vn.toam.plancontent.Paper;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** The page on which a draft is checked against its paper. Every action answers with the same page, at the element it was about. */
@Controller
@RequestMapping("/plans/{id}/review")
class ReviewController {

    private final PlanService plans;
    private final ReviewService review;
    private final Catalog catalog;
    private final Access access;

    ReviewController(PlanService plans, ReviewService review, Catalog catalog, Access access) {
        this.plans = plans;
        this.review = review;
        this.catalog = catalog;
        this.access = access;
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID edit,
            @RequestParam(required = false) @Nullable UUID split,
            Model model) {
        Plan plan = plans.get(id);
        if (!plan.draft()) {
            return "redirect:/plans/" + id + "/paper";
        }
        model.addAttribute("view", view(plan, edit, split));
        return "plan/review";
    }

    private ReviewView view(Plan plan, @Nullable UUID edit, @Nullable UUID split) {
        List<Element> elements = plans.elements(plan.id());
        Map<ElementKind, List<Element>> groups = new LinkedHashMap<>();
        for (ElementKind kind : ElementKind.REVIEW_ORDER) {
            List<Element> ofKind =
                    elements.stream().filter(e -> e.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                groups.put(kind, ofKind);
            }
        }
        String text = plans.text(plan.id());
        List<Paper.Line> lines = text == null ? List.of() : Paper.lines(text, elements, List.of(ElementKind.SECTION));
        List<Element> open = elements.stream().filter(Element::open).toList();
        int certain = (int) open.stream().filter(Element::certain).count();
        boolean mayEdit = plan.status() == PlanStatus.DRAFT && access.allows(PLAN_DRAFT, plan);
        return new ReviewView(
                plan,
                lines,
                groups,
                catalog,
                mayEdit,
                mayEdit ? edit : null,
                mayEdit ? split : null,
                open.size(),
                certain,
                elements.size());
    }

    @PostMapping("/certain")
    String acceptCertain(@PathVariable UUID id, RedirectAttributes redirect) {
        int accepted = review.acceptCertain(id);
        Flash.say(redirect, new Text("Đã nhận " + accepted + " mục chắc chắn.", accepted + " certain items accepted."));
        return "redirect:/plans/" + id + "/review";
    }

    @PostMapping("/{element}/{verb:accept|drop|restore}")
    String pass(
            @PathVariable UUID id, @PathVariable UUID element, @PathVariable String verb, @RequestParam int version) {
        ElementState to = switch (verb) {
            case "accept" -> ElementState.ACCEPTED;
            case "drop" -> ElementState.DROPPED;
            default -> ElementState.SUGGESTED;
        };
        review.pass(element, version, to);
        return back(id, element);
    }

    @PostMapping("/{element}/join")
    String join(@PathVariable UUID id, @PathVariable UUID element, @RequestParam int version) {
        review.joinNext(element, version);
        return back(id, element);
    }

    @PostMapping("/{element}/split")
    String split(
            @PathVariable UUID id,
            @PathVariable UUID element,
            @RequestParam int version,
            @RequestParam String text,
            Model model) {
        try {
            review.split(element, version, text.lines().toList());
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            model.addAttribute("view", view(plans.get(id), null, element));
            return "plan/review";
        }
        return back(id, element);
    }

    @PostMapping("/{element}")
    String edit(
            @PathVariable UUID id,
            @PathVariable UUID element,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model) {
        Element now = plans.elements(id).stream()
                .filter(e -> e.id().equals(element))
                .findFirst()
                .orElseThrow(() -> new vn.toam.shared.NotFound("element " + element));
        try {
            review.edit(element, version, ItemForm.read(now.item(), typed));
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            model.addAttribute("view", view(plans.get(id), element, null));
            return "plan/review";
        }
        return back(id, element);
    }

    @PostMapping("/add")
    String add(
            @PathVariable UUID id,
            @RequestParam ElementKind kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Integer start,
            @RequestParam(required = false) @Nullable Integer end) {
        UUID element = review.add(id, ItemForm.blank(kind, text), kind, start, end, null);
        return "redirect:/plans/" + id + "/review?edit=" + element + "#i-" + element;
    }

    private static String back(UUID plan, UUID element) {
        return "redirect:/plans/" + plan + "/review#i-" + element;
    }

    /** Both versions side by side; nothing was overwritten. */
    @ExceptionHandler(ElementConflict.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String conflict(ElementConflict conflict, Model model) {
        model.addAttribute("theirs", conflict.theirs());
        model.addAttribute("yours", conflict.yours());
        return "plan/conflict";
    }
}
