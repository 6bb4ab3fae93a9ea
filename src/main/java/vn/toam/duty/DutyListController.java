package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.assignment.DutyPermissions.TASK_URGE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.catalog.Catalog;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;

/** The list of duties, owed and given, and what is done to many at once: previewed first, with what is left out and why. */
@Controller
@RequestMapping("/plans/tasks")
class DutyListController {

    private final DutyLists lists;
    private final DutyTable table;
    private final Urging urging;
    private final DutyDecisions decisions;
    private final Catalog catalog;
    private final Words words;
    private final Access access;

    DutyListController(
            DutyLists lists,
            DutyTable table,
            Urging urging,
            DutyDecisions decisions,
            Catalog catalog,
            Words words,
            Access access) {
        this.lists = lists;
        this.table = table;
        this.urging = urging;
        this.decisions = decisions;
        this.catalog = catalog;
        this.words = words;
        this.access = access;
    }

    @Bean
    static Navigation plansTasksNavigation() {
        return new Navigation(30, "/plans/tasks", "shared.nav.tasks", TASK_REPORT, TASK_URGE);
    }

    @GetMapping
    String list(@ModelAttribute DutyFilter asked, Model model) {
        DutyFilter filter = filter(asked);
        Slice<Duty> slice = lists.page(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("slice", slice);
        model.addAttribute("boxes", lists.boxes(filter));
        model.addAttribute("choices", lists.choices(filter));
        model.addAttribute("agencies", lists.agencies(slice.items()));
        model.addAttribute("days", catalog.workDays());
        return "duty/lists";
    }

    /** The same as a workbook, the whole list in its order. */
    @GetMapping("/list.xlsx")
    ResponseEntity<byte[]> workbook(@ModelAttribute DutyFilter asked) {
        DutyFilter filter = filter(asked);
        List<Duty> all = lists.all(filter);
        return Table.workbook(List.of(table.of(filter, all, lists.agencies(all), lists.choices(filter))));
    }

    /** Who owes nothing, such as a leader, sees what was given. */
    private DutyFilter filter(DutyFilter asked) {
        boolean owes = access.me().may(TASK_REPORT);
        return owes || asked.side() == DutyFilter.Side.GIVEN ? asked : asked.with(DutyFilter.Side.GIVEN);
    }

    @GetMapping("/urge")
    String previewUrging(
            @ModelAttribute DutyFilter filter,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<UUID> chosen,
            Model model) {
        return urging(filter, all ? lists.ids(filter) : chosen, model);
    }

    private String urging(DutyFilter filter, List<UUID> chosen, Model model) {
        Urging.Preview preview = urging.preview(chosen);
        Map<String, Integer> skipped = new TreeMap<>();
        preview.skipped().forEach((why, n) -> skipped.put(why.name(), n));
        return bulk(filter, "urge", chosen, preview.send().size(), preview.agencies(), skipped, model);
    }

    @PostMapping("/urge")
    String urge(
            @ModelAttribute DutyFilter filter,
            @RequestParam(defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        int sent;
        try {
            sent = urging.urgeAll(chosen, text);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return urging(filter, chosen, model);
        }
        Flash.say(redirect, words.text("duty.said.urged", sent, chosen.size() - sent));
        return "redirect:" + filter.address();
    }

    @GetMapping("/confirm")
    String previewConfirming(
            @ModelAttribute DutyFilter filter,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<UUID> chosen,
            Model model) {
        List<UUID> ids = all ? lists.ids(filter) : chosen;
        int send = decisions.confirmable(ids);
        Map<String, Integer> skipped = ids.size() == send ? Map.of() : Map.of("NOT_CONFIRMED", ids.size() - send);
        return bulk(filter, "confirm", ids, send, 0, skipped, model);
    }

    @PostMapping("/confirm")
    String confirm(
            @ModelAttribute DutyFilter filter,
            @RequestParam(defaultValue = "") List<UUID> chosen,
            RedirectAttributes redirect) {
        int confirmed = decisions.confirmAll(chosen);
        Flash.say(redirect, words.text("duty.said.confirmed", confirmed, chosen.size() - confirmed));
        return "redirect:" + filter.address();
    }

    private static String bulk(
            DutyFilter filter,
            String act,
            List<UUID> chosen,
            int send,
            int agencies,
            Map<String, Integer> skipped,
            Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("act", act);
        model.addAttribute("chosen", chosen);
        model.addAttribute("send", send);
        model.addAttribute("agencies", agencies);
        model.addAttribute("skipped", skipped);
        model.addAttribute("most", chosen.size() >= DutyLists.MOST);
        return "duty/bulk";
    }
}
