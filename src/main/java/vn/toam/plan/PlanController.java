package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_READ;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Indicator;
import vn.toam.document.Attachment;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Paper;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** Pages of plans: the list, a programme with its tabs, issuing. */
@Controller
@RequestMapping("/plans")
class PlanController {

    private final PlanService plans;
    private final ReceiverService receivers;
    private final SigningService signing;
    private final AmendmentService amendments;
    private final Catalog catalog;
    private final Access access;

    PlanController(
            PlanService plans,
            ReceiverService receivers,
            SigningService signing,
            AmendmentService amendments,
            Catalog catalog,
            Access access) {
        this.plans = plans;
        this.receivers = receivers;
        this.signing = signing;
        this.amendments = amendments;
        this.catalog = catalog;
        this.access = access;
    }

    @Bean
    static Navigation plansNavigation() {
        return new Navigation(20, "/plans", "shared.nav.plans", PLAN_READ);
    }

    @GetMapping("/{id}")
    String targets(@PathVariable UUID id, Model model) {
        Plan plan = head(id, "targets", model);
        if (plan.draft()) {
            return "redirect:/plans/" + id + "/review";
        }
        List<Element> elements = plans.elements(id);
        model.addAttribute("targets", plans.targets(id));
        model.addAttribute("aims", accepted(elements, ElementKind.OBJECTIVE));
        model.addAttribute("programmes", accepted(elements, ElementKind.PROGRAMME));
        model.addAttribute("budget", accepted(elements, ElementKind.BUDGET));
        model.addAttribute(
                "indicators", catalog.indicators().stream().collect(Collectors.toMap(Indicator::id, Indicator::name)));
        return "plan/targets";
    }

    @GetMapping("/{id}/basis")
    String basis(@PathVariable UUID id, Model model) {
        head(id, "basis", model);
        model.addAttribute("bases", plans.bases(id));
        return "plan/basis";
    }

    @GetMapping("/{id}/paper")
    String paper(@PathVariable UUID id, Model model) {
        Plan plan = head(id, "paper", model);
        String text = plans.text(id);
        List<Element> elements = plans.elements(id);
        model.addAttribute(
                "elements",
                elements.stream()
                        .filter(e -> e.state() == ElementState.ACCEPTED)
                        .toList());
        model.addAttribute(
                "lines", text == null ? List.of() : Paper.lines(text, elements, List.of(ElementKind.SECTION)));
        model.addAttribute("files", plans.files(id));
        model.addAttribute("recipients", plans.recipients(id));
        model.addAttribute("timeline", plans.timeline(id));
        model.addAttribute("plan", plan);
        return "plan/paper";
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
        Attachment found = plans.files(id).stream()
                .filter(f -> f.id().equals(file))
                .findFirst()
                .orElseThrow();
        return Download.of(found.name(), found.mediaType(), plans.content(id, file));
    }

    @GetMapping("/{id}/issue")
    String issueForm(@PathVariable UUID id, Model model) {
        Plan plan = head(id, "issue", model);
        if (!plan.draft()) {
            return "redirect:/plans/" + id;
        }
        if (amendments.amended(id) != null) {
            return "redirect:/plans/" + id + "/amend";
        }
        issuePage(id, plans.issueForm(id), model);
        return "plan/issue";
    }

    @PostMapping({"/{id}/issue", "/{id}/submit"})
    String issue(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate issuedOn,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        IssueForm form = new IssueForm(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("number", ""),
                issuedOn,
                typed.getOrDefault("issuer", ""),
                typed.getOrDefault("signer", ""),
                typed.getOrDefault("signerTitle", ""),
                typed.getOrDefault("standing", ""),
                number(typed.get("periodFrom")),
                number(typed.get("periodTo")),
                typed.getOrDefault("recipients", ""),
                typed.containsKey("unresolved"),
                typed.containsKey("another"));
        try {
            if (request.getRequestURI().endsWith("/submit")) {
                return submit(id, form, redirect);
            }
            plans.issue(id, form);
        } catch (Rejected rejected) {
            problems(model, rejected);
            head(id, "issue", model);
            issuePage(id, form, model);
            return "plan/issue";
        }
        return "redirect:/plans/" + id + "/issued";
    }

    private String submit(UUID id, IssueForm form, RedirectAttributes redirect) {
        signing.submit(id, form);
        Flash.say(
                redirect,
                new Text(
                        "Đã trình ký. Lãnh đạo thấy kế hoạch này ở mục Chờ ký.",
                        "Submitted. The leader sees it among what waits for signature."));
        return "redirect:/plans/" + id + "/issue";
    }

    private void issuePage(UUID id, IssueForm form, Model model) {
        List<Element> elements = plans.elements(id);
        model.addAttribute("form", form);
        model.addAttribute("receivers", receivers.view(id, null, ""));
        model.addAttribute(
                "signing", new SigningService.Way(signing.needsLeader(id), signing.maySign(id), signing.returned(id)));
        model.addAttribute("open", elements.stream().filter(Element::open).count());
        model.addAttribute(
                "counts",
                elements.stream()
                        .filter(e -> e.state() == ElementState.ACCEPTED)
                        .collect(Collectors.groupingBy(Element::kind, TreeMap::new, Collectors.counting())));
        model.addAttribute(
                "names",
                elements.stream()
                        .filter(e -> e.kind() == ElementKind.AGENCY && e.state() != ElementState.DROPPED)
                        .map(e -> e.item().text().vi())
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
    }

    private Plan head(UUID id, String tab, Model model) {
        Plan plan = plans.get(id);
        model.addAttribute("plan", plan);
        model.addAttribute("tab", tab);
        return plan;
    }

    private static List<Element> accepted(List<Element> elements, ElementKind kind) {
        return elements.stream()
                .filter(e -> e.kind() == kind && e.state() == ElementState.ACCEPTED)
                .toList();
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,6}") ? Integer.valueOf(typed.strip()) : null;
    }

    static void problems(Model model, Rejected rejected) {
        model.addAttribute("problems", rejected.problems());
    }
}
