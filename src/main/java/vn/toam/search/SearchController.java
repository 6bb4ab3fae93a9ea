package vn.toam.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of what was found: the first of every kind, or more of one. */
@Controller
class SearchController {

    private static final int FEW = 6;
    private static final int MANY = 100;

    private final SearchService search;

    SearchController(SearchService search) {
        this.search = search;
    }

    @GetMapping("/search")
    String found(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable SearchKind in,
            Model model) {
        int limit = in == null ? FEW : MANY;
        model.addAttribute("query", q.strip());
        model.addAttribute("only", in);
        model.addAttribute("limit", limit);
        model.addAttribute("found", search.search(q, in, limit));
        return "search/found";
    }
}
